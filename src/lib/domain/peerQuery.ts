/** For whom peers are looked for, and what counts, as it stands in the URL. */
import { CRITERIA, EQUAL_FACTORS, FACTORS, type Criterion, type Factor, type Factors } from './peers.ts';
import { readUrl, type UrlProblem } from './urlQuery.ts';

/** So many peers are shown at first, and with every "more". */
export const PEER_STEP = 12;
/** More than there are municipalities. */
const LONGEST_LIST = 40 * PEER_STEP;

export interface PeerQuery {
	/** Slug of the municipality; null for one's own. */
	voor: string | null;
	/** Slugs of the themes that are looked for; null for those of the municipality, empty for none. */
	thema: string[] | null;
	factors: Factors;
	/** How many are shown, a multiple of `PEER_STEP`. */
	aantal: number;
}

export type PeerProblem = UrlProblem<'voor' | 'thema' | 'aantal' | Criterion>;

export const EMPTY_PEER_QUERY: Readonly<PeerQuery> = {
	voor: null,
	thema: null,
	factors: EQUAL_FACTORS,
	aantal: PEER_STEP
};

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

const COUNTS = Array.from({ length: LONGEST_LIST / PEER_STEP }, (_, i) => String((i + 1) * PEER_STEP));

/**
 * Reads a URL's query. Never fails: what it cannot use is left out and reported.
 * @param topics slugs of all themes
 * @param today what a slug means today, for the address of a theme that became part of another
 */
export function parsePeerQuery(
	params: URLSearchParams,
	topics: readonly string[],
	today: (slug: string) => string | undefined = (slug) => slug
): { query: PeerQuery; problems: PeerProblem[] } {
	const current = new URLSearchParams(
		[...params].map(([name, value]) => [name, name === 'thema' ? (today(value) ?? value) : value])
	);
	const { problems, several, one, slug } = readUrl<PeerProblem['parameter']>(current);
	const factors: Record<Criterion, Factor> = { ...EQUAL_FACTORS };
	for (const criterion of CRITERIA) {
		const given = one(criterion, FACTORS.map(String));
		factors[criterion] = FACTORS.find((factor) => String(factor) === given) ?? 1;
	}
	// A list that is there without anything in it is a choice too: a form sends it where nothing is ticked.
	const themes = several('thema', topics);
	const isChosen = themes.length > 0 || current.getAll('thema').includes('');
	return {
		query: {
			voor: slug('voor'),
			thema: isChosen ? themes : null,
			factors,
			aantal: Number(one('aantal', COUNTS) ?? PEER_STEP)
		},
		problems
	};
}

/** The shortest query string that means the same; '' for one's own municipality as everything weighs by itself. */
export function peerSearchString({ voor, thema, factors, aantal }: PeerQuery): string {
	const params = new URLSearchParams();
	if (voor !== null) params.set('voor', voor);
	for (const topic of thema?.length === 0 ? [''] : (thema ?? [])) params.append('thema', topic);
	for (const criterion of CRITERIA) {
		if (factors[criterion] !== 1) params.set(criterion, String(factors[criterion]));
	}
	if (aantal > PEER_STEP) params.set('aantal', String(aantal));
	const text = params.toString();
	return text && `?${text}`;
}
