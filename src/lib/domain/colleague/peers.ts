/** Which municipalities are like ours and can help us: a ranked list with the reasons for every place on it. */
import { KINDS, type LocalGovernmentKind, type ProvinceSlug } from '../directory/directory.ts';
import type { DirectoryIndex, MunicipalityEntry } from '../directory/directoryIndex.ts';
import { metresBetween } from '../desk/nearestDesks.ts';
import { sizeClassOf } from '../directory/sizeClass.ts';

/**
 * What counts, and how many points it gives at most. The points say what helps most when somebody asks a colleague
 * elsewhere: first that there is something to ask, then that the answer fits, then that one can go and look.
 */
export const WEIGHTS = {
	/** Who offers what we look for can answer our question; without that a municipality is only like ours. */
	aanbod: 60,
	/** As many inhabitants means about as much staff and money: what works there can work here. */
	grootte: 40,
	/**
	 * One visits colleagues nearby, but writing works over any distance. Together with border and province half of the
	 * size: the peers of a city are other cities, not the villages around it.
	 */
	afstand: 10,
	/** Neighbours share associations, a welfare region and often a service already; beside being near. */
	buren: 5,
	/** Years of taking part are experience, also with themes that nobody wrote down. */
	deelname: 10,
	/** Who runs a desk knows what it takes. */
	loket: 10,
	/** Who looks for the same is no teacher, but somebody to look together with. */
	zoekt: 10,
	/** The same province pays for the same support, and meets at the same table. */
	provincie: 5,
	/** Gemeente, OCMW or both: who carries it differs little in practice, so it only parts equals. */
	soort: 5
} as const;

export type Criterion = keyof typeof WEIGHTS;
/** In the order in which reasons are told: what kind of place it is, what it does, what it knows. */
export const CRITERIA = [
	'grootte',
	'buren',
	'afstand',
	'provincie',
	'deelname',
	'soort',
	'loket',
	'aanbod',
	'zoekt'
] as const satisfies readonly Criterion[];

/** Does not count, counts, counts double. */
export const FACTORS = [0, 1, 2] as const;
export type Factor = (typeof FACTORS)[number];
export type Factors = Readonly<Record<Criterion, Factor>>;

/** Everything as it weighs. */
export const EQUAL_FACTORS: Factors = {
	aanbod: 1,
	grootte: 1,
	afstand: 1,
	buren: 1,
	deelname: 1,
	loket: 1,
	zoekt: 1,
	provincie: 1,
	soort: 1
};

/** How many visible colleagues, by slug of the theme. */
export type TopicCounts = ReadonlyMap<string, number>;

export interface Expertise {
	offered: TopicCounts;
	sought: TopicCounts;
}

/** A municipality as far as it is compared. */
export interface Comparable {
	population: number;
	province: ProvinceSlug;
	/** ISO dates; null for who takes no part. */
	since: Readonly<Record<LocalGovernmentKind, string | null>>;
}

export interface OwnMunicipality extends Comparable {
	/** Slugs of the themes it looks for. */
	sought: readonly string[];
}

export interface OtherMunicipality extends Comparable, Expertise {
	nisCode: string;
	/** In Dutch; parts those that are alike in everything else. */
	name: string;
	sharesBorder: boolean;
	distanceMetres: number;
	/** Desks that the public sees. */
	desks: number;
}

/** Why somebody stands where they stand, as data. */
export type PeerReason =
	| { criterion: 'grootte'; sameClass: boolean; /** Their inhabitants for each of ours. */ ratio: number }
	| { criterion: 'buren' }
	| { criterion: 'afstand'; metres: number }
	| { criterion: 'provincie'; province: ProvinceSlug }
	| { criterion: 'deelname'; /** ISO date. */ since: string }
	| { criterion: 'soort'; kinds: LocalGovernmentKind[] }
	| { criterion: 'loket'; desks: number }
	| { criterion: 'aanbod' | 'zoekt'; /** Slugs. */ topics: string[]; /** So many we look for. */ of: number };

export interface Peer {
	nisCode: string;
	/** Points; more than 0. */
	score: number;
	reasons: PeerReason[];
}

interface Judgement {
	/** From 0 to 1: how much of the points it gets. */
	value: number;
	/** null when it is too little to be told as a reason. */
	reason: PeerReason | null;
}

const NOTHING: Judgement = { value: 0, reason: null };
/** What is a matter of degree is a reason from half of the points on. */
const TOLD_FROM = 0.5;
/** A municipality that many times as large or as small gets no points for its size; half of that in doublings, half. */
const LARGEST_RATIO = 5;
/** With every such distance the points halve. */
const HALVING_METRES = 25_000;
/** After so many years more of them teach little. */
const EXPERIENCED_YEARS = 5;
const YEAR_MS = 365.25 * 86_400_000;

/**
 * The others, most points first; then the nearest, then by name. Who gets no point is not in it.
 * @param today ISO date, for how long somebody takes part
 */
