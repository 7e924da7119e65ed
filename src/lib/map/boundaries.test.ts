import { expect, test } from 'vitest';
import { MAP_BOUNDS } from '$lib/domain/place/mapFrame.ts';
import { servedBoundaries } from './boundaries.fixture';

const boundaries = servedBoundaries();

test('every current municipality has an area, a box and a place for its name', () => {
	expect(boundaries.municipalities.features).toHaveLength(304);
	expect(boundaries.boxes.size).toBe(304);
	expect(boundaries.labels.size).toBe(304);
});

test('every name stands inside the box of its municipality, and every box inside the frame of the map', () => {
	const [west, south, east, north] = MAP_BOUNDS;
	for (const [nisCode, box] of boundaries.boxes) {
		const [lon, lat] = boundaries.labels.get(nisCode) ?? [NaN, NaN];
		expect(lon > box[0] && lon < box[2] && lat > box[1] && lat < box[3], nisCode).toBe(true);
		expect(box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north, nisCode).toBe(true);
	}
});

test('a border between two provinces is drawn once', () => {
	const steps = boundaries.provinceLines.coordinates.flatMap((line) =>
		line.slice(1).map((point, index) => [String(point), String(line[index])].sort().join())
	);
	expect(steps.length).toBeGreaterThan(500);
	expect(new Set(steps).size).toBe(steps.length);
});
