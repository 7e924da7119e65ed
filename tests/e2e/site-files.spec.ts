import { get } from './support/http.ts';
import { expect, test } from './support/test.ts';

const PAGES = [
	'/',
	'/fr/',
	'/en/',
	'/besturen/gent',
	'/fr/besturen/gent',
	'/over',
	'/privacy',
	'/privacy/wie-ziet-wat',
	'/toegankelijkheid',
	'/contact',
	'/contact/bedankt'
];

test('the health check asks the database and is kept by nobody', async ({ request }) => {
	const answer = await request.get('/healthz');
	expect(answer.status()).toBe(200);
	expect(await answer.json()).toMatchObject({ status: 'ok' });
	expect(answer.headers()['cache-control']).toContain('no-store');
});

test('the sitemap has every page in every language, and each exists', async ({ request, baseURL }) => {
	const xml = await (await request.get('/sitemap.xml')).text();
	const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
	const { features } = await (await request.get('/api/v1/desks.geojson')).json();
	// 304 municipalities, the desks and eight pages, in three languages
	expect(addresses).toHaveLength((304 + features.length + 8) * 3);
	expect(new Set(addresses).size).toBe(addresses.length);
	for (const address of addresses) expect(address.startsWith(`${baseURL}/`)).toBe(true);
	expect(xml).toContain('hreflang="fr"');
	// Every tenth is a fair sample: each is a whole page.
	const sample = addresses.filter((_, place) => place % 10 === 0);
	for (const address of sample)
		expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200);
});

