/** From where a desk is looked for: the place that somebody typed, or the places that it may mean. */
import type { Locale, ProvinceSlug } from '../directory/directory.ts';
import {
	resolveMunicipality,
	type DirectoryIndex,
	type MunicipalityEntry
} from '../directory/directoryIndex.ts';
import { readAddress } from '../place/addressText.ts';
import { textOutside } from '../place/outsidePlaces.ts';
import { placelessOf, type Placeless } from '../place/placeWords.ts';
import { placeSearchOf, type MatchedBy, type OutsidePlace, type PlaceMatch } from '../place/placeSearch.ts';

export interface AskedPlace {
	/** `address` and `here` come from a geocoder and from a device; the rest is a name that we know. */
	by: MatchedBy | 'address' | 'here';
	/** As it is written: "Borgerhout", "9100 Sint-Niklaas", "Veldstraat 12, 9000 Gent"; '' for the place of a device. */
	label: string;
	/** The place itself in each language; null for what has no name there, or no other than its label. */
	names: PlaceNames | null;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** The municipality it lies in; null outside Flanders and Brussels. */
	entry: MunicipalityEntry | null;
	/** Whoever asks is there and lives elsewhere, as in a hospital. */
	isSpot?: boolean;
}

/** As it is written in each language, with its postcode where that was asked. */
export interface PlaceNames {
	nl: string;
	fr: string | null;
	en: string | null;
}

/** The name of a place in the language of a page; the Dutch one where it has no other. */
export function placeLabel({ nl, fr, en }: PlaceNames, locale: Locale): string {
	if (locale === 'fr') return fr ?? nl;
	return locale === 'en' ? (en ?? nl) : nl;
}

/** A place to choose, and the text that means this one and no other. */
export interface PlaceChoice {
	label: string;
	names: PlaceNames;
	q: string;
	entry: MunicipalityEntry;
}

export interface PlaceAnswer {
	/** null when nothing was asked, or when it is for the reader to choose. */
	asked: AskedPlace | null;
	/** Other places that it may mean, best first; with `asked` null and `unknown` true, names that look like it. */
	choices: PlaceChoice[];
	/** True when a spelling close to the text was used: a guess. */
	corrected: boolean;
	/** True when only a part of the text is the place, such as the town after a street that nobody knows. */
	isWithin: boolean;
	/** True when a house was asked: it has a number. */
	isAddress: boolean;
	/** True when nothing in Flanders and Brussels has that name. */
	unknown: boolean;
	/** What is known of a place that lies elsewhere; then it is `unknown`, and the choices have its name in theirs. */
	outside: OutsidePlace | null;
	/** A place elsewhere of the very name that a village or a hamlet here has, and the text that means it. */
	elsewhere: { place: OutsidePlace; q: string } | null;
	/** The provinces of the part of the country that was meant; null for any other text. */
	region: readonly ProvinceSlug[] | null;
	/** Why it is `unknown`, when the words say no place; null otherwise. */
	placeless: Placeless | null;
}

const MAX_CHOICES = 8;
/** So many times as large as the next one a place is the one that is meant. */
const FAR_LARGER = 5;
/** Nothing was asked. */
export const NO_PLACE: PlaceAnswer = {
	asked: null,
	choices: [],
	corrected: false,
	isWithin: false,
	isAddress: false,
	unknown: false,
	outside: null,
	elsewhere: null,
	region: null,
	placeless: null
};

/**
 * Which place a text means. Of several with that very name a municipality is taken before its namesakes, and one that is
 * far larger than the others; else it is for the reader to choose.
 */
export function placeAsked(index: DirectoryIndex, text: string): PlaceAnswer {
	if (text === '') return NO_PLACE;
	const { matches, others, corrected, isWithin, elsewhere, ...known } = read(index, text);
	const [best] = matches;
	const q = elsewhere && textOutside(elsewhere);
	return {
		...known,
		asked: best ? placeOf(index, best) : null,
		choices: choicesOf(index, others),
		corrected: corrected && !isWithin,
		isWithin,
		isAddress: readAddress(text).houseNumber !== null,
		elsewhere: elsewhere && q ? { place: elsewhere, q } : null
	};
}

