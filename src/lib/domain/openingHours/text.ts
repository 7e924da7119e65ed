/** Opening hours in OpenStreetMap's syntax, as lines a person can read. */
import OpeningHours from 'opening_hours';
import type { Locale } from '../directory/directory.ts';
import { isOnlyOnAppointment } from './appointment.ts';
import { isRemark, parseOpeningHours, PUBLIC_HOLIDAYS, type HoursRule, type RuleDate } from './rules.ts';
import { clock, WORDS, type Words } from './words.ts';

/** English keeps OpenStreetMap's own short codes in the library; these are what readers know them as. */
const ENGLISH: Record<string, string> = {
	Mo: 'Mon',
	Tu: 'Tue',
	We: 'Wed',
	Th: 'Thu',
	Fr: 'Fri',
	Sa: 'Sat',
	Su: 'Sun',
	PH: 'Public holidays',
	off: 'closed'
};
const ENGLISH_CODE = new RegExp(`\\b(${Object.keys(ENGLISH).join('|')})\\b`, 'g');

/**
 * One line a rule: "maandag tot vrijdag: 9 tot 12 uur en 13.30 tot 16.30 uur". What there are no words for here comes as
 * the library abbreviates it: "ma-vr 09:00-12:00".
 * @returns null when the value is not valid `opening_hours` syntax
 */
export function openingHoursLines(value: string, locale: Locale): string[] | null {
	try {
		const hours = new OpeningHours(value, null);
		if (value.trim() === '24/7') return [WORDS[locale].always];
		const rules = parseOpeningHours(value);
		return rules ? rules.map((rule) => lineOf(rule, WORDS[locale])) : abbreviated(hours, locale);
	} catch {
		return null;
	}
}

function abbreviated(hours: OpeningHours, locale: Locale): string[] {
	// The library reads `conf`; its type declarations only know the options inside.
	const conf = { locale, rule_sep_string: '\n', print_semicolon: false };
	const options = { ...conf, conf };
	const text = hours.prettifyValue(options).replaceAll('"', '');
	const readable = locale === 'en' ? text.replace(ENGLISH_CODE, (code) => ENGLISH[code] ?? code) : text;
	return readable.split('\n').map((line) => line.replace(/,(?=\S)/g, ', '));
}

function lineOf(rule: HoursRule, words: Words): string {
	const { days, dates, times, isClosed } = rule;
	const list = new Intl.ListFormat(words.tag, { type: 'conjunction' });
	const comment =
		rule.comment !== null && isOnlyOnAppointment(rule.comment) ? words.onAppointment : rule.comment;
	// A remark that goes for every day needs no "every day".
	if (comment !== null && isRemark(rule)) return comment;
	const hours = list.format(times.map(({ from, to }) => words.times(clock(from, words), clock(to, words))));
	const what = isClosed
		? words.closed + (comment === null ? '' : ` (${comment})`)
		: [hours, comment].filter(Boolean).join(', ');
	const when = [
		...(dates ? [whenDates(dates, words)] : []),
		...(days.length > 0 ? [list.format(whenDays(days, words))] : [])
	];
	return when.join(', ') + words.colon + what;
}

/** Three days in a row or more are "from to", fewer are named each: 0 is Monday. */
function whenDays(days: readonly number[], words: Words): string[] {
	const week = days.filter((day) => day !== PUBLIC_HOLIDAYS);
	const holidays = week.length < days.length ? [words.holidays] : [];
	if (week.length === 7) return [words.everyDay, ...holidays];
	const runs: number[][] = [];
	for (const day of week) {
		const run = runs.at(-1);
		if (run && run.at(-1) === (day + 6) % 7) run.push(day);
		else runs.push([day]);
	}
	const format = new Intl.DateTimeFormat(words.tag, { weekday: 'long', timeZone: 'UTC' });
	// 1 January 2024 was a Monday.
	const nameOf = (day: number) => format.format(Date.UTC(2024, 0, 1 + day));
	const names = runs.flatMap((run) => {
		const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0];
		return run.length > 2 ? [words.days(nameOf(first), nameOf(last))] : run.map(nameOf);
	});
	return [...names, ...holidays];
}

function whenDates({ from, to }: { from: RuleDate; to: RuleDate | null }, words: Words): string {
	const nameOf = ({ year, month, day }: RuleDate) =>
		new Intl.DateTimeFormat(words.tag, {
			day: 'numeric',
			month: 'long',
			timeZone: 'UTC',
			...(year === null ? {} : { year: 'numeric' })
		}).format(Date.UTC(year ?? 2024, month, day));
	return to ? words.dates(nameOf(from), nameOf(to)) : nameOf(from);
}
