/** What a file would change, row by row. Pure: nothing is asked of the database here. */
import {
	isLeftOut,
	ROW_LISTS,
	type ImportKind,
	type ImportPlan,
	type ProblemCode,
	type Remark,
	type PlanCounts,
	type PlannedRow
} from './importPlan.ts';
import { CauseCounter } from './causes.server.ts';
import { CellProblem } from './cells.server.ts';
import { cellsOf, readHeader, type Columns } from './columns.server.ts';
import type { Cells } from './compareRow.server.ts';
import { decodeText } from './decode.server.ts';
import type { FileProblem } from './fileProblem.server.ts';
import { indexState, type ImportState, type StateIndex } from './existing.server.ts';
import { DeskPlanner, namedDesk, refusedRow, type RowPlan } from './planDesk.server.ts';
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
	const counts = Object.fromEntries(ROW_LISTS.map((list) => [list, 0])) as PlanCounts;
	const causes = new CauseCounter();
	const rows: PlannedRow[] = [];
	let above: Owner | null = null;
	for (const [i, tableRow] of table.rows.entries()) {
		if (i % STEP === 0) yield i;
		const told = cellsOf(tableRow.cells, columns);
		above = ownerOf(told, tableRow.row, above);
		const cells = kind === 'loketten' ? withOwner(told, above) : told;
		const plan = planned(planner, tableRow, cells, table.header.length);
		if (cells !== told)
			plan.warnings.unshift({ code: 'same_as_above', values: [cells.get('bestuur') ?? ''] });
		const isIncomplete = plan.outcome !== 'refused' && plan.warnings.some(isLeftOut);
		counts[plan.outcome]++;
		if (isIncomplete) counts.incomplete++;
		causes.count(plan.outcome === 'refused' ? plan.problems : plan.warnings.filter(isLeftOut), cells);
		rows.push({ ...plan, row: tableRow.row, cells: tableRow.cells, isIncomplete });
	}
	yield table.rows.length;
	return {
		kind,
		header: table.header,
		readAs: table.readAs ?? null,
		ignoredColumns: columns.ignored,
		rows,
		counts,
		causes: causes.all()
	};
}

/** A file of which it cannot be told what its columns are: nothing of it is read until somebody says so. */
export function unreadPlan(
	{ header, readAs = null, rows }: Table,
	kind: ImportKind,
	cause: FileProblem
): ImportPlan {
	const problem: Remark<ProblemCode> = { code: 'columns_unclear', values: [cause.code, ...cause.values] };
	const counts = Object.fromEntries(ROW_LISTS.map((list) => [list, 0])) as PlanCounts;
	return {
		kind,
		header,
		readAs,
		ignoredColumns: [],
		rows: rows.map(({ row, cells }) => ({
			...refusedRow(cells[0] ?? '', [problem]),
			row,
			cells,
			isIncomplete: false
		})),
		counts: { ...counts, refused: rows.length },
		causes: [{ code: problem.code, rows: rows.length, values: [] }]
	};
}

/** Whom the rows from here on belong to, where cells were merged. */
interface Owner {
	row: number;
	name: string | null;
}

function ownerOf(cells: Cells, row: number, above: Owner | null): Owner {
	const own = cells.get('bestuur');
	if (own !== undefined) return { row, name: own };
	const isNamed = (['id', 'slug', 'nis_code', 'kbo_nummer'] as const).some((column) => cells.has(column));
	// A row that was left empty ends it.
	return { row, name: !isNamed && above?.row === row - 1 ? above.name : null };
}

const withOwner = (cells: Cells, { name }: Owner): Cells =>
	name === null || cells.has('bestuur') || !cells.has('naam')
		? cells
		: new Map([...cells, ['bestuur', name]]);

function planned(
	planner: DeskPlanner | GovernmentPlanner,
	{ row, cells: raw }: TableRow,
	cells: Cells,
	width: number
): RowPlan {
	try {
		if (raw.some(hasLostItsQuote)) throw new CellProblem('unreadable_row');
		if (raw.length > width) throw new CellProblem('too_many_cells', String(raw.length), String(width));
		return planner.plan(cells, row);
	} catch (cause) {
		if (!(cause instanceof CellProblem)) throw cause;
		const isWhole = cause.code !== 'unreadable_row' && cause.code !== 'too_many_cells';
		const { problems, leftOut } = isWhole ? planner.faults(cells) : { problems: [], leftOut: [] };
		return refusedRow(cells.get('naam') ?? cells.get('bestuur') ?? '', [
			{ code: cause.code, ...(cause.values.length > 0 && { values: cause.values }) },
			...problems.filter(({ code }) => code !== 'missing'),
			...leftOut
		]);
	}
}

/** A quotation mark that opened and took the next row along. */
const hasLostItsQuote = (cell: string): boolean =>
	cell.startsWith('"') && cell.includes('\n') && cell.split('"').length % 2 === 0;

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
