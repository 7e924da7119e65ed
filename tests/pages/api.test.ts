import { parse } from 'csv-parse/sync';
import { it } from 'vitest';
import { expect } from './expectations.ts';
import { get } from '../e2e/support/http.ts';
import { useSite } from './site.ts';
import { describedAnswers } from '../fixtures/describedAnswers.ts';

const site = useSite();

const API = '/api/v1';
const ROUTES = [
	'/local-governments.geojson',
	'/desks.geojson',
	'/desks.csv',
	'/local-governments.csv',
	'/municipalities.json',
	'/openapi.json'
];
const HSDS = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];
const TYPES: Record<string, string> = {
	'/local-governments.geojson': 'application/geo+json',
	'/desks.geojson': 'application/geo+json',
	'/desks.csv': 'text/csv',
	'/local-governments.csv': 'text/csv',
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
		properties: { slug: string; nisCode: string; phone: string | null; distanceMetres?: number };
	}[];
}

const desks = async (answer: Response): Promise<Desks> => answer.json();

it('the description lists exactly the addresses there are, and each answers', async () => {
	const visitor = site.visitor();
	const description: { openapi: string; paths: object } = await (
		await visitor.ask(`${API}/openapi.json`)
	).json();
	expect(description.openapi).toMatch(/^3\.1/);
	const hsds = HSDS.flatMap((list) => [`/hsds/${list}`, `/hsds/${list}/{id}`]);
	expect(Object.keys(description.paths).toSorted()).toEqual([...ROUTES, '/hsds', ...hsds].toSorted());
	for (const route of ROUTES) {
		const answer = await visitor.ask(API + route);
		expect(answer.status, route).toBe(200);
		expect(answer.headers.get('content-type'), route).toContain(TYPES[route]);
	}
});

for (const route of ROUTES) {
	it(`${route} is open to every site, and says what it has not to send again`, async () => {
		const first = await get(`${site.url}${API}${route}`, { origin: 'https://elders.example' });
		expect(first.headers['access-control-allow-origin']).toBe('*');
		expect(first.headers['cache-control']).toContain('public');
		const etag = first.headers.etag ?? '';
		expect(etag).toMatch(/^W\/"/);
		const again = await get(`${site.url}${API}${route}`, { 'if-none-match': etag });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
		expect(again.headers.etag).toBe(etag);
		expect(again.headers['access-control-allow-origin']).toBe('*');
		expect((await get(`${site.url}${API}${route}`, { 'if-none-match': 'W/"other"' })).status).toBe(200);
	});

	it(`${route} is compressed as the client can read it, with the same content`, async () => {
		const plain = await get(`${site.url}${API}${route}`, {});
		expect(plain.headers['content-encoding']).toBeUndefined();
		for (const encoding of ['br', 'gzip']) {
			const packed = await get(`${site.url}${API}${route}`, { 'accept-encoding': encoding });
			expect(packed.headers['content-encoding']).toBe(encoding);
			expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
			expect(packed.body.length).toBeLessThan(plain.body.length / 2);
			expect(packed.decoded.equals(plain.body)).toBe(true);
		}
	});
}

it('who takes part is there as points, and nobody else', async () => {
	const visitor = site.visitor();
	const answer: { features: { properties: Record<string, unknown> }[] } = await (
		await visitor.ask(`${API}/local-governments.geojson`)
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
				'url',
				'website'
			].toSorted()
		);
	}
});

it('all 304 municipalities are there, with whether they take part', async () => {
	const visitor = site.visitor();
	const answer: { municipalities: { nisCode: string; province: string }[] } = await (
		await visitor.ask(`${API}/municipalities.json`)
	).json();
	expect(answer.municipalities).toHaveLength(304);
	expect(answer.municipalities.filter(({ province }) => province === 'brussel')).toHaveLength(19);
});

