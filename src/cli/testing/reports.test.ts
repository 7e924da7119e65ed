import { describe, expect, it } from 'vitest';
import { playwrightResults, vitestResults } from './reports';

const ROOT = '/project';

describe('what Vitest reports', () => {
	const report = (status: string, assertionResults: object[]) => ({
		testResults: [{ name: '/project/src/lib/hours.test.ts', status, assertionResults }]
	});

	it('is each test with its file, outcome, time, and how to run it again', () => {
		const results = vitestResults(
			report('failed', [
				{ fullName: 'hours are read', status: 'passed', duration: 3.5 },
				{ fullName: "a baker's (hours)", status: 'failed', duration: 7 },
				{ fullName: 'hours of a moon', status: 'pending' }
			]),
			ROOT
		);
		expect(results).toMatchObject([
			{ file: 'src/lib/hours.test.ts', name: 'hours are read', outcome: 'passed', milliseconds: 3.5 },
			{
				outcome: 'failed',
				again: String.raw`npx vitest run src/lib/hours.test.ts -t 'a baker'\''s \(hours\)'`
			},
			{ outcome: 'skipped', milliseconds: 0 }
		]);
	});

	it('counts a file that did not get as far as its tests', () => {
		expect(vitestResults(report('failed', []), ROOT)).toMatchObject([
			{ outcome: 'failed', again: 'npx vitest run src/lib/hours.test.ts' }
		]);
	});

	it('is refused when it is something else', () => {
		expect(() => vitestResults({ tests: [] })).toThrow();
	});
});

describe('what Playwright reports', () => {
	const test = (status: string) => ({ projectName: '', status, results: [{ duration: 1_200 }] });
	const report = {
		config: { rootDir: '/project/tests/e2e' },
		suites: [
			{
				title: 'finder.spec.ts',
				specs: [{ title: 'finds Gent', file: 'finder.spec.ts', line: 9, tests: [test('expected')] }],
				suites: [
					{
						title: 'offline',
						specs: [
							{ title: 'goes on', file: 'finder.spec.ts', line: 20, tests: [test('unexpected')] },
							{ title: 'comes back', file: 'finder.spec.ts', line: 30, tests: [test('flaky')] },
							{ title: 'waits', file: 'finder.spec.ts', line: 40, tests: [test('skipped')] }
						]
					}
				]
			}
		],
		errors: []
	};

	it('is each test under the titles above it, and one that passed at its second try has failed', () => {
		expect(playwrightResults(report, {}, ROOT)).toMatchObject([
			{ file: 'tests/e2e/finder.spec.ts', outcome: 'passed', milliseconds: 1_200 },
			{
				name: 'offline goes on',
				outcome: 'failed',
				again: 'npx playwright test tests/e2e/finder.spec.ts:20'
			},
			{ name: 'offline comes back', outcome: 'failed' },
			{ name: 'offline waits', outcome: 'skipped' }
		]);
	});

	it('is run again with the settings it was run with', () => {
		const [first] = playwrightResults(report, { E2E_ROUND: 'smoke' }, ROOT);
		expect(first?.again).toBe('E2E_ROUND=smoke npx playwright test tests/e2e/finder.spec.ts:9');
	});

	it('counts what went wrong outside any test', () => {
		const broken = { ...report, suites: [], errors: [{ message: 'No site\nat prepare.ts' }] };
		expect(playwrightResults(broken, {}, ROOT)).toMatchObject([{ name: 'No site', outcome: 'failed' }]);
	});
});
