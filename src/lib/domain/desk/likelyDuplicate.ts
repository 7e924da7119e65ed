/** Whether two desks of one government are likely one desk, told twice. */
import { distance } from 'fastest-levenshtein';

export interface ComparableDesk {
	name: string;
	/** Street and house number. */
	street: string;
	postcode: string;
}

/** What a desk is compared by, worked out once for each. */
export interface DeskTraits {
	postcode: string;
	/** Name of the street, without spaces, accents and abbreviations. */
	street: string;
	/** Empty when the address has none: on one square there may be several desks. */
	houseNumber: string;
	/** What the name says beside "volunteer desk"; empty for "Vrijwilligersloket". */
	ownName: string;
	/** Numbers in the name: of "Wijkloket 1" and "Wijkloket 2" neither is a typing error. */
	numbers: string;
}

/** One letter in so many may differ: a typing error, not another word. */
const LETTERS_PER_TYPO = 6;
/** Words by which no desk is told from another. */
const COMMON_WORDS = new Set(
	[
		'de het een en van voor in te bij aan op der den la le les l d du des et pour a au the of for and',
		'vrijwilliger vrijwilligers vrijwilligerswerk vrijwilligersloket vrijwilligerspunt vrijwilligersdienst loket',
		'dienst punt benevole benevoles benevolat volontaire volontaires volontariat guichet service',
		'volunteer volunteers volunteering desk'
	].flatMap((line) => line.split(' '))
);
const LONG_COMMON_WORDS = [...COMMON_WORDS].filter((word) => word.length >= 2 * LETTERS_PER_TYPO);
/** Ways to write a part of a street's name, and that part in full. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
	[/str$/u, 'straat'],
	[/(?:stwg|stw)$/u, 'steenweg'],
	[/pl$/u, 'plein'],
	[/ln$/u, 'laan'],
	[/^st$/u, 'sint'],
	[/^av$/u, 'avenue'],
	[/^(?:bd|bld|boul)$/u, 'boulevard']
];
const BOX = /\b(?:bus|bte|boite|box)\b.*$/u;
const HOUSE_NUMBER = /\d+\s?[a-z]?\b/u;

export function deskTraits(desk: ComparableDesk): DeskTraits {
	const address = plain(desk.street).replace(BOX, '');
	const words = plain(desk.name).split(' ');
	const ownWords = words.filter((word) => !isCommon(word));
	return {
		postcode: desk.postcode,
		street: address
			.replace(HOUSE_NUMBER, ' ')
			.split(' ')
			.map((word) => ABBREVIATIONS.reduce((text, [short, full]) => text.replace(short, full), word))
			.join(''),
		houseNumber: (HOUSE_NUMBER.exec(address)?.[0] ?? '').replace(' ', ''),
		ownName: ownWords.join(''),
		numbers: (desk.name.match(/\d+/gu) ?? []).join(' ')
	};
}

/** The same house, or nearly the same name, typing errors forgiven. For desks of one government. */
export function isLikelyDuplicate(one: DeskTraits, other: DeskTraits): boolean {
	const isSameHouse =
		one.houseNumber !== '' &&
		one.houseNumber === other.houseNumber &&
		one.postcode === other.postcode &&
		isNearly(one.street, other.street);
	return isSameHouse || (one.numbers === other.numbers && isNearly(one.ownName, other.ownName));
}

/** The first of these desks, all of one government, that is likely this one; undefined when none is. */
export function likelyDuplicateOf<Desk extends ComparableDesk>(
	desk: ComparableDesk,
	others: readonly Desk[]
): Desk | undefined {
	const traits = deskTraits(desk);
	return others.find((other) => isLikelyDuplicate(traits, deskTraits(other)));
}

function isCommon(word: string): boolean {
	if (COMMON_WORDS.has(word)) return true;
	return (
		word.length >= 2 * LETTERS_PER_TYPO - 2 && LONG_COMMON_WORDS.some((common) => isNearly(word, common))
	);
}

function isNearly(one: string, other: string): boolean {
	if (one === other) return true;
	const allowed = Math.floor(Math.max(one.length, other.length) / LETTERS_PER_TYPO);
	return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

/** "Sint-Niklaas (Centrum)" -> "sint niklaas centrum" */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
