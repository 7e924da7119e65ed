/**
 * A device in forced colours shows every border and outline in one colour, a transparent one too, and no background or
 * shadow: whatever says a state says it in another way as well. By the rules of all style sheets of the site.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseCss, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

interface Rule {
	selector: string;
	declarations: { property: string; value: string }[];
}

/** Where somebody is taken to and nothing is to be used: the next stop shows its ring. */
const WITHOUT_RING = ['#resultaat:focus', '#antwoord:focus', 'section:focus', '.map:focus', 'main:focus'];
const STATE = /\[aria-(?:current|selected|pressed)[^\]]*\]|\.selected\b|:target\b/g;
/** By file. */
const SHEETS = new Map(
	globSync('src/**/*.{css,svelte}').map((file) => {
		const text = readFileSync(file, 'utf8');
		return [file, file.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? '')];
	})
);

function rulesOf(css: string): Rule[] {
	const rules: Rule[] = [];
	const visit = (nodes: readonly (AST.CSS.Node | AST.CSS.Atrule)[]): void => {
		for (const node of nodes) {
			if (node.type === 'Atrule' && node.block) visit(node.block.children);
			if (node.type !== 'Rule') continue;
			const declarations = node.block.children.filter((child) => child.type === 'Declaration');
			rules.push({ selector: css.slice(node.prelude.start, node.prelude.end), declarations });
			visit(node.block.children);
		}
	};
	visit(parseCss(css).children);
	return rules;
}

const isLine = (property: string) => /^(border|outline)(?!-(radius|spacing|collapse))/.test(property);

/** What is seen in forced colours too: another line, another form of letters, or the device's colour for it. */
function shows({ property, value }: Rule['declarations'][number]): boolean {
	if (/\bHighlight\b/.test(value)) return true;
	if (property.startsWith('text-decoration')) return !/^text-decoration-color/.test(property);
	return isLine(property) && /\d/.test(value) && !/^0\b/.test(value);
}

/** The rules of a sheet that do not hold, in words. */
function faultsOf(css: string): string[] {
	const rules = rulesOf(css);
	const faults = rules.flatMap(({ selector, declarations }) =>
		declarations.flatMap(({ property, value }) => {
			const where = `${selector} { ${property}: ${value} }`;
			if (isLine(property) && /\btransparent\b|rgba?\([^)]*[,/ ]0\)/.test(value))
				return [`a line that is not there: ${where}`];
			if (property === 'outline' && /^(none|0)\b/.test(value) && !WITHOUT_RING.includes(selector))
				return [`no focus ring: ${where}`];
			const isRing = property === 'box-shadow' && value !== 'none' && /:focus/.test(selector);
			if (isRing && !declarations.some((other) => other.property === 'outline'))
				return [`a focus ring of shadow alone: ${where}`];
			return [];
		})
	);
	// Of the element that is in the state, not of what stands in it.
	const about = (state: string) =>
		rules.filter(({ selector }) =>
			selector.split(',').some((one) => (one.trim().split(/\s+/).at(-1) ?? '').includes(state))
		);
	const states = new Set(rules.flatMap(({ selector }) => selector.match(STATE) ?? []));
	for (const state of states) {
		const ways = about(state).flatMap(({ declarations }) => declarations);
		const isHidden = ways.every(({ property }) => property === 'display');
		if (!isHidden && !ways.some(shows) && !ways.some(({ property }) => property === 'fill'))
			faults.push(`a state by colours alone: ${state}`);
	}
	return faults;
}

it('no style sheet shows a state, or the focus, only by colours, shadows or transparent lines', () => {
	const faults = [...SHEETS].flatMap(([file, css]) => faultsOf(css).map((fault) => `${file}: ${fault}`));
	expect(SHEETS.size).toBeGreaterThan(100);
	expect(faults).toEqual([]);
});

describe('would be found', () => {
	it.each([
		'a { border-bottom: 3px solid transparent }',
		'a { border-color: transparent }',
		'a { border-inline-start: 4px solid rgb(0 0 0 / 0) }',
		'@media (min-width: 1rem) { a { outline: 2px solid transparent } }',
		'a:focus-visible { outline: none }',
		'button:focus { box-shadow: 0 0 0 3px red; outline-offset: 1px }',
		'a[aria-current] { background: red; border-color: red; font-weight: 700 }',
		'.selected { background: red } .selected p { border: 1px solid }',
		"li[aria-selected='true'] { background: red; color: white }"
	])('%s', (css) => {
		expect(faultsOf(css)).toHaveLength(1);
	});
	it.each([
		'a { background: transparent }',
		'a[aria-current] { border-bottom: 3px solid red }',
		'.selected { background: red } @media (forced-colors: active) { .selected { background: Highlight } }',
		'main:focus { outline: none }',
		'a:focus-visible { outline: 3px solid red; box-shadow: 0 0 0 5px white }'
	])('and not: %s', (css) => {
		expect(faultsOf(css)).toEqual([]);
	});
});
