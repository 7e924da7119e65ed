import { describe, expect, it } from 'vitest';
import { MARK_END, MARK_START, markedParts } from './found';
import { OUTCOMES, RESOURCE_KINDS } from './resource';
import { OUTCOME_WORDS, RESOURCE_KIND_WORDS, resourceQuery } from './resourceQuery';

const parse = (search: string) =>
	resourceQuery.parse(new URLSearchParams(search), { thema: { values: ['beleid', 'werven'] } });

describe('the address of a search in the knowledge base', () => {
	it('says everything that was asked', () => {
		const search =
			'?q=loket&soort=hulpmiddel&soort=verhaal&thema=werven&resultaat=niet-gelukt&bestuur=gent&provincie=limburg' +
			'&taal=fr&gebruikt=genk&sorteer=meest-gebruikt&letterlijk=ja&pagina=2';
		const { query, problems } = parse(search);
		expect(problems).toEqual([]);
		expect(resourceQuery.print(query)).toBe(search);
		expect(query).toMatchObject({ soort: ['hulpmiddel', 'verhaal'], bestuur: 'gent', page: 2 });
		expect(resourceQuery.count(query)).toBe(6);
	});

	it('leaves out and reports what makes no sense', () => {
		const { query, problems } = parse('soort=tool&thema=x&resultaat=ja&taal=de&bestuur=<b>&pagina=0');
		expect(query).toEqual(resourceQuery.empty);
		expect(problems).toHaveLength(6);
	});

	it('has a word for every kind and outcome', () => {
		expect(Object.values(RESOURCE_KIND_WORDS)).toEqual(RESOURCE_KINDS);
		expect(Object.values(OUTCOME_WORDS)).toEqual(OUTCOMES);
	});
});

describe('what was found in a text', () => {
	const marked = (text: string) => markedParts(text.replaceAll('[', MARK_START).replaceAll(']', MARK_END));
	const found = (text: string) => ({ text, isFound: true });
	const rest = (text: string) => ({ text, isFound: false });

	it('comes in pieces', () => {
		expect(marked('een [loket] in [Gent]')).toEqual([
			rest('een '),
			found('loket'),
			rest(' in '),
			found('Gent')
		]);
		expect(marked('niets')).toEqual([rest('niets')]);
		expect(marked('')).toEqual([]);
	});

	it('comes without marks that do not pair', () => {
		expect(marked('a]b[c[d]e')).toEqual([rest('ab'), rest('c'), found('d'), rest('e')]);
		expect(marked('[]')).toEqual([]);
	});
});
