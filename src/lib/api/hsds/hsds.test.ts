import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory';
import { Problem } from '../problem.server';
import { answerAt } from './answers.server';
import { derivedId } from './identifiers.server';
import { LIST_NAMES } from './parameters.server';
import { OBJECT_OF, wrongWith } from './schemas.fixture';
import { schedulesOf } from './schedules.server';

const ID = {
	gent: '00000000-0000-4000-8000-000000000001',
	luik: '00000000-0000-4000-8000-000000000002',
	plein: '00000000-0000-4000-8000-000000000003'
};
const participants = {
	'gemeente-gent': '2024-01-01',
	'ocmw-gent': '2025-01-01',
	'gemeente-elsene': '2025-05-01'
};

/** Three desks of two governments that take part; a third takes part without a desk. */
const index = withUuids(
	referenceIndex(participants, [
		deskOf('gemeente-gent', {
			id: ID.gent,
			name: 'Vrijwilligersloket Gent',
			phone: '+3292667000',
			email: 'vrijwilligers@gent.example',
			website: 'https://gent.example/vrijwilligers',
			openingHours: 'Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; PH off',
			languages: ['nl', 'fr', 'zgh'],
			wheelchair: 'limited',
			// After midnight in Belgium, before it in UTC.
			verifiedAt: '2026-03-01T23:30:00.000Z',
			updatedAt: '2026-02-01T08:00:00.000Z',
			description: 'Voor wie hulp zoekt,\nen wie hulp biedt.'
		}),
		deskOf('gemeente-elsene', {
			id: ID.luik,
			name: 'Guichet Éloïse',
			postcode: '1050',
			place: 'Elsene',
			locationApproximate: true,
			unconfirmedSince: '2026-04-01T10:00:00.000Z',
			updatedAt: '2026-02-02T08:00:00.000Z'
		}),
		deskOf('gemeente-gent', { id: ID.plein, name: 'Wijkloket', openingHours: '"op afspraak"' })
	])
);

/** The fixture names governments by their slug; in the database they have identifiers of the right shape. */
function withUuids({ directory, ...rest }: DirectoryIndex): DirectoryIndex {
	const ids = new Map(directory.localGovernments.map(({ id }) => [id, derivedId('fixture', id)]));
	for (const government of directory.localGovernments) government.id = ids.get(government.id) ?? '';
	for (const desk of directory.desks) desk.localGovernmentId = ids.get(desk.localGovernmentId) ?? '';
	const governmentById = new Map(directory.localGovernments.map((each) => [each.id, each]));
	return { ...rest, directory, governmentById };
}

const site = (query: string) => ({
	origin: 'https://kaart.example',
	searchParams: new URLSearchParams(query)
});

/** As a client gets it, which is without what is undefined. */
function ask(path: string, query = ''): unknown {
	return JSON.parse(JSON.stringify(answerAt(index, path, site(query))()));
}

const Listed = v.looseObject({
	total_items: v.number(),
	contents: v.array(v.looseObject({ id: v.string(), name: v.optional(v.string()) }))
});
function list(path: string, query = ''): v.InferOutput<typeof Listed> {
	const answer = ask(path, query);
	expect(wrongWith('page', answer)).toEqual([]);
	return v.parse(Listed, answer);
}
const ids = (path: string, query = '') => list(path, query).contents.map(({ id }) => id);

/** What of a service in full is looked at here. */
const Desk = v.looseObject({
	alert: v.optional(v.string()),
	last_modified: v.string(),
	languages: v.array(v.looseObject({ name: v.string(), code: v.string() })),
	service_at_locations: v.array(
		v.looseObject({
			location: v.looseObject({
				description: v.optional(v.string()),
				attributes: v.optional(v.array(v.unknown())),
				addresses: v.array(v.unknown())
			})
		})
	)
});

/** The status and, for a wrong question, the parameters that the refusal names. */
function refusal(path: string, query = ''): unknown[] {
	try {
		ask(path, query);
	} catch (cause) {
		if (cause instanceof Problem)
			return [cause.status, ...(cause.options.errors ?? []).map(({ parameter }) => parameter)];
		throw cause;
	}
	return [200];
}

