import { expect, test } from 'vitest';
import { treatmentOf } from '$lib/finder/offline';
import { routesOnDisk } from '../../../tests/policies/routes.ts';
import { pathOf } from '../../../tests/routes.ts';
import { clockOf, factsOf, readsAll, ROUTE_IDS, verdictFor } from './routes.server';

const reads = (routeId: string, query: string) => readsAll(routeId, new URLSearchParams(query));

test('a query of parameters that the route reads is one of its own', () => {
	expect(reads('/(site)', '')).toBe(true);
	expect(reads('/(site)', 'q=gent&provincie=limburg&provincie=antwerpen&gekozen=gent&page=2')).toBe(true);
	expect(reads('/kaart/overzicht.svg', 'q=gent&v=x')).toBe(true);
	expect(reads('/kaart/[slug].svg', 'taal=fr&v=x')).toBe(true);
	expect(reads('/(site)/registreren/besturen.json', 'q=gent')).toBe(true);
	expect(reads('/sitemap.xml', '')).toBe(true);
	expect(reads('/api/v1/desks.geojson', 'near=3.7,51&limit=3')).toBe(true);
});

test('one with anything else is made up', () => {
	expect(reads('/(site)', 'q=gent&utm_source=x')).toBe(false);
	expect(reads('/(site)/over', 'q=gent')).toBe(false);
	expect(reads('/sitemap.xml', 'x=1')).toBe(false);
	expect(reads('/(site)', '__proto__=1')).toBe(false);
	expect(reads('constructor', 'x=1')).toBe(false);
});

test('every route on disk is decided about, and no other', () => {
	expect(ROUTE_IDS.toSorted()).toEqual(
		routesOnDisk()
			.map(({ id }) => id)
			.toSorted()
	);
});

test('a page that nobody decided about is closed to everybody', () => {
	expect(verdictFor('/beheer/made-tomorrow', { status: 'approved', role: 'admin' })).toBe('closed');
	expect(verdictFor('constructor', null)).toBe('closed');
});

test('only what says whether a desk is open is of a minute', () => {
	expect(clockOf('/(site)/loketten')).toBe('minute');
	expect(clockOf('/(site)/over')).toBeUndefined();
	expect(clockOf('/api/v1/hsds/[...path]')).toBe('day');
	expect(clockOf('constructor')).toBeUndefined();
});

test.each(ROUTE_IDS)('the service worker treats %s as is said of it', (id) => {
	expect(treatmentOf({ pathname: pathOf(id) })).toBe(factsOf(id)?.offline);
});
