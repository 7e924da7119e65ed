import { expect, test } from 'vitest';
import { asOursAre, leadOf, namesNoAction, withoutBasePrefix } from './addresses.server';

const leadsTo = (address: string) => withoutBasePrefix(new URL(`http://localhost${address}`));

test('the language without a prefix has one address for each page, and keeps the query', () => {
	expect(leadsTo('/nl')).toBe('/');
	expect(leadsTo('/nl/')).toBe('/');
	expect(leadsTo('/nl/over')).toBe('/over');
	expect(leadsTo('/nl/besturen/gent?x=1&y=%20')).toBe('/besturen/gent?x=1&y=%20');
	expect(leadsTo('/nl?q=gent')).toBe('/?q=gent');
	expect(leadsTo('/nl/nl/over')).toBe('/over');
});

test('other addresses stay as they are', () => {
	for (const address of ['/', '/over', '/fr/over', '/en', '/nlx', '/besturen/nl', '/nl-be/over'])
		expect(leadsTo(address), address).toBeUndefined();
});

test('nobody is led to another site', () => {
	const base = 'http://localhost';
	for (const path of [
		'//evil.example',
		'///evil.example/',
		'/\\evil.example',
		'//nl//evil.example',
		'/\t/evil.example'
	]) {
		const location = leadsTo(`/nl${path}`) ?? '';
		expect(new URL(location, base).origin, path).toBe(base);
		expect(location, path).toMatch(/^\/(?![/\\])/);
	}
});

test('a form action has a name of its own', () => {
	for (const query of ['/__proto__', '/constructor', 'x=1&/toString=', '/valueOf=2'])
		expect(namesNoAction(new URLSearchParams(query)), query).toBe(true);
	for (const query of ['', '/send', '__proto__', '/default'])
		expect(namesNoAction(new URLSearchParams(query)), query).toBe(false);
});

const tidied = (address: string) => asOursAre(new URL(`http://localhost${address}`));

test.each([
	['/Loketten', '/loketten'],
	['/loketten/Vrijwilligersloket-Gent', '/loketten/vrijwilligersloket-gent'],
	['/FR', '/fr'],
	['/Fr/Loketten', '/fr/loketten'],
	['/besturen/gent.', '/besturen/gent'],
	['/besturen/gent,', '/besturen/gent'],
	['/besturen/gent)', '/besturen/gent'],
	['/besturen/gent).', '/besturen/gent'],
	['/besturen/gent%20', '/besturen/gent'],
	['/besturen/gent”', '/besturen/gent'],
	['/besturen/gent…', '/besturen/gent'],
	['/besturen/gent./', '/besturen/gent'],
	['/besturen/gent%3E', '/besturen/gent'],
	['/kaart/GENT.svg', '/kaart/gent.svg'],
	['/API/v1/desks.GEOJSON', '/api/v1/desks.geojson'],
	['/,', '/']
])('%s belongs at %s', (address, path) => {
	expect(tidied(address)).toBe(path);
});

test.each([
	'/',
	'/loketten',
	'/%E0%A4%A',
	'/loketten/',
	'/besturen/gent',
	'/fr/over',
	'/kaart/gent.svg',
	'/loketten/x.vcf',
	// A letter with an accent is told apart from its capital by the page.
	'/besturen/li%C3%A8ge',
	'/.well-known/security.txt'
])('%s is as ours are', (address) => {
	expect(tidied(address)).toBeUndefined();
});

test.each(['//Evil.example', '///EVIL.example/', '/\\Evil.example.', '/.//Evil.example,'])(
	'%s leads to no other site',
	(address) => {
		const location = asOursAre({ pathname: address }) ?? '';
		expect(new URL(location, 'http://localhost').origin).toBe('http://localhost');
	}
);

test('what people guess leads on, in their language', () => {
	const lead = (pathname: string) => leadOf({ pathname });
	expect(lead('/besturen')).toBe('/');
	expect(lead('/fr/besturen')).toBe('/fr');
	expect(lead('/en/embed')).toBe('/en/insluiten');
	for (const path of ['/', '/fr', '/besturen/gent', '/constructor', '/fr/__proto__'])
		expect(lead(path), path).toBeUndefined();
});
