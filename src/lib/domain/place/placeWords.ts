/** Words around the name of a place, and words that are none. */
import { wordsOf } from './placeText.ts';
import { postcodeApart } from './postcodeText.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** They say what kind of body or country is meant, not which place. */
const IGNORED = setOf(
	'gemeente stad ocmw commune ville cpas municipality city town belgie belgique belgium belgien'
);
/** They say where in a place, or what is there: "Antwerpen centrum", "gemeentehuis Lennik". */
const BESIDE = setOf(
	'centrum centre center stadscentrum dorp dorpskern noord zuid oost west nord sud bad strand plage beach haven station gare ' +
		'luchthaven airport aeroport gemeentehuis stadhuis raadhuis mairie hotel huis sociaal welzijnshuis bibliotheek bib ' +
		'loket vrijwilligersloket vrijwilligers vrijwilligerswerk vrijwilliger benevolat volontariat district deelgemeente ' +
		'omgeving regio buurt provincie kern markt grote in te near bij'
);
/** "Halle bij Zoersel", "Halle in Zoersel". */
export const CONNECTING = setOf('bij in te near nabij pres lez lz');

const STREET_WORDS = setOf(
	'straat laan plein steenweg baan weg markt dreef lei kaai kade plaats pad steeg ring square esplanade galerij kerkplein ' +
		'rue avenue av boulevard bd bld chaussee place allee quai drève drev dreve clos impasse chemin route sentier cours ' +
		'street road lane straatje pleintje str stwg'
);
const STREET_ENDING =
	/.(straat|straatje|laan|plein|pleintje|steenweg|dreef|markt|kaai|kade|steeg|baan|stwg|strasse)$/;
/** "Rue de Namur", "Steenweg op Aalst": named after the place where it leads, not lying in it. */
const LEADS_TO = setOf('de du des d naar op van of to the la le les l');

/** The words that tell one place from another; all of them when there are no others. */
export function withoutKind(words: readonly string[]): readonly string[] {
	const left = words.filter((word) => !IGNORED.has(word));
	return left.length > 0 ? left : words;
}

/** The words that are not around the name of a place. May be empty. */
export const withoutBeside = (words: readonly string[]): readonly string[] =>
	words.filter((word) => !BESIDE.has(word));

const isStreetWord = (word: string): boolean => STREET_WORDS.has(word) || STREET_ENDING.test(word);

/** Whether the words speak of a street or square: whatever looks like a place in them is no place. */
export const namesStreet = (words: readonly string[]): boolean => words.some(isStreetWord);

/** Whether the word at `at` says where a street leads: "Gent" in "Steenweg op Gent". */
export function isStreetName(words: readonly string[], at: number): boolean {
	const before = words.slice(0, at);
	return isStreetWord(before[0] ?? '') && before.slice(1).every((word) => LEADS_TO.has(word)) && at > 1;
}

/** What was typed says no place: a street without its town, or words about what is looked for. */
export type Placeless = 'street' | 'word';

export function placelessOf(typed: string): Placeless | null {
	const words = wordsMeant(typed);
	if (namesStreet(words)) return 'street';
	return words.length > 0 && withoutBeside(words).length === 0 ? 'word' : null;
}

/** The words of what somebody typed. */
export const wordsTyped = (typed: string): readonly string[] =>
	wordsOf(postcodeApart(typed).replace(COUNTRY_BEFORE_POSTCODE, '$1'));

/** The same without country and kind of body. */
export const wordsMeant = (typed: string): readonly string[] => withoutKind(wordsTyped(typed));

/** "B-9000" and "BE 9000". */
const COUNTRY_BEFORE_POSTCODE = /(^|[^\p{L}])be?[\s-]?(?=\d{4}(?!\d))/giu;
