import { describe, expect, it } from 'vitest';
import { nameLanguage, namesIn } from './nameLanguage';

describe('the language of a name', () => {
	it.each([
		'Vrijwilligersloket Gent',
		'Gemeente Elsene',
		'OCMW Sint-Joost-ten-Node',
		'Sociaal Huis',
		'Botermarkt 1',
		'Korte Meer 11',
		'D’Herbouvillekaai 5',
		'Louizalaan 54',
		'Place de Meirlaan 3',
		'Aalter',
		'Het Punt',
		'Kasteelplein 1'
	])('is Dutch: %s', (name) => {
		expect(nameLanguage(name)).toBe('nl');
	});

	it.each([
		'Guichet du volontariat d’Ixelles',
		'Rue de la Loi 16',
		'Chaussée de Wavre 1',
		"Place de l'Amitié 6",
		'CPAS de Forest',
		'Avenue Louise 54',
		'Bruxelles',
		'Saint-Josse-ten-Noode',
		'Woluwe-Saint-Lambert'
	])('is French: %s', (name) => {
		expect(nameLanguage(name)).toBe('fr');
	});

	it('is that of most words of a text', () => {
		expect(nameLanguage('Kom langs bij het loket in de Rue Haute. We helpen je.')).toBe('nl');
		expect(nameLanguage('Nous vous aidons au centre du village, près de l’OCMW.')).toBe('fr');
	});

	it('is that of each part where both stand there', () => {
		const parts = namesIn('Rue Haute / Hoogstraat 12');
		expect(parts).toEqual(['Rue Haute', ' / ', 'Hoogstraat 12']);
		expect(namesIn('Sint-Niklaas')).toEqual(['Sint-Niklaas']);
	});
});
