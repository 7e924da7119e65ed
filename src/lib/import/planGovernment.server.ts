/** What one row of a file with local governments would do: none is ever made or removed. */
import { CellProblem } from './cells.server.ts';
import { compareRow, isOlder, type Cells } from './compareRow.server.ts';
import type { StateIndex } from './existing.server.ts';
import { governmentFields } from './fields.server.ts';
import { findGovernment } from './findGovernment.server.ts';
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
		const government = findGovernment(this.#index, cells, ['bestuur', 'naam']);
		if (!government) throw new CellProblem('unknown_government', '');
		const before = this.#claimed.get(government.id);
		if (before !== undefined) throw new CellProblem('repeated', String(before));
		this.#claimed.set(government.id, row);
		const { content, seen, changes, problems } = compareRow(this.#fields, cells, government);
		if ('participating_since' in content || 'participating_until' in content) {
			const merged = { ...government, ...content };
			const { participating_since: since, participating_until: until } = merged;
			if (until !== null && since === null) problems.push({ code: 'until_without_since' });
			else if (until !== null && since !== null && until < since) {
				problems.push({ code: 'until_before_since', values: [since, until] });
			}
		}
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
			warnings: []
		};
	}
}
