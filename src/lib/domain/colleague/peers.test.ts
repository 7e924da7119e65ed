import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex, type Participants } from '../../../../tests/fixtures/referenceDirectory.ts';
import type { DirectoryIndex, MunicipalityEntry } from '../directory/directoryIndex.ts';
import {
	comparable,
	CRITERIA,
	EQUAL_FACTORS,
	FACTORS,
	mostPoints,
	othersThan,
	rankPeers,
	WEIGHTS,
	type Criterion,
	type Expertise,
	type Factors,
	type Peer
} from './peers.ts';

const TODAY = '2026-11-27';
const NOTHING: Factors = {
	aanbod: 0,
	grootte: 0,
	afstand: 0,
	buren: 0,
	deelname: 0,
	loket: 0,
	zoekt: 0,
	provincie: 0,
	soort: 0
};
const only = (...criteria: Criterion[]): Factors =>
	criteria.reduce((factors, criterion) => ({ ...factors, [criterion]: 1 }), NOTHING);

/** Some that take part, and one desk. */
const PARTICIPANTS: Participants = {
	'gemeente-lochristi': '2024-01-01',
	'ocmw-lochristi': '2024-06-01',
	'gemeente-wetteren': '2019-03-01',
	'ocmw-wetteren': '2021-01-01',
	'gemeente-temse': '2026-05-01',
	'ocmw-lokeren': '2012-01-01',
	'gemeente-hasselt': '2015-01-01',
	'ocmw-hasselt': '2015-01-01'
};
const bare = referenceIndex();
const taking = referenceIndex(PARTICIPANTS, [deskOf('gemeente-wetteren'), deskOf('ocmw-hasselt')]);

function entryOf(index: DirectoryIndex, slug: string): MunicipalityEntry {
	const entry = index.bySlug.get(slug);
	if (!entry) throw new Error(`There is no ${slug}.`);
	return entry;
}

const slugOf = (index: DirectoryIndex, { nisCode }: Peer) => index.byNisCode.get(nisCode)?.municipality.slug;

interface Question {
	index?: DirectoryIndex;
	sought?: string[];
	/** By slug of the municipality: themes offered and sought there, each with how many do. */
	expertise?: Record<string, { offered?: Record<string, number>; sought?: Record<string, number> }>;
	factors?: Factors;
}

function rank(slug: string, { index = bare, sought = [], expertise = {}, factors }: Question = {}): Peer[] {
	const byNisCode = new Map<string, Expertise>(
		Object.entries(expertise).map(([where, { offered = {}, sought: looking = {} }]) => [
			entryOf(index, where).municipality.nisCode,
			{ offered: new Map(Object.entries(offered)), sought: new Map(Object.entries(looking)) }
		])
	);
	const own = entryOf(index, slug);
	return rankPeers({ ...comparable(own), sought }, othersThan(own, index, byNisCode), TODAY, factors);
}

const first = (slug: string, count: number, question: Question = {}) =>
	rank(slug, question)
		.slice(0, count)
		.map((peer) => slugOf(question.index ?? bare, peer));

function peerOf(slug: string, other: string, question: Question = {}): Peer {
	const index = question.index ?? bare;
	const found = rank(slug, question).find((peer) => slugOf(index, peer) === other);
	if (!found) throw new Error(`${other} is not among the peers of ${slug}.`);
	return found;
}

const reasonOf = (peer: Peer, criterion: Criterion) =>
	peer.reasons.find((reason) => reason.criterion === criterion);

describe('governments like ours, while nobody takes part', () => {
	it.each([
		['gent', ['brussel', 'antwerpen', 'anderlecht', 'schaarbeek']],
		['antwerpen', ['gent', 'mortsel', 'edegem']],
		['hasselt', ['genk', 'mechelen', 'elsene', 'ukkel']],
		['elsene', ['ukkel', 'sint-jans-molenbeek', 'vorst', 'etterbeek']],
		['lochristi', ['temse', 'wetteren', 'aalter', 'lievegem']],
		['herstappe', ['tongeren-borgloon', 'heers', 'wellen']]
	])('are for %s: %j', (slug, expected) => expect(first(slug, expected.length)).toEqual(expected));

	it('are all others, and never the own municipality', () => {
		const peers = rank('gent');
		expect(peers).toHaveLength(303);
		expect(peers.map((peer) => slugOf(bare, peer))).not.toContain('gent');
	});
});

