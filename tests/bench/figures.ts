/** What was measured in this run, row after row, beside what it was at the last landing. A new figure is one `report`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { chartOf } from './chart.ts';
import { gotWorse, isKept, rowOf, tableHead, type Figure, type Kept } from './table.ts';

const LAST = 'tests/bench/last.json';
const CHART = '.github/bench.svg';

const last = existsSync(LAST) ? (JSON.parse(readFileSync(LAST, 'utf8')) as Record<string, Kept>) : {};
const figures: Figure[] = [];

export function report(figure: Figure): void {
	if (figures.length === 0) console.log(tableHead());
	figures.push(figure);
	console.log(rowOf(figure, last[figure.name]?.value));
}

/** Says what became worse since the last landing. @returns whether every bound was kept */
export function conclude(): boolean {
	const worse = figures.filter((figure) => gotWorse(figure, last[figure.name]?.value));
	for (const { name } of worse) console.log(`Worse by more than a fifth since the last landing: ${name}`);
	const broken = figures.filter((figure) => !isKept(figure));
	for (const { name } of broken) console.log(`Over its bound: ${name}`);
	return broken.length === 0;
}

/**
 * Makes this run the last landing, and draws it.
 * @param whole whether everything was measured: then what is no longer measured goes
 */
export async function keepAsLast(whole: boolean): Promise<void> {
	const measured = figures.map(({ name, value, unit, bound }): [string, Kept] => [
		name,
		{ value: Number(value.toPrecision(4)), unit, bound }
	]);
	const kept = { ...(whole ? {} : last), ...Object.fromEntries(measured) };
	const options = await resolveConfig(LAST);
	writeFileSync(LAST, await format(JSON.stringify(kept), { ...options, parser: 'json' }));
	writeFileSync(CHART, chartOf(kept));
}

/** Of what was worked several times: whatever else runs on the machine only adds to it. */
export const quickest = (costs: readonly number[]): number => Math.min(...costs);

/** @throws when there is nothing to choose from */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error('Nothing was measured.');
	return middle;
}