it('near a point the nearest desks come first, each with its distance', async () => {
	const visitor = site.visitor();
	const answer = await desks(await visitor.ask(`${API}/desks.geojson?near=3.7219,51.0538&limit=7`));
	const distances = answer.features.map(({ properties }) => properties.distanceMetres ?? NaN);
	expect(distances).toHaveLength(7);
	expect(distances).toEqual(distances.toSorted((a, b) => a - b));
	expect(distances.every(Number.isInteger)).toBe(true);
	const nearest = answer.features[0];
	expect(nearest?.properties.nisCode).toBe('44021');
});

it('desks of a municipality, under its code of before a merger too, and inside a box', async () => {
	const visitor = site.visitor();
	const gent = await desks(await visitor.ask(`${API}/desks.geojson?municipality=44021`));
	expect(gent.features).toHaveLength(2);
	expect((await visitor.ask(`${API}/desks.geojson?municipality=45017`)).status).toBe(200);
	const inBox = await desks(await visitor.ask(`${API}/desks.geojson?bbox=3.5,50.9,3.9,51.2`));
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
	['/desks.csv?limit=1', 'limit'],
	['/desks.csv?separator=%7C', 'separator'],
	['/desks.geojson?near=51.05,3.72', 'near'],
	['/local-governments.csv?decimal=x', 'decimal']
] as const;
for (const [address, parameter] of WRONG) {
	it(`${address} is refused, and the answer names ${parameter}`, async () => {
		const visitor = site.visitor();
		const answer = await visitor.ask(API + address);
		expect(answer.status).toBe(400);
		expect(answer.headers.get('content-type')).toContain('application/problem+json');
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		const problem: Problem = await answer.json();
		expect(problem.status).toBe(400);
		expect(problem.errors?.map((error) => error.parameter)).toContain(parameter);
	});
}

it('what is not there is a problem in JSON, and so is writing', async () => {
	const visitor = site.visitor();
	const missing = await visitor.ask(`${API}/burgemeesters.json`);
	expect(missing.status).toBe(404);
	expect(missing.headers.get('content-type')).toContain('application/problem+json');
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
		const answer = await visitor.ask(`${API}/desks.geojson`, { method });
		expect(answer.status, method).toBe(405);
		expect(answer.headers.get('allow')).toContain('GET');
	}
	expect((await visitor.ask(`${API}/desks.geojson?municipality=99999`)).status).toBe(404);
});

it('a script on another site may ask first', async () => {
	const visitor = site.visitor();
	const answer = await visitor.ask(`${API}/desks.geojson`, {
		method: 'OPTIONS',
		headers: {
			origin: 'https://elders.example',
			'access-control-request-method': 'GET',
			'access-control-request-headers': 'if-none-match'
		}
	});
	expect(answer.status).toBe(204);
	expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('if-none-match');
});

it('the table opens in a spreadsheet, and no cell of it is a formula', async () => {
	const visitor = site.visitor();
	const { body } = await get(`${site.url}${API}/desks.csv`, {});
	expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
	const geojson = await desks(await visitor.ask(`${API}/desks.geojson`));
	expect(rows.map(({ slug }) => slug)).toEqual(geojson.features.map(({ properties }) => properties.slug));
	const cells = rows.flatMap((row) => Object.values(row));
	// A phone number is none: "+" and digits.
	expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^\+\d{7,15}$/.test(cell))).toEqual([]);
	expect(rows.map(({ phone }) => phone || null)).toEqual(
		geojson.features.map(({ properties }) => properties.phone)
	);
});

for (const [language, heading] of [
	['', 'Open data'],
	['/fr', 'Données ouvertes'],
	['/en', 'Open data']
] as const) {
	it(`a page in ${language || 'Dutch'} says what there is for whoever uses the data, and what it names is there`, async () => {
		const visitor = site.visitor();
		await visitor.open(language || '/');
		await visitor.getByRole('contentinfo').getByRole('link', { name: heading }).click();
		expect(visitor.address).toBe(`${language}/api/v1`);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText(heading);
		expect(visitor.getByRole('main')).toContainText('CC BY 4.0');
		for (const link of visitor.locator('main a[href^="/api/v1/"]').all()) {
			const href = link.getAttribute('href') ?? '';
			expect((await visitor.ask(href)).status, href).toBe(200);
		}
	});
}

