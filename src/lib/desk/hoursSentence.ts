/** What is wrong with opening hours that somebody wrote, in words. */
import type { HoursProblem } from '$lib/domain/openingHours/schema';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

type Told = Pick<HoursProblem, 'marked' | 'readings'>;

const SENTENCES: Record<HoursProblem['code'], (problem: Told) => string> = {
	impossible: ({ marked }) => m.hours_error_impossible({ place: marked }),
	order: ({ marked }) => m.hours_error_order_kept({ place: marked }),
	overlap: ({ marked }) => m.hours_error_overlap_kept({ place: marked }),
	cancelled: ({ marked, readings: [left = '', meant] }) =>
		meant === undefined
			? m.hours_error_cancelled({ place: marked, left: hoursInWords(left) })
			: m.hours_error_cancelled_meant({
					place: marked,
					left: hoursInWords(left),
					meant: hoursInWords(meant),
					syntax: meant
				}),
	untold: ({ marked }) => m.hours_error_untold({ days: marked }),
	only_closed: ({ readings: [closures = ''] }) =>
		m.hours_error_only_closed({ closures: hoursInWords(closures) }),
	separator: ({ marked, readings: [meant = ''] }) =>
		m.hours_error_separator({ place: marked, meant: hoursInWords(meant), syntax: meant }),
	two: ({ marked, readings: [first = '', second = ''] }) =>
		m.hours_error_two({ place: marked, first: hoursInWords(first), second: hoursInWords(second) }),
	unreadable: ({ marked }) => m.hours_error_unreadable({ place: marked }),
	too_long: () => m.hours_error_too_long()
};

/** In the language of the page. */
export const hoursSentence = ({ code, ...told }: Told & Pick<HoursProblem, 'code'>): string =>
	SENTENCES[code](told);

export const isHoursCode = (code: string): code is HoursProblem['code'] => Object.hasOwn(SENTENCES, code);

/** All on one line, in the language of the page. @param value `opening_hours` syntax; empty when nobody can read it */
export const hoursInWords = (value: string): string =>
	openingHoursLines(value, getLocale())?.join('; ') ?? '';
