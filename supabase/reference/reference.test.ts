import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type * as GeoJSON from 'geojson';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import { readablePhoneNumber } from '../../src/lib/domain/text/phoneNumber.ts';
import { slugOf } from '../../src/lib/domain/text/slug.ts';
import { boundaries } from './boundaries.ts';
import { dice } from './dice.ts';
import { OUTCOMES, RESOURCE_KINDS, RESOURCE_LIMITS } from '../../src/lib/domain/resource/resource.ts';
import { exampleDesks } from './exampleDesks.ts';
import { exampleParticipants } from './exampleParticipants.ts';
import { exampleResources } from './exampleResources.ts';
import { exampleSeed } from './exampleSeed.ts';
import { outputs } from './outputs.ts';
import { isInside } from './places.ts';
import { recordsOf } from './records.ts';
import { readSources } from './sources.ts';
import { literal } from './sql.ts';
import { verify } from './verify.ts';

const sources = readSources();
const records = recordsOf(sources);
const current = records.municipalities.filter((m) => m.validTo === null);
const former = records.municipalities.filter((m) => m.validTo !== null);
const byNis = new Map(records.municipalities.map((m) => [m.nisCode, m]));
const chance = dice('lokaal-vrijwilligen');
const participants = exampleParticipants(records.municipalities, chance);
const desks = exampleDesks(participants, sources, chance);
const resources = exampleResources(participants, chance);

test('the sources do not contradict themselves', () => {
	expect(verify(sources)).toEqual([]);
});

test('a source that contradicts itself is refused, with what is wrong', () => {
	const [first, ...others] = sources.postcodes;
	if (!first) throw new Error('no postcodes');
	const astray = { ...sources, postcodes: [{ ...first, lon: 0, lat: 0 }, ...others] };
	expect(verify(astray)).toEqual([`1000 Brussel: the point lies outside municipality 21004`]);
	expect(() => outputs(astray)).toThrow(/1000 Brussel/);
});

test('the generated files are those of these sources', () => {
	const root = new URL('../../', import.meta.url);
	for (const [path, content] of outputs(sources)) {
		expect(readFileSync(new URL(path, root), 'utf8') === content, `${path}: run npm run data:generate`).toBe(
			true
		);
	}
});

test('there are 304 municipalities: 285 in Flanders and 19 in Brussels', () => {
	const brussels = current.filter((m) => m.provinceCode === '04000');
	expect([current.length, current.length - brussels.length, brussels.length]).toEqual([304, 285, 19]);
	expect(new Set(current.map((m) => m.slug)).size).toBe(304);
	expect(byNis.get('46021')?.slug).toBe('sint-niklaas');
	expect(byNis.get('44021')).toMatchObject({ nameNl: 'Gent', nameFr: 'Gand', nameEn: 'Ghent' });
});

test('every merged municipality leads to a current one, on the day of the merger', () => {
	expect(former).toHaveLength(42);
	for (const { nisCode, succeededBy, validTo } of former) {
		const successor = byNis.get(succeededBy ?? '');
		expect(successor?.validTo, nisCode).toBeNull();
		// Antwerpen kept its code, and so has no beginning.
		expect(successor?.validFrom ?? '2025-01-01', nisCode).toBe(validTo);
	}
	expect(byNis.get('45017')).toMatchObject({
		slug: 'kruishoutem',
		validTo: '2019-01-01',
		succeededBy: '45068'
	});
	expect(byNis.get('11007')).toMatchObject({ nameNl: 'Borsbeek', succeededBy: '11002' });
	expect(byNis.get('11002')).toMatchObject({ validFrom: null, validTo: null });
});

test('neighbours are neighbours both ways', () => {
	for (const { nisCode, neighbours } of current) {
		for (const neighbour of neighbours) expect(byNis.get(neighbour)?.neighbours).toContain(nisCode);
	}
	expect(current.filter((m) => m.neighbours.length === 0).map((m) => m.nameNl)).toEqual(['Voeren']);
	// An enclave has one.
	expect(byNis.get('73028')?.neighbours).toEqual(['73111']);
});

