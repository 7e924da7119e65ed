/** Whether finding the desks for somebody's place stays as quick when there are a hundred times as many. */
import type { VolunteerDesk } from '../../src/lib/domain/directory/directory.ts';
import { indexDirectory, type DirectoryIndex } from '../../src/lib/domain/directory/directoryIndex.ts';
import { findDesks } from '../../src/lib/domain/desk/deskFinder.ts';
import { deskQuery, type DeskQuery } from '../../src/lib/domain/desk/deskQuery.ts';
import { deskOf, referenceDirectory } from '../fixtures/referenceDirectory.ts';
import { median, report } from './figures.ts';

const SIZES = [1_000, 100_000] as const;
const BOUND = 3;
const ROUNDS = 5;
const TURNS = 6;

/** As the examples have them. */
const HOURS = [
	'Mo-Fr 09:00-12:00; PH off',
	'Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; PH off',
	'Mo-Fr 08:30-12:00; We 13:30-18:30; PH off',
	'Mo 16:00-20:00; We,Fr 09:00-12:00; PH off',
	'Mo-Fr 09:00-17:00 "op afspraak"; PH off',
	'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off',
	null
];
const LANGUAGES = [['nl'], ['nl', 'fr'], ['nl', 'en'], ['nl'], ['nl', 'fr', 'en', 'ar']];
const WHEELCHAIR = ['yes', 'limited', null, 'no', 'yes'] as const;

/** A Tuesday morning, when many are open, and a night, when none is. */
const MORNING = new Date('2026-03-10T10:00:00+01:00');
const NIGHT = new Date('2026-03-10T03:00:00+01:00');

const QUESTIONS: { name: string; query: Partial<DeskQuery>; now: Date }[] = [
	{ name: 'no filter', query: {}, now: MORNING },
	{ name: 'open now', query: { open: ['nu'] }, now: MORNING },
	{ name: 'open now, at night', query: { open: ['nu'] }, now: NIGHT },
	{ name: 'language', query: { taal: ['fr'] }, now: MORNING },
	{ name: 'wheelchair', query: { rolstoel: true }, now: MORNING },
	{ name: 'all filters', query: { open: ['nu'], taal: ['fr'], rolstoel: true }, now: MORNING }
];

export function measureFinder(): void {
	const indexes = SIZES.map(desksSpread);
	const places = indexes[0]?.entries.filter((_, place) => place % 12 === 0) ?? [];
	for (const { name, query, now } of QUESTIONS) {
		const costs = indexes.map((index) =>
			medianCost(places, (q) => findDesks(index, { ...deskQuery.empty, ...query, q }, now))
		);
		const [few = NaN, many = NaN] = costs;
		report({
			name: `finding desks (${name}) among ${SIZES[1]} against ${SIZES[0]}`,
			value: many / few,
			unit: 'ratio',
			bound: { atMost: BOUND },
			sides: { own: many / 1_000, baseline: few / 1_000 }
		});
	}
}

/**
 * Microseconds that the thread worked on a question, whoever else wants this machine. The clock of that is coarse, so a round
 * asks of many places, often. The first one is for the compiler and for what is kept beside a directory.
 */
function medianCost(places: DirectoryIndex['entries'], find: (q: string) => unknown): number {
	const costs: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const before = process.threadCpuUsage();
		for (let turn = 0; turn < TURNS; turn++)
			for (const { municipality } of places) find(municipality.name.nl);
		const { user, system } = process.threadCpuUsage(before);
		if (round > 0) costs.push((user + system) / (TURNS * places.length));
	}
	return median(costs);
}

/** `size` desks, as many for each municipality, around the middle of it. */
function desksSpread(size: number): DirectoryIndex {
	const directory = referenceDirectory();
	const { entries } = indexDirectory(directory);
	const participants = entries.flatMap(({ gemeente, municipality }) =>
		gemeente ? [{ owner: gemeente.slug, municipality }] : []
	);
	const desks = Array.from({ length: size }, (_, place): VolunteerDesk[] => {
		const of = participants[place % participants.length];
		if (!of) return [];
		return [
			deskOf(of.owner, {
				id: `desk-${place}`,
				slug: `desk-${place}`,
				name: `Loket ${place}`,
				lon: of.municipality.lon + 0.08 * (((place * 0.6180339887) % 1) - 0.5),
				lat: of.municipality.lat + 0.05 * (((place * 0.7548776662) % 1) - 0.5),
				openingHours: HOURS[place % HOURS.length] ?? null,
				languages: LANGUAGES[place % LANGUAGES.length] ?? ['nl'],
				wheelchair: WHEELCHAIR[Math.floor(place / 7) % WHEELCHAIR.length] ?? null
			})
		];
	}).flat();
	return indexDirectory({ ...directory, desks });
}
