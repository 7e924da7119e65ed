import { expect, it } from 'vitest';
import {
	converted,
	defineQuery,
	flag,
	group,
	named,
	oneOr,
	pageNumber,
	several,
	severalKnown,
	text,
	unless,
	view
} from './query.ts';

const SIZES = ['klein', 'groot'] as const;
const query = defineQuery({
	words: named('q', text(10)),
	size: several(SIZES),
	language: named('taal', severalKnown()),
	isOpen: named('open', flag('nu')),
	hasTitle: named('titel', unless('nee')),
	weights: group({ near: oneOr([0, 1, 2], 1), far: oneOr([0, 1, 2], 1) }),
	sort: view(oneOr(['naam', 'datum'], 'naam')),
	height: converted((typed) => (Number(typed) > 0 ? Number(typed) : null)),
	page: named('pagina', pageNumber())
});
const read = (search: string) =>
	query.parse(new URLSearchParams(search), {
		language: { values: ['nl', 'fr'], today: (tag) => (tag === 'vls' ? 'nl' : undefined) }
	});

it('says what it is about by the names in the address', () => {
	expect(query.names).toEqual([
		...['q', 'size', 'taal', 'open', 'titel', 'near', 'far', 'sort', 'height', 'pagina']
	]);
});

it('is read and printed in one order', () => {
	const search = '?q=a&size=klein&taal=fr&open=nu&titel=nee&near=2&sort=datum&height=300&pagina=2';
	const { query: all, problems } = read(search);
	expect(problems).toEqual([]);
	expect(all).toMatchObject({ isOpen: true, hasTitle: false, weights: { near: 2, far: 1 }, height: 300 });
	expect(query.print(all)).toBe(search);
	expect(query.print(read('?pagina=2&open=nu&q=a').query)).toBe('?q=a&open=nu&pagina=2');
});

it('counts what narrows the list, and neither words nor how it is shown', () => {
	expect(query.count(query.empty)).toBe(0);
	expect(query.count(read('?q=a&size=klein&size=groot&open=nu&sort=datum&pagina=3').query)).toBe(3);
});

it('reads a value of before as what it means today, under the name that the address gives it', () => {
	expect(read('?taal=vls')).toMatchObject({ query: { language: ['nl'] }, problems: [] });
	expect(read('?taal=xx&near=7').problems).toEqual([
		{ parameter: 'taal', reason: 'unknown-value', value: 'xx' },
		{ parameter: 'near', reason: 'unknown-value', value: '7' }
	]);
});

it('prints a part of a query', () => {
	expect(query.print({ size: ['groot'] })).toBe('?size=groot');
	expect(query.print({})).toBe('');
});
