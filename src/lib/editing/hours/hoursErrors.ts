/** What has to be mended in the opening hours, in words. */
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { capitalized, dayName } from '$lib/desk/dayName';
import { hoursSentence } from '$lib/desk/hoursSentence';
import { fieldName } from './hoursForm';
import { hoursProblems, type HoursDraft } from './hoursDraft';

const SENTENCES = {
	time: m.hours_error_time,
	order: m.hours_error_order,
	overlap: m.hours_error_overlap,
	no_hours: m.hours_error_no_hours,
	date: m.hours_error_date,
	past: m.hours_error_past,
	same_days: m.hours_error_same_days,
	within: m.hours_error_within,
	meaning: m.hours_error_meaning,
	text: m.hours_error_text,
	period: m.hours_error_period,
	too_long: m.hours_error_too_long
};

/**
 * For an error summary, in the language of the page; `field` is the id of a box. Empty when the hours can be stored.
 * @param today "YYYY-MM-DD", in Belgium
 */
export const hoursErrors = (draft: HoursDraft, today: string): { field: string; message: string }[] =>
	inWords(hoursProblems(draft, today));

/**
 * Of exceptions that are filled in, what cannot be right whatever is filled in next: that is said before the form is sent.
 * @param today "YYYY-MM-DD", in Belgium
 */
export const errorsAtOnce = (draft: HoursDraft, today: string): { field: string; message: string }[] =>
	inWords(hoursProblems(draft, today).filter(({ code }) => code === 'same_days' || code === 'period'));

const inWords = (found: ReturnType<typeof hoursProblems>): { field: string; message: string }[] =>
	found.map((problem) => ({
		field: fieldName(problem.field),
		message:
			'marked' in problem
				? hoursSentence(problem)
				: SENTENCES[problem.code]({
						list: capitalized(listName(problem.field)),
						other: 'other' in problem && problem.other ? listName(problem.other).toLowerCase() : ''
					})
	}));

/** Of the list that a field is in. @param path such as "days.0" or "exceptions.2.0.from" */
export function listName(path: string): string {
	const [list, index] = path.split('.');
	if (list === 'days') return dayName(Number(index));
	return list === 'exceptions' ? m.hours_exception({ number: Number(index) + 1 }) : m.hours_holidays_name();
}
