import { describe, expect, it, test } from 'vitest';
import {
	assetsOf,
	deskSlugOf,
	keyOf,
	mayBeKept,
	offlinePageOf,
	plainlySpelled,
	treatmentOf
} from './offline';

const of = (pathname: string) => treatmentOf({ pathname });

describe('the service worker', () => {
	it('keeps the finder and the pages of desks, in three languages', () => {
		for (const path of [
			'/loketten',
			'/fr/loketten',
			'/en/loketten',
			'/loketten/loket-gent',
			'/fr/loketten/x'
		])
			expect(of(path), path).toBe('page');
		expect(of('/en/loketten/__data.json')).toBe('data');
		expect(of('/loketten/loket-gent/__data.json')).toBe('data');
	});

	it('keeps what they are made of', () => {
		expect(of('/loketten/gegevens.json')).toBe('copy');
		expect(of('/_app/immutable/entry/start.js')).toBe('asset');
		expect(of('/kaart/gent.svg')).toBe('picture');
		expect(of('/loketten/kaart.svg')).toBe('picture');
	});

	it('knows a file by any spelling of its address, and keeps it under one', () => {
		const { pathname, search } = plainlySpelled('https://x.be/_app/%69mmutable/entry/start.js?a=%69');
		expect([pathname, search]).toEqual(['/_app/immutable/entry/start.js', '?a=%69']);
		for (const path of ['/loketten/a%2Fb', '/loketten/%E0%A4%A', '/caf%C3%A9', '/%2569'])
			expect(of(plainlySpelled(`https://x.be${path}`).pathname), path).toBeUndefined();
	});

	it.each([
		'/',
		'/_app/immutable/assets/ground.1.pmtiles',
		'/account',
		'/account/gegevens.json',
		'/aanmelden',
		'/beheer/aanvragen',
		'/beheer/loketten',
		'/mijn-bestuur',
		'/mijn-bestuur/loketten/gent',
		'/fr/mijn-bestuur/loketten',
		'/loketten/nakijken',
		'/fr/loketten/nakijken',
		'/loketten/adres.json',
		'/loketten/loket-gent.vcf',
		'/loketten/a/b',
		'/api/v1/desks.geojson',
		'/wachtwoord/nieuw'
	])('leaves %s alone', (path) => {
		expect(of(path)).toBeUndefined();
	});

	it('keeps a picture of what it is of, and none of what somebody looked for', () => {
		const key = (address: string) => keyOf(new URL(address, 'https://x.be'));
		expect(key('/loketten/kaart.svg?v=7')).toBe('/loketten/kaart.svg');
		expect(key('/loketten/kaart.svg?q=gent&v=7')).toBeUndefined();
		expect(key('/kaart/gent.svg?taal=fr&v=7')).toBe('/kaart/gent.svg?taal=fr');
		expect(key('/kaart/gegevens.json?taal=fr&v=7')).toBe('/kaart/gegevens.json');
		expect(key('/loketten?q=gent')).toBe('/loketten');
	});

	it.each([
		['/over', '/geen-verbinding'],
		['/fr', '/fr/geen-verbinding'],
		['/fr/besturen/gent', '/fr/geen-verbinding'],
		['/en/loketten/loket-gent', '/en/geen-verbinding'],
		['/english', '/geen-verbinding']
	])('answers for %s in its language while there is no network', (path, words) => {
		expect(offlinePageOf(path)).toBe(words);
	});

	it('knows of which desk a page is', () => {
		expect(deskSlugOf('/fr/loketten/loket-gent')).toBe('loket-gent');
		for (const path of ['/loketten', '/loketten/nakijken', '/loketten/loket-gent/affiche', '/over'])
			expect(deskSlugOf(path), path).toBeNull();
	});

	it('keeps no answer that is somebody’s own', () => {
		const answer = (cache: string, status = 200) => ({
			status,
			headers: new Headers({ 'cache-control': cache })
		});
		expect(mayBeKept(answer('public, max-age=0, must-revalidate'))).toBe(true);
		expect(mayBeKept(answer('private, no-store'))).toBe(false);
		expect(mayBeKept(answer('no-store'))).toBe(false);
		expect(mayBeKept(answer('no-cache', 503))).toBe(false);
	});
});

test('a page names its scripts and styles, wherever it stands', () => {
	const html = '<link href="../_app/immutable/a.css"><script>import("./../_app/immutable/b.js")</script>';
	const link =
		'<../_app/immutable/a.css>; rel="preload"; as="style", <../_app/immutable/nodes/7.js>; rel="modulepreload"';
	expect(assetsOf(html, link, 'https://x.be/fr/loketten')).toEqual([
		'/_app/immutable/a.css',
		'/_app/immutable/b.js',
		'/_app/immutable/nodes/7.js'
	]);
});