describe('what others do', () => {
	it('puts who takes part, and has a desk, before who is a little more alike', () => {
		expect(first('lochristi', 4, { index: taking })).toEqual(['wetteren', 'lokeren', 'temse', 'aalter']);
	});

	it('puts who offers what we look for first, also from far', () => {
		const question = {
			index: taking,
			sought: ['loket-oprichten', 'werven'],
			expertise: { hasselt: { offered: { 'loket-oprichten': 1, werven: 2 } } }
		};
		expect(first('lochristi', 2, question)).toEqual(['hasselt', 'wetteren']);
		expect(first('lochristi', 1, { ...question, factors: { ...EQUAL_FACTORS, aanbod: 0 } })).toEqual([
			'wetteren'
		]);
	});

	it('counts what colleagues of the own municipality offer for nobody', () => {
		const expertise = { gent: { offered: { werven: 3 }, sought: { werven: 1 } } };
		expect(rank('gent', { sought: ['werven'], expertise })).toEqual(rank('gent', { sought: ['werven'] }));
	});
});

describe('each thing that counts', () => {
	it('size: nearest in inhabitants, by ratio', () => {
		expect(first('gent', 3, { factors: only('grootte') })).toEqual(['brussel', 'antwerpen', 'anderlecht']);
		const twice = peerOf('gent', 'antwerpen', { factors: only('grootte') });
		expect(twice.score).toBeCloseTo(WEIGHTS.grootte * (1 - Math.log(2.08) / Math.log(5)), 0);
		expect(rank('herstappe', { factors: only('grootte') })).toEqual([]);
	});

	it('border: the neighbours, nearest first', () => {
		const neighbours = entryOf(bare, 'hasselt').municipality.neighbours;
		const found = rank('hasselt', { factors: only('buren') });
		expect(new Set(found.map(({ nisCode }) => nisCode))).toEqual(new Set(neighbours));
		expect(new Set(found.map(({ score }) => score))).toEqual(new Set([WEIGHTS.buren]));
		expect(slugOf(bare, found[0] ?? { nisCode: '', score: 0, reasons: [] })).toBe('diepenbeek');
	});

	it('distance: the nearest, half of the points at 25 km', () => {
		expect(first('gent', 2, { factors: only('afstand') })).toEqual(['destelbergen', 'merelbeke-melle']);
		for (const { score, reasons } of rank('gent', { factors: only('afstand') })) {
			expect(reasons.length > 0).toBe(score >= WEIGHTS.afstand / 2);
		}
	});

	it('province: all of it alike, Brussels as one of its own', () => {
		expect(rank('elsene', { factors: only('provincie') })).toHaveLength(18);
		expect(reasonOf(peerOf('elsene', 'ukkel'), 'provincie')).toEqual({
			criterion: 'provincie',
			province: 'brussel'
		});
	});

	it('taking part: by gemeente or OCMW; the longest first, where five years are as good as ten', () => {
		const question = { index: taking, factors: only('deelname') };
		expect(first('gent', 5, question)).toEqual(['wetteren', 'lokeren', 'hasselt', 'lochristi', 'temse']);
		expect(peerOf('gent', 'lokeren', question).score).toBe(WEIGHTS.deelname);
		expect(peerOf('gent', 'temse', question).score).toBeGreaterThan(WEIGHTS.deelname / 2);
		expect(peerOf('gent', 'wetteren', question).reasons).toEqual([
			{ criterion: 'deelname', since: '2019-03-01' }
		]);
	});

	it('kinds: the same ones, and none where nobody takes part', () => {
		const question = { index: taking, factors: only('soort') };
		expect(first('lochristi', 9, question)).toEqual(['wetteren', 'hasselt']);
		expect(reasonOf(peerOf('lochristi', 'wetteren', question), 'soort')).toEqual({
			criterion: 'soort',
			kinds: ['gemeente', 'ocmw']
		});
		expect(rank('gent', question)).toEqual([]);
	});

	it('a desk: one or more', () => {
		expect(first('gent', 9, { index: taking, factors: only('loket') })).toEqual(['wetteren', 'hasselt']);
	});

	it('what they offer, and what they look for too, by the share of our themes', () => {
		const sought = ['beleid', 'jongeren', 'werven', 'crisis'];
		const expertise = {
			genk: { offered: { beleid: 1, jongeren: 9, werven: 1 } },
			aalst: { offered: { crisis: 5 }, sought: { crisis: 2, waardering: 1 } }
		};
		const offers = { sought, expertise, factors: only('aanbod') };
		expect(first('gent', 9, offers)).toEqual(['genk', 'aalst']);
		expect(peerOf('gent', 'genk', offers)).toMatchObject({
			score: WEIGHTS.aanbod * 0.75,
			reasons: [{ criterion: 'aanbod', topics: ['beleid', 'jongeren', 'werven'], of: 4 }]
		});
		expect(rank('gent', { ...offers, factors: only('zoekt') })).toEqual([
			{
				nisCode: entryOf(bare, 'aalst').municipality.nisCode,
				score: WEIGHTS.zoekt / 4,
				reasons: [{ criterion: 'zoekt', topics: ['crisis'], of: 4 }]
			}
		]);
	});

	it('counts double where that is asked', () => {
		const single = peerOf('gent', 'genk', { factors: only('grootte') }).score;
		expect(peerOf('gent', 'genk', { factors: { ...NOTHING, grootte: 2 } }).score).toBe(2 * single);
	});
});

