/** Lists and dates in a language. A format of `Intl` takes longer to make than the sentence it is for. */
import { dateFormat } from '../text/dates.ts';

const lists = new Map<string, Intl.ListFormat>();

/** @param tag a BCP 47 tag */
export function listed(items: readonly string[], tag: string): string {
	const format = lists.get(tag) ?? new Intl.ListFormat(tag, { type: 'conjunction' });
	lists.set(tag, format);
	return format.format(items);
}

/** @param day milliseconds, as `Date.UTC` gives them */
export function dated(day: number, options: Intl.DateTimeFormatOptions, tag: string): string {
	return dateFormat(tag, { ...options, timeZone: 'UTC' }).format(day);
}
