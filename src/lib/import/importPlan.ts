/** What an import would do, row by row: types and lists only. */
import * as v from 'valibot';
import type { Column } from './importColumns.ts';

export const IMPORT_KINDS = ['loketten', 'besturen'] as const;
/** Desks, or the participation and contact of local governments. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ROW_OUTCOMES = ['refused', 'likely_duplicate', 'older', 'new', 'changed', 'unchanged'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export type OutcomeCounts = Record<RowOutcome, number>;

/** The lists in which the rows of a file are shown: those that are not wholly read stand in one more. */
export const ROW_LISTS = [
	'refused',
	'likely_duplicate',
	'older',
	'incomplete',
	'new',
	'changed',
	'unchanged'
] as const;
export type RowList = (typeof ROW_LISTS)[number];

/** Why a row is refused; `values` fill the sentence. */
export const PROBLEM_CODES = [
	'columns_unclear',
	'too_many_cells',
	'unreadable_row',
	'unknown_id',
	'no_government',
	'unknown_government',
	'keys_disagree',
	'other_government',
	'missing',
	'not_clearable',
	'too_long',
	'bad_kind',
	'bad_postcode',
	'bad_number',
	'half_point',
	'swapped_point',
	'outside_belgium',
	'bad_boolean',
	'bad_phone',
	'bad_email',
	'bad_website',
	'bad_hours',
	'bad_language',
	'bad_wheelchair',
	'bad_date',
	'until_before_since',
	'until_without_since',
	'bad_slug',
	'repeated',
	'likely_repeated'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is odd about a row that is carried out all the same. */
export const WARNING_CODES = [
	'other_municipality',
	'approximate',
	'address_without_point',
	'not_participating',
	'likely_duplicate',
	'former_government',
	'same_as_above',
	'first_of_several',
	'other_postcode',
	'unknown_postcode',
	'other_place'
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export interface Remark<Code extends string = ProblemCode | WarningCode> {
	code: Code;
	column?: Column;
	values?: string[];
}

/** What a row says that could not be read, and is left as it was while the rest of the row is carried out. */
export const isLeftOut = ({ code }: Remark): boolean => (PROBLEM_CODES as readonly string[]).includes(code);

/** A column with what it said and will say, as a file writes it; empty for nothing. */
export interface Change {
	column: Column;
	from: string;
	to: string;
}

export interface PlannedRow {
	/** As a spreadsheet numbers it: the header is row 1. */
	row: number;
	outcome: RowOutcome;
	/** The name of the desk or government, as far as known. */
	label: string;
	/** The desk or government that changes; null for a new desk and for what is refused. */
	subjectId: string | null;
	/** Columns of the database with their new values; null when nothing is written. */
	content: Record<string, unknown> | null;
	/** What those columns said when this was planned. */
	seen: Record<string, unknown> | null;
	changes: Change[];
	problems: Remark<ProblemCode>[];
	/** Also why a cell is left out, where the row can do without. */
	warnings: Remark[];
	/** As it stood in the file. */
	cells: string[] | null;
	/** It is carried out, but for what could not be read. */
	isIncomplete: boolean;
}

/** What could not be read, the same thing once. */
export interface Cause {
	code: ProblemCode;
	column?: Column;
	/** How many rows have it. */
	rows: number;
	/** What stands there, most frequent first; at most `MAX_CAUSE_VALUES`. */
	values: { text: string; rows: number }[];
}
export const MAX_CAUSE_VALUES = 50;

export interface ImportPlan {
	kind: ImportKind;
	header: string[];
	/** What somebody said that each column is; null where the headings say it. */
	readAs: string[] | null;
	/** Columns of the file that say nothing to this product. */
	ignoredColumns: string[];
	rows: PlannedRow[];
	counts: PlanCounts;
	/** Most frequent first. */
	causes: Cause[];
}

/** With how many of those that are carried out are not read wholly. */
export type PlanCounts = OutcomeCounts & { incomplete: number };

/** Why a whole file cannot be read. */
export const FILE_PROBLEM_CODES = [
	'missing_file',
	'empty',
	'too_large',
	'spreadsheet',
	'pdf',
	'binary',
	'one_column',
	'no_rows',
	'too_many_rows',
	'open_quote',
	'repeated_column',
	'missing_columns',
	'nothing_to_write',
	'other_kind'
] as const;
export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;

/** Id of the form that carries an import out; the rows of an older file carry boxes of it. */
export const APPLY_FORM = 'uitvoeren-formulier';
export const OLDER_FIELD = 'ouder';

/** Of the form that reads a file once more: what a column of it is, in their order. */
export const COLUMN_FIELD = 'kolom';
/** Of that form: in which column a text stands, the text, and what is read in its place. */
export const COLUMN_OF_VALUE_FIELD = 'waarin';
export const VALUE_FIELD = 'waarde';
export const CORRECTION_FIELD = 'verbetering';

/** A planned import as its page shows it. */
export interface ImportRunView {
	id: string;
	kind: ImportKind;
	fileName: string;
	header: string[];
	readAs: string[] | null;
	ignoredColumns: string[];
	counts: PlanCounts;
	causes: Cause[];
	/** ISO 8601 */
	createdAt: string;
	appliedAt: string | null;
}

export type ImportRowView = Pick<
	PlannedRow,
	'row' | 'outcome' | 'label' | 'changes' | 'problems' | 'warnings' | 'cells'
>;

/** A line of what the server says while it reads a file; the last one says how it ended. */
export const importProgress = v.union([
	v.object({ done: v.number(), total: v.number() }),
	v.object({ location: v.string() }),
	v.object({ problem: v.object({ code: v.picklist(FILE_PROBLEM_CODES), values: v.array(v.string()) }) }),
	v.object({ failed: v.string() })
]);
export type ImportProgress = v.InferOutput<typeof importProgress>;
