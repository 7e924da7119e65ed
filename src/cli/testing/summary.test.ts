import { describe, expect, it } from 'vitest';
import type { TestResult } from './reports';
import { closingLine, summary, type StageResult } from './summary';

const result = (outcome: TestResult['outcome'], milliseconds = 10): TestResult => ({
	file: 'src/a.test.ts',
	name: `lasts ${milliseconds}`,
	outcome,
	milliseconds,
	again: 'npx vitest run src/a.test.ts'
});
const stage = (isFine: boolean, tests: TestResult[] = []): StageResult => ({
	name: 'unit',
	isFine,
	seconds: 12.34,
	tests
});

describe('the end of a run', () => {
	it('is a table of stages with their tests and seconds', () => {
		const text = summary([stage(true, [result('passed'), result('passed')])], 30);
		expect(text).toMatch(/^unit +2 +12\.3 +in orde$/m);
		expect(text).toMatch(/^samen +30\.0$/m);
	});

	it('names the ten slowest tests, the slowest first', () => {
		const tests = Array.from({ length: 12 }, (_, n) => result('passed', n * 1_000));
		const named = [...summary([stage(true, tests)], 30).matchAll(/lasts (\d+)/g)].map(([, ms]) => Number(ms));
		expect(named).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((seconds) => seconds * 1_000));
	});

	it('says how to run again just what failed', () => {
		expect(summary([stage(false, [result('failed')])], 30)).toContain(
			'Mislukt: src/a.test.ts: lasts 10\n  npx vitest run src/a.test.ts'
		);
	});
});

describe('the last line', () => {
	it.each([
		['what passed', [stage(true, [result('passed'), result('passed')])], '2 passed, 0 failed'],
		['what failed', [stage(false, [result('passed'), result('failed')])], '1 passed, 1 failed'],
		[
			'what was left out',
			[stage(true, [result('skipped'), result('passed')])],
			'1 passed, 0 failed, 1 skipped'
		],
		['a stage that is no test and failed', [stage(false)], '0 passed, 1 failed'],
		[
			'a stage of which every test passed and that failed all the same',
			[stage(false, [result('passed')])],
			'1 passed, 1 failed'
		]
	])('counts %s', (_, stages, line) => {
		expect(closingLine(stages)).toBe(line);
	});
});
