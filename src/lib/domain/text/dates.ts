/** Dates in a language, as people write them. */

export interface DateFormat {
	/** @param moment milliseconds, or what has them */
	format(moment: number | Date): string;
}

/** A format of `Intl` takes longer to make than the sentence it is for. */
const formats = new Map<string, DateFormat>();

/**
 * As `Intl.DateTimeFormat`, except that the first of a month is "1er mai" in French: that is how it is written, and Unicode's
 * data, where formats come from, has no such day.
 * @param tag a BCP 47 tag
 */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): DateFormat {
	const key = JSON.stringify([tag, options]);
	const known = formats.get(key);
	if (known) return known;
	const format = new Intl.DateTimeFormat(tag, options);
	const made = tag.startsWith('fr')
		? { format: (moment: number | Date) => inFrench(format, moment) }
		: format;
	formats.set(key, made);
	return made;
}

function inFrench(format: Intl.DateTimeFormat, moment: number | Date): string {
	const parts = format.formatToParts(moment);
	// Among numbers (1/5) a day is a number too.
	const isNamed = parts.some(({ type, value }) => type === 'month' && /\p{L}/u.test(value));
	return parts
		.map(({ type, value }) => (isNamed && type === 'day' && value === '1' ? '1er' : value))
		.join('');
}
