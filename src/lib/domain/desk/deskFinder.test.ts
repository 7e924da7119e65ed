import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { MOMENTS } from '../openingHours/moment.ts';
import { DESK_PAGE_SIZE, findDesks, languagesOf, OTHERS, type FindOptions } from './deskFinder.ts';
import { deskQuery, type DeskQuery } from './deskQuery.ts';
import { NEAR_METRES } from './near.ts';

/** A Monday at ten in the morning, in Belgium. */
const NOW = new Date('2026-11-23T09:00:00Z');
const index = referenceIndex({}, [
	deskOf('gemeente-gent', { openingHours: 'Mo-Fr 09:00-12:00', languages: ['nl', 'fr'] }),
	deskOf('ocmw-gent', { lon: 3.78, lat: 51.06, openingHours: 'Tu 09:00-12:00', wheelchair: 'yes' }),
	// Nearer to Zwijnaarde than the desks of Gent.
	deskOf('gemeente-merelbeke-melle', {
		lon: 3.73,
		lat: 51.0,
		openingHours: 'Mo 09:00-17:00',
		wheelchair: 'yes'
	}),
	deskOf('gemeente-aalst', { lon: 4.04, lat: 50.94, openingHours: '24/7', languages: ['nl', 'ar'] }),
	deskOf('gemeente-elsene', { lon: 4.37, lat: 50.83, openingHours: null, languages: ['fr', 'nl'] })
]);
const find = (query: Partial<DeskQuery> = {}, options?: FindOptions, in_ = index) =>
	findDesks(in_, { ...deskQuery.empty, ...query }, NOW, options);
const owners = (hits: { desk: { localGovernmentId: string } }[]) =>
	hits.map(({ desk }) => desk.localGovernmentId);

