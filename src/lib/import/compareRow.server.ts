/** One row of a file against what is there: which columns change, and what cannot be read. */
import type { Column } from './importColumns.ts';
import type { Change, ProblemCode, Remark, WarningCode } from './importPlan.ts';
import { CellProblem } from './cells.server.ts';
import { withoutNeutraliser } from '../base/http/csv.server.ts';
import type { Field } from './fields.server.ts';
import { withoutAccents } from '../domain/text/slug.ts';

/** Makes a field empty; an empty cell leaves it as it is. */
export const CLEARS = '-';
/** Degrees: a centimetre. A spreadsheet keeps 15 digits. */
const SAME_PLACE = 1e-7;

/** What people write where they have nothing to tell. */
const NOTHING: ReadonlySet<string> = new Set([
	...['nvt', 'n/v/t', 'n.v.t', 'n.v.t.', 'niet van toepassing', 'geen', 'onbekend'],
	...['aucun', 'aucune', 'neant', 's.o.', 'sans objet'],
	...['n/a', 'na', 'none', 'unknown'],
	...['/', '//', '?', '--', '---', '.']
]);
const isNothing = (cell: string): boolean => NOTHING.has(withoutAccents(cell));

/** The cells of one row by column. */
export type Cells = ReadonlyMap<Column, string>;

export interface Comparison {
	content: Record<string, unknown>;
	seen: Record<string, unknown>;
	changes: Change[];
	/** Why the row is refused. */
	problems: Remark<ProblemCode>[];
	/** Why a cell is left out, where the row can do without. */
	leftOut: Remark<ProblemCode>[];
	warnings: Remark<WarningCode>[];
}

/** @param existing null for what is new */
export function compareRow<Row extends object>(
	fields: readonly Field<Row>[],
	cells: Cells,
	existing: Row | null
): Comparison {
	const result: Comparison = { content: {}, seen: {}, changes: [], problems: [], leftOut: [], warnings: [] };
	for (const field of fields) {
		const { column, key } = field;
		const cell = cells.get(column) ?? '';
		const say = <Code>(
			list: { code: Code; column?: Column; values?: string[] }[],
			code: Code,
			values: string[]
		) => list.push({ code, column, ...(values.length > 0 && { values }) });
		const refuse = (code: ProblemCode, ...values: string[]) =>
			say(field.isDispensable ? result.leftOut : result.problems, code, values);
		const warn = (code: WarningCode, ...values: string[]) => say(result.warnings, code, values);
		if (cell === '' || (field.isDispensable && isNothing(cell))) {
			if (!existing && field.isRequired) refuse('missing');
			continue;
		}
		const from = existing ? field.text(existing) : '';
		const literal = withoutNeutraliser(cell);
		if (existing && literal === from) continue;
		let value: unknown;
		if (cell === CLEARS) {
			if (field.cleared === undefined) {
				refuse('not_clearable');
				continue;
			}
			value = field.cleared;
		} else {
			try {
				value = field.read(literal, warn);
			} catch (cause) {
				if (!(cause instanceof CellProblem)) throw cause;
				refuse(cause.code, ...cause.values);
				continue;
			}
		}
		if (existing && isSame(existing[key], value)) continue;
		if (value === '') {
			if (field.isRequired) refuse('missing');
			continue;
		}
		result.content[key] = value;
		if (existing) result.seen[key] = existing[key];
		if (existing || cell !== CLEARS) {
			const written = value === null ? '' : field.text({ ...existing, [key]: value } as Row);
			result.changes.push({ column, from, to: written });
		}
	}
	return result;
}

/** What tells one version from the next. A revision counts what editors keep: when a government takes part is beside that. */
interface Versioned {
	revision: number;
	participating_since?: string | null;
	participating_until?: string | null;
}

/** "3", "3 sinds 2019-03-01" or "3 sinds 2019-03-01 tot 2025-01-01": with words, so that no spreadsheet reads a date in it. */
export const versionOf = ({ revision, participating_since: since, participating_until: until }: Versioned) =>
	[revision, ...(since ? ['sinds', since] : []), ...(until ? ['tot', until] : [])].join(' ');

/**
 * Whether the file says what was there before somebody changed it: then what it would write may be what they corrected. A
 * file that says no version is taken at its word.
 * @throws CellProblem
 */
export function isOlder(cells: Cells, now: Versioned): boolean {
	const version = cells.get('versie') ?? '';
	if (version === '') return false;
	const [, revision, participation] =
		/^(\d{1,9})((?: sinds \d{4}-\d\d-\d\d)?(?: tot \d{4}-\d\d-\d\d)?)$/.exec(version) ?? [];
	if (revision === undefined) throw new CellProblem('bad_number', version);
	return Number(revision) < now.revision || `${now.revision}${participation ?? ''}` !== versionOf(now);
}

function isSame(one: unknown, other: unknown): boolean {
	if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < SAME_PLACE;
	return JSON.stringify(one) === JSON.stringify(other);
}
