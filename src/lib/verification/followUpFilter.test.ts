import { expect, it } from 'vitest';
import { followUpQuery } from './followUpFilter';

const read = (query: string) => followUpQuery.parse(new URLSearchParams(query)).query;

it('begins with the desks that nobody confirmed', () => {
	expect(read('')).toEqual({ lijst: 'onbevestigd', q: '', page: 1 });
	expect(followUpQuery.print(read(''))).toBe('');
});

it('keeps a list, a search and a page in the address', () => {
	const address = '?lijst=benaderd&q=Sint-Niklaas&pagina=3';
	expect(followUpQuery.print(read(address))).toBe(address);
});

it.each(['lijst=toString', 'lijst=', 'pagina=0', 'pagina=x', 'q=%20%00'])('ignores %s', (query) => {
	expect(read(query)).toEqual(read(''));
});
