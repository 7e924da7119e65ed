/** A file that was sent, read and planned in steps, so that others are served in between and progress can be told. */
import { setImmediate } from 'node:timers/promises';
import {
	IMPORT_KINDS,
	MAX_FILE_BYTES,
	type FileProblemCode,
	type ImportKind,
	type ImportRunView
} from './importPlan';
import { corrected, correctionsOf } from './corrections.server';
import { onOneLine } from '$lib/domain/text/text';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { decodeText } from './decode.server';
import { FileProblem } from './fileProblem.server';
import { readImportState, readTableOf, stageImport } from './importRuns.server';
import { planInSteps, unreadPlan } from './planImport.server';
import { readTable, tableOf, type Table } from './readTable.server';
import { isPacked, readWorkbook } from './workbook.server';

const LONGEST_NAME = 200;
const ABOUT_COLUMNS: ReadonlySet<FileProblemCode> = new Set([
	'missing_columns',
	'repeated_column',
	'nothing_to_write'
]);

/**
 * Plans what the form holds and keeps the plan.
 * @param tell how many rows are done
 * @returns the id of the plan
 * @throws FileProblem when it cannot be read; DatabaseError
 */
export async function receiveFile(
	client: TypedClient,
	form: FormData,
	tell: (done: number, total: number) => void = () => {}
): Promise<string> {
	const file = form.get('bestand');
	if (!(file instanceof File) || (file.size === 0 && file.name === '')) throw new FileProblem('missing_file');
	if (file.size > MAX_FILE_BYTES) throw new FileProblem('too_large');
	const name = [...onOneLine(file.name)].slice(0, LONGEST_NAME).join('') || 'csv';
	return planAndKeep(
		client,
		await readFile(new Uint8Array(await file.arrayBuffer())),
		kindOf(form),
		name,
		tell
	);
}

const readFile = async (bytes: Uint8Array): Promise<Table> =>
	isPacked(bytes) ? tableOf(await readWorkbook(bytes)) : readTable(decodeText(bytes));

async function planAndKeep(
	client: TypedClient,
	table: Table,
	kind: ImportKind,
	name: string,
	tell: (done: number, total: number) => void = () => {}
): Promise<string> {
	tell(0, table.rows.length);
	const state = await readImportState(client, await requireDirectory());
	try {
		const steps = planInSteps(table, kind, state);
		for (;;) {
			const step = steps.next();
			if (step.done) return await stageImport(client, step.value, name);
			tell(step.value, table.rows.length);
			await setImmediate();
		}
	} catch (cause) {
		// Its page asks what the columns are.
		if (!(cause instanceof FileProblem) || !ABOUT_COLUMNS.has(cause.code)) throw cause;
		return stageImport(client, unreadPlan(table, kind, cause), name);
	}
}

/**
 * Reads what a file said once more, as somebody corrected it on the page: which column is which, and what a text that could
 * not be read means, in every row that has it.
 * @returns the id of the new plan
 * @throws FileProblem when its columns cannot be what was chosen; DatabaseError
 */
export async function readAgain(client: TypedClient, run: ImportRunView, form: FormData): Promise<string> {
	const table = corrected(await readTableOf(client, run), correctionsOf(form), run.kind);
	return planAndKeep(client, table, run.kind, run.fileName);
}

export function kindOf(form: FormData): ImportKind {
	return IMPORT_KINDS.find((kind) => kind === form.get('soort')) ?? 'loketten';
}
