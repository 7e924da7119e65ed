/** The bench as a table: each figure with what it is compared with, its bound, and what it was at the last landing. */

export interface Figure {
	name: string;
	value: number;
	unit: 'ratio' | 'bytes' | 'ms';
	/** null: told, not judged. Less is better then. */
	bound: { atMost: number } | { atLeast: number } | null;
	/** Of a ratio: what was measured on both sides of it, in milliseconds. */
	sides?: { own: number; baseline: number };
}

/** What is kept of a figure. */
export type Kept = Pick<Figure, 'value' | 'unit' | 'bound'>;

/** A fifth: less than that, the machine may have been busier. */
const MUCH = 1.2;
const WIDTHS = { name: 78, value: 12, sides: 24, bound: 10, last: 12 };

export function isKept({ value, bound }: Kept): boolean {
	if (bound === null) return true;
	return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** @param last undefined for what was not measured before */
export function gotWorse({ value, bound }: Kept, last: number | undefined): boolean {
	if (last === undefined) return false;
	const moreIsBetter = bound !== null && 'atLeast' in bound;
	return moreIsBetter ? value * MUCH < last : value > last * MUCH;
}

export const tableHead = (): string => line('', 'now', 'own : baseline', 'bound', 'last landing', '');

export function rowOf(figure: Figure, last: number | undefined): string {
	const { name, unit, bound, sides } = figure;
	const told = (value: number) => inWords(value, unit);
	const limit = bound && ('atMost' in bound ? `≤ ${told(bound.atMost)}` : `≥ ${told(bound.atLeast)}`);
	const remarks = [isKept(figure) ? '' : 'OVER ITS BOUND', gotWorse(figure, last) ? 'WORSE' : ''];
	return line(
		name,
		told(figure.value),
		sides ? `${inWords(sides.own, 'ms')} : ${inWords(sides.baseline, 'ms')}` : '',
		limit ?? '',
		last === undefined ? 'new' : told(last),
		remarks.filter(Boolean).join(', ')
	);
}

const line = (
	name: string,
	value: string,
	sides: string,
	bound: string,
	last: string,
	remark: string
): string =>
	[
		name.padEnd(WIDTHS.name),
		value.padStart(WIDTHS.value),
		sides.padStart(WIDTHS.sides),
		bound.padStart(WIDTHS.bound),
		last.padStart(WIDTHS.last),
		remark
	]
		.join('  ')
		.trimEnd();

export function inWords(value: number, unit: Figure['unit']): string {
	if (unit === 'bytes') return `${(value / 1_000).toFixed(1)} kB`;
	const number = String(Number(value.toPrecision(3)));
	return unit === 'ms' ? `${number} ms` : number;
}
