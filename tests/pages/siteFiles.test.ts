import { globSync } from 'node:fs';
import { it } from 'vitest';
import { PUBLIC_PAGES } from './addresses.ts';
import { expect } from './expectations.ts';
import { get } from '../e2e/support/http.ts';
import { useSite } from './site.ts';

const site = useSite();

const PAGES = [...PUBLIC_PAGES, '/fr/', '/en/', '/fr/besturen/gent', '/contact/bedankt'];

it('the health check asks the database and is kept by nobody', async () => {
	const visitor = site.visitor();
	const answer = await visitor.ask('/healthz');
	expect(answer.status).toBe(200);
	expect(await answer.json()).toMatchObject({ status: 'ok' });
	expect(answer.headers.get('cache-control')).toContain('no-store');
});

it('the sitemap has every page in every language, and each exists', async () => {
	const visitor = site.visitor();
	const xml = await (await visitor.ask('/sitemap.xml')).text();
	const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
	const { features } = await (await visitor.ask('/api/v1/desks.geojson')).json();
	const [resources] = await site.sql<{ count: number }>`
		select count(*)::integer as count from resource where is_shown and visibility = 'public'`;
	// 304 municipalities, six provinces, the desks, what everybody may read, and twelve pages, in three languages
	expect(addresses).toHaveLength((304 + 6 + features.length + (resources?.count ?? 0) + 12) * 3);
	expect(new Set(addresses).size).toBe(addresses.length);
	for (const address of addresses) expect(address.startsWith(`${site.url}/`)).toBe(true);
	expect(xml).toContain('hreflang="fr"');
	// Every tenth is a fair sample: each is a whole page.
	const sample = addresses.filter((_, place) => place % 10 === 0);
	for (const address of sample) expect((await visitor.ask(address)).status, address).toBe(200);
});

it('robots.txt leads to the sitemap', async () => {
	const visitor = site.visitor();
	const text = await (await visitor.ask('/robots.txt')).text();
	expect(text).toContain(`Sitemap: ${site.url}/sitemap.xml`);
});

it('security.txt says whom to tell, and is not out of date', async () => {
	const visitor = site.visitor();
	const answer = await visitor.ask('/.well-known/security.txt');
	expect(answer.headers.get('content-type')).toContain('text/plain');
	const text = await answer.text();
	expect(text).toMatch(/^Contact: \S+/m);
	const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
	expect(expires).toBeGreaterThan(Date.now());
	expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
});

