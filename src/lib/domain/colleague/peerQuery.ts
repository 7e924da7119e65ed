/** For whom peers are looked for, and what counts, as it stands in the URL. */
import { CRITERIA, EQUAL_FACTORS, FACTORS, type Criterion, type Factor, type Factors } from './peers.ts';
import {
	defineQuery,
	group,
	oneOr,
	severalKnown,
	slug,
	view,
	type OpenPart,
	type Part,
	type QueryOf
} from '../query/query.ts';

/** So many peers are shown at first, and with every "more". */
export const PEER_STEP = 12;
/** More than there are municipalities. */
const LONGEST_LIST = 40 * PEER_STEP;

/** Ready choices of what counts: those nearby, those of our size, those who know most about it. */
export const PRESETS = {
	gewoon: EQUAL_FACTORS,
	dichtbij: { ...EQUAL_FACTORS, afstand: 2, buren: 2, provincie: 2, grootte: 0 },
	grootte: { ...EQUAL_FACTORS, grootte: 2, afstand: 0, buren: 0, provincie: 0 },
	ervaring: { ...EQUAL_FACTORS, aanbod: 2, deelname: 2, loket: 2, afstand: 0, buren: 0, provincie: 0 }
} as const satisfies Record<string, Factors>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = [
	'gewoon',
	'dichtbij',
	'grootte',
	'ervaring'
] as const satisfies readonly Preset[];

export const sameFactors = (a: Factors, b: Factors): boolean =>
	CRITERIA.every((criterion) => a[criterion] === b[criterion]);

const COUNTS = Array.from({ length: LONGEST_LIST / PEER_STEP }, (_, i) => (i + 1) * PEER_STEP);

const { read, count, ...listed } = severalKnown();
/** A list that is there without anything in it is a choice too: a form sends it where nothing is ticked. */
const severalOrNone: OpenPart<string[] | null> = {
	...listed,
	empty: null,
	read(reader, name, words) {
		const chosen = read(reader, name, words);
		return chosen.length > 0 || reader.all(name).includes('') ? chosen : null;
	},
	print: (chosen, name) =>
		(chosen?.length === 0 ? [''] : (chosen ?? [])).map((value) => [name, value] as const),
	count: (chosen) => (chosen ? count(chosen) : 0)
};

const factor = view(oneOr(FACTORS, EQUAL_FACTORS.afstand));

export const peerQuery = defineQuery({
	/** The municipality; null for one's own. */
	voor: slug(),
	/** Slugs of the themes that are looked for; null for those of the municipality, empty for none. */
	thema: severalOrNone,
	factors: group(
		Object.fromEntries(CRITERIA.map((criterion) => [criterion, factor])) as Record<Criterion, Part<Factor>>
	),
	/** How many are shown, a multiple of `PEER_STEP`. */
	aantal: view(oneOr(COUNTS, PEER_STEP))
});

export type PeerQuery = QueryOf<typeof peerQuery>;
