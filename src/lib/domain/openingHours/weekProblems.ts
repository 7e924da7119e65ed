/** What has to be mended in a week before it can be written down. */
import { relationOf } from './exceptions.ts';
import {
	isBlankException,
	isFilledIn,
	isPast,
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
	/** A day or a period that is over. */
	| 'past'
	/** Another exception goes for the same days, or for a part of them. */
	| 'same_days'
	/** Its days fall within a longer exception, and nobody said that this is meant. */
	| 'within'
	/** Longer than what is stored. */
	| 'too_long';

export interface WeekProblem {
	code: WeekProblemCode;
	/**
	 * Where: "days.0.1.to" is the end of the second range of Monday, "holidays.0.from", "exceptions.2.start",
	 * "exceptions.2.0.from", "remark".
	 */
	field: string;
	/** Of two exceptions, where the other one is: "exceptions.1". */
	other?: string;
}

export const MAX_LENGTH = 1_000;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const YEAR = 366 * 86_400_000;

/** In the order of the editor, at most one a field. @param today "YYYY-MM-DD", in Belgium */
export function problems(week: WeekHours, today: string): WeekProblem[] {
	const found = [
		...week.days.flatMap((ranges, day) => rangeProblems(ranges, `days.${day}`)),
		...(week.holidays === 'own' ? hoursProblems(week.holidayRanges, 'holidays') : []),
		...week.exceptions.flatMap((exception, i) => {
			const own = exceptionProblems(exception, `exceptions.${i}`);
			if (own.length > 0) return own;
			if (isPast(exception, today)) return [{ code: 'past' as const, field: `exceptions.${i}.start` }];
			return clashOf(week.exceptions, i);
		})
	];
	if (found.length > 0 || writeWeek(week).length <= MAX_LENGTH) return found;
	return [{ code: 'too_long', field: 'remark' }];
}

/** Of the `i`-th exception with an earlier one, or with any that is longer. */
function clashOf(exceptions: readonly HoursException[], i: number): WeekProblem[] {
	const mine = exceptions[i];
	if (!mine || isBlankException(mine)) return [];
	for (const [k, other] of exceptions.entries()) {
		if (k === i || isBlankException(other) || exceptionProblems(other, '').length > 0) continue;
		const relation = relationOf(mine, other);
		if (relation === 'crossing' && k < i) {
			return [{ code: 'same_days', field: `exceptions.${i}.start`, other: `exceptions.${k}` }];
		}
		if (relation === 'within' && !mine.isWithin) {
			return [{ code: 'within', field: `exceptions.${i}.within`, other: `exceptions.${k}` }];
		}
	}
	return [];
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
