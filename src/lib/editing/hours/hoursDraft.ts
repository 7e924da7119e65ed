/** Opening hours while somebody works on them: what the editor shows, what its buttons do, and what is stored in the end. */
import { readWeek } from '$lib/domain/openingHours/readWeek';
import {
	hoursProblem,
	readHoursText,
	standardHours,
	type HoursProblem
} from '$lib/domain/openingHours/schema';
import {
	emptyWeek,
	isPast,
	openDays,
	writeWeek,
	type HoursException,
	type WeekHours,
	type WeekRange
} from '$lib/domain/openingHours/week';
import { problems, type WeekProblem } from '$lib/domain/openingHours/weekProblems';
import { readBeside, writtenWeek } from './hoursText';

export interface HoursDraft {
	/** Null while the hours say more than the editor can show: then `kept` is stored. */
	week: WeekHours | null;
	/** `opening_hours` syntax, or as people write it; blank for none, and beside a week. */
	kept: string;
	/** Hours as a text, to fill in the week with. */
	text: string;
	/** What `kept` was shown to mean, in the syntax. */
	meant: string;
	/** In the syntax: the hours that this replaces, to put back; blank while nothing is replaced. */
	before: string;
}

/**
 * Exceptions that are over are left out: they are gone when the hours are saved next.
 * @param value as stored
 * @param today "YYYY-MM-DD", in Belgium
 */
export function hoursDraft(value: string | null, today: string): HoursDraft {
	const week = readWeek(value ?? '', yearOf(today));
	if (!week) return draftOf(value ?? '');
	const exceptions = week.exceptions.filter((exception) => !isPast(exception, today));
	return { week: { ...week, exceptions }, kept: '', text: '', meant: '', before: '' };
}

/** Of hours that say more than a week can, as they are shown. */
const draftOf = (kept: string, before = ''): HoursDraft => ({
	week: null,
	kept,
	text: '',
	meant: meaningShown(kept),
	before
});

const yearOf = (today: string): number => Number(today.slice(0, 4));

/** In the syntax; empty where nobody can read it. */
export function meaningShown(kept: string): string {
	const read = readHoursText(kept);
	return 'code' in read ? '' : read.value;
}

/** @returns what to store; null for no hours. The draft has no problems. */
export const hoursValue = ({ week, kept }: HoursDraft): string | null =>
	(week ? writeWeek(week) : standardHours(kept)) || null;

type DraftProblem =
	| WeekProblem
	| (HoursProblem & { field: 'kept' })
	/** It was not shown yet what this means. */
	| { code: 'meaning'; field: 'kept' }
	/** Hours as a text that nobody had read. */
	| { code: 'text'; field: 'text' };

/**
 * Everything to mend, for `hoursErrors` to put into words; empty when the hours can be stored.
 * @param today "YYYY-MM-DD", in Belgium
 */
export function hoursProblems({ week, kept, text, meant }: HoursDraft, today: string): DraftProblem[] {
	if (week) {
		return [
			...(text.trim() === '' ? [] : [{ code: 'text', field: 'text' } as const]),
			...problems(week, today)
		];
	}
	const problem = hoursProblem(kept);
	if (problem) return [{ ...problem, field: 'kept' }];
	const read = readHoursText(kept);
	const isToBeShown = 'value' in read && read.isTranslated && read.value !== meant;
	return isToBeShown ? [{ code: 'meaning', field: 'kept' }] : [];
}

/** Of a button: what it does and to which list, such as "add days.0", "remove exceptions.1.0" or "restart". */
export type HoursEdit = string;

export const blankRange = (): WeekRange => ({ from: '', to: '', onAppointment: false });
const blankException = (): HoursException => ({
	from: '',
	to: '',
	everyYear: false,
	isClosed: true,
	ranges: [blankRange()],
	reason: '',
	isWithin: false
});

/** Monday to Friday. */
const WORKING_DAYS = 5;

/** What a button does. What it cannot do to this draft leaves it as it is. @param today "YYYY-MM-DD", in Belgium */
export function editHours(draft: HoursDraft, edit: HoursEdit, today: string): HoursDraft {
	const [verb = '', path = ''] = edit.split(' ');
	if (verb === 'restart')
		return { week: emptyWeek(), kept: '', text: '', meant: '', before: draft.before || draft.kept };
	if (verb === 'putback') return hoursDraft(draft.before, today);
	if (!draft.week) return draft;
	if (verb === 'read') return filledIn({ ...draft, week: draft.week }, today);
	const week = structuredClone(draft.week);
	change(week, verb, path);
	return { ...draft, week };
}

/** With the hours of the text. What cannot be read stays as it is. */
function filledIn(draft: HoursDraft & { week: WeekHours }, today: string): HoursDraft {
	const read = readBeside(draft.week, draft.text, today);
	const before = draft.before || writtenWeek(draft.week, today);
	if (read.kind === 'replaces') return draftOf(read.value, before);
	if (read.kind !== 'fills') return draft;
	const takesAway = !read.isOnlyClosures && openDays(draft.week).length > 0;
	return { ...draft, week: read.week, text: '', before: takesAway ? before : draft.before };
}

function change(week: WeekHours, verb: string, path: string): void {
	if (verb === 'copy') {
		const hours = week.days[Number(path.split('.')[1])] ?? [];
		week.days = week.days.map((ranges, day) => (day < WORKING_DAYS ? structuredClone(hours) : ranges));
	} else if (path === 'exceptions') {
		if (verb === 'add') week.exceptions.push(blankException());
	} else if (verb === 'add') {
		rangesAt(week, path)?.push(blankRange());
	} else if (verb === 'remove') {
		const [, list = '', index = ''] = /^(.*)\.(\d+)$/.exec(path) ?? [];
		const rows: unknown[] | undefined = list === 'exceptions' ? week.exceptions : rangesAt(week, list);
		rows?.splice(Number(index), 1);
	}
}

/** @param path "days.0", "holidays" or "exceptions.2" */
function rangesAt(week: WeekHours, path: string): WeekRange[] | undefined {
	const [list = '', index = ''] = path.split('.');
	if (list === 'days') return week.days[Number(index)];
	return list === 'holidays' ? week.holidayRanges : week.exceptions[Number(index)]?.ranges;
}
