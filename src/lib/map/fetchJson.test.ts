import { afterEach, expect, it, vi } from 'vitest';
import { fetchJson } from './fetchJson';
import { isBoundaryTopology, isMapData } from './mapData';
import { smallDirectory } from './boundaries.fixture';

afterEach(() => void vi.unstubAllGlobals());

const fetched = (body: string, status = 200) => {
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
	return fetchJson('/kaart/gegevens.json', isMapData, new AbortController().signal);
};

it('hands out what arrives', async () => {
	expect(await fetched(JSON.stringify(smallDirectory()))).toEqual(smallDirectory());
});

it.each([
	['a page', '<!doctype html>'],
	['nothing', 'null'],
	['no desks', JSON.stringify({ municipalities: [] })],
	['a desk that is nowhere', JSON.stringify({ municipalities: [], desks: [{ id: 'a', name: 'Loket' }] })]
])('fails on %s', async (_, body) => {
	await expect(fetched(body)).rejects.toThrow();
});

it.each([
	['a page', '<!doctype html>'],
	['nothing', 'null'],
	['no lines', '{"objects":{"municipalities":{"geometries":[]},"provinces":{"geometries":[]}}}'],
	['no provinces', '{"arcs":[],"objects":{"municipalities":{"geometries":[]}}}']
])('draws no borders of %s', async (_, body) => {
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
	const { signal } = new AbortController();
	await expect(fetchJson('/boundaries.json', isBoundaryTopology, signal)).rejects.toThrow();
});

it('fails on a refusal', async () => {
	await expect(fetched('{}', 503)).rejects.toThrow('503');
});
