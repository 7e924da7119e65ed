/** A file that was sent, read and planned in steps, so that others are served in between and progress can be told. */
import { setImmediate } from 'node:timers/promises';
import { IMPORT_KINDS, MAX_FILE_BYTES, type ImportKind } from './importPlan';
import { onOneLine } from '$lib/domain/text/text';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { decodeText } from './decode.server';
import { FileProblem } from './fileProblem.server';
import { readImportState, stageImport } from './importRuns.server';
import { planInSteps } from './planImport.server';
import { readTable } from './readTable.server';

const LONGEST_NAME = 200;

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
	const table = readTable(decodeText(new Uint8Array(await file.arrayBuffer())));
	tell(0, table.rows.length);
	const state = await readImportState(client, await requireDirectory());
	const steps = planInSteps(table, kindOf(form), state);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			const name = [...onOneLine(file.name)].slice(0, LONGEST_NAME).join('') || 'csv';
			return stageImport(client, step.value, name);
		}
		tell(step.value, table.rows.length);
		await setImmediate();
	}
}

export function kindOf(form: FormData): ImportKind {
	return IMPORT_KINDS.find((kind) => kind === form.get('soort')) ?? 'loketten';
}
