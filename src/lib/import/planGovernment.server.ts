/** What one row of a file with local governments would do: none is ever made or removed. */
import { CellProblem } from './cells.server.ts';
import { compareRow, isOlder, type Cells, type Comparison } from './compareRow.server.ts';
import type { StateIndex } from './existing.server.ts';
import { governmentFields } from './fields.server.ts';
import { findGovernment, successor } from './findGovernment.server.ts';
import type { RowPlan } from './planDesk.server.ts';

/** Remembers the rows before, to refuse what a file says twice. */
export class GovernmentPlanner {
	readonly #index: StateIndex;
	readonly #fields = governmentFields();
	readonly #claimed = new Map<string, number>();

	constructor(index: StateIndex) {
		this.#index = index;
	}

	/** @throws CellProblem when it cannot be told which government is meant */
	plan(cells: Cells, row: number): RowPlan {
		const named = findGovernment(this.#index, cells, ['bestuur', 'naam']);
		if (!named) throw new CellProblem('no_government');
		const { government } = named;
		const before = this.#claimed.get(government.id);
		if (before !== undefined) throw new CellProblem('repeated', String(before));
		this.#claimed.set(government.id, row);
		const told = compareRow(this.#fields, cells, government);
		const { content, seen, changes, problems } = told;
		if ('participating_since' in content || 'participating_until' in content) {
			const merged = { ...government, ...content };
			const { participating_since: since, participating_until: until } = merged;
			if (until !== null && since === null) problems.push({ code: 'until_without_since' });
			else if (until !== null && since !== null && until < since) {
				problems.push({ code: 'until_before_since', values: [since, until] });
			}
		}
		if (changes.length === 0) problems.push(...told.leftOut);
		const writes = problems.length === 0 && changes.length > 0;
		const changed = writes && isOlder(cells, government) ? 'older' : 'changed';
		const outcome = writes ? changed : problems.length > 0 ? 'refused' : 'unchanged';
		return {
			outcome,
			label: government.name,
			subjectId: writes ? government.id : null,
			content: writes ? content : null,
			// Whatever is written, it was for the government of that name.
			seen: writes ? { ...seen, name: government.name } : null,
			changes: writes ? changes : [],
			problems,
			warnings: [...successor(named), ...told.warnings, ...(writes ? told.leftOut : [])]
		};
	}

	faults(cells: Cells): Comparison {
		return compareRow(this.#fields, cells, null);
	}
}