describe('the desks for a place', () => {
	it('are those of its own municipality first, also when another one is nearer', () => {
		const found = find({ q: 'Zwijnaarde' });
		expect(found.asked).toMatchObject({ by: 'place', label: 'Zwijnaarde' });
		expect(owners(found.own)).toEqual(['gemeente-gent', 'ocmw-gent']);
		expect(owners(found.others)).toEqual(['gemeente-merelbeke-melle', 'gemeente-aalst']);
		expect(found.others[0]?.distanceMetres).toBeLessThan(found.own[0]?.distanceMetres ?? 0);
	});

	it.each([
		['9000', 'Gent'],
		['9000 Gent', 'Gent'],
		['Gand', 'Gent'],
		['gnt', 'Gent'],
		['Stad Gent', 'Gent'],
		['Kruishoutem', 'Kruisem'],
		['Borgerhout', 'Antwerpen'],
		['sint niklaas', 'Sint-Niklaas'],
		['Mechlen', 'Mechelen']
	])('are found from “%s”', (q, name) => {
		expect(find({ q }).asked?.entry?.municipality.name.nl).toBe(name);
	});

	it('come with their distance, in order', () => {
		const distances = find({ q: '9000' }).others.map(({ distanceMetres }) => distanceMetres ?? 0);
		expect(distances).toEqual(distances.toSorted((a, b) => a - b));
		expect(distances[0]).toBeGreaterThan(1_000);
	});

	it('are those of other municipalities where there is none, and the municipality is known', () => {
		const found = find({ q: 'Deinze' });
		expect(found.asked?.entry?.gemeente?.name).toBe('Gemeente Deinze');
		expect(found.own).toEqual([]);
		expect(found.ownTotal).toBe(0);
		expect(owners([...found.others, ...found.far])).toHaveLength(5);
	});

	it('count from where an address or a device is, also outside every municipality', () => {
		const at = { by: 'here', label: '', names: null, lon: 4.04, lat: 50.94, entry: null } as const;
		const found = find({ q: '' }, { from: at });
		expect(found.own).toEqual([]);
		expect(found.others[0]).toMatchObject({
			distanceMetres: 0,
			desk: { localGovernmentId: 'gemeente-aalst' }
		});
	});

	it('are near up to a limit, and the few beyond it are a group of their own', () => {
		const found = find({ q: '9000' });
		expect(owners(found.others)).toEqual(['gemeente-merelbeke-melle']);
		expect(owners(found.far)).toEqual(['gemeente-aalst', 'gemeente-elsene']);
		expect(found.far[0]?.distanceMetres).toBeGreaterThan(NEAR_METRES);
		expect(found).toMatchObject({ othersTotal: 1, total: 3 });
	});

	it('are counted, and not as many as are shown', () => {
		const around = Array.from({ length: 30 }, (_, i) =>
			deskOf('gemeente-gent', { id: `desk-${i}`, lon: 3.7 + i / 1_000 })
		);
		const found = find({ q: 'Deinze' }, {}, referenceIndex({}, around));
		expect(found.others).toHaveLength(OTHERS);
		expect(found).toMatchObject({ othersTotal: 30, total: 30, far: [] });
		expect(found.facets.taal).toEqual([{ tag: 'nl', count: 30 }]);
	});

	it('of its own municipality are told apart where one of another municipality is nearer', () => {
		const near = { lon: 4.46, lat: 51.2 };
		const desks = [
			deskOf('gemeente-antwerpen', { id: 'berendrecht', lon: 4.31, lat: 51.34 }),
			deskOf('ocmw-antwerpen', { id: 'centrum', lon: 4.4, lat: 51.22 }),
			deskOf('gemeente-kontich', { id: 'kontich', lon: 4.45, lat: 51.13 })
		];
		const ids = (hits: { desk: { id: string } }[]) => hits.map(({ desk }) => desk.id);
		const from = { by: 'place', label: 'Deurne', names: null, ...near } as const;
		const askedIn = (some: typeof desks) => {
			const of = referenceIndex({}, some);
			return find({ q: 'Deurne' }, { from: { ...from, entry: of.byNisCode.get('11002') ?? null } }, of);
		};
		const found = askedIn(desks);
		expect([ids(found.own), ids(found.ownFar), ids(found.others)]).toEqual([
			['centrum'],
			['berendrecht'],
			['kontich']
		]);
		// With no other nearby, one's own is as near as it gets.
		const alone = askedIn(desks.slice(0, 2));
		expect(ids(alone.own)).toEqual(['centrum', 'berendrecht']);
	});

	it('are asked by the page of a municipality too', () => {
		expect(owners(find({ bestuur: 'gent' }).own)).toEqual(['gemeente-gent', 'ocmw-gent']);
	});
});

describe('a text that may mean several places', () => {
	it('is left to the reader, each choice with a text that means one place', () => {
		const found = find({ q: 'sint' });
		expect(found.asked).toBeNull();
		expect(found.others).toEqual([]);
		expect(found.choices.length).toBeGreaterThan(1);
		for (const { q, entry } of found.choices) expect(find({ q }).asked?.entry).toBe(entry);
	});

	it('is a municipality before a village of that name, which is offered beside it', () => {
		const found = find({ q: 'Nieuwerkerken' });
		expect(found.asked?.by).toBe('municipality');
		expect(found.choices.map(({ entry }) => entry.municipality.name.nl)).toContain('Aalst');
	});

	it('that nobody knows gets the names that come nearest, and no desks', () => {
		const found = find({ q: 'Antwarpia' });
		expect(found).toMatchObject({ asked: null, unknown: true, own: [], others: [], total: 0 });
		expect(found.choices[0]?.label).toBe('Antwerpen');
	});

	it('that is a number is never corrected', () => {
		expect(find({ q: '9999' })).toMatchObject({ asked: null, unknown: true, choices: [] });
	});
});