test('every postcode leads to a current municipality', () => {
	expect(new Set(records.postalCodes.map((row) => row.postcode)).size).toBe(550);
	for (const { postcode, nis_code } of records.postalCodes) {
		expect(byNis.get(nis_code)?.validTo, postcode).toBeNull();
	}
});

test('there are 608 local governments: a gemeente and an OCMW per municipality', () => {
	const { localGovernments } = records;
	expect(localGovernments).toHaveLength(608);
	expect(new Set(localGovernments.map((g) => `${g.nisCode} ${g.kind}`)).size).toBe(608);
	expect(new Set(localGovernments.map((g) => g.slug)).size).toBe(608);
	expect(localGovernments.find((g) => g.slug === 'gemeente-gent')).toMatchObject({
		nisCode: '44021',
		emailDomains: ['gent.be']
	});
	expect(localGovernments.find((g) => g.slug === 'ocmw-elsene')).toMatchObject({
		name: 'OCMW Elsene',
		kboNumber: null
	});
});

test('the example has 120 participants and 90 desks, in every province and in Brussels', () => {
	const bodies = participants
		.flatMap(({ since }) => [since.gemeente, since.ocmw])
		.filter((date) => date !== null);
	expect(bodies).toHaveLength(120);
	for (const date of bodies) expect(date).toMatch(/^20(1[6-9]|2[0-5])-\d{2}-01$/);
	expect(desks).toHaveLength(90);
	expect(new Set(desks.map((desk) => desk.slug)).size).toBe(90);
	expect(new Set(desks.map((desk) => byNis.get(desk.nisCode)?.provinceCode)).size).toBe(6);
	const withDesk = new Set(desks.map((desk) => desk.nisCode));
	expect([participants.length, withDesk.size]).toEqual([76, 66]);
	for (const { nisCode, ownerKind, slug } of desks) {
		const owner = participants.find(({ municipality }) => municipality.nisCode === nisCode);
		expect(owner?.since[ownerKind], slug).toBeTruthy();
	}
});

test('every example desk stands in its own municipality and postcode', () => {
	for (const { nisCode, lon, lat, postcode, place, slug } of desks) {
		expect(isInside(sources.polygons.get(nisCode), [lon, lat]), slug).toBe(true);
		expect(
			sources.postcodes.some(
				(p) => p.postcode === postcode && p.place_name === place && p.nis_code === nisCode
			),
			slug
		).toBe(true);
	}
});

test('nothing in the example can be mistaken for real: addresses, domains and telephone numbers do not exist', () => {
	for (const { street, email, website, phone, slug } of desks) {
		expect(street, slug).toMatch(/^Voorbeeld[a-z]+ \d+$/);
		if (email) expect(email).toMatch(/^vrijwilligers(loket|punt)@[a-z0-9-]+\.example$/);
		if (website) expect(new URL(website).hostname).toMatch(/\.example$/);
		// No Belgian line begins with 0 or 1 after its zone; 0 after zone 09 would read as a paid 0900 number.
		if (phone) expect(phone).toMatch(/^\+32((2|3|11|16|50)0{4,5}|910000)\d{2}$/);
	}
	expect(exampleSeed(participants, desks, [], resources)).toMatch(/^-- INVENTED\./);
});

