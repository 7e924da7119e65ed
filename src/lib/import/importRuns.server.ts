/** Imports in the database. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { DESK_FIELDS } from '$lib/domain/desk/fields';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { columnOf } from '$lib/domain/content/fields';
import { GOVERNMENT_FIELDS, KINDS } from '$lib/domain/government/fields';
import { DESK_CELLS, DESK_COLUMNS, GOVERNMENT_CELLS, GOVERNMENT_COLUMNS } from './importColumns';
import {
	IMPORT_KINDS,
	PROBLEM_CODES,
	ROW_OUTCOMES,
	WARNING_CODES,
	type ImportPlan,
	type ImportRowView,
	type ImportRunView,
	type RowList
} from './importPlan';
import { ask } from '$lib/base/database/ask.server';
import { within } from '$lib/base/settings/limits.server';
import { isIn, municipalityAt } from '$lib/directory/municipalityAt.server';
import { storedRow } from '$lib/base/database/storedFields.server';
import { instant, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { ExistingDesk, ExistingGovernment, ImportState } from './existing.server';
import type { Table } from './readTable.server';

export const ROWS_PER_PAGE = 50;
const PAGE_ROWS = 1_000;
const SAMPLE_ROWS = 50;

const namesOf = <Of extends object>(cells: Of) => Object.keys(cells) as (keyof Of)[];
const DESK = ['id', 'slug', 'localGovernmentId', ...namesOf(DESK_CELLS)] as const;
const GOVERNMENT = [
	'id',
	'slug',
	'kind',
	'nisCode',
	'name',
	'kboNumber',
	...namesOf(GOVERNMENT_CELLS)
] as const;
const columns = (names: readonly string[]) => [...names, 'revision'].map(columnOf).join(', ');

/** Raised with every change of what is kept. */
const versioned = v.object({ revision: v.number() });
const deskRow = v.intersect([storedRow(DESK_FIELDS, DESK), versioned]);
const kind = v.picklist(KINDS);
const governmentRow = v.pipe(
	v.intersect([storedRow(GOVERNMENT_FIELDS, GOVERNMENT), versioned]),
	v.transform((row): ExistingGovernment => ({ ...row, kind: v.parse(kind, row.kind) }))
);

/** All desks, also those that are offline, by slug. @throws DatabaseError */
export async function readDesks(client: TypedClient): Promise<ExistingDesk[]> {
	const desks: ExistingDesk[] = [];
	for (;;) {
		const page = await ask(
			'volunteer_desk',
			client
				.from('volunteer_desk')
				.select(columns(DESK))
				.order('slug')
				.range(desks.length, desks.length + PAGE_ROWS - 1)
		);
		// A server may hand out fewer rows than asked, so only an empty page is the end.
		if (page.length === 0) return desks;
		desks.push(...v.parse(v.array(deskRow), page));
	}
}

/** All local governments, whether or not they take part, by slug. @throws DatabaseError */
export async function readGovernments(client: TypedClient): Promise<ExistingGovernment[]> {
	const governments: ExistingGovernment[] = [];
	for (;;) {
		const page = await ask(
			'local_government',
			client
				.from('local_government')
				.select(columns(GOVERNMENT))
				.order('slug')
				.range(governments.length, governments.length + PAGE_ROWS - 1)
		);
		if (page.length === 0) return governments;
		governments.push(...v.parse(v.array(governmentRow), page));
	}
}

/** What an import is planned against. @throws DatabaseError */
export async function readImportState(client: TypedClient, index: DirectoryIndex): Promise<ImportState> {
	const [desks, governments] = await Promise.all([readDesks(client), readGovernments(client)]);
	return {
		desks,
		governments,
		municipalities: index.entries.map(({ municipality: { nisCode, name, lon, lat }, mergedFrom }) => ({
			nisCode,
			name: name.nl,
			names: [name.nl, name.fr, name.en].filter((one) => one !== null),
			formerNames: mergedFrom.map((former) => former.name.nl),
			lon,
			lat
		})),
		postalCodes: index.directory.postalCodes.filter(({ special }) => !special),
		municipalityAt,
		isIn
	};
}

/** Keeps a plan. @returns its id @throws DatabaseError */
export function stageImport(client: TypedClient, plan: ImportPlan, fileName: string): Promise<string> {
	const rows = plan.rows.map(({ subjectId, isIncomplete, ...row }) => ({
		...row,
		subject_id: subjectId,
		is_incomplete: isIncomplete
	}));
	const staged = client.rpc('stage_import', {
		p_kind: plan.kind,
		p_file_name: fileName,
		p_header: plan.header,
		p_ignored_columns: plan.ignoredColumns,
		p_counts: plan.counts,
		p_rows: rows,
		p_causes: plan.causes,
		p_read_as: plan.readAs
	});
	return ask('stage_import', staged, within('IMPORT_PATIENCE_MS'));
}

const applied = v.variant('outcome', [
	v.object({ outcome: v.literal('applied'), created: v.number(), changed: v.number() }),
	v.object({ outcome: v.picklist(['not_found', 'already_applied', 'outdated']) })
]);
export type Applied = v.InferOutput<typeof applied>;

