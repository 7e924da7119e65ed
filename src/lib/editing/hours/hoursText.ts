/** Hours that somebody has as a text, beside the week of the editor: what they would do to it, and doing that. */
import { meaningOf } from '$lib/domain/openingHours/meaning';
import { readWeek, withClosures } from '$lib/domain/openingHours/readWeek';
import { readHoursText, type HoursProblem } from '$lib/domain/openingHours/schema';
import { isPast, writeWeek, type HoursException, type WeekHours } from '$lib/domain/openingHours/week';
import { problems } from '$lib/domain/openingHours/weekProblems';

export type TextReading =
	| { kind: 'nothing' }
	| { kind: 'problem'; problem: HoursProblem }
	/** More than a week can hold, while the week that it would replace cannot be put back as it is. */
	| { kind: 'mend_first'; value: string }
	/** More than a week can hold: it replaces the week, and all that goes with it. */
	| { kind: 'replaces'; value: string }
	| {
			kind: 'fills';
			/** In the syntax, all that was written. */
			value: string;
			/** As it becomes. */
			week: WeekHours;
			/** Its closures come beside the hours that are there. */
			isOnlyClosures: boolean;
			/** Nothing is said of public holidays, and nothing changes for them. */
			leavesHolidays: boolean;
			/** Exceptions that were written and are over: they are left out. */
			past: HoursException[];
	  };

/**
 * @param text as typed
 * @param today "YYYY-MM-DD", in Belgium
 */
export function readBeside(week: WeekHours, text: string, today: string): TextReading {
	if (text.trim() === '') return { kind: 'nothing' };
	const read = readHoursText(text);
	const [closures] = 'code' in read && read.code === 'only_closed' ? read.readings : [];
	const beside = closures === undefined ? null : withClosures(week, closures, yearOf(today));
	if (closures !== undefined && beside) {
		return fills({ value: closures, filled: beside, before: week, isOnlyClosures: true }, today);
	}
	if ('code' in read) return { kind: 'problem', problem: read };
	const { value } = read;
	const written = readWeek(value, yearOf(today));
	if (!written) return { kind: problems(week, today).length > 0 ? 'mend_first' : 'replaces', value };
	const filled: WeekHours = {
		...written,
		...(saysHolidays(value) ? {} : { holidays: week.holidays, holidayRanges: week.holidayRanges }),
		exceptions: [...week.exceptions, ...written.exceptions],
		remark: written.remark || week.remark
	};
	return fills({ value, filled, before: week, isOnlyClosures: false }, today);
}

const saysHolidays = (value: string): boolean =>
	meaningOf(value)?.rules.some(({ holidays }) => holidays.length > 0) ?? false;

const yearOf = (today: string): number => Number(today.slice(0, 4));

function fills(
	read: { value: string; filled: WeekHours; before: WeekHours; isOnlyClosures: boolean },
	today: string
): TextReading {
	const { value, filled, before, isOnlyClosures } = read;
	const isLeftOut = (each: HoursException) => !before.exceptions.includes(each) && isPast(each, today);
	return {
		kind: 'fills',
		value,
		week: { ...filled, exceptions: filled.exceptions.filter((each) => !isLeftOut(each)) },
		isOnlyClosures,
		leavesHolidays: !isOnlyClosures && !saysHolidays(value),
		past: filled.exceptions.filter(isLeftOut)
	};
}

/** What can be put back: blank for a week that has to be mended before it can be written. @returns in the syntax */
export const writtenWeek = (week: WeekHours, today: string): string =>
	problems(week, today).length === 0 ? writeWeek(week) : '';