export function rankPeers(
	own: OwnMunicipality,
	others: readonly OtherMunicipality[],
	today: string,
	factors: Factors = EQUAL_FACTORS
): Peer[] {
	return others
		.map((other) => {
			const judgements = judge(own, other, today);
			const counted = CRITERIA.filter((criterion) => factors[criterion] > 0);
			const score = counted.reduce(
				(sum, criterion) => sum + WEIGHTS[criterion] * factors[criterion] * judgements[criterion].value,
				0
			);
			const reasons = counted.flatMap((criterion) => judgements[criterion].reason ?? []);
			return { other, peer: { nisCode: other.nisCode, score, reasons } };
		})
		.filter(({ peer }) => peer.score > 0)
		.toSorted(
			(a, b) =>
				b.peer.score - a.peer.score ||
				a.other.distanceMetres - b.other.distanceMetres ||
				a.other.name.localeCompare(b.other.name, 'nl') ||
				a.other.nisCode.localeCompare(b.other.nisCode)
		)
		.map(({ peer }) => peer);
}

/** The points that somebody would have who is the same in everything. */
export const mostPoints = (own: Pick<OwnMunicipality, 'sought'>, factors: Factors): number =>
	CRITERIA.filter((criterion) => own.sought.length > 0 || (criterion !== 'aanbod' && criterion !== 'zoekt'))
		.map((criterion) => WEIGHTS[criterion] * factors[criterion])
		.reduce((sum, points) => sum + points, 0);

function judge(own: OwnMunicipality, other: OtherMunicipality, today: string): Record<Criterion, Judgement> {
	return {
		grootte: judgeSize(own.population, other.population),
		buren: other.sharesBorder ? { value: 1, reason: { criterion: 'buren' } } : NOTHING,
		afstand: judgeDistance(other.distanceMetres),
		provincie:
			own.province === other.province
				? { value: 1, reason: { criterion: 'provincie', province: other.province } }
				: NOTHING,
		deelname: judgeExperience(other, today),
		soort: judgeKinds(own, other),
		loket: other.desks > 0 ? { value: 1, reason: { criterion: 'loket', desks: other.desks } } : NOTHING,
		aanbod: judgeTopics('aanbod', own.sought, other.offered),
		zoekt: judgeTopics('zoekt', own.sought, other.sought)
	};
}

function judgeSize(own: number, others: number): Judgement {
	const ratio = others / own;
	const value = Math.max(0, 1 - Math.abs(Math.log(ratio)) / Math.log(LARGEST_RATIO));
	const sameClass = sizeClassOf(own) === sizeClassOf(others);
	return {
		value,
		reason: sameClass || value >= TOLD_FROM ? { criterion: 'grootte', sameClass, ratio } : null
	};
}

function judgeDistance(metres: number): Judgement {
	const value = 2 ** (-metres / HALVING_METRES);
	return { value, reason: value >= TOLD_FROM ? { criterion: 'afstand', metres } : null };
}

/** Half of the points for taking part at all, the rest with the years. */
function judgeExperience({ since }: Comparable, today: string): Judgement {
	const [first] = KINDS.flatMap((kind) => since[kind] ?? []).toSorted();
	if (first === undefined) return NOTHING;
	const years = (Date.parse(today) - Date.parse(first)) / YEAR_MS;
	const experience = Math.min(1, Math.max(0, years / EXPERIENCED_YEARS));
	return { value: (1 + experience) / 2, reason: { criterion: 'deelname', since: first } };
}

function judgeKinds(own: Comparable, other: Comparable): Judgement {
	const kinds = KINDS.filter((kind) => other.since[kind] !== null);
	const isSame = KINDS.every((kind) => (own.since[kind] === null) === (other.since[kind] === null));
	return isSame && kinds.length > 0 ? { value: 1, reason: { criterion: 'soort', kinds } } : NOTHING;
}

function judgeTopics(
	criterion: 'aanbod' | 'zoekt',
	sought: readonly string[],
	counts: TopicCounts
): Judgement {
	const topics = sought.filter((topic) => (counts.get(topic) ?? 0) > 0);
	if (topics.length === 0) return NOTHING;
	return { value: topics.length / sought.length, reason: { criterion, topics, of: sought.length } };
}

const NO_EXPERTISE: Expertise = { offered: new Map(), sought: new Map() };

/** All current municipalities beside `own`, as they are compared with it. @param expertise by NIS code */
export function othersThan(
	{ municipality: own }: MunicipalityEntry,
	index: DirectoryIndex,
	expertise: ReadonlyMap<string, Expertise>
): OtherMunicipality[] {
	return index.entries
		.filter(({ municipality }) => municipality.nisCode !== own.nisCode)
		.map((entry) => ({
			...comparable(entry),
			...(expertise.get(entry.municipality.nisCode) ?? NO_EXPERTISE),
			nisCode: entry.municipality.nisCode,
			name: entry.municipality.name.nl,
			sharesBorder: own.neighbours.includes(entry.municipality.nisCode),
			distanceMetres: metresBetween(own, entry.municipality),
			desks: entry.desks.length
		}));
}

export const comparable = ({ municipality, gemeente, ocmw }: MunicipalityEntry): Comparable => ({
	population: municipality.population,
	province: municipality.province,
	since: {
		gemeente: gemeente?.participatingSince ?? null,
		ocmw: ocmw?.participatingSince ?? null
	}
});
