/** A postcode as people write it: against a name, or with a space in it. */

/** "9 000" and "9.000 Gent": the digits of one number. */
const PARTED = /^\s*\d(?:[\s.]?\d){3}(?![\s.]?\d)/;
/** "9000gent" and "8420De Haan". Two letters and no more are of a Dutch postcode. */
const BEFORE_NAME = /(?<![\p{L}\d])(\d{4})(?=\p{L}{3}|\p{L}{2}-|de\s)/giu;
/** "gent9000" and "Kessel Lo3010"; "lux1234" says the country. */
const AFTER_NAME = /(?<!^\s*lux)(?<=\p{L}{3}|\p{L}[\s-]\p{L}{2})(?=\d{4}(?!\d))/giu;

/** The same text, with a postcode in one piece and apart from what stands beside it. */
export const postcodeApart = (text: string): string =>
	text
		.replace(PARTED, (digits) => digits.replace(/[\s.]/g, ''))
		.replace(BEFORE_NAME, '$1 ')
		.replace(AFTER_NAME, ' ');
