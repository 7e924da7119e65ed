/** From where a desk is looked for: the place that somebody typed, or the places that it may mean. */
import {
	resolveMunicipality,
	type DirectoryIndex,
	type MunicipalityEntry
} from '../directory/directoryIndex.ts';
import {
	normalisePlace,
	placeMeant,
	placeSearchOf,
	type MatchedBy,
	type PlaceMatch
} from '../place/placeSearch.ts';

export interface AskedPlace {
	/** `address` and `here` come from a geocoder and from a device; the rest is a name that we know. */
	by: MatchedBy | 'address' | 'here';
	/** As it is written: "Borgerhout", "9100 Sint-Niklaas", "Veldstraat 12, 9000 Gent"; '' for the place of a device. */
	label: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** The municipality it lies in; null outside Flanders and Brussels. */
	entry: MunicipalityEntry | null;
}

/** A place to choose, and the text that means this one and no other. */
export interface PlaceChoice {
	label: string;
	q: string;
	entry: MunicipalityEntry;
}

export interface PlaceAnswer {
	/** null when nothing was asked, or when it is for the reader to choose. */
	asked: AskedPlace | null;
	/** Other places that it may mean, best first; with `asked` null and `unknown` true, names that look like it. */
	choices: PlaceChoice[];
	/** True when a spelling close to the text was used, or only a part of it. */
	corrected: boolean;
	/** True when nothing has that name. */
	unknown: boolean;
}

const MAX_CHOICES = 8;
const NOTHING: PlaceAnswer = { asked: null, choices: [], corrected: false, unknown: false };

/** Which place a text means. Several with that very name are left to the reader, a municipality before its namesakes. */
export function placeAsked(index: DirectoryIndex, text: string): PlaceAnswer {
	if (text === '') return NOTHING;
	const search = placeSearchOf(index);
	const { matches, corrected } = search.find(text);
	const answer = (asked: PlaceMatch | undefined, others: PlaceMatch[]): PlaceAnswer => ({
		asked: asked ? placeOf(index, asked) : null,
		choices: choicesOf(index, others),
		corrected,
		unknown: false
	});
	if (matches.length === 0) {
		return { ...NOTHING, choices: choicesOf(index, search.closest(text, 3)), unknown: true };
	}
	if (corrected) return answer(matches[0], matches.slice(1, 4));
	const exact = matches.filter(({ label, matchedBy }) => isWholeName(text, label, matchedBy));
	const [best, next] = exact.length > 0 ? exact : matches;
	if (!best) return NOTHING;
	const stands = !next || (exact.length > 0 && best.matchedBy === 'municipality');
	if (stands) return answer(best, exact.slice(1));
	return answer(undefined, exact.length > 0 ? exact : matches);
}

/** The centre of a municipality by the slug of its page; null for a slug that is none. */
export function municipalityAsked(index: DirectoryIndex, slug: string): AskedPlace | null {
	const entry = resolveMunicipality(index, slug)?.entry;
	if (!entry) return null;
	const { name, lon, lat } = entry.municipality;
	return { by: 'municipality', label: name.nl, lon, lat, entry };
}

function isWholeName(typed: string, label: string, matchedBy: MatchedBy): boolean {
	const text = placeMeant(typed);
	const name = normalisePlace(label);
	if (name === text || name.replaceAll(' ', '') === text) return true;
	return matchedBy === 'postcode' && /^\d{4}$/.test(text) && name.startsWith(`${text} `);
}

/** The rows of places have their own point; a name that is no row stands at the centre of its municipality. */
function placeOf(index: DirectoryIndex, { nisCode, matchedBy, label }: PlaceMatch): AskedPlace | null {
	const entry = index.byNisCode.get(nisCode);
	if (!entry) return null;
	const row = matchedBy === 'municipality' ? undefined : rowOf(index, { nisCode, label });
	const { lon, lat } = row && !row.special ? row : entry.municipality;
	return { by: matchedBy, label, lon, lat, entry };
}

function rowOf({ directory }: DirectoryIndex, { nisCode, label }: Pick<PlaceMatch, 'nisCode' | 'label'>) {
	return directory.postalCodes.find(
		(row) =>
			row.nisCode === nisCode && (row.placeName === label || `${row.postcode} ${row.placeName}` === label)
	);
}

function choicesOf(index: DirectoryIndex, matches: PlaceMatch[]): PlaceChoice[] {
	return matches.slice(0, MAX_CHOICES).flatMap((match) => {
		const entry = index.byNisCode.get(match.nisCode);
		if (!entry) return [];
		// A village may have its name from another one; with its postcode it is the only one.
		const row = match.matchedBy === 'place' ? rowOf(index, match) : undefined;
		const q = row ? `${row.postcode} ${row.placeName}` : match.label;
		return [{ label: match.label, q, entry }];
	});
}
