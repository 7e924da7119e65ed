/** Why rows are refused or read in part, the same thing once: whoever mends a file mends what returns in it first. */
import { MAX_CAUSE_VALUES, type Cause, type Remark } from './importPlan.ts';
import type { Cells } from './compareRow.server.ts';

export class CauseCounter {
	readonly #causes = new Map<string, { cause: Omit<Cause, 'values'>; texts: Map<string, number> }>();

	/** @param remarks what is wrong with one row @param cells what that row says */
	count(remarks: readonly Remark[], cells: Cells): void {
		for (const { code, column, values } of remarks) {
			const key = `${code} ${column ?? ''}`;
			let known = this.#causes.get(key);
			if (!known) {
				known = {
					cause: { code: code as Cause['code'], ...(column && { column }), rows: 0 },
					texts: new Map()
				};
				this.#causes.set(key, known);
			}
			known.cause.rows++;
			const text = (column ? cells.get(column) : code === 'unknown_government' ? values?.[0] : '') ?? '';
			if (text !== '') known.texts.set(text, (known.texts.get(text) ?? 0) + 1);
		}
	}

	/** Most frequent first. */
	all(): Cause[] {
		return [...this.#causes.values()]
			.map(({ cause, texts }) => ({
				...cause,
				values: [...texts]
					.map(([text, rows]) => ({ text, rows }))
					.sort((one, other) => other.rows - one.rows)
					.slice(0, MAX_CAUSE_VALUES)
			}))
			.sort((one, other) => other.rows - one.rows);
	}
}
