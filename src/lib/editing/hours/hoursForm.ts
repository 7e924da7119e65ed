/** The opening hours among the fields of a form. All their names begin with "hours.". */
import type { HoursException, WeekHours, WeekRange } from '$lib/domain/openingHours/week';
import { editHours, type HoursDraft } from './hoursDraft';

/** Where a field is: its name and its id. @param field as `WeekProblem` has it */
export const fieldName = (field: string): string => `hours.${field}`;

/** Of the buttons that change the rows of the editor. */
export const EDIT = fieldName('edit');

/** What was filled in, row by row, also the blank rows. A form without the editor has no hours. */
export function hoursFromForm(data: FormData): HoursDraft {
	const [kept, text, meant] = [textOf(data, 'kept'), textOf(data, 'text'), textOf(data, 'meant')];
	const before = textOf(data, 'before');
	if (textOf(data, 'mode') !== 'week') return { week: null, kept, text: '', meant, before };
	const holidays = textOf(data, 'holidays');
	const week: WeekHours = {
		days: Array.from({ length: 7 }, (_, day) => rangesOf(data, `days.${day}`)),
		holidays: holidays === 'own' || holidays === 'usual' ? holidays : 'closed',
		holidayRanges: rangesOf(data, 'holidays'),
		exceptions: rowsOf(data, 'exceptions', 'start').map((path) => exceptionOf(data, path)),
		remark: textOf(data, 'remark')
	};
	return { week, kept: '', text, meant: '', before };
}

/**
 * What a button of the editor asks for: then the page comes back with this draft, and nothing is stored.
 * @param today "YYYY-MM-DD", in Belgium
 * @returns null when the form was sent to be stored
 */
export function hoursFormAction(data: FormData, today: string): HoursDraft | null {
	const edit = data.get(EDIT);
	return typeof edit === 'string' ? editHours(hoursFromForm(data), edit, today) : null;
}

function exceptionOf(data: FormData, path: string): HoursException {
	return {
		from: textOf(data, `${path}.start`),
		to: textOf(data, `${path}.end`),
		everyYear: data.has(fieldName(`${path}.everyYear`)),
		isClosed: textOf(data, `${path}.kind`) !== 'open',
		ranges: rangesOf(data, path),
		reason: textOf(data, `${path}.reason`),
		isWithin: data.has(fieldName(`${path}.within`))
	};
}

const rangesOf = (data: FormData, path: string): WeekRange[] =>
	rowsOf(data, path, 'from').map((row) => ({
		from: textOf(data, `${row}.from`),
		to: textOf(data, `${row}.to`),
		onAppointment: data.has(fieldName(`${row}.appointment`))
	}));

/** The rows of a list that the form has, which are numbered without holes. */
function rowsOf(data: FormData, list: string, field: string): string[] {
	const rows: string[] = [];
	while (data.has(fieldName(`${list}.${rows.length}.${field}`))) rows.push(`${list}.${rows.length}`);
	return rows;
}

/** As typed: a space at the end is the first of a next word, for who is still typing. */
function textOf(data: FormData, field: string): string {
	const value = data.get(fieldName(field));
	return typeof value === 'string' ? value : '';
}