describe('reasons', () => {
	it('say everything that counted, in one order', () => {
		const peer = peerOf('lochristi', 'wetteren', {
			index: taking,
			sought: ['werven'],
			expertise: { wetteren: { offered: { werven: 1 }, sought: { beleid: 1 } } }
		});
		expect(peer.reasons).toEqual([
			{ criterion: 'grootte', sameClass: true, ratio: expect.closeTo(0.87, 2) },
			{ criterion: 'afstand', metres: expect.any(Number) },
			{ criterion: 'provincie', province: 'oost-vlaanderen' },
			{ criterion: 'deelname', since: '2019-03-01' },
			{ criterion: 'soort', kinds: ['gemeente', 'ocmw'] },
			{ criterion: 'loket', desks: 1 },
			{ criterion: 'aanbod', topics: ['werven'], of: 1 }
		]);
	});

	it('tell no theme that nobody has, and none to who looks for nothing', () => {
		const expertise = { genk: { offered: { beleid: 0, werven: 1 }, sought: { beleid: 0 } } };
		const themes = ({ reasons }: Peer) =>
			reasons.filter(({ criterion }) => criterion === 'aanbod' || criterion === 'zoekt');
		expect(themes(peerOf('gent', 'genk', { sought: ['beleid'], expertise }))).toEqual([]);
		expect(themes(peerOf('gent', 'genk', { expertise }))).toEqual([]);
		expect(mostPoints({ sought: [] }, EQUAL_FACTORS)).toBe(
			mostPoints({ sought: ['beleid'] }, EQUAL_FACTORS) - WEIGHTS.aanbod - WEIGHTS.zoekt
		);
	});

	it('leave out what does not count', () => {
		const peer = peerOf('lochristi', 'wetteren', { index: taking, factors: only('loket', 'afstand') });
		expect(peer.reasons.map(({ criterion }) => criterion)).toEqual(['afstand', 'loket']);
	});
});

describe('any choice of what counts', () => {
	const anyFactors = fc.record(
		Object.fromEntries(CRITERIA.map((criterion) => [criterion, fc.constantFrom(...FACTORS)]))
	) as fc.Arbitrary<Factors>;
	const own = entryOf(taking, 'lochristi');
	const subject = { ...comparable(own), sought: ['werven', 'beleid'] };
	const others = othersThan(
		own,
		taking,
		new Map([
			[
				entryOf(taking, 'genk').municipality.nisCode,
				{ offered: new Map([['werven', 1]]), sought: new Map([['beleid', 2]]) }
			]
		])
	);

	it('gives one order whatever the order of the others, within the points there are', () => {
		fc.assert(
			fc.property(
				anyFactors,
				fc.shuffledSubarray(others, { minLength: others.length }),
				(factors, shuffled) => {
					const peers = rankPeers(subject, others, TODAY, factors);
					expect(rankPeers(subject, shuffled, TODAY, factors)).toEqual(peers);
					for (const [i, { score, reasons }] of peers.entries()) {
						expect(score).toBeLessThanOrEqual(peers[i - 1]?.score ?? mostPoints(subject, factors));
						expect(reasons.every(({ criterion }) => factors[criterion] > 0)).toBe(true);
					}
				}
			),
			{ seed: 2026, numRuns: 40 }
		);
	});

	it('lets nobody sink by offering more', () => {
		fc.assert(
			fc.property(anyFactors, fc.constantFrom(...others), (factors, lucky) => {
				const richer = others.map((other) =>
					other === lucky
						? {
								...other,
								offered: new Map([
									['werven', 1],
									['beleid', 1]
								])
							}
						: other
				);
				const place = (peers: Peer[]) => {
					const found = peers.findIndex(({ nisCode }) => nisCode === lucky.nisCode);
					return found === -1 ? Infinity : found;
				};
				expect(place(rankPeers(subject, richer, TODAY, factors))).toBeLessThanOrEqual(
					place(rankPeers(subject, others, TODAY, factors))
				);
			}),
			{ seed: 2026, numRuns: 40 }
		);
	});
});
