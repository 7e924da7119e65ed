import type { APIResponse } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { get } from './support/http.ts';
import { expect, test } from './support/test.ts';

const API = '/api/v1';
const ROUTES = [
	'/local-governments.geojson',
	'/desks.geojson',
	'/desks.csv',
	'/municipalities.json',
	'/openapi.json'
];
const HSDS = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];
const TYPES: Record<string, string> = {
	'/local-governments.geojson': 'application/geo+json',
	'/desks.geojson': 'application/geo+json',
	'/desks.csv': 'text/csv',
	'/municipalities.json': 'application/json',
	'/openapi.json': 'application/json'
};

interface Problem {
	status: number;
	title: string;
	errors?: { parameter: string }[];
}
interface Desks {
	notice?: string;
	features: {
		geometry: { type: string; coordinates: [number, number] };
		properties: { slug: string; nisCode: string; distanceMetres?: number };
	}[];
}

const desks = async (answer: APIResponse): Promise<Desks> => answer.json();

test('the description lists exactly the addresses there are, and each answers', async ({ request }) => {
	const description: { openapi: string; paths: object } = await (
		await request.get(`${API}/openapi.json`)
	).json();
	expect(description.openapi).toMatch(/^3\.1/);
	const hsds = HSDS.flatMap((list) => [`/hsds/${list}`, `/hsds/${list}/{id}`]);
	expect(Object.keys(description.paths).toSorted()).toEqual([...ROUTES, '/hsds', ...hsds].toSorted());
	for (const route of ROUTES) {
		const answer = await request.get(API + route);
		expect(answer.status(), route).toBe(200);
		expect(answer.headers()['content-type'], route).toContain(TYPES[route]);
	}
});

for (const route of ROUTES) {
	test(`${route} is open to every site, and says what it has not to send again`, async ({ baseURL }) => {
		const first = await get(`${baseURL}${API}${route}`, { origin: 'https://elders.example' });
		expect(first.headers['access-control-allow-origin']).toBe('*');
		expect(first.headers['cache-control']).toContain('public');
		const etag = first.headers.etag ?? '';
		expect(etag).toMatch(/^W\/"/);
		const again = await get(`${baseURL}${API}${route}`, { 'if-none-match': etag });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
		expect(again.headers.etag).toBe(etag);
		expect(again.headers['access-control-allow-origin']).toBe('*');
		expect((await get(`${baseURL}${API}${route}`, { 'if-none-match': 'W/"other"' })).status).toBe(200);
	});

	test(`${route} is compressed as the client can read it, with the same content`, async ({ baseURL }) => {
		const plain = await get(`${baseURL}${API}${route}`, {});
		expect(plain.headers['content-encoding']).toBeUndefined();
		for (const encoding of ['br', 'gzip']) {
			const packed = await get(`${baseURL}${API}${route}`, { 'accept-encoding': encoding });
			expect(packed.headers['content-encoding']).toBe(encoding);
			expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
			expect(packed.body.length).toBeLessThan(plain.body.length / 2);
			expect(packed.decoded.equals(plain.body)).toBe(true);
		}
	});
}

test('who takes part is there as points, and nobody else', async ({ request }) => {
	const answer: { features: { properties: Record<string, unknown> }[] } = await (
		await request.get(`${API}/local-governments.geojson`)
	).json();
	expect(answer.features.length).toBeGreaterThan(100);
	for (const { properties } of answer.features) {
		expect(properties.participatingSince).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(Object.keys(properties).toSorted()).toEqual(
			[
				'deskCount',
				'id',
				'kind',
				'municipality',
				'name',
				'nisCode',
				'participatingSince',
				'province',
				'slug',
				'website'
			].toSorted()
		);
	}
});

test('all 304 municipalities are there, with whether they take part', async ({ request }) => {
	const answer: { municipalities: { nisCode: string; province: string }[] } = await (
		await request.get(`${API}/municipalities.json`)
	).json();
	expect(answer.municipalities).toHaveLength(304);
	expect(answer.municipalities.filter(({ province }) => province === 'brussel')).toHaveLength(19);
});

test('near a point the nearest desks come first, each with its distance', async ({ request }) => {
	const answer = await desks(await request.get(`${API}/desks.geojson?near=3.7219,51.0538&limit=7`));
	const distances = answer.features.map(({ properties }) => properties.distanceMetres ?? NaN);
	expect(distances).toHaveLength(7);
	expect(distances).toEqual(distances.toSorted((a, b) => a - b));
	expect(distances.every(Number.isInteger)).toBe(true);
	const nearest = answer.features[0];
	expect(nearest?.properties.nisCode).toBe('44021');
});

test('desks of a municipality, under its code of before a merger too, and inside a box', async ({
	request
}) => {
	const gent = await desks(await request.get(`${API}/desks.geojson?municipality=44021`));
	expect(gent.features).toHaveLength(2);
	expect((await request.get(`${API}/desks.geojson?municipality=45017`)).status()).toBe(200);
	const inBox = await desks(await request.get(`${API}/desks.geojson?bbox=3.5,50.9,3.9,51.2`));
	expect(inBox.features.length).toBeGreaterThanOrEqual(2);
	for (const { geometry } of inBox.features) {
		const [lon, lat] = geometry.coordinates;
		expect(lon > 3.5 && lon < 3.9 && lat > 50.9 && lat < 51.2).toBe(true);
	}
});

const WRONG = [
	['/desks.geojson?near=200,95', 'near'],
	['/desks.geojson?near=gent', 'near'],
	['/desks.geojson?near=3.7', 'near'],
	['/desks.geojson?near=NaN,Infinity', 'near'],
	['/desks.geojson?near=3.7,51&limit=1e9', 'limit'],
	['/desks.geojson?near=3.7,51&limit=0', 'limit'],
	['/desks.geojson?near=3.7,51&limit=-1', 'limit'],
	['/desks.geojson?near=3.7,51&near=4,51', 'near'],
	['/desks.geojson?limit=5', 'limit'],
	['/desks.geojson?bbox=1,2,3', 'bbox'],
	['/desks.geojson?bbox=5,51,3,50', 'bbox'],
	["/desks.geojson?municipality=44021'--", 'municipality'],
	['/desks.geojson?gemeente=gent', 'gemeente'],
	['/municipalities.json?page=2', 'page'],
	['/desks.csv?limit=1', 'limit']
] as const;
for (const [address, parameter] of WRONG) {
	test(`${address} is refused, and the answer names ${parameter}`, async ({ request }) => {
		const answer = await request.get(API + address);
		expect(answer.status()).toBe(400);
		expect(answer.headers()['content-type']).toContain('application/problem+json');
		expect(answer.headers()['access-control-allow-origin']).toBe('*');
		const problem: Problem = await answer.json();
		expect(problem.status).toBe(400);
		expect(problem.errors?.map((error) => error.parameter)).toContain(parameter);
	});
}

test('what is not there is a problem in JSON, and so is writing', async ({ request }) => {
	const missing = await request.get(`${API}/burgemeesters.json`);
	expect(missing.status()).toBe(404);
	expect(missing.headers()['content-type']).toContain('application/problem+json');
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
		const answer = await request.fetch(`${API}/desks.geojson`, { method });
		expect(answer.status(), method).toBe(405);
		expect(answer.headers().allow).toContain('GET');
	}
	expect((await request.get(`${API}/desks.geojson?municipality=99999`)).status()).toBe(404);
});

