import type { TestResult } from './reports.ts';

export interface StageResult {
	name: string;
	isFine: boolean;
	seconds: number;
	/** None for a stage that is no test by itself. */
	tests: TestResult[];
}

const SLOWEST = 10;

/** What a run ends with: a table of stages, the slowest tests, and how to run again what failed. */
export function summary(stages: readonly StageResult[], seconds: number): string {
	const tests = stages.flatMap((stage) => stage.tests);
	const failed = tests.filter(({ outcome }) => outcome === 'failed');
	const rows = stages.map(({ name, isFine, seconds, tests }) => [
		name,
		tests.length > 0 ? String(count(tests, 'passed')) : '',
		seconds.toFixed(1),
		isFine ? 'in orde' : 'mislukt'
	]);
	const slowest = tests
		.toSorted((a, b) => b.milliseconds - a.milliseconds)
		.slice(0, SLOWEST)
		.map(({ milliseconds, file, name }) => [(milliseconds / 1_000).toFixed(1), file, name]);
	return [
		'',
		...table([['stap', 'tests', 'seconden', ''], ...rows, ['samen', '', seconds.toFixed(1), '']]),
		...(slowest.length > 0 ? ['', 'De traagste tests, in seconden:', ...table(slowest)] : []),
		...failed.flatMap(({ file, name, again }) => ['', `Mislukt: ${file}: ${name}`, `  ${again}`])
	].join('\n');
}

/** The last line: how many passed, failed and were left out. */
export function closingLine(stages: readonly StageResult[]): string {
	const tests = stages.flatMap((stage) => stage.tests);
	// A stage that is no test, or that ended without saying which test failed, is a failure all the same.
	const others = stages.filter(
		(stage) => !stage.isFine && stage.tests.every(({ outcome }) => outcome !== 'failed')
	).length;
	const skipped = count(tests, 'skipped');
	return `${count(tests, 'passed')} passed, ${count(tests, 'failed') + others} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const count = (tests: readonly TestResult[], outcome: TestResult['outcome']) =>
	tests.filter((test) => test.outcome === outcome).length;

function table(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) =>
		row
			.map((cell, column) =>
				/^[\d.]*$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
			)
			.join('  ')
			.trimEnd()
	);
}
