/** Invisible, until a word breaks there. */
const SOFT_HYPHEN = '\u00AD';

/**
 * Where a long Dutch word of this subject may break, for large letters: "vrijwilligers-loket". Not every browser knows how
 * Dutch is hyphenated. What breaks nowhere is left as it is.
 */
export const withHyphens = (text: string): string =>
	text.replace(/(vrijwilligers)(?=\p{L}{4})/giu, `$1${SOFT_HYPHEN}`);
