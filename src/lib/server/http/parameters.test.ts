import { expect, test } from 'vitest';
import { readsAll } from './parameters';

const reads = (routeId: string, query: string) => readsAll(routeId, new URLSearchParams(query));

test('a query of parameters that the route reads is one of its own', () => {
	expect(reads('/(public)', '')).toBe(true);
	expect(reads('/(public)', 'q=gent&provincie=limburg&provincie=antwerpen&gekozen=gent&page=2')).toBe(true);
	expect(reads('/kaart/overzicht.svg', 'q=gent&v=x')).toBe(true);
	expect(reads('/kaart/[slug].svg', 'taal=fr&v=x')).toBe(true);
	expect(reads('/(public)/registreren/besturen.json', 'q=gent')).toBe(true);
	expect(reads('/sitemap.xml', '')).toBe(true);
	expect(reads('/api/v1/desks.geojson', 'near=3.7,51&limit=3')).toBe(true);
});

test('one with anything else is made up', () => {
	expect(reads('/(public)', 'q=gent&utm_source=x')).toBe(false);
	expect(reads('/(public)/over', 'q=gent')).toBe(false);
	expect(reads('/sitemap.xml', 'x=1')).toBe(false);
	expect(reads('/(public)', '__proto__=1')).toBe(false);
	expect(reads('constructor', 'x=1')).toBe(false);
});
