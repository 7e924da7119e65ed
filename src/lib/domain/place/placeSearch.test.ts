import { describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { createPlaceSearch, normalisePlace } from './placeSearch.ts';

const index = referenceIndex();
const search = createPlaceSearch(index);
const names = (text: string) =>
	search.find(text).matches.map(({ nisCode }) => index.byNisCode.get(nisCode)?.municipality.name.nl);

describe('searching a place', () => {
	it.each([
		['Gent', 'Gent'],
		['gent', 'Gent'],
		['sint niklaas', 'Sint-Niklaas'],
		['SINT-NIKLAAS', 'Sint-Niklaas'],
		['sintniklaas', 'Sint-Niklaas'],
		['St.-Niklaas', 'Sint-Niklaas'],
		['st niklaas', 'Sint-Niklaas'],
		['9100', 'Sint-Niklaas'],
		['9100 sint-niklaas', 'Sint-Niklaas'],
		['Borgerhout', 'Antwerpen'],
		['Kruishoutem', 'Kruisem'],
		['Gand', 'Gent'],
		['Ghent', 'Gent'],
		['Bruxelles', 'Brussel'],
		['Ixelles', 'Elsene'],
		['Tielt', 'Tielt'],
		['OCMW Gent', 'Gent'],
		['Stad Brugge', 'Brugge'],
		['Lokeren', 'Lokeren'],
		['Zwijndrecht', 'Beveren-Kruibeke-Zwijndrecht'],
		['9000 Gent België', 'Gent'],
		['B-9000', 'Gent'],
		['BE-9000 Gent', 'Gent'],
		['be9000', 'Gent'],
		['Ant\u00ADwer\u200Bpen', 'Antwerpen'],
		['Brussels', 'Brussel'],
		['Laeken', 'Brussel'],
		['Laken', 'Brussel'],
		['2099', 'Antwerpen'],
		['9099 Gent', 'Gent']
	])('“%s” leads to %s first', (text, name) => {
		expect(names(text)[0]).toBe(name);
		expect(search.find(text).corrected).toBe(false);
	});

	it.each([
		['9100', '9100 Sint-Niklaas'],
		['9700', '9700 Oudenaarde'],
		['3840', '3840 Borgloon'],
		['1120', '1120 Neder-Over-Heembeek']
	])('a postcode is that of its town before those of its villages: %s', (text, label) => {
		expect(search.find(text).matches[0]?.label).toBe(label);
	});

	it('a street or a spot with a town is searched from the town, and that is no guess', () => {
		for (const text of ['Korenmarkt Gent', 'Gent Sint-Pieters', 'Veldstraat, Gent']) {
			expect(names(text)[0]).toBe('Gent');
			expect(search.find(text)).toMatchObject({ corrected: true, isWithin: true });
		}
		expect(search.find('gnt').isWithin).toBe(false);
		for (const text of ['Korenmarkt', 'Nieuwstraat', 'Dorpsplein']) {
			expect(search.find(text).matches).toEqual([]);
			expect(search.closest(text, 3)).toEqual([]);
		}
	});

	it.each([
		['antwrpen', 'Antwerpen'],
		['Mechlen', 'Mechelen'],
		['sint niklas', 'Sint-Niklaas'],
		['kruishoutm', 'Kruisem'],
		['Leuvn', 'Leuven'],
		['gnt', 'Gent'],
		['gnet', 'Gent'],
		['Aalts', 'Aalst']
	])('forgives the typo “%s” and says that it read %s', (text, name) => {
		expect(names(text)[0]).toBe(name);
		expect(search.find(text).corrected).toBe(true);
	});

	it.each([
		['Antwerpen centrum', 'Antwerpen'],
		['Zaventem luchthaven', 'Zaventem'],
		['Rock Werchter terrein', 'Rotselaar'],
		['gent vrijwilligersloket', 'Gent'],
		['Antwrpen centrum', 'Antwerpen'],
		['9050 Gentbrugge centrum', 'Gent'],
		['Gent Zuid', 'Gent'],
		['9000 vrijwilligersloket', 'Gent']
	])('leaves out the word of “%s” that is not in the name, and says that it read %s', (text, name) => {
		expect(names(text)[0]).toBe(name);
		expect(search.find(text).corrected).toBe(true);
	});

	it('does not guess from the beginning of a word alone', () => {
		expect(names('zee qzxqzx')).toEqual([]);
	});

	it('finds a large organisation’s own code by its number, never by its name', () => {
		expect(search.find('2099').matches).toEqual([expect.objectContaining({ label: '2099 Antwerpen X' })]);
		for (const name of ['VTM', 'HighCo DATA', 'Corporate Village', 'Cargovil'])
			expect(names(name)).toEqual([]);
		expect(names('Brussels')).not.toContain('Machelen');
	});

	it('says under which name a municipality was found', () => {
		expect(search.find('Borgerhout').matches[0]).toMatchObject({ matchedBy: 'place', label: 'Borgerhout' });
		expect(search.find('Kruishoutem').matches[0]).toMatchObject({ label: 'Kruishoutem' });
		expect(search.find('Nevele').matches[0]).toMatchObject({ matchedBy: 'former', label: 'Nevele' });
		expect(search.find('9100').matches[0]).toMatchObject({ matchedBy: 'postcode' });
	});

	it('never reads one postcode as another', () => {
		expect(names('9999')).toEqual([]);
		expect(search.find('9999').corrected).toBe(false);
	});

	it('finds nothing for nothing', () => {
		expect(search.find('   ').matches).toEqual([]);
		expect(search.find('?!').matches).toEqual([]);
		expect(search.find('qzxqzx').matches).toEqual([]);
	});

	it('names what looks most like a text that is no place', () => {
		const closest = (text: string) => search.closest(text, 3).map(({ nisCode }) => nisCode);
		expect(closest('Antwarpia')[0]).toBe('11002');
		expect(closest('gentt')[0]).toBe('44021');
		expect(closest('sint-niklaaas')[0]).toBe('46021');
	});

	it.each(['9999', '4000', 'Luik', 'xyzxyz', '?!', ''])(
		'names nothing when nothing looks like “%s”',
		(text) => {
			expect(search.closest(text, 3)).toEqual([]);
		}
	);

	it('finds every current municipality first by its own name', () => {
		for (const { municipality } of index.entries) {
			expect(names(municipality.name.nl)[0], municipality.name.nl).toBe(municipality.name.nl);
		}
	});
});

it('ignores accents, case and punctuation', () => {
	expect(normalisePlace('  Liège-’s Gravenvoeren ')).toBe('liege s gravenvoeren');
});
