/** What has to be mended in a week before it can be written down. */
import {
	isBlankException,
	isFilledIn,
	isSingleDay,
	writeWeek,
	type HoursException,
	type WeekHours,
	type WeekRange
} from './week.ts';

export type WeekProblemCode =
	/** Not a time, such as 25:00, or only one of the two. */
	| 'time'
	/** Ends before it begins. */
	| 'order'
	/** With hours before it on the same day. */
	| 'overlap'
	/** Public holidays or an exception that should have hours. */
	| 'no_hours'
	/** Not a day on the calendar, or none. */
	| 'date'
	/** Ends before it begins, or lasts more than a year of every year. */
	| 'period'
	/** Longer than what is stored. */
	| 'too_long';

export interface WeekProblem {
	code: WeekProblemCode;
	/**
	 * Where: "days.0.1.to" is the end of the second range of Monday, "holidays.0.from", "exceptions.2.start",
	 * "exceptions.2.0.from", "remark".
	 */
	field: string;
}

export const MAX_LENGTH = 1_000;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const YEAR = 366 * 86_400_000;

/** In the order of the editor, at most one a field. */
export function problems(week: WeekHours): WeekProblem[] {
	const found = [
		...week.days.flatMap((ranges, day) => rangeProblems(ranges, `days.${day}`)),
		...(week.holidays === 'own' ? hoursProblems(week.holidayRanges, 'holidays') : []),
		...week.exceptions.flatMap((exception, i) => exceptionProblems(exception, `exceptions.${i}`))
	];
	if (found.length > 0 || writeWeek(week).length <= MAX_LENGTH) return found;
	return [{ code: 'too_long', field: 'remark' }];
}

function exceptionProblems(exception: HoursException, path: string): WeekProblem[] {
	if (isBlankException(exception)) return [];
	const { from, to, isClosed, everyYear, ranges } = exception;
	const found: WeekProblem[] = [];
	if (!isDate(from)) found.push({ code: 'date', field: `${path}.start` });
	if (!isSingleDay(exception)) {
		const lasts = Date.parse(to) - Date.parse(from);
		if (!isDate(to)) found.push({ code: 'date', field: `${path}.end` });
		else if (lasts < 0 || (everyYear && lasts >= YEAR)) found.push({ code: 'period', field: `${path}.end` });
	}
	return isClosed ? found : [...found, ...hoursProblems(ranges, path)];
}

const hoursProblems = (ranges: readonly WeekRange[], path: string): WeekProblem[] =>
	ranges.some(isFilledIn) ? rangeProblems(ranges, path) : [{ code: 'no_hours', field: `${path}.0.from` }];

function rangeProblems(ranges: readonly WeekRange[], path: string): WeekProblem[] {
	const sound: WeekRange[] = [];
	return ranges.flatMap((range, i): WeekProblem[] => {
		if (!isFilledIn(range)) return [];
		const wrong = (['from', 'to'] as const).find((end) => !TIME.test(range[end]));
		if (wrong) return [{ code: 'time', field: `${path}.${i}.${wrong}` }];
		if (range.to <= range.from) return [{ code: 'order', field: `${path}.${i}.to` }];
		const overlaps = sound.some(({ from, to }) => range.from < to && from < range.to);
		sound.push(range);
		return overlaps ? [{ code: 'overlap', field: `${path}.${i}.from` }] : [];
	});
}

function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