test('the example has something of every kind, outcome, language and province, and leads nowhere that is not there', () => {
	const slugs = resources.map(({ slug }) => slug);
	expect(new Set(slugs).size).toBe(slugs.length);
	expect(new Set(resources.map(({ kind }) => kind))).toEqual(new Set(RESOURCE_KINDS));
	expect(new Set(resources.flatMap(({ story }) => story?.outcome ?? []))).toEqual(new Set(OUTCOMES));
	expect(new Set(resources.map(({ owner }) => owner && byNis.get(owner.nisCode)?.provinceCode))).toEqual(
		new Set([null, '10000', '20001', '30000', '40000', '70000', '04000'])
	);
	expect(resources.filter(({ isForMembers }) => isForMembers)).toHaveLength(2);
	expect(resources.filter(({ language }) => language === 'fr')).toHaveLength(1);
	for (const {
		slug,
		topics,
		tools = [],
		related = [],
		website,
		card,
		kind,
		title,
		summary,
		users
	} of resources) {
		expect(topics.length, slug).toBeLessThanOrEqual(RESOURCE_LIMITS.topics);
		expect(
			[...tools.map(([other]) => other), ...related].filter((other) => !slugs.includes(other)),
			slug
		).toEqual([]);
		expect(new Set([...tools.map(([other]) => other), ...related]).size, slug).toBe(
			tools.length + related.length
		);
		if (website) expect(new URL(website).hostname, slug).toMatch(/\.example$/);
		if (card) expect(card[2], slug).toMatch(/\.example$/);
		if (kind === 'tool') expect(users.length, slug).toBeGreaterThan(0);
		expect([title.length <= RESOURCE_LIMITS.title, summary.length <= RESOURCE_LIMITS.summary], slug).toEqual([
			true,
			true
		]);
	}
});

test('an example telephone number reads as a line in the zone of its province', () => {
	const zones: Record<string, string> = {
		'10000': '03',
		'20001': '016',
		'30000': '050',
		'40000': '09',
		'70000': '011',
		'04000': '02'
	};
	for (const { phone, nisCode, slug } of desks) {
		const zone = zones[byNis.get(nisCode)?.provinceCode ?? ''];
		if (phone) expect(readablePhoneNumber(phone).split(/\s/)[0], slug).toBe(zone);
	}
});

test('no example body takes part before its municipality exists', () => {
	const merged = participants.filter(({ municipality }) => municipality.validFrom !== null);
	expect(merged.length).toBeGreaterThan(0);
	for (const { municipality, since } of merged) {
		for (const date of [since.gemeente, since.ocmw]) {
			if (date) expect(date >= (municipality.validFrom ?? ''), municipality.nameNl).toBe(true);
		}
	}
});

test('the boundaries keep every polygon and stay small', () => {
	const drawn = boundaries(sources);
	expect(brotliCompressSync(JSON.stringify(drawn)).length).toBeLessThanOrEqual(42_000);
	expect(drawn.objects.provinces.geometries.map((g) => g.properties.code).sort()).toEqual([
		'04000',
		'10000',
		'20001',
		'30000',
		'40000',
		'70000'
	]);
	const rings = (collection: GeoJSON.FeatureCollection) =>
		collection.features.flatMap(({ geometry }) => {
			if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
			return geometry.type === 'Polygon' ? geometry.coordinates : [];
		});
	const full = feature(sources.topology, sources.topology.objects.municipalities);
	const simple = feature(drawn, drawn.objects.municipalities);
	expect(simple.features).toHaveLength(304);
	expect(rings(simple)).toHaveLength(rings(full).length);
	for (const { properties } of simple.features) {
		expect(isInside(sources.polygons.get(properties.nisCode), properties.label), properties.nisCode).toBe(
			true
		);
	}
});

test('names become slugs without accents', () => {
	expect(slugOf('Sint-Niklaas')).toBe('sint-niklaas');
	expect(slugOf('’s Gravenvoeren / Fouron-le-Comte é')).toBe('s-gravenvoeren-fouron-le-comte-e');
});

test('a quote in a name stays a quote in SQL', () => {
	expect(literal("Braine-l'Alleud")).toBe("'Braine-l''Alleud'");
	expect(literal(['nl', "a'b", 'c,d'])).toBe(`'{nl,"a''b","c,d"}'`);
	expect(literal(null)).toBe('null');
});
