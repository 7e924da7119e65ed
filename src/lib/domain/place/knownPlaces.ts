/** Every place that the search knows in Flanders and Brussels, with all that it is called. */
import type { PostalCode } from '../directory/directory.ts';
import type { DirectoryIndex } from '../directory/directoryIndex.ts';
import { inhabitants, localities, otherNames } from './gazetteer.ts';
import { spellingOf, type Spelling } from './placeSpelling.ts';
import { keyOf, lettersOf, wordsOf } from './placeText.ts';

/** How a municipality was found: by its own name, that of one that merged into it, a place in it, or a postcode. */
export type MatchedBy = 'municipality' | 'former' | 'place' | 'postcode';

export interface KnownPlace {
	nisCode: string;
	kind: MatchedBy;
	/** French and English where it has a name of its own there. */
	names: { nl: string; fr: string | null; en: string | null };
	/** Of a row of the postcodes; null for what has none of its own. */
	postcode: string | null;
	/** WGS84 degrees; null = the centre of its municipality. */
	at: { lon: number; lat: number } | null;
	/** Inhabitants, an estimate where nobody counted: only to tell a large place from a small one. */
	size: number;
	/** A name of the official lists comes before one that is in none. */
	isOfficial: boolean;
	/** People go there and few live there: a hospital, a park, a large organisation with a postcode of its own. */
	isSpot: boolean;
}

/** A place by one of its names. */
export interface PlaceName {
	place: KnownPlace;
	/** As it is written. */
	text: string;
	words: readonly string[];
	key: string;
	spelling: Spelling;
	/** A name of today before an older one or one of another language. */
	isOwn: boolean;
}

type ReadName = Pick<PlaceName, 'words' | 'key' | 'spelling'>;

/** Names as they were read before: those of one version of the directory are nearly all those of the next. */
const readNames = new Map<string, ReadName>();
const MAX_READ = 20_000;

function readName(text: string): ReadName {
	const known = readNames.get(text);
	if (known) return known;
	const words = wordsOf(text);
	const read = { words, key: keyOf(words), spelling: spellingOf(words, lettersOf(text)) };
	if (readNames.size >= MAX_READ) readNames.clear();
	readNames.set(text, read);
	return read;
}

/** Where nobody counted the people. */
const GUESSED_SIZE = { former: 8_000, place: 1_500, village: 700, hamlet: 100 };

export function knownNames(index: DirectoryIndex): PlaceName[] {
	const sizes = new Map(inhabitants().map(({ nisCode, name, count }) => [idOf(nisCode, name), count]));
	const found: PlaceName[] = [];
	const byName = new Map<string, KnownPlace>();
	const add = (place: KnownPlace, text: string, isOwn = true) => {
		found.push({ place, text, isOwn, ...readName(text) });
		const id = idOf(place.nisCode, text);
		if (place.kind !== 'postcode' && !byName.has(id)) byName.set(id, place);
	};
	const rows = rowsByPlace(index);
	for (const { municipality, mergedFrom } of index.entries) {
		const { nisCode, name, population } = municipality;
		const own: KnownPlace = {
			nisCode,
			kind: 'municipality',
			names: name,
			postcode: null,
			at: null,
			size: population,
			isOfficial: true,
			isSpot: false
		};
		for (const text of new Set([name.nl, name.fr, name.en])) if (text) add(own, text);
		for (const former of mergedFrom) {
			const { nl } = former.name;
			const [row] = rows.find(([one]) => one?.nisCode === nisCode && one.placeName === nl) ?? [];
			const size = sizes.get(idOf(nisCode, nl)) ?? GUESSED_SIZE.former;
			const names = former.name;
			add({ ...own, kind: 'former', names, size, at: row ? pointOf(row) : null }, nl);
		}
	}
	for (const group of rows) addRows(group, sizes, add);
	addLocalities(index, add);
	for (const { nisCode, name, other } of otherNames()) {
		const place = byName.get(idOf(nisCode, name));
		if (place) add(place, other, false);
	}
	return found;
}

type Add = (place: KnownPlace, text: string) => void;

const idOf = (nisCode: string, name: string): string => `${nisCode} ${readName(name).key}`;
const pointOf = ({ lon, lat }: PostalCode) => ({ lon, lat });

/** Rows of one place: its Dutch name, and its French one where it has two. Dutch ones first. */
function rowsByPlace({ directory, byNisCode }: DirectoryIndex): PostalCode[][] {
	const known = directory.postalCodes.filter(({ nisCode }) => byNisCode.has(nisCode));
	const groups = new Map<string, PostalCode[]>();
	for (const row of known.toSorted((a, b) => b.lang.localeCompare(a.lang))) {
		const { postcode, nisCode, lon, lat, lang } = row;
		const id = [postcode, nisCode, lon, lat].join(' ');
		const group = groups.get(id);
		// Two Dutch names at one point are two places.
		if (!group || lang === 'nl' || group.some((one) => one.lang === 'fr')) {
			groups.set(group ? `${id} ${row.placeName}` : id, [row]);
		} else group.push(row);
	}
	return [...groups.values()];
}

function addRows(group: PostalCode[], sizes: ReadonlyMap<string, number>, add: Add): void {
	const [row, other] = group;
	if (!row) return;
	const { nisCode, postcode, placeName, special } = row;
	const place: KnownPlace = {
		nisCode,
		kind: 'place',
		names: { nl: placeName, fr: other?.placeName ?? null, en: null },
		postcode,
		// Where a large organisation is, is not known.
		at: special ? null : pointOf(row),
		size: sizes.get(idOf(nisCode, placeName)) ?? GUESSED_SIZE.place,
		isOfficial: true,
		isSpot: special
	};
	const texts = group.map((one) => one.placeName);
	// An organisation's own code says where it is; its name would answer to words that mean another place.
	if (!special) for (const text of texts) add(place, text);
	const byCode: KnownPlace = { ...place, kind: 'postcode' };
	for (const text of texts) add(byCode, `${postcode} ${text}`);
}

function addLocalities({ byNisCode }: DirectoryIndex, add: Add): void {
	for (const { nisCode, name, nameFr, others, isVillage, isSpot, east, north } of localities()) {
		const municipality = byNisCode.get(nisCode)?.municipality;
		if (!municipality) continue;
		const place: KnownPlace = {
			nisCode,
			kind: 'place',
			names: { nl: name, fr: nameFr, en: null },
			postcode: null,
			at: { lon: municipality.lon + east, lat: municipality.lat + north },
			size: isVillage ? GUESSED_SIZE.village : GUESSED_SIZE.hamlet,
			isOfficial: false,
			isSpot
		};
		for (const text of [name, nameFr, ...others]) if (text) add(place, text);
	}
}
