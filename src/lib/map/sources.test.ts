import { expect, test } from 'vitest';
import type { Feature, FeatureCollection } from 'geojson';
import { buildSources, deskFeatures } from './sources';
import { municipality, servedBoundaries, smallDirectory } from './boundaries.fixture';
import { participationOf } from './participation';

const data = smallDirectory();
const sources = buildSources(servedBoundaries(), data, 'Statbel');

function featureOf(source: { data: unknown }, nisCode: string): Feature | undefined {
	const { features } = source.data as FeatureCollection;
	return features.find(({ properties }) => properties?.nisCode === nisCode);
}

test('who takes part decides the kind of area', () => {
	expect(participationOf(municipality('1', { gemeenteSince: '2018-01-01', ocmwSince: '2019-01-01' }))).toBe(
		'both'
	);
	expect(participationOf(municipality('1', { gemeenteSince: '2018-01-01' }))).toBe('gemeente');
	expect(participationOf(municipality('1', { ocmwSince: '2018-01-01' }))).toBe('ocmw');
	expect(participationOf(municipality('1'))).toBe('none');
});

test('every area carries the participation of its municipality', () => {
	const kinds = ['44021', '31005', '24062'].map(
		(nisCode) => featureOf(sources.municipalities, nisCode)?.properties?.participation as unknown
	);
	expect(kinds).toEqual(['both', 'gemeente', 'ocmw']);
});

test('an area without data is drawn as one that does not take part, without a name', () => {
	expect(featureOf(sources.municipalities, '11002')?.properties?.participation).toBe('none');
	expect(featureOf(sources['municipality-names'], '11002')).toBeUndefined();
});

test('names are in the language of the data', () => {
	expect(featureOf(sources['municipality-names'], '44021')?.properties?.name).toBe('Gent');
});

test('desks follow the result, so that a cluster counts only what was found', () => {
	expect(deskFeatures(data.desks, null).features).toHaveLength(1);
	expect(deskFeatures(data.desks, ['44021']).features).toHaveLength(1);
	expect(deskFeatures(data.desks, ['31005']).features).toHaveLength(0);
});
