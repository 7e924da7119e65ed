/** Opening hours as the editor shows them: a week, public holidays, exceptions and a remark. */
import { ON_APPOINTMENT } from './appointment.ts';
import { fromBroadToNarrow, relationOf } from './exceptions.ts';
import type { TimeRange } from './rules.ts';
import { DAY_CODES, MONTHS } from './syntax.ts';

/** Times are "HH:MM" of one day, or as typed. Blank ones are a row that is not filled in. */
export interface WeekRange extends TimeRange {
	onAppointment: boolean;
}

export interface HoursException {
	/** "YYYY-MM-DD", or as typed. */
	from: string;
	/** The last day; blank for a single one. */
	to: string;
	/** Whatever the year in the dates. */
	everyYear: boolean;
	isClosed: boolean;
	/** When it is not closed. In a period they go for the days of the week that are open otherwise. */
	ranges: WeekRange[];
	/** Blank for none. */
	reason: string;
	/** Said to be meant: it goes before the longer one that its days fall in. */
	isWithin: boolean;
}

export interface WeekHours {
	/** Seven, from Monday. */
	days: WeekRange[][];
	holidays: 'closed' | 'usual' | 'own';
	/** When they have their own hours. */
	holidayRanges: WeekRange[];
	exceptions: HoursException[];
	/** Blank for none. */
	remark: string;
}

export const emptyWeek = (): WeekHours => ({
	days: DAY_CODES.map(() => []),
	holidays: 'closed',
	holidayRanges: [],
	exceptions: [],
	remark: ''
});

export const isFilledIn = ({ from, to }: WeekRange): boolean => from !== '' || to !== '';

export const isBlankException = ({ from, to, ranges, reason }: HoursException): boolean =>
	from === '' && to === '' && reason.trim() === '' && !ranges.some(isFilledIn);

/** The days of the week that are open, 0 is Monday. */
export const openDays = ({ days }: WeekHours): number[] =>
	days.flatMap((ranges, day) => (ranges.some(isFilledIn) ? [day] : []));

/** Of one day and not of a period. */
export const isSingleDay = ({ from, to }: Pick<HoursException, 'from' | 'to'>): boolean =>
	to === '' || to === from;

/** No day of it is still to come. @param today "YYYY-MM-DD" */
export const isPast = ({ from, to, everyYear }: HoursException, today: string): boolean =>
	!everyYear && from !== '' && (to || from) < today;

/**
 * @param week without problems
 * @returns `opening_hours` syntax; empty when nothing is filled in
 */
export function writeWeek(week: WeekHours): string {
	const open = openDays(week);
	const exceptions = fromBroadToNarrow(week.exceptions.filter((exception) => !isBlankException(exception)));
	const [singles, periods] = [
		exceptions.filter(isSingleDay),
		exceptions.filter((each) => !isSingleDay(each))
	];
	const closed = periods.filter(({ isClosed }) => isClosed);
	const isAllYear = (exception: HoursException) =>
		!exception.isClosed && !closed.some((other) => relationOf(exception, other) === 'within');
	const written = (some: readonly HoursException[]) =>
		some.map((exception) => writeException(exception, open));
	// A later rule goes before an earlier one: holidays stay closed in a summer with other hours, and what is shorter is what it
	// is said to be.
	const rules = [
		writeDays(week.days),
		...written(periods.filter(isAllYear)),
		open.length > 0 ? writeHolidays(week) : '',
		...written(periods.filter((exception) => !isAllYear(exception))),
		...written(singles)
	].filter((rule) => rule !== '');
	const hours = rules.join('; ');
	const remark = quoted(week.remark);
	// Said of the times at which no rule says anything: it does not replace the hours.
	return hours && remark ? `${hours} || ${remark}` : hours || remark;
}

function writeDays(days: readonly WeekRange[][]): string {
	return joined(
		[false, true].flatMap((onAppointment) => {
			const daysByHours = new Map<string, number[]>();
			for (const [day, ranges] of days.entries()) {
				const hours = writeRanges(ranges.filter((range) => range.onAppointment === onAppointment));
				if (hours !== '') daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), day]);
			}
			const comment = onAppointment ? ON_APPOINTMENT : '';
			return [...daysByHours].map(([hours, same]) => ({ when: writeDayList(same), hours, comment }));
		})
	);
}

function writeHolidays({ holidays, holidayRanges }: WeekHours): string {
	if (holidays === 'usual') return '';
	if (holidays === 'closed') return 'PH off';
	return writeRangesOf('PH', holidayRanges, '') || 'PH off';
}

function writeException(exception: HoursException, open: readonly number[]): string {
	const { from, to, isClosed, ranges, reason, everyYear } = exception;
	const dates = [from, ...(isSingleDay(exception) ? [] : [to])]
		.map((date) => writeDate(date, everyYear))
		.join('-');
	if (isClosed) return [dates, 'off', quoted(reason)].filter(Boolean).join(' ');
	const isWholeWeek = isSingleDay(exception) || open.length === 0 || open.length === 7;
	return writeRangesOf(isWholeWeek ? dates : `${dates} ${writeDayList(open)}`, ranges, reason.trim());
}

const writeRangesOf = (when: string, ranges: readonly WeekRange[], reason: string): string =>
	joined(
		[false, true].map((onAppointment) => ({
			when,
			hours: writeRanges(ranges.filter((range) => range.onAppointment === onAppointment)),
			comment: onAppointment ? [ON_APPOINTMENT, reason].filter(Boolean).join(', ') : reason
		}))
	);

/** Added to each other: a rule for a day would replace the hours before it. */
function joined(rules: { when: string; hours: string; comment: string }[]): string {
	const filled = rules.filter(({ hours }) => hours !== '');
	const isPlain = ({ comment }: { comment: string }) => comment === '';
	const parts = filled.map((rule) => ({
		text: [rule.when, rule.hours, quoted(rule.comment)].filter(Boolean).join(' '),
		// Hours without words have days of their own, except beside those on appointment.
		separator: isPlain(rule) ? '; ' : ', '
	}));
	return parts.map(({ text, separator }, i) => (i === 0 ? text : separator + text)).join('');
}

const writeRanges = (ranges: readonly WeekRange[]): string =>
	ranges
		.filter(isFilledIn)
		.map(({ from, to }) => `${from}-${to}`)
		.toSorted()
		.join(',');

/** Three days in a row or more are "Mo-We". */
function writeDayList(days: readonly number[]): string {
	const runs: number[][] = [];
	for (const day of days) {
		const run = runs.at(-1);
		if (run?.at(-1) === day - 1) run.push(day);
		else runs.push([day]);
	}
	return runs
		.flatMap((run) => {
			const codes = run.map((day) => DAY_CODES[day] ?? '');
			return codes.length > 2 ? [`${codes[0] ?? ''}-${codes.at(-1) ?? ''}`] : codes;
		})
		.join(',');
}

function writeDate(date: string, everyYear: boolean): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${everyYear ? '' : `${year} `}${MONTHS[Number(month) - 1] ?? ''} ${day}`;
}

/** The syntax has no way to write a quotation mark within words. */
function quoted(words: string): string {
	const text = words.replace(/\s+/g, ' ').replaceAll('"', '”').trim();
	return text && `"${text}"`;
}
