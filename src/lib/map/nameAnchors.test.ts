import { expect, test } from 'vitest';
import { cityNameAnchors, edgeOf } from './nameAnchors';
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
	const [, , small, , large] = cityNameAnchors();
	for (const byEdge of [small, large]) {
		const [, , , west, , east, elsewhere] = byEdge as unknown[];
		expect(JSON.stringify(west)).not.toMatch(/right/);
		expect(JSON.stringify(east)).not.toMatch(/left/);
		expect(JSON.stringify(elsewhere)).toMatch(/left.*right/);
	}
});