describe('the records of the standard', () => {
	it('says which version of the standard it is, and where it is described', () => {
		const said = ask('');
		expect(wrongWith('about', said)).toEqual([]);
		expect(said).toEqual({
			version: '3.1',
			profile: 'https://docs.openreferral.org/en/3.1/',
			openapi_url: 'https://kaart.example/api/v1/openapi.json'
		});
	});

	it.each(LIST_NAMES)('keeps to the standard in every one of %s, listed, in full and by itself', (name) => {
		const object = OBJECT_OF[name];
		const isTaxonomy = name === 'taxonomies' || name === 'taxonomy_terms';
		for (const query of isTaxonomy ? [''] : ['', 'full=true']) {
			const { contents } = list(name, query);
			expect(contents.length).toBeGreaterThan(0);
			expect(contents.flatMap((record) => wrongWith(object, record))).toEqual([]);
		}
		for (const id of ids(name)) {
			const record = ask(`${name}/${id}`);
			expect(wrongWith(object, record)).toEqual([]);
			expect(record).toMatchObject({ id });
		}
	});

	it('tells all that is known of a desk', () => {
		const desk = v.parse(Desk, ask(`services/${ID.gent}`));
		expect(desk).toMatchObject({
			name: 'Vrijwilligersloket Gent',
			description: 'Voor wie hulp zoekt,\nen wie hulp biedt.',
			status: 'active',
			assured_date: '2026-03-02',
			last_modified: '2026-03-01T23:30:00.000Z',
			phones: [{ number: '+3292667000', type: 'voice' }],
			organization: { name: 'Gemeente Gent', attributes: [{ taxonomy_term: { name: 'Gemeente' } }] },
			service_areas: [{ name: 'Gent' }]
		});
		expect(desk.languages.map(({ name, code }) => [name, code])).toEqual([
			['Nederlands', 'nl'],
			['Frans', 'fr'],
			['Standaard Marokkaanse Tamazight', 'zgh']
		]);
		expect(desk.service_at_locations[0]?.location).toMatchObject({
			latitude: 51.05,
			longitude: 3.72,
			addresses: [{ address_1: 'Voorbeeldstraat 1', state_province: 'Oost-Vlaanderen', country: 'BE' }],
			accessibility: [{ description: 'Beperkt toegankelijk met een rolstoel' }]
		});
	});

	it('says it when a desk was not confirmed, and when its pin is only near', () => {
		const desk = v.parse(Desk, ask(`services/${ID.luik}`));
		expect(desk.alert).toBe('Niet gecontroleerd sinds 1 april 2026.');
		expect(desk.last_modified).toBe('2026-04-01T10:00:00.000Z');
		const { location } = desk.service_at_locations[0] ?? {};
		expect(location?.description).toContain('benadering');
		expect(location?.attributes?.[0]).toMatchObject({
			label: 'locationApproximate',
			value: 'true',
			taxonomy_term: { code: 'approximate' }
		});
		expect(location?.addresses[0]).toMatchObject({ region: 'Brussels Hoofdstedelijk Gewest' });
		expect(desk).not.toHaveProperty('assured_date');
	});

	it('has the same identifiers every time, each for one thing', () => {
		const identifiers = (record: unknown) =>
			[...JSON.stringify(record).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
		const first = identifiers(ask(`services/${ID.gent}`));
		expect(identifiers(ask(`services/${ID.gent}`))).toEqual(first);
		expect(new Set(first).size).toBe(first.length);
		expect(derivedId('a', 'b')).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
	});

	it('has the organizations that take part, also those without a desk, and no others', () => {
		const names = list('organizations').contents.map(({ name }) => name);
		expect(names).toEqual(['Gemeente Elsene', 'Gemeente Gent', 'OCMW Gent']);
	});
});

describe('the schedules', () => {
	const NOW = new Date('2026-11-30T11:00:00Z');
	const of = (hours: string | null) => {
		const schedules = schedulesOf(ID.gent, hours, NOW);
		expect(schedules.flatMap((each) => wrongWith('schedule', each))).toEqual([]);
		// Of this winter; the same again is told of the summer after it.
		const now = schedules.filter(({ opens_at }) => !opens_at?.endsWith('+02:00'));
		return now.map(({ byday, opens_at, closes_at, description }) =>
			byday === undefined ? description : `${byday} ${opens_at}-${closes_at}`.replaceAll('+01:00', '')
		);
	};

	it('has one for each period of the week', () => {
		expect(of('Mo-Th 9:00-12:00,13:00-16:00; Fr 09:00-12:00; PH off')).toEqual([
			'MO,TU,WE,TH 09:00-12:00',
			'MO,TU,WE,TH 13:00-16:00',
			'FR 09:00-12:00'
		]);
		expect(of('Sa,Mo 10:00-24:00')).toEqual(['MO,SA 10:00-23:59']);
		expect(of('24/7')).toEqual(['MO,TU,WE,TH,FR,SA,SU 00:00-23:59']);
		expect(of('Mo-Fr 09:00-12:00; We 14:00-17:00; PH 10:00-11:00')).toEqual([
			'MO,TU,TH,FR 09:00-12:00',
			'WE 14:00-17:00'
		]);
	});

	it('says its zone, in winter and in summer, on whatever day it is asked', () => {
		const told = (now: string) =>
			schedulesOf(ID.gent, 'Mo 09:00-12:00; PH off', new Date(now)).map(
				({ valid_from, valid_to, opens_at, closes_at }) => [valid_from, valid_to, opens_at, closes_at]
			);
		const winter = ['2026-10-25', '2027-03-27', '09:00+01:00', '12:00+01:00'];
		const summer = ['2027-03-28', '2027-10-30', '09:00+02:00', '12:00+02:00'];
		expect(told('2026-11-30T11:00:00Z')).toEqual([winter, summer]);
		expect(told('2027-03-27T22:00:00Z')).toEqual([winter, summer]);
		expect(told('2027-03-28T11:00:00Z')[0]).toEqual(summer);
		const ids = schedulesOf(ID.gent, 'Mo,Tu 09:00-12:00; We 10:00-12:00', NOW).map(({ id }) => id);
		expect(new Set(ids).size).toBe(4);
	});

	it('is valid around the closures on dates, and not through them', () => {
		const validOf = (hours: string) =>
			schedulesOf(ID.gent, hours, NOW).map(({ valid_from, valid_to }) => `${valid_from} ${valid_to}`);
		expect(validOf('Mo-Fr 09:00-16:00; PH off; 2026 Dec 01-2026 Dec 11 off; Dec 24-Jan 02 off')).toEqual([
			'2026-10-25 2026-11-30',
			'2026-12-12 2026-12-23',
			'2027-01-03 2027-03-27',
			'2027-03-28 2027-10-30'
		]);
		expect(validOf('Mo 09:00-12:00; Jul off; 2027 Mar 27 off')).toEqual([
			'2026-10-25 2027-03-26',
			'2027-03-28 2027-06-30',
			'2027-08-01 2027-10-30'
		]);
		const ids = schedulesOf(ID.gent, 'Mo 09:00-12:00, Tu 10:00-12:00; Jul off; Dec 24 off', NOW);
		expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
	});

	it('leaves to words what no period can hold', () => {
		expect(of('"op afspraak"')).toEqual(['op afspraak']);
		expect(of('Jul 15-Aug 15 10:00-12:00')).toEqual(['van 15 juli tot 15 augustus: 10 tot 12 uur']);
		expect(of('week 2-52/2 Mo 09:00-12:00')).toEqual([
			'om de twee weken (even weken), maandag: 9 tot 12 uur'
		]);
		expect(of('Mo-Su 09:00+')).toEqual(['elke dag: vanaf 9 uur (einduur niet bekend)']);
		// Neither syntax nor what nobody can read.
		expect(of('gebroken')).toEqual([]);
		expect(of(null)).toEqual([]);
		const [only] = schedulesOf(ID.gent, 'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off', NOW);
		expect(only?.notes).toContain('feestdagen: gesloten; van 15 juli tot 15 augustus: gesloten');
	});
});

describe('the lists', () => {
	it('come in pages that count themselves', () => {
		const { contents: _, ...first } = list('services', 'per_page=2');
		expect(first).toEqual({
			total_items: 3,
			total_pages: 2,
			page_number: 1,
			size: 2,
			first_page: true,
			last_page: false,
			empty: false
		});
		expect(list('services', 'per_page=2&page=2')).toMatchObject({
			size: 1,
			first_page: false,
			last_page: true
		});
		expect(list('services', 'per_page=2&page=3')).toMatchObject({ size: 0, empty: true, last_page: true });
		expect([...ids('services', 'per_page=2'), ...ids('services', 'per_page=2&page=2')]).toEqual(
			ids('services')
		);
	});

	it('tells what changed since a moment, that moment included', () => {
		const since = (instant: string) => ids('services', `modified_after=${instant}`);
		expect(since('2026-03-01T23:30:00Z').toSorted()).toEqual([ID.gent, ID.luik]);
		expect(since('2026-03-01T23:30:00.001Z')).toEqual([ID.luik]);
		expect(since('2026-03-02T00:30:00%2B01:00')).toEqual(since('2026-03-01T23:30:00Z'));
		expect(since('2026-03-02T00:30:00+01:00')).toEqual(since('2026-03-01T23:30:00Z'));
		expect(since('2026-03-02')).toEqual([ID.luik]);
		expect(ids('service_at_locations', 'modified_after=2026-03-02')).toHaveLength(1);
		expect(list('organizations', 'modified_after=2026-03-02').contents.map(({ name }) => name)).toEqual([
			'Gemeente Elsene'
		]);
		expect(since('2027-01-01')).toEqual([]);
	});

	it('searches all words, whatever the accents', () => {
		expect(ids('services', 'search=eloise elsene')).toEqual([ID.luik]);
		expect(ids('services', 'search=eloise gent')).toEqual([]);
		expect(ids('services', 'search=')).toHaveLength(3);
		expect(ids('services', 'search=%E2%98%83')).toEqual([]);
		expect(ids('taxonomy_terms', 'search=ocmw')).toHaveLength(1);
	});

	it('narrows by organization and by kind of government', () => {
		const { contents } = list('organizations', 'search=gemeente gent');
		expect(ids('services', `organization_id=${contents[0]?.id}`).toSorted()).toEqual([ID.gent, ID.plein]);
		const terms = list('taxonomy_terms').contents;
		const ocmw = terms.find(({ name }) => name === 'OCMW')?.id ?? '';
		expect(list('organizations', `taxonomy_term_id=${ocmw}`).contents.map(({ name }) => name)).toEqual([
			'OCMW Gent'
		]);
		expect(ids('services', `taxonomy_term_id=${ocmw}`)).toEqual([]);
		expect(ids('services', `taxonomy_id=${ids('taxonomies')[0]}`)).toHaveLength(3);
	});

	it('gives no more than identifier and moment when asked for the minimum, all on one page', () => {
		expect(ask('services', 'minimal=true')).toMatchObject({ total_pages: 1, size: 3 });
		expect(list('services', 'minimal=true').contents[0]).toEqual({
			id: ID.luik,
			modified_date: '2026-04-01T10:00:00.000Z'
		});
	});

	it('refuses what makes no sense, and says what there is not', () => {
		expect(refusal('services', 'page=0')).toEqual([400, 'page']);
		expect(refusal('services', 'per_page=1001')).toEqual([400, 'per_page']);
		expect(refusal('services', 'per_page=100000')).toEqual([400, 'per_page']);
		expect(refusal('services', 'modified_after=gisteren')).toEqual([400, 'modified_after']);
		expect(refusal('services', 'modified_after=2026-13-01')).toEqual([400, 'modified_after']);
		expect(refusal('services', 'full=ja&organisation=x')).toEqual([400, 'organisation', 'full']);
		expect(refusal('taxonomies', 'full=true')).toEqual([400, 'full']);
		expect(refusal('', 'page=1')).toEqual([400, 'page']);
		expect(refusal(`services/${ID.gent}`, 'page=1')).toEqual([400, 'page']);
		expect(refusal(`services/${derivedId('no')}`)).toEqual([404]);
		expect(refusal('services/__proto__')).toEqual([404]);
		expect(refusal('programs')).toEqual([404]);
		expect(refusal('constructor')).toEqual([404]);
		expect(refusal(`services/${ID.gent}/phones`)).toEqual([404]);
	});
});
