/** Why a row or a whole file is refused, or what is odd about it, in the reader's language. */
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { hoursSentence, isHoursCode } from '$lib/desk/hoursSentence';
import {
	isLeftOut,
	type FileProblemCode,
	type ProblemCode,
	type Remark,
	type WarningCode
} from './importPlan';

interface Inputs {
	a: string;
	b: string;
	more: string[];
}

const SENTENCES: Record<ProblemCode | WarningCode, (inputs: Inputs) => string> = {
	columns_unclear: ({ a, b, more }) =>
		fileProblemSentence({ code: isFileProblem(a) ? a : 'missing_columns', values: [b, ...more] }),
	too_many_cells: m.import_problem_too_many_cells,
	unreadable_row: m.import_problem_unreadable_row,
	unknown_id: m.import_problem_unknown_id,
	no_government: m.import_problem_no_government,
	unknown_government: m.import_problem_unknown_government,
	keys_disagree: m.import_problem_keys_disagree,
	other_government: m.import_problem_other_government,
	missing: m.import_problem_missing,
	not_clearable: m.import_problem_not_clearable,
	too_long: m.import_problem_too_long,
	bad_kind: m.import_problem_bad_kind,
	bad_postcode: m.import_problem_bad_postcode,
	bad_number: m.import_problem_bad_number,
	half_point: m.import_problem_half_point,
	swapped_point: m.import_problem_swapped_point,
	outside_belgium: m.import_problem_outside_belgium,
	bad_boolean: m.import_problem_bad_boolean,
	bad_phone: m.import_problem_bad_phone,
	bad_email: m.import_problem_bad_email,
	bad_website: m.import_problem_bad_website,
	bad_hours: ({ a, b, more }) =>
		hoursSentence({ code: isHoursCode(a) ? a : 'unreadable', marked: b, readings: more }),
	bad_language: m.import_problem_bad_language,
	bad_wheelchair: m.import_problem_bad_wheelchair,
	bad_date: m.import_problem_bad_date,
	until_before_since: m.import_problem_until_before_since,
	until_without_since: m.import_problem_until_without_since,
	bad_slug: m.import_problem_bad_slug,
	repeated: (inputs) =>
		(/^\d+$/.test(inputs.a) ? m.import_problem_repeated : m.import_problem_repeated_slug)(inputs),
	likely_repeated: m.import_problem_likely_repeated,
	other_municipality: m.import_warning_other_municipality,
	approximate: m.import_warning_approximate,
	address_without_point: m.import_warning_address_without_point,
	not_participating: m.import_warning_not_participating,
	likely_duplicate: m.import_warning_likely_duplicate,
	former_government: m.import_warning_former_government,
	same_as_above: m.import_warning_same_as_above,
	first_of_several: m.import_warning_first_of_several,
	other_postcode: ({ a, b, more: [c = ''] }) => m.import_warning_other_postcode({ a, b, c }),
	unknown_postcode: m.import_warning_unknown_postcode,
	other_place: m.import_warning_other_place
};

/** With the name of the column in front, where one is to blame. */
export function remarkSentence({ code, column, values = [] }: Remark): string {
	const [a = '', b = '', ...more] = values;
	const reason = SENTENCES[code]({ a, b, more });
	return column ? m.import_in_column({ column, reason }) : reason;
}

/** What is odd about a row that is carried out, or what of it is not. */
export const warningSentence = (remark: Remark): string =>
	isLeftOut(remark) ? m.import_left_out({ reason: remarkSentence(remark) }) : remarkSentence(remark);

const FILES: Record<FileProblemCode, (inputs: { a: string; b: string }) => string> = {
	missing_file: m.import_file_missing_file,
	empty: m.import_file_empty,
	too_large: m.import_file_too_large,
	spreadsheet: m.import_file_spreadsheet,
	pdf: m.import_file_pdf,
	binary: m.import_file_binary,
	one_column: m.import_file_one_column,
	no_rows: m.import_file_no_rows,
	too_many_rows: m.import_file_too_many_rows,
	open_quote: m.import_file_open_quote,
	repeated_column: m.import_file_repeated_column,
	missing_columns: m.import_file_missing_columns,
	nothing_to_write: m.import_file_nothing_to_write,
	other_kind: m.import_file_other_kind
};

const isFileProblem = (code: string): code is FileProblemCode => Object.hasOwn(FILES, code);
export const fileProblemSentence = ({ code, values }: { code: FileProblemCode; values: string[] }): string =>
	FILES[code]({ a: values[0] ?? '', b: values[1] ?? '' });
