/** Which local government a row names: by KBO number, NIS code and kind, slug or name; all that it says must agree. */
import { slugOf } from '../domain/text/slug.ts';
import type { Column } from './importColumns.ts';
import { CellProblem } from './cells.server.ts';
import { withoutNeutraliser } from '../base/http/csv.server.ts';
import type { Cells } from './compareRow.server.ts';
import type { ExistingGovernment, StateIndex } from './existing.server.ts';

const KINDS = new Map<string, ExistingGovernment['kind']>([
	...['gemeente', 'stad', 'commune', 'ville', 'municipality'].map((word) => [word, 'gemeente'] as const),
	...['ocmw', 'cpas', 'pcsw'].map((word) => [word, 'ocmw'] as const)
]);

/**
 * @param nameColumns in which the name or slug may stand
 * @returns null when the row names none
 * @throws CellProblem
 */
export function findGovernment(
	index: StateIndex,
	cells: Cells,
	nameColumns: readonly Column[]
): ExistingGovernment | null {
	const kbo = (cells.get('kbo_nummer') ?? '').replace(/\D/g, '').padStart(10, '0');
	const nis = (cells.get('nis_code') ?? '').trim();
	const said: [text: string, found: readonly ExistingGovernment[]][] = [];
	if (cells.get('kbo_nummer')) {
		const found = index.governmentByKbo.get(kbo);
		said.push([cells.get('kbo_nummer') ?? '', found ? [found] : []]);
	}
	if (nis !== '') said.push([nis, index.governmentsByNis.get(nis) ?? []]);
	for (const column of nameColumns) {
		const name = withoutNeutraliser(cells.get(column) ?? '');
		if (name !== '') said.push([name, index.governmentsByName.get(slugOf(name)) ?? []]);
	}
	if (said.length === 0) return null;
	const unknown = said.find(([, found]) => found.length === 0);
	if (unknown) throw new CellProblem('unknown_government', unknown[0]);
	const kind = kindOf(cells.get('soort') ?? '');
	const candidates = said
		.map(([, found]) => found)
		.reduce((all, found) => all.filter((one) => found.includes(one)))
		.filter((one) => kind === null || one.kind === kind);
	// Without a kind "Gent" is the gemeente.
	const chosen = candidates.find((one) => one.kind === 'gemeente') ?? candidates[0];
	if (!chosen) throw new CellProblem('keys_disagree', said.map(([text]) => text).join(', '));
	return chosen;
}

function kindOf(cell: string): ExistingGovernment['kind'] | null {
	if (cell === '') return null;
	const kind = KINDS.get(slugOf(cell));
	if (!kind) throw new CellProblem('bad_kind', cell);
	return kind;
}
