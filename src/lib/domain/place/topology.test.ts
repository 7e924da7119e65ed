import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { boundaryTopology } from './topology';

const served = new URL('../../../../static/boundaries.json', import.meta.url);
const borders = {
	type: 'Topology',
	arcs: [[[0, 0, 7]]],
	objects: {
		municipalities: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', arcs: [[0]], properties: { nisCode: '44021', label: [3.7, 51] } }]
		},
		provinces: { type: 'GeometryCollection', geometries: [] }
	}
};

const withArea = (area: object) => ({
	...borders,
	objects: { ...borders.objects, provinces: { type: 'GeometryCollection', geometries: [area] } }
});

it('takes the borders that the site serves, as they are', () => {
	const file: unknown = JSON.parse(readFileSync(served, 'utf8'));
	expect(v.parse(boundaryTopology, file)).toEqual(file);
	expect(v.is(boundaryTopology, borders)).toBe(true);
});

it.each([
	['nothing', null],
	['a page', '<!doctype html>'],
	['no lines', { ...borders, arcs: undefined }],
	['a point that is none', { ...borders, arcs: [[[0, null]]] }],
	['half a point', { ...borders, arcs: [[[0]]] }],
	['a ring that is none', withArea({ type: 'Polygon', arcs: ['0'], properties: { code: '1' } })],
	['no provinces', { ...borders, objects: { municipalities: borders.objects.municipalities } }],
	['an area without its code', withArea({ type: 'Polygon', arcs: [[0]], properties: {} })]
])('refuses %s', (_, file) => {
	expect(v.is(boundaryTopology, file)).toBe(false);
});
