/**
 * Every page links the styles of all that it is made of. The framework leaves those out that it meets first on the way of
 * something that is loaded later: a component that is imported in both ways would stand there without its looks until, or
 * without, scripts.
 */
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { build, whyBuild } from '../../src/cli/build.ts';

const OUTPUT = '.svelte-kit/output';

interface Chunk {
	file: string;
	css?: string[];
	imports?: string[];
}

const listIn = (text: string, name: string): string[] =>
	JSON.parse(new RegExp(`export const ${name} = (\\[.*?\\]);`).exec(text)?.[1] ?? '[]') as string[];

/** Of a chunk and of all that is loaded with it. */
function stylesOf(
	chunks: Readonly<Record<string, Chunk>>,
	name: string,
	styles = new Set<string>(),
	seen = new Set<string>()
) {
	if (seen.has(name)) return styles;
	seen.add(name);
	for (const sheet of chunks[name]?.css ?? []) styles.add(sheet);
	for (const next of chunks[name]?.imports ?? []) stylesOf(chunks, next, styles, seen);
	return styles;
}

beforeAll(async () => {
	if (whyBuild()) await build();
}, 400_000);

it('every page links the styles of all that it is made of', () => {
	const chunks = JSON.parse(readFileSync(`${OUTPUT}/client/.vite/manifest.json`, 'utf8')) as Record<
		string,
		Chunk
	>;
	const nodes = globSync(`${OUTPUT}/server/nodes/*.js`);
	const missing = nodes.flatMap((node) => {
		const text = readFileSync(node, 'utf8');
		const [file] = listIn(text, 'imports');
		const name = Object.keys(chunks).find((key) => chunks[key]?.file === file);
		if (name === undefined) return [];
		const linked = listIn(text, 'stylesheets');
		return [...stylesOf(chunks, name)]
			.filter((sheet) => !linked.includes(sheet))
			.map((sheet) => `${node}: ${sheet}`);
	});
	expect(nodes.length).toBeGreaterThan(30);
	expect(missing).toEqual([]);
});
