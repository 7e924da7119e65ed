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
	// 304 municipalities and five pages, in three languages
	expect(addresses).toHaveLength((304 + 5) * 3);
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
