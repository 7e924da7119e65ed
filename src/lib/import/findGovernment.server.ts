/** Which local government a row names: by KBO number, NIS code and kind, slug or name; all that it says must agree. */
import { slugOf } from '../domain/text/slug.ts';
import type { Column } from './importColumns.ts';
import type { Remark, WarningCode } from './importPlan.ts';
import { readGovernmentName } from './governmentName.ts';
import { CellProblem } from './cells.server.ts';
import { withoutNeutraliser } from '../base/http/csv.server.ts';
import type { Cells } from './compareRow.server.ts';
import type { ExistingGovernment, StateIndex } from './existing.server.ts';

const KINDS = new Map<string, ExistingGovernment['kind']>([
	...['gemeente', 'stad', 'gemeentebestuur', 'stadsbestuur', 'commune', 'ville', 'municipality', 'city'].map(
		(word) => [word, 'gemeente'] as const
	),
	...['ocmw', 'cpas', 'pcsw'].map((word) => [word, 'ocmw'] as const)
]);

interface Named {
	found: readonly ExistingGovernment[];
	/** As the name says it. */
	kind: ExistingGovernment['kind'] | null;
	/** What is said is the name of a municipality that is no more. */
	isFormer: boolean;
}

export interface FoundGovernment {
	government: ExistingGovernment;
	/** The name of a municipality that merged into its own, where the row says that. */
	former: string | null;
}

/**
 * @param nameColumns in which the name or slug may stand
 * @returns null when the row names none
 * @throws CellProblem
 */
export function findGovernment(
	index: StateIndex,
	cells: Cells,
	nameColumns: readonly Column[]
): FoundGovernment | null {
	const kbo = (cells.get('kbo_nummer') ?? '').replace(/\D/g, '').padStart(10, '0');
	const nis = (cells.get('nis_code') ?? '').trim();
	const said: [text: string, named: Named][] = [];
	if (cells.get('kbo_nummer')) {
		const found = index.governmentByKbo.get(kbo);
		said.push([cells.get('kbo_nummer') ?? '', named(found ? [found] : [])]);
	}
	if (nis !== '') said.push([nis, named(index.governmentsByNis.get(nis) ?? [])]);
	for (const column of nameColumns) {
		const name = withoutNeutraliser(cells.get(column) ?? '');
		if (name !== '') said.push([name, byName(index, name)]);
	}
	if (said.length === 0) return null;
	const unknown = said.find(([, { found }]) => found.length === 0);
	if (unknown) throw new CellProblem('unknown_government', unknown[0]);
	const kind = kindOf(cells.get('soort') ?? '') ?? said.find((one) => one[1].kind)?.[1].kind ?? null;
	const candidates = said
		.map(([, { found }]) => found)
		.reduce((all, found) => all.filter((one) => found.includes(one)))
		.filter((one) => kind === null || one.kind === kind);
	// Without a kind "Gent" is the gemeente.
	const government = candidates.find((one) => one.kind === 'gemeente') ?? candidates[0];
	if (!government) throw new CellProblem('keys_disagree', said.map(([text]) => text).join(', '));
	return { government, former: said.find(([, { isFormer }]) => isFormer)?.[0] ?? null };
}

/** What to say where the row names a municipality that is no more. */
export const successor = ({ government, former }: FoundGovernment): Remark<WarningCode>[] =>
	former === null ? [] : [{ code: 'former_government', values: [former, government.name] }];

const named = (found: Named['found']): Named => ({ found, kind: null, isFormer: false });

/** Today's names before those of what merged: Beveren was one, and is a part of another now. */
function byName(index: StateIndex, name: string): Named {
	const whole = index.governmentsByName.get(slugOf(name));
	if (whole) return named(whole);
	const { slugs, kind } = readGovernmentName(name);
	for (const isFormer of [false, true]) {
		const names = isFormer ? index.successorsByFormerName : index.governmentsByName;
		const found = slugs.map((slug) => names.get(slug)).find((one) => one !== undefined);
		if (found) return { found, kind, isFormer };
	}
	return named([]);
}

function kindOf(cell: string): ExistingGovernment['kind'] | null {
	if (cell === '') return null;
	const kind = KINDS.get(slugOf(cell));
	if (!kind) throw new CellProblem('bad_kind', cell);
	return kind;
}