it('addresses above the open data lead to its page', async () => {
	const visitor = site.visitor();
	for (const [from, to] of [
		['/api', '/api/v1'],
		['/api/v1/', '/api/v1']
	] as const) {
		const answer = await visitor.ask(from);
		expect([answer.status, answer.headers.get('location')]).toEqual([308, to]);
	}
});

it('every answer is what the description says of it, and carries the licence of the data', async () => {
	const visitor = site.visitor();
	const description: { paths: Record<string, unknown> } = await (
		await visitor.ask(`${API}/openapi.json`)
	).json();
	const wrong = describedAnswers(description);
	const idOf = async (list: string): Promise<string> => {
		const page: { contents: { id: string }[] } = await (
			await visitor.ask(`${API}/hsds/${list}?per_page=1`)
		).json();
		return page.contents[0]?.id ?? '';
	};
	for (const path of Object.keys(description.paths)) {
		const list = HSDS.find((name) => path.startsWith(`/hsds/${name}/`));
		const address = API + (list ? path.replace('{id}', await idOf(list)) : path);
		for (const query of ['', '?onbekend=1']) {
			const answer = await visitor.ask(address + query);
			expect(answer.status).toBe(query ? 400 : 200);
			const contentType = answer.headers.get('content-type');
			const body = await answer.text();
			expect(wrong({ path, status: answer.status, contentType, body })).toEqual([]);
			if (query) continue;
			expect(answer.headers.get('link'), path).toContain('rel="license"');
			if (path !== '/openapi.json')
				expect(Date.parse(answer.headers.get('last-modified') ?? ''), path).toBeGreaterThan(0);
		}
	}
});

it('by the Human Services Data Specification, every list leads to what it lists', async () => {
	const visitor = site.visitor();
	const about: { version: string; openapi_url: string } = await (
		await visitor.ask(`${API}/hsds/`, { redirect: 'follow' })
	).json();
	expect(about.version).toBe('3.1');
	expect((await visitor.ask(about.openapi_url)).status).toBe(200);
	for (const name of HSDS) {
		const answer = await visitor.ask(`${API}/hsds/${name}?per_page=1`);
		const list: { total_items: number; contents: { id: string }[] } = await answer.json();
		expect(list.contents, name).toHaveLength(1);
		const address = `${API}/hsds/${name}/${list.contents[0]?.id}`;
		const one = await visitor.ask(address);
		expect(await one.json(), name).toMatchObject({ id: list.contents[0]?.id });
		expect(one.headers.get('access-control-allow-origin')).toBe('*');
		const etag = one.headers.get('etag') ?? '';
		expect((await get(site.url + address, { 'if-none-match': etag })).status).toBe(304);
		const since = one.headers.get('last-modified') ?? '';
		expect((await get(site.url + address, { 'if-modified-since': since })).status).toBe(304);
	}
	const missing = await visitor.ask(`${API}/hsds/services/00000000-0000-4000-8000-000000000000`);
	expect(missing.status).toBe(404);
	expect(missing.headers.get('content-type')).toContain('application/problem+json');
});

it('nothing the API says is personal or withheld', async () => {
	const visitor = site.visitor();
	const full = ['/hsds/organizations?full=true&full_service=true', '/hsds/service_at_locations?full=true'];
	for (const route of [...ROUTES, ...full].filter((route) => route !== '/openapi.json')) {
		const text = await (await visitor.ask(API + route)).text();
		expect(text, route).not.toMatch(/email_?domains|is_?example|sb_secret_|service_role/i);
		for (const [, host] of text.matchAll(/[\w.+-]+@([\w.-]+)/g)) expect(host, route).toMatch(/\.example$/);
	}
});
