/** Text as people type it, made fit to be stored and read by others. */

/** How many characters PostgreSQL counts: an emoji is one, where JavaScript's `length` says two. */
export const characters = (text: string): number => [...text].length;

/**
 * Nothing that people type for a field of at most so many characters is longer, with its spaces and line ends: what is,
 * need not be tidied to know that it is too long.
 */
export const isWithinReach = (text: string, limit: number): boolean => text.length <= 4 * limit;

/**
 * What cannot be stored (NUL, half a surrogate pair) or would disturb who reads it (control characters, marks that turn
 * the direction of the text after them, characters that nobody sees and that make two of one name) goes; letters, emoji
 * with what joins them, and line breaks stay.
 */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029]/gu, '\n')
		.replace(/(?![\n\t])\p{Cc}|[\u00AD\u180E\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
		.trim();
}

/**
 * The same for what belongs on one line, such as a name: there, nothing stays that nobody sees, also not what joins emoji.
 * Exactly what `private.is_one_line` of the database takes.
 */
export const onOneLine = (text: string): string =>
	cleanText(text)
		.replace(/\s+/gu, ' ')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.normalize('NFC')
		.replace(/ {2,}/g, ' ')
		.trim();
