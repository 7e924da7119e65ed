/** How the name of a place is compared: with what people leave out, shorten and spell as it once was. */

const COMBINING_MARKS = /\p{M}+/gu;
/** Soft hyphens and zero-width characters: they come along in pasted text and separate nothing. */
const INVISIBLE = /\p{Cf}+/gu;
const NOT_ALPHANUMERIC = /[^a-z0-9]+/g;
/** Longer is no place, and need not be read. */
const MAX_LENGTH = 120;

const plain = (text: string): string =>
	text
		.slice(0, MAX_LENGTH)
		// With digits of full width as digits.
		.normalize('NFKD')
		.replace(COMBINING_MARKS, '')
		.replace(INVISIBLE, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replace(NOT_ALPHANUMERIC, ' ')
		.trim();

/** Lower case, without accents or punctuation, "St." written out: "St.-Niklaas" and "sint niklaas" become equal. */
export function normalisePlace(text: string): string {
	return plain(text).replace(/(^| )st(?= )/g, '$1sint');
}

/** Words that hold a name together and that people write in many ways or not at all: "o/d", "aan de", "le". */
const LINKS = new Set(
	'a aan ad b bij d de den der des du en et het i in l la le les lez lz o od op onder s sous sur t te ten ter ts u upon van'.split(
		' '
	)
);
/** Saints of both languages, long and short, are one word, whether or not it stands apart; so is Our Lady. */
const SAINTS: readonly (readonly [RegExp, string])[] = [
	[/^(sint|saint|sankt)$/, 'st'],
	[/^(sainte|sinte)$/, 'ste']
];
const SAINT_JOINED = /sint|saint/g;
const OUR_LADY = /\b(onze lieve vrouwe?|o l vrouwe?|o l v|olvrouwe?|notre dame|n d)\b/g;
const OUR_LADY_JOINED = /onzelievevrouwe?|notredame/g;

/** The words of a name: "O.-L.-Vrouw-Waver" is "olv", "waver". */
export function wordsOf(text: string): string[] {
	const words = plain(text).replace(OUR_LADY, 'olv').split(' ').filter(Boolean);
	return words.map((word) => SAINTS.reduce((text, [long, short]) => text.replace(long, short), word));
}

/** What is equal for every way to write one name with hyphens, spaces, accents, capitals and "Sint": "stjobintgoor". */
export const keyOf = (words: readonly string[]): string =>
	words.join('').replace(SAINT_JOINED, 'st').replace(OUR_LADY_JOINED, 'olv');

/** Every letter and digit of it, nothing shortened: what a slip of the hand is counted in. */
export const lettersOf = (text: string): string => plain(text).replaceAll(' ', '');

/** A key without the words that hold a name together: "Heist o/d Berg" and "Heist-op-den-Berg" are "heistberg". */
export function looseKeyOf(words: readonly string[]): string {
	return keyOf(meaningful(words));
}

/** The words that are not links; all of them when there are no others. */
export function meaningful(words: readonly string[]): readonly string[] {
	const left = words.filter((word) => !LINKS.has(word));
	return left.length > 0 ? left : words;
}

/** Spellings of one sound, the older or the French one first. In this order: what one leaves is read by the next. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
	[/sch(?=[aeiouyrl]|$)/g, 's'],
	[/ch/g, 'g'],
	[/gh/g, 'g'],
	[/th/g, 't'],
	[/ph/g, 'f'],
	[/c?qu/g, 'kw'],
	[/c?k+|c(?=[aoulrt]|$)/g, 'k'],
	[/c/g, 's'],
	[/ks/g, 'x'],
	[/z/g, 's'],
	[/v/g, 'f'],
	[/d(?=t|$)/g, 't'],
	[/a[ae]/g, 'a'],
	[/u[iy]|eu/g, 'ø'],
	[/ij|[ei]?y|ei|ie/g, 'i'],
	[/o[oe]|ou|au|o/g, 'u'],
	[/ee/g, 'e'],
	[/(.)\1+/g, '$1']
];

/** What is equal for names that sound alike to a reader of Dutch: "Iseghem" and "Izegem". Of a key. */
export function soundOf(key: string): string {
	return SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), key);
}

/** First letters of a name of three words and more: "hodb" for Heist-op-den-Berg; null for shorter ones. */
export function initialsOf(name: string): string | null {
	const words = plain(name).split(' ');
	return words.length < 3 ? null : words.map((word) => word.charAt(0)).join('');
}
