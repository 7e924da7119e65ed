import { expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { createPlaceSearch } from './placeSearch.ts';

const search = createPlaceSearch(referenceIndex());

it.each([
	['Limburg', ['limburg']],
	['provincie Limburg', ['limburg']],
	['Province de Limbourg', ['limburg']],
	['West-Vlaanderen', ['west-vlaanderen']],
	['Flandre-Orientale', ['oost-vlaanderen']],
	['Flemish Brabant', ['vlaams-brabant']],
	['provincie Antwerpen', ['antwerpen']],
	['Brussels Hoofdstedelijk Gewest', ['brussel']],
	['Région de Bruxelles-Capitale', ['brussel']],
	['de Kempen', ['antwerpen', 'limburg']],
	['Haspengouw', ['limburg', 'vlaams-brabant']],
	['Pajottenland', ['vlaams-brabant']],
	['Vlaamse Ardennen', ['oost-vlaanderen']],
	['Vlaanderen', ['antwerpen', 'limburg', 'oost-vlaanderen', 'vlaams-brabant', 'west-vlaanderen']]
])('“%s” is a part of the country, in these provinces', (text, provinces) => {
	const { matches, region, outside } = search.find(text);
	expect({ matches, region, outside }).toEqual({ matches: [], region: provinces, outside: null });
});

it.each(['Antwerpen', 'Brussel', 'Gent', 'Aalst Limburg', 'Wallonië', 'Ardennen', 'xyzxyz', '3500'])(
	'“%s” is none',
	(text) => {
		expect(search.find(text).region).toBeNull();
	}
);
