import { describe, expect, it } from 'vitest';
import { embedQuery } from './embedQuery';

const parse = (text: string) => embedQuery.parse(new URLSearchParams(text)).query;

describe('the address of a page for other sites', () => {
	it.each([
		'',
		'?gemeente=gent',
		'?gemeente=44021&kleur=donker&titel=nee',
		'?provincie=limburg&provincie=oost-vlaanderen&soort=ocmw&taal=fr&rolstoel=ja',
		'?loket=loket-gent&kleur=licht',
		'?gemeente=gent&uren=nee&venster=nieuw'
	])('means the same when it is read and written again: “%s”', (text) => {
		const again = embedQuery.print(parse(text));
		expect(parse(again)).toEqual(parse(text));
		expect(again.length).toBeLessThanOrEqual(text.length);
	});

	it('is read in capitals and with spaces around it too', () => {
		expect(parse('?gemeente= GENT ').gemeente).toBe('gent');
	});

	it('leaves out what it does not know', () => {
		expect(
			embedQuery.print(parse('?gemeente=<b>&provincie=x&soort=x&taal=../x&kleur=rood&titel=ja&x=1'))
		).toBe('');
	});
});
