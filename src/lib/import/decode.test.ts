import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeText } from './decode.server.ts';

const TEXT = [
	'bestuur;naam;beschrijving',
	'Gent;Café Één;Vrijwilligers zoeken vrijwilligers – “kom langs”',
	'Ixelles;Guichet des bénévoles;Été, forêt, garçon, à bientôt, Noël, cœur',
	'Genk;Loket Öztürk & Müller;geïnteresseerd, coördinatie, reünie, 5 °C'
].join('\r\n');

it.each([
	['Windows', 'windows-1252', TEXT],
	['a Mac', 'macintosh', TEXT],
	['DOS', 'cp850', TEXT.replace(/[–“”œ]/g, (mark) => ({ '–': '-', œ: 'oe' })[mark] ?? '"')],
	['UTF-8', 'utf-8', TEXT],
	['UTF-16', 'utf-16', TEXT]
])('a file that a spreadsheet on %s wrote is read as it was typed', (_, encoding, text) => {
	expect(
		decodeText(iconv.encode(text, encoding, { addBOM: encoding === 'utf-16' })).replace('\uFEFF', '')
	).toBe(text);
});
it.each(['windows-1252', 'macintosh', 'cp850'])('one word is enough: %s', (encoding) => {
	for (const text of [
		'naam;a\nCafé;b',
		'naam;a\nà côté;b',
		'naam;a\nBenoît;b',
		'naam;a\nZoë;b',
		'naam;a\nÉén loket;b'
	])
		expect(decodeText(iconv.encode(text, encoding))).toBe(text);
});
