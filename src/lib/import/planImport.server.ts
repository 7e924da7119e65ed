/** What a file would change, row by row. Pure: nothing is asked of the database here. */
import type { Column } from './importColumns.ts';
import {
	ROW_OUTCOMES,
	type ImportKind,
	type ImportPlan,
	type OutcomeCounts,
	type PlannedRow
} from './importPlan.ts';
import { CellProblem } from './cells.server.ts';
import { readHeader, type Columns } from './columns.server.ts';
import type { Cells } from './compareRow.server.ts';
import { decodeText } from './decode.server.ts';
import { indexState, type ImportState, type StateIndex } from './existing.server.ts';
import { DeskPlanner, namedDesk, type RowPlan } from './planDesk.server.ts';
import { GovernmentPlanner } from './planGovernment.server.ts';
import { readTable, type Table, type TableRow } from './readTable.server.ts';

/** Rows between two signs of progress. */
const STEP = 250;

/**
 * The whole of it at once.
 * @throws FileProblem when it is no table of this kind
 */
export function planImport(bytes: Uint8Array, kind: ImportKind, state: ImportState): ImportPlan {
	const steps = planInSteps(readTable(decodeText(bytes)), kind, state);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/**
 * Yields how many rows are done, every so often.
 * @throws FileProblem
 */
export function* planInSteps(
	table: Table,
	kind: ImportKind,
	state: ImportState
): Generator<number, ImportPlan> {
	const columns = readHeader(table, kind);
	const index = indexState(state);
	const planner =
		kind === 'loketten'
			? new DeskPlanner(index, explicitRows(index, table, columns))
			: new GovernmentPlanner(index);
	const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts;
	const rows: PlannedRow[] = [];
	for (const [i, tableRow] of table.rows.entries()) {
		if (i % STEP === 0) yield i;
		const plan = planned(planner, tableRow, columns, table.header.length);
		const isDone = plan.outcome !== 'refused' && plan.outcome !== 'likely_duplicate';
		counts[plan.outcome]++;
		rows.push({ ...plan, row: tableRow.row, cells: isDone ? null : tableRow.cells });
	}
	yield table.rows.length;
	return { kind, header: table.header, ignoredColumns: columns.ignored, rows, counts };
}

function planned(
	planner: DeskPlanner | GovernmentPlanner,
	{ row, cells: raw }: TableRow,
	columns: Columns,
	width: number
): RowPlan {
	const cells = cellsOf(raw, columns);
	try {
		if (raw.some(hasLostItsQuote)) throw new CellProblem('unreadable_row');
		if (raw.length > width) throw new CellProblem('too_many_cells', String(raw.length), String(width));
		return planner.plan(cells, row);
	} catch (cause) {
		if (!(cause instanceof CellProblem)) throw cause;
		return {
			outcome: 'refused',
			label: cells.get('naam') ?? cells.get('bestuur') ?? '',
			subjectId: null,
			content: null,
			seen: null,
			changes: [],
			problems: [{ code: cause.code, ...(cause.values.length > 0 && { values: cause.values }) }],
			warnings: []
		};
	}
}

/** A quotation mark that opened and took the next row along. */
const hasLostItsQuote = (cell: string): boolean =>
	cell.startsWith('"') && cell.includes('\n') && cell.split('"').length % 2 === 0;

function cellsOf(raw: readonly string[], { at }: Columns): Cells {
	const cells = new Map<Column, string>();
	for (const [column, i] of at) {
		const cell = raw[i]?.trim();
		if (cell) cells.set(column, cell);
	}
	return cells;
}

/** Which row first names a desk by its id or slug. */
function explicitRows(index: StateIndex, { rows }: Table, columns: Columns): Map<string, number> {
	const explicit = new Map<string, number>();
	for (const { row, cells } of rows) {
		try {
			const desk = namedDesk(index, cellsOf(cells, columns));
			if (desk && !explicit.has(desk.id)) explicit.set(desk.id, row);
		} catch (cause) {
			// Refused in its turn.
			if (!(cause instanceof CellProblem)) throw cause;
		}
	}
	return explicit;
}