/**
 * Carries it out, or nothing of it.
 * @param same what is likely a desk that exists is that desk
 * @param older the rows that are written over what somebody changed since the file was made
 * @throws DatabaseError
 */
export async function applyImport(
	client: TypedClient,
	id: string,
	same: boolean,
	older: number[]
): Promise<Applied> {
	const carriedOut = client.rpc('apply_import', { p_import_id: id, p_same: same, p_older: older });
	return v.parse(applied, await ask('apply_import', carriedOut, within('IMPORT_PATIENCE_MS')));
}

const column = v.picklist([...DESK_COLUMNS, ...GOVERNMENT_COLUMNS]);
const count = v.fallback(v.number(), 0);
const runRow = rowSchema({
	id: v.string(),
	kind: v.picklist(IMPORT_KINDS),
	fileName: v.string(),
	header: v.array(v.string()),
	readAs: v.nullable(v.array(v.string())),
	ignoredColumns: v.array(v.string()),
	counts: v.object({
		refused: count,
		likely_duplicate: count,
		older: count,
		new: count,
		changed: count,
		unchanged: count,
		incomplete: count
	} satisfies Record<RowList, unknown>),
	causes: v.array(
		v.object({
			code: v.picklist(PROBLEM_CODES),
			column: v.exactOptional(column),
			rows: v.number(),
			values: v.array(v.object({ text: v.string(), rows: v.number() }))
		})
	),
	createdAt: instant,
	appliedAt: v.nullable(instant)
});
const RUN =
	'id, kind, file_name, header, read_as, ignored_columns, counts, causes, created_at, applied_at' as const;

/** @returns null when there is none (any more) @throws DatabaseError */
export async function readRun(client: TypedClient, id: string): Promise<ImportRunView | null> {
	const [row] = await ask('import_run', client.from('import_run').select(RUN).eq('id', id).limit(1));
	return row ? v.parse(runRow, row) : null;
}

/** The newest ones. @throws DatabaseError */
export async function readRuns(client: TypedClient): Promise<ImportRunView[]> {
	const rows = await ask(
		'import_run',
		client.from('import_run').select(RUN).order('created_at', { ascending: false }).limit(10)
	);
	return v.parse(v.array(runRow), rows);
}

const values = v.exactOptional(v.array(v.string()));
const rowRow = v.object({
	row: v.number(),
	outcome: v.picklist(ROW_OUTCOMES),
	label: v.string(),
	changes: v.array(v.object({ column, from: v.string(), to: v.string() })),
	problems: v.array(v.object({ code: v.picklist(PROBLEM_CODES), column: v.exactOptional(column), values })),
	warnings: v.array(
		v.object({
			code: v.picklist([...WARNING_CODES, ...PROBLEM_CODES]),
			column: v.exactOptional(column),
			values
		})
	),
	cells: v.nullable(v.array(v.string()))
});
const ROW = 'row, outcome, label, changes, problems, warnings, cells' as const;

/** One page of the rows in that list, in the order of the file. @param page 1-based @throws DatabaseError */
export async function readRows(
	client: TypedClient,
	id: string,
	list: RowList,
	page: number
): Promise<ImportRowView[]> {
	const from = (page - 1) * ROWS_PER_PAGE;
	const all = client.from('import_row').select(ROW).eq('import_id', id);
	const listed = list === 'incomplete' ? all.eq('is_incomplete', true) : all.eq('outcome', list);
	const rows = await ask('import_row', listed.order('row').range(from, from + ROWS_PER_PAGE - 1));
	return v.parse(v.array(rowRow), rows);
}

/** All rows that are not carried out at once, or not wholly, in the order of the file. @throws DatabaseError */
export const readRefused = (client: TypedClient, id: string): Promise<ImportRowView[]> =>
	readAll(client, id, 'outcome.in.(refused,likely_duplicate),is_incomplete.is.true');

/** What the file said, row by row. @throws DatabaseError */
export async function readTableOf(
	client: TypedClient,
	{ id, header, readAs }: ImportRunView
): Promise<Table> {
	const rows = await readAll(client, id, null);
	return { header, readAs, rows: rows.map(({ row, cells }) => ({ row, cells: cells ?? [] })) };
}

/** The first rows of the file, to show what its columns hold. @throws DatabaseError */
export async function readSample(client: TypedClient, { id, header, readAs }: ImportRunView): Promise<Table> {
	const first = client.from('import_row').select(ROW).eq('import_id', id).order('row').limit(SAMPLE_ROWS);
	const rows = v.parse(v.array(rowRow), await ask('import_row', first));
	return { header, readAs, rows: rows.map(({ row, cells }) => ({ row, cells: cells ?? [] })) };
}

/** @param which a condition as PostgREST writes it; null for every row */
async function readAll(client: TypedClient, id: string, which: string | null): Promise<ImportRowView[]> {
	const read: ImportRowView[] = [];
	for (;;) {
		const all = client.from('import_row').select(ROW).eq('import_id', id);
		const asked = which === null ? all : all.or(which);
		const rows = await ask('import_row', asked.order('row').range(read.length, read.length + PAGE_ROWS - 1));
		if (rows.length === 0) return read;
		read.push(...v.parse(v.array(rowRow), rows));
	}
}
