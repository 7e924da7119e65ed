/** Words around the name of a place, and words that are none. */
import { wordsOf } from './placeText.ts';

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

/** Parts of the country that have a name and are not one place. */
const REGIONS = setOf(
	'kust kempen kempenland hageland haspengouw meetjesland pajottenland waasland westhoek denderstreek leiestreek scheldeland ' +
		'maasland voerstreek vlaanderen flandre flandres flanders wallonie wallonia ardennen ardennes polders noorderkempen ' +
		'vlaamsbrabant brabant brabantwallon waalsbrabant oostvlaanderen westvlaanderen limburg vlaamseardennen europa europe'
);

/** Which first two digits of a NIS code, its arrondissement, a part of the country is made of. */
const ARROND: readonly (readonly [names: string, codes: string])[] = [
	['kempen kempenland noorderkempen campine', '11 12 13 24 71 72'],
	['waas waasland waes', '42 44 46'],
	['leie lys leiestreek', '34 37 44'],
	['schelde escaut scheldeland', '11 12 34 42 44 45 46'],
	['dender denderstreek', '41 42 45'],
	['brabant vlaamsbrabant', '21 23 24'],
	['hageland', '24'],
	['pajottenland', '23'],
	['haspengouw hesbaye', '24 71 73'],
	['limburg', '71 72 73'],
	['maasland maas', '72 73'],
	['meetjesland', '43 44'],
	['vlaamseardennen ardennen', '41 45'],
	['westhoek ijzer yser', '32 33 38'],
	['kust zee', '31 35 38'],
	['antwerpen anvers', '11 12 13'],
	['oostvlaanderen ovl', '41 42 43 44 45 46'],
	['westvlaanderen wvl', '31 32 33 34 35 36 37 38'],
	['vlaanderen', '31 32 33 34 35 36 37 38 41 42 43 44 45 46'],
	['brussel bruxelles', '21']
];
const ARRONDISSEMENTS = new Map(
	ARROND.flatMap(([names, codes]) => names.split(' ').map((name) => [name, setOf(codes)] as const))
);

/** Whether a municipality lies in the part of the country with this name; undefined when none has it. Of a joined key. */
export function regionNamed(key: string): ((nisCode: string) => boolean) | undefined {
	const codes = ARRONDISSEMENTS.get(key);
	return codes && ((nisCode) => codes.has(nisCode.slice(0, 2)));
}

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

/** Whether it is the name of a part of the country and of no place. */
export const isRegion = (words: readonly string[]): boolean =>
	REGIONS.has(words.join('')) || words.every((word) => REGIONS.has(word));

/** The words of what somebody typed. */
export const wordsTyped = (typed: string): readonly string[] =>
	wordsOf(typed.replace(COUNTRY_BEFORE_POSTCODE, '$1'));

/** The same without country and kind of body. */
export const wordsMeant = (typed: string): readonly string[] => withoutKind(wordsTyped(typed));

/** "B-9000" and "BE 9000". */
const COUNTRY_BEFORE_POSTCODE = /(^|[^\p{L}])be?[\s-]?(?=\d{4}(?!\d))/giu;
