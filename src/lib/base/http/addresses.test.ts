import { expect, test } from 'vitest';
import { namesNoAction, withoutBasePrefix } from './addresses.server';

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