interface Reading extends Omit<PlaceAnswer, 'asked' | 'choices' | 'isAddress' | 'elsewhere'> {
	matches: PlaceMatch[];
	others: PlaceMatch[];
	elsewhere: OutsidePlace | null;
}

/** The one that is meant, if any, and the others that can be. */
function read(index: DirectoryIndex, text: string): Reading {
	const search = placeSearchOf(index);
	const { matches, corrected, isWithin, outside, besides, elsewhere, region } = search.find(text);
	const [best] = matches;
	const plain = { corrected, isWithin, unknown: false, outside, elsewhere, region, placeless: null };
	if (region) return { ...plain, matches: [], others: [] };
	if (!best) {
		const others = outside ? besides : search.closest(text, 3);
		const placeless = outside ? null : placelessOf(text);
		return { ...plain, matches: [], others, unknown: true, placeless };
	}
	if (corrected) return { ...plain, matches: [best], others: matches.slice(1, 4) };
	const isWhole = ({ reading }: PlaceMatch) => reading !== 'beginning';
	const alike = isWhole(best) ? matches.filter(isWhole) : matches;
	// What people call a town for short does not yield to a hamlet of that name.
	const meant =
		best.reading === 'beginning'
			? undefined
			: meantOf(alike.filter(({ reading }) => reading === best.reading));
	return {
		...plain,
		matches: meant ? [meant] : [],
		others: alike.filter((match) => match !== meant)
	};
}

function meantOf(matches: PlaceMatch[]): PlaceMatch | undefined {
	const [best, next] = matches;
	if (!best || !next) return best;
	if (best.reading === 'name' && best.matchedBy === 'municipality') return best;
	const [largest, second] = matches.toSorted((a, b) => b.place.size - a.place.size);
	return largest && second && largest.place.size >= FAR_LARGER * second.place.size ? largest : undefined;
}

/** The centre of a municipality by the slug of its page; null for a slug that is none. */
export function municipalityAsked(index: DirectoryIndex, slug: string): AskedPlace | null {
	const entry = resolveMunicipality(index, slug)?.entry;
	if (!entry) return null;
	const { name, lon, lat } = entry.municipality;
	return { by: 'municipality', label: name.nl, names: name, lon, lat, entry };
}

/** A place has its own point, or stands at the centre of its municipality. */
function placeOf(index: DirectoryIndex, match: PlaceMatch): AskedPlace | null {
	const entry = index.byNisCode.get(match.nisCode);
	if (!entry) return null;
	const { lon, lat } = match.place.at ?? entry.municipality;
	const { isSpot } = match.place;
	return { by: match.matchedBy, label: match.label, names: namesOf(match), lon, lat, entry, isSpot };
}

function namesOf({ matchedBy, place: { names, postcode } }: PlaceMatch): PlaceNames {
	if (matchedBy !== 'postcode' || postcode === null) return names;
	const withCode = (name: string | null) => name && `${postcode} ${name}`;
	return { nl: `${postcode} ${names.nl}`, fr: withCode(names.fr), en: withCode(names.en) };
}

function choicesOf(index: DirectoryIndex, matches: PlaceMatch[]): PlaceChoice[] {
	return matches.slice(0, MAX_CHOICES).flatMap((match) => {
		const entry = index.byNisCode.get(match.nisCode);
		const q = entry && textMeaning(index, match, entry);
		return q ? [{ label: match.label, names: namesOf(match), q, entry }] : [];
	});
}

/** What to type for this place and no other; undefined when nothing is read so. */
function textMeaning(
	index: DirectoryIndex,
	{ label, nisCode, place }: PlaceMatch,
	{ municipality }: MunicipalityEntry
): string | undefined {
	const texts = [
		label,
		...(place.postcode && place.kind === 'place' ? [`${place.postcode} ${label}`] : []),
		`${label} (${municipality.name.nl})`,
		municipality.name.nl
	];
	return texts.find((text) => {
		const { matches, corrected } = read(index, text);
		return !corrected && matches[0]?.nisCode === nisCode;
	});
}
