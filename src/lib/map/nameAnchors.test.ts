import { expect, test } from 'vitest';
import { CITIES, CITY_RANK, cityRank } from './labels';
import { cityNameAnchors, cityNamePlaces, edgeOf, type Edge } from './nameAnchors';
import { servedBoundaries } from './boundaries.fixture';

const { labels } = servedBoundaries();
const edge = (nisCode: string) => edgeOf(labels.get(nisCode) ?? [0, 0]);

test('names in the west and along the Meuse are at an edge, those between are not', () => {
	expect(edge('35013')).toBe('west');
	expect(edge('36015')).toBe('west');
	expect(edge('71016')).toBe('east');
	expect(edge('21004')).toBe('none');
});

test('a name never moves towards the edge at which it stands', () => {
	const sides = (side: Edge) =>
		[6, 8].flatMap((zoom) => cityNamePlaces(zoom, CITY_RANK, side).map((place) => place.side ?? 'middle'));
	expect(sides('west').join()).not.toMatch(/right/);
	expect(sides('east').join()).not.toMatch(/left/);
	expect(sides('none').join()).toMatch(/left.*right/);
});

test('on a small map a name stays by its place, that of the largest cities within a ring of it', () => {
	const farthest = (rank: number) =>
		Math.max(...cityNamePlaces(6, rank, 'none').map(({ offset }) => Math.hypot(...offset)));
	expect(farthest(cityRank(CITIES.length - 1))).toBeLessThan(1.2);
	expect(farthest(cityRank(0))).toBeLessThan(2);
	expect(JSON.stringify(cityNameAnchors())).toContain('["center",[0,0],"top",[0,0.6]');
});
