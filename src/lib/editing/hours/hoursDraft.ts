/** Opening hours while somebody works on them: what the editor shows, what its buttons do, and what is stored in the end. */
import { readWeek } from '$lib/domain/openingHours/readWeek';
import { hoursProblem, type HoursProblem } from '$lib/domain/openingHours/schema';
import {
	emptyWeek,
	writeWeek,
	type HoursException,
	type WeekHours,
	type WeekRange
} from '$lib/domain/openingHours/week';
import { problems, type WeekProblem } from '$lib/domain/openingHours/weekProblems';

export interface HoursDraft {
	/** Null while the hours say more than the editor can show: then `kept` is stored. */
	week: WeekHours | null;
	/** `opening_hours` syntax as it was; beside a week it is what can still be put back. Blank for none. */
	kept: string;
}

/**
 * @param value as stored
 * @param year of now, for exceptions of every year
 */
export function hoursDraft(value: string | null, year: number): HoursDraft {
	const week = readWeek(value ?? '', year);
	return { week, kept: week ? '' : (value ?? '') };
}

/** @returns what to store; null for no hours. The draft has no problems. */
export const hoursValue = ({ week, kept }: HoursDraft): string | null =>
	(week ? writeWeek(week) : kept.trim()) || null;

/** Everything to mend, for `hoursErrors` to put into words; empty when the hours can be stored. */
export function hoursProblems({
	week,
	kept
}: HoursDraft): (WeekProblem | (HoursProblem & { field: 'kept' }))[] {
	if (week) return problems(week);
	const problem = hoursProblem(kept);
	return problem ? [{ ...problem, field: 'kept' }] : [];
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
	reason: ''
});

/** Monday to Friday. */
const WORKING_DAYS = 5;

/** What a button does. What it cannot do to this draft leaves it as it is. */
export function editHours(draft: HoursDraft, edit: HoursEdit): HoursDraft {
	const [verb = '', path = ''] = edit.split(' ');
	if (verb === 'restart') return { week: emptyWeek(), kept: draft.kept };
	if (verb === 'putback') return { week: null, kept: draft.kept };
	if (!draft.week) return draft;
	const week = structuredClone(draft.week);
	change(week, verb, path);
	return { ...draft, week };
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