describe('filters', () => {
	it('hold for the own municipality and for the others', () => {
		const open = find({ q: '9000', open: ['nu'] });
		expect(owners(open.own)).toEqual(['gemeente-gent']);
		expect(owners(open.others)).toEqual(['gemeente-merelbeke-melle']);
		expect(owners(open.far)).toEqual(['gemeente-aalst']);
		expect(open.ownTotal).toBe(2);
		expect(owners(find({ q: '9000', rolstoel: true }).own)).toEqual(['ocmw-gent']);
		expect(owners(find({ q: '9000', taal: ['fr', 'ar'] }).far)).toEqual([
			'gemeente-aalst',
			'gemeente-elsene'
		]);
	});

	it('say beforehand how many desks each would show', () => {
		for (const query of [{ q: '9000' }, { q: '9000', rolstoel: true }, { q: 'Deinze', taal: ['fr'] }]) {
			const { facets } = find(query);
			const size = (change: Partial<DeskQuery>) => find({ ...query, ...change }).total;
			expect(facets.open.map(({ moment }) => moment)).toEqual([...MOMENTS]);
			for (const { moment, count } of facets.open) expect(count).toBe(size({ open: [moment] }));
			expect(facets.rolstoel).toBe(size({ rolstoel: true }));
			for (const { tag, count } of facets.taal) expect(count).toBe(size({ taal: [tag] }));
		}
	});

	it('on when they are open say what opens first where they leave nothing', () => {
		const sunday = new Date('2026-11-22T11:00:00Z');
		const on = (query: Partial<DeskQuery>) => findDesks(index, { ...deskQuery.empty, ...query }, sunday);
		const found = on({ q: 'Zwijnaarde', open: ['nu'] });
		expect(found.own).toEqual([]);
		// Aalst never closes: something else is open, so what opens first is asked of one's own.
		expect(owners(found.others)).toEqual(['gemeente-aalst']);
		expect(owners(found.waiting)).toEqual(['gemeente-gent', 'ocmw-gent']);
		const nothing = on({ q: 'Zwijnaarde', open: ['nu'], taal: ['nl'], rolstoel: true });
		expect(nothing.others).toEqual([]);
		expect(owners(nothing.waiting)).toEqual(['gemeente-merelbeke-melle', 'ocmw-gent']);
		expect(on({ q: 'Zwijnaarde' }).waiting).toEqual([]);
		expect(owners(on({ open: ['zaterdag'], rolstoel: true }).waiting)).toEqual([
			'gemeente-merelbeke-melle',
			'ocmw-gent'
		]);
	});

	it('know the languages of all desks, the most spoken first', () => {
		expect(languagesOf(index)).toEqual(['nl', 'fr', 'ar']);
	});
});

describe('without a place', () => {
	const many = referenceIndex(
		{},
		Array.from({ length: 60 }, (_, i) =>
			deskOf(i % 2 ? 'gemeente-gent' : 'gemeente-aalst', {
				id: `desk-${i}`,
				name: `Loket ${String(i).padStart(2, '0')}`,
				openingHours: i < 30 ? '24/7' : 'off'
			})
		)
	);

	it('all desks are there, by municipality, in pages', () => {
		const first = find({}, {}, many);
		expect(first).toMatchObject({ total: 60, pageCount: 3, page: 1, asked: null });
		expect(first.others).toHaveLength(DESK_PAGE_SIZE);
		expect(first.others[0]?.home.municipality.name.nl).toBe('Aalst');
		expect(find({ page: 99 }, {}, many)).toMatchObject({ page: 3 });
		const seen = [1, 2, 3].flatMap((page) => find({ page }, {}, many).others.map(({ desk }) => desk.id));
		expect(new Set(seen).size).toBe(60);
	});

	it('what is open is looked for no further than the page', () => {
		expect(find({ open: ['nu'] }, {}, many)).toMatchObject({ page: 1, pageCount: 2, total: null });
		expect(find({ open: ['nu'], page: 2 }, {}, many)).toMatchObject({ page: 2, pageCount: 2, total: 30 });
	});

	it('a place shows only the nearest', () => {
		expect(find({ q: 'Deinze' }, {}, many).others).toHaveLength(OTHERS);
	});
});
