/** What an import would do, row by row: types and lists only. */
import * as v from 'valibot';
import type { Column } from './importColumns.ts';

export const IMPORT_KINDS = ['loketten', 'besturen'] as const;
/** Desks, or the participation and contact of local governments. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ROW_OUTCOMES = ['refused', 'likely_duplicate', 'older', 'new', 'changed', 'unchanged'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export type OutcomeCounts = Record<RowOutcome, number>;

/** Why a row is refused; `values` fill the sentence. */
export const PROBLEM_CODES = [
	'too_many_cells',
	'unreadable_row',
	'unknown_id',
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
	'likely_duplicate'
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export interface Remark<Code extends string = ProblemCode | WarningCode> {
	code: Code;
	column?: Column;
	values?: string[];
}

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
	warnings: Remark<WarningCode>[];
	/** As it stood in the file, of rows that are not carried out at once. */
	cells: string[] | null;
}

export interface ImportPlan {
	kind: ImportKind;
	header: string[];
	/** Columns of the file that say nothing to this product. */
	ignoredColumns: string[];
	rows: PlannedRow[];
	counts: OutcomeCounts;
}

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
	'other_kind'
] as const;
export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;

/** Id of the form that carries an import out; the rows of an older file carry boxes of it. */
export const APPLY_FORM = 'uitvoeren-formulier';
export const OLDER_FIELD = 'ouder';

/** A planned import as its page shows it. */
export interface ImportRunView {
	id: string;
	kind: ImportKind;
	fileName: string;
	header: string[];
	ignoredColumns: string[];
	counts: OutcomeCounts;
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