it('every page says that what it shows is an example', async () => {
	const visitor = site.visitor();
	for (const path of PAGES) {
		const html = await (await visitor.ask(path, { redirect: 'follow' })).text();
		const notice = path.startsWith('/fr')
			? /exemple/i
			: path.startsWith('/en')
				? /example/i
				: /Voorbeeldgegevens\./;
		expect(/<aside[^>]*class="example[\s\S]*?<\/aside>/.exec(html)?.[0], path).toMatch(notice);
	}
});

it('pages may run, load and send nothing but their own', async () => {
	const visitor = site.visitor();
	for (const path of [...PAGES, '/besturen/zzqqxx']) {
		const headers = (await visitor.ask(path, { redirect: 'follow' })).headers;
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy, path).toContain("default-src 'none'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(policy, path).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('referrer-policy'), path).toBeTruthy();
		expect(headers.get('set-cookie'), path).toBeNull();
	}
});

it('static files carry the same headers, and are only read', async () => {
	const visitor = site.visitor();
	const page = (await visitor.ask('/')).headers;
	const html = await (await visitor.ask('/')).text();
	const asset = `/${/_app\/immutable\/[\w./-]+\.js/.exec(html)?.[0]}`;
	for (const path of ['/favicon.svg', '/favicon.ico', '/boundaries.json', asset]) {
		const headers = (await visitor.ask(path, { redirect: 'follow' })).headers;
		for (const name of [
			'x-content-type-options',
			'referrer-policy',
			'cross-origin-opener-policy',
			'x-frame-options'
		])
			expect(headers.get(name), `${name} of ${path}`).toBe(page.get(name));
		for (const method of ['POST', 'DELETE', 'PUT']) {
			const answer = await visitor.ask(path, { method });
			expect(answer.status, `${method} ${path}`).toBe(405);
			expect(answer.headers.get('allow')).toBe('GET, HEAD');
		}
	}
});

it('on one’s own machine the site answers to no other name', async () => {
	for (const path of ['/', '/sitemap.xml', '/favicon.svg']) {
		const answer = await get(`${site.url}${path}`, { host: 'evil.example' });
		expect(answer.status, path).toBe(421);
		expect(answer.body.toString(), path).not.toContain('evil.example');
	}
	expect((await get(`${site.url}/`, { host: 'localhost:1' })).status).toBe(200);
});

it('a page in Dutch has one address, without the language', async () => {
	const visitor = site.visitor();
	for (const [path, leadsTo] of [
		['/nl', '/'],
		['/nl/over?x=1', '/over?x=1'],
		['/nl/besturen/gent', '/besturen/gent'],
		['/nl//evil.example', '/evil.example']
	] as const) {
		for (const method of ['GET', 'HEAD']) {
			const answer = await visitor.ask(path, { method });
			expect(answer.status, path).toBe(308);
			expect(answer.headers.get('location'), path).toBe(leadsTo);
			expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		}
	}
	expect((await visitor.open('/nl/')).url).toBe(`${site.url}/`);
});

it('what the map shows is kept for a day under the edition that the page names, and no other', async () => {
	const visitor = site.visitor();
	const html = await (await visitor.ask('/')).text();
	const edition = /overzicht\.svg\?v=([\w-]+)/.exec(html)?.[1];
	expect(edition).toHaveLength(22);
	for (const path of ['/kaart/overzicht.svg', '/kaart/gegevens.json', '/kaart/gent.svg']) {
		expect((await visitor.ask(`${path}?v=${edition}`)).headers.get('cache-control')).toContain(
			'max-age=86400'
		);
		expect((await visitor.ask(`${path}?v=1`)).headers.get('cache-control')).toBe('no-cache');
	}
});

it('the picture of the map outlines the chosen municipality', async () => {
	const visitor = site.visitor();
	const picture = async (query: string) => (await visitor.ask(`/kaart/overzicht.svg${query}`)).text();
	expect(await picture('')).not.toContain('class="here"');
	expect(await picture('?gekozen=gent')).toContain('class="here"');
	expect(await picture('?gekozen=atlantis')).toBe(await picture(''));
});

it('an address with a parameter that nothing reads gives what belongs to it', async () => {
	const visitor = site.visitor();
	const plain = await (await visitor.ask('/over')).text();
	const tagged = await visitor.ask('/over?utm_source=x');
	expect(await tagged.text()).toContain('/fr/over?utm_source=x');
	expect(tagged.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
	expect(await (await visitor.ask('/over')).text()).toBe(plain);
});

it('pages and static files are compressed, and pages are not sent twice', async () => {
	for (const path of [
		'/',
		'/fr/besturen/gent',
		'/over',
		'/boundaries.json',
		'/kaart/overzicht.svg',
		'/sitemap.xml'
	]) {
		for (const encoding of ['br', 'gzip']) {
			const answer = await get(`${site.url}${path}`, { 'accept-encoding': encoding });
			expect(answer.headers['content-encoding'], `${path} ${encoding}`).toBe(encoding);
			expect(answer.headers.vary?.toLowerCase(), path).toContain('accept-encoding');
			const again = await get(`${site.url}${path}`, {
				'accept-encoding': encoding,
				'cache-control': 'no-cache',
				'if-none-match': answer.headers.etag ?? ''
			});
			expect(again.status, path).toBe(304);
		}
	}
});

it('what the build named after its content is kept for a year', async () => {
	const visitor = site.visitor();
	const html = await (await visitor.ask('/')).text();
	const asset = /_app\/immutable\/[\w./-]+\.js/.exec(html)?.[0];
	expect((await visitor.ask(`/${asset}`)).headers.get('cache-control')).toContain('immutable');
});

it('every link inside the site leads somewhere', async () => {
	const visitor = site.visitor();
	const found = new Set<string>();
	for (const path of PAGES) {
		const html = await (await visitor.ask(path, { redirect: 'follow' })).text();
		for (const [, href] of html.matchAll(/<a [^>]*href="([^"#]+)/g)) {
			const url = new URL((href ?? '').replaceAll('&amp;', '&'), `${site.url}${path}`);
			if (url.origin === site.url) found.add(url.pathname + url.search);
		}
	}
	expect(found.size).toBeGreaterThan(60);
	for (const path of found) expect((await visitor.ask(path, { redirect: 'follow' })).status, path).toBe(200);
});

it('addresses with capitals, or with what stood behind them in a text, lead on', async () => {
	const visitor = site.visitor();
	for (const [from, to] of [
		['/Loketten', '/loketten'],
		['/loketten/Vrijwilligersloket-Gent?x=1', '/loketten/vrijwilligersloket-gent?x=1'],
		['/FR', '/fr'],
		['/Fr/loketten', '/fr/loketten'],
		['/NL/Over', '/over'],
		['/loketten/vrijwilligersloket-gent).', '/loketten/vrijwilligersloket-gent'],
		['/besturen/gent,', '/besturen/gent'],
		['/besturen/gent%20', '/besturen/gent'],
		['/kaart/GENT.svg?taal=fr', '/kaart/gent.svg?taal=fr'],
		['/API/v1/desks.geojson', '/api/v1/desks.geojson'],
		['/besturen', '/'],
		['/fr/besturen', '/fr'],
		['/embed', '/insluiten'],
		['/kaart/kruishoutem.svg', '/kaart/kruisem.svg']
	] as const) {
		const answer = await visitor.ask(from);
		expect([answer.status, answer.headers.get('location')], from).toEqual([308, to]);
	}
	const embedded = await (await visitor.ask('/embed/loket?gemeente=GENT')).text();
	expect(embedded).toContain('Vrijwilligersloket Gent');
});

it('password managers find where a password is changed', async () => {
	const visitor = site.visitor();
	const answer = await visitor.ask('/.well-known/change-password');
	expect(answer.status).toBe(303);
	const location = answer.headers.get('location') ?? '';
	expect(location).toBe('/wachtwoord/nieuw');
	expect((await visitor.ask(location)).headers.get('location')).toContain('/aanmelden?next=');
});

it('titles are short and say no name twice', async () => {
	const visitor = site.visitor();
	const xml = await (await visitor.ask('/sitemap.xml')).text();
	const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
	for (const address of addresses.filter((_, place) => place % 7 === 0)) {
		const html = await (await visitor.ask(address)).text();
		const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
		expect(title.length, title).toBeLessThan(65);
		expect(title.split('Lokaal Vrijwilligen').length, title).toBeLessThan(3);
	}
	await visitor.open('/loketten/vrijwilligersloket-gent');
	expect(visitor).toHaveTitle('Vrijwilligersloket Gent – Lokaal Vrijwilligen');
});

it('forms that nobody searches for are kept out of search engines', async () => {
	const visitor = site.visitor();
	for (const path of ['/aanmelden', '/registreren', '/wachtwoord']) {
		const html = await (await visitor.ask(path)).text();
		expect(html, path).toContain('<meta name="robots" content="noindex"');
		expect(html, path).not.toContain('rel="canonical"');
	}
});

it('a shared municipality or desk has a picture of its own', async () => {
	const visitor = site.visitor();
	for (const path of ['/fr/besturen/antwerpen', '/loketten/vrijwilligersloket-gent']) {
		await visitor.open(path);
		const picture = visitor.locator('meta[property="og:image"]').getAttribute('content') ?? '';
		expect(picture).toContain('/kaart/');
		expect(visitor.locator('meta[property="og:type"]').getAttribute('content')).toBe('article');
		const answer = await visitor.ask(picture);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
		expect(Buffer.from(await answer.arrayBuffer()).readUInt32BE(16)).toBe(1200);
	}
	expect((await visitor.ask('/kaart/gent.png?loket=bestaat-niet')).status).toBe(404);
	// Who comes to such an address reads that it is not there, and not that something went wrong on our side.
	for (const path of ['/kaart/nergens.svg', '/kaart/gent.svg?loket=bestaat-niet', '/kaart/nergens.png']) {
		const answer = await visitor.ask(path);
		expect([answer.status, answer.headers.get('content-type')], path).toEqual([
			404,
			'text/plain; charset=utf-8'
		]);
		expect(await answer.text(), path).toContain('Deze kaart is er niet.');
	}
});

it('a frame without an origin may load what it is made of', async () => {
	const visitor = site.visitor();
	const html = await (await visitor.ask('/embed/kaart?gemeente=gent')).text();
	const files = [...html.matchAll(/\/?_app\/immutable\/[\w./-]+\.(?:js|css)/g)].map(
		([path]) => `/${path.replace(/^\//, '')}`
	);
	expect(files.length).toBeGreaterThan(0);
	for (const path of [...new Set(files), '/boundaries.json', '/kaart/gegevens.json?taal=nl'])
		expect((await visitor.ask(path)).headers.get('access-control-allow-origin'), path).toBe('*');
	expect((await visitor.ask('/')).headers.get('access-control-allow-origin')).toBeNull();
});

it('French says d’ before a vowel', async () => {
	const visitor = site.visitor();
	for (const [path, said] of [
		['/fr/besturen/antwerpen', 'd’Anvers'],
		['/fr/besturen/elsene', 'd’Ixelles'],
		['/fr/besturen/ieper', 'd’Ypres'],
		['/fr/besturen/gent', 'de Gand'],
		['/fr/besturen/hasselt', 'de Hasselt']
	] as const) {
		const html = await (await visitor.ask(path)).text();
		expect(html, path).toContain(said);
		expect(html, path).not.toMatch(/ de (Anvers|Ixelles|Ypres)/);
	}
});

it('the ground of the map comes in parts, and nobody packs it on the way', async () => {
	const folder = '_app/immutable/assets';
	const [name = ''] = globSync('ground.*.pmtiles*', { cwd: `build/client/${folder}` });
	expect(name).toMatch(/\.pmtiles$/);
	const address = `${site.url}/${folder}/${name}`;
	const ask = (range: string) => get(address, { range, 'accept-encoding': 'br, gzip' });
	const start = await ask('bytes=0-99');
	expect(start.status).toBe(206);
	expect(start.body.subarray(0, 7).toString()).toBe('PMTiles');
	const size = Number(/^bytes 0-99\/(\d+)$/.exec(start.headers['content-range'] ?? '')?.[1]);
	const end = await ask(`bytes=${size - 10}-${size - 1}`);
	expect(end.body).toHaveLength(10);
	for (const { headers } of [start, end]) {
		expect(headers['content-encoding']).toBeUndefined();
		expect(headers.etag).toBe(`"${name}"`);
		expect(headers['cache-control']).toContain('immutable');
		expect(headers['accept-ranges']).toBe('bytes');
	}
	const head = await site.visitor().ask(address, { method: 'HEAD' });
	expect(head.status).toBe(200);
	expect(head.headers.get('content-length')).toBe(String(size));
	expect((await ask(`bytes=${size}-${size + 9}`)).status).toBe(416);
});
