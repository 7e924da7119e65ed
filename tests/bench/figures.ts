/** One line of JSON for every figure, and whether all of them keep to their bound. */

export interface Figure {
	name: string;
	value: number;
	unit: 'ratio' | 'bytes' | 'ms';
	/** null: told, not judged. */
	bound: { atMost: number } | { atLeast: number } | null;
}

let allKept = true;

export function report({ name, value, unit, bound }: Figure): void {
	const ok = bound === null || ('atMost' in bound ? value <= bound.atMost : value >= bound.atLeast);
	allKept &&= ok;
	const rounded = unit === 'bytes' ? value : Math.round(value * 1000) / 1000;
	console.log(JSON.stringify({ name, value: rounded, unit, bound, ok }));
}

export const everyBoundKept = (): boolean => allKept;

/** @throws when there is nothing to choose from */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error('Nothing was measured.');
	return middle;
}