test('robots.txt leads to the sitemap', async ({ request, baseURL }) => {
	const text = await (await request.get('/robots.txt')).text();
	expect(text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test('security.txt says whom to tell, and is not out of date', async ({ request }) => {
	const answer = await request.get('/.well-known/security.txt');
	expect(answer.headers()['content-type']).toContain('text/plain');
	const text = await answer.text();
	expect(text).toMatch(/^Contact: \S+/m);
	const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
	expect(expires).toBeGreaterThan(Date.now());
	expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
});

test('every page says that what it shows is an example', async ({ request }) => {
	for (const path of PAGES) {
		const html = await (await request.get(path)).text();
		const notice = path.startsWith('/fr')
			? /exemple/i
			: path.startsWith('/en')
				? /example/i
				: /Voorbeeldgegevens\./;
		expect(/<aside[^>]*class="example[\s\S]*?<\/aside>/.exec(html)?.[0], path).toMatch(notice);
	}
});

test('pages may run, load and send nothing but their own', async ({ request }) => {
	for (const path of [...PAGES, '/besturen/zzqqxx']) {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, path).toContain("default-src 'none'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(policy, path).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBeTruthy();
		expect(headers['set-cookie'], path).toBeUndefined();
	}
});

test('static files carry the same headers, and are only read', async ({ request }) => {
	const page = (await request.get('/')).headers();
	const html = await (await request.get('/')).text();
	const asset = `/${/_app\/immutable\/[\w./-]+\.js/.exec(html)?.[0]}`;
	for (const path of ['/favicon.svg', '/boundaries.json', asset]) {
		const headers = (await request.get(path)).headers();
		for (const name of [
			'x-content-type-options',
			'referrer-policy',
			'cross-origin-opener-policy',
			'x-frame-options'
		])
			expect(headers[name], `${name} of ${path}`).toBe(page[name]);
		for (const method of ['POST', 'DELETE', 'PUT']) {
			const answer = await request.fetch(path, { method });
			expect(answer.status(), `${method} ${path}`).toBe(405);
			expect(answer.headers().allow).toBe('GET, HEAD');
		}
	}
});

test('on one’s own machine the site answers to no other name', async ({ baseURL }) => {
	for (const path of ['/', '/sitemap.xml', '/favicon.svg']) {
		const answer = await get(`${baseURL}${path}`, { host: 'evil.example' });
		expect(answer.status, path).toBe(421);
		expect(answer.body.toString(), path).not.toContain('evil.example');
	}
	expect((await get(`${baseURL}/`, { host: 'localhost:1' })).status).toBe(200);
});

test('a page in Dutch has one address, without the language', async ({ request, baseURL }) => {
	for (const [path, leadsTo] of [
		['/nl', '/'],
		['/nl/over?x=1', '/over?x=1'],
		['/nl/besturen/gent', '/besturen/gent'],
		['/nl//evil.example', '/evil.example']
	] as const) {
		for (const method of ['GET', 'HEAD']) {
			const answer = await request.fetch(path, { method, maxRedirects: 0 });
			expect(answer.status(), path).toBe(308);
			expect(answer.headers().location, path).toBe(leadsTo);
			expect(answer.headers()['x-content-type-options']).toBe('nosniff');
		}
	}
	expect((await request.get('/nl/', { maxRedirects: 5 })).url()).toBe(`${baseURL}/`);
});

test('what the map shows is kept for a day under the edition that the page names, and no other', async ({
	request
}) => {
	const html = await (await request.get('/')).text();
	const edition = /overzicht\.svg\?v=([\w-]+)/.exec(html)?.[1];
	expect(edition).toHaveLength(22);
	for (const path of ['/kaart/overzicht.svg', '/kaart/gegevens.json', '/kaart/gent.svg']) {
		expect((await request.get(`${path}?v=${edition}`)).headers()['cache-control']).toContain('max-age=86400');
		expect((await request.get(`${path}?v=1`)).headers()['cache-control']).toBe('no-cache');
	}
});

test('the picture of the map outlines the chosen municipality', async ({ request }) => {
	const picture = async (query: string) => (await request.get(`/kaart/overzicht.svg${query}`)).text();
	expect(await picture('')).not.toContain('class="here"');
	expect(await picture('?gekozen=gent')).toContain('class="here"');
	expect(await picture('?gekozen=atlantis')).toBe(await picture(''));
});

test('an address with a parameter that nothing reads gives what belongs to it', async ({ request }) => {
	const plain = await (await request.get('/over')).text();
	const tagged = await request.get('/over?utm_source=x');
	expect(await tagged.text()).toContain('/fr/over?utm_source=x');
	expect(tagged.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
	expect(await (await request.get('/over')).text()).toBe(plain);
});

test('pages and static files are compressed, and pages are not sent twice', async ({ baseURL }) => {
	for (const path of [
		'/',
		'/fr/besturen/gent',
		'/over',
		'/boundaries.json',
		'/kaart/overzicht.svg',
		'/sitemap.xml'
	]) {
		for (const encoding of ['br', 'gzip']) {
			const answer = await get(`${baseURL}${path}`, { 'accept-encoding': encoding });
			expect(answer.headers['content-encoding'], `${path} ${encoding}`).toBe(encoding);
			expect(answer.headers.vary?.toLowerCase(), path).toContain('accept-encoding');
			const again = await get(`${baseURL}${path}`, {
				'accept-encoding': encoding,
				'if-none-match': answer.headers.etag ?? ''
			});
			expect(again.status, path).toBe(304);
		}
	}
});

test('what the build named after its content is kept for a year', async ({ request }) => {
	const html = await (await request.get('/')).text();
	const asset = /_app\/immutable\/[\w./-]+\.js/.exec(html)?.[0];
	expect((await request.get(`/${asset}`)).headers()['cache-control']).toContain('immutable');
});

test('every link inside the site leads somewhere', async ({ request, baseURL }) => {
	const found = new Set<string>();
	for (const path of PAGES) {
		const html = await (await request.get(path)).text();
		for (const [, href] of html.matchAll(/<a [^>]*href="([^"#]+)/g)) {
			const url = new URL((href ?? '').replaceAll('&amp;', '&'), `${baseURL}${path}`);
			if (url.origin === baseURL) found.add(url.pathname + url.search);
		}
	}
	expect(found.size).toBeGreaterThan(60);
	for (const path of found) expect((await request.get(path)).status(), path).toBe(200);
});