test('a script on another site may ask first', async ({ request }) => {
	const answer = await request.fetch(`${API}/desks.geojson`, {
		method: 'OPTIONS',
		headers: {
			origin: 'https://elders.example',
			'access-control-request-method': 'GET',
			'access-control-request-headers': 'if-none-match'
		}
	});
	expect(answer.status()).toBe(204);
	expect(answer.headers()['access-control-allow-headers']?.toLowerCase()).toContain('if-none-match');
});

test('the table opens in a spreadsheet, and no cell of it is a formula', async ({ baseURL, request }) => {
	const { body } = await get(`${baseURL}${API}/desks.csv`, {});
	expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
	const geojson = await desks(await request.get(`${API}/desks.geojson`));
	expect(rows.map(({ slug }) => slug)).toEqual(geojson.features.map(({ properties }) => properties.slug));
	const cells = rows.flatMap((row) => Object.values(row));
	expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	expect(cells.some((cell) => cell.startsWith("'+32"))).toBe(true);
});

test('by the Human Services Data Specification, every list leads to what it lists', async ({ request }) => {
	const about: { version: string; openapi_url: string } = await (await request.get(`${API}/hsds/`)).json();
	expect(about.version).toBe('3.1');
	expect((await request.get(about.openapi_url)).status()).toBe(200);
	for (const name of HSDS) {
		const answer = await request.get(`${API}/hsds/${name}?per_page=1`);
		const list: { total_items: number; contents: { id: string }[] } = await answer.json();
		expect(list.contents, name).toHaveLength(1);
		const address = `${API}/hsds/${name}/${list.contents[0]?.id}`;
		const one = await request.get(address);
		expect(await one.json(), name).toMatchObject({ id: list.contents[0]?.id });
		expect(one.headers()['access-control-allow-origin']).toBe('*');
		const etag = one.headers().etag ?? '';
		expect((await request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304);
	}
	const missing = await request.get(`${API}/hsds/services/00000000-0000-4000-8000-000000000000`);
	expect(missing.status()).toBe(404);
	expect(missing.headers()['content-type']).toContain('application/problem+json');
});

test('nothing the API says is personal or withheld', async ({ request }) => {
	const full = ['/hsds/organizations?full=true&full_service=true', '/hsds/service_at_locations?full=true'];
	for (const route of [...ROUTES, ...full].filter((route) => route !== '/openapi.json')) {
		const text = await (await request.get(API + route)).text();
		expect(text, route).not.toMatch(/email_?domains|is_?example|sb_secret_|service_role/i);
		for (const [, host] of text.matchAll(/[\w.+-]+@([\w.-]+)/g)) expect(host, route).toMatch(/\.example$/);
	}
});
