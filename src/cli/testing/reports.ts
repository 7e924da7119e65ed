/** What Vitest and Playwright wrote of a run, in one form. */
import { relative } from 'node:path';
import * as v from 'valibot';

export interface TestResult {
	/** Relative to the project, with forward slashes. */
	file: string;
	name: string;
	outcome: 'passed' | 'failed' | 'skipped';
	milliseconds: number;
	/** Runs just this one. */
	again: string;
}

const vitestReport = v.object({
	testResults: v.array(
		v.object({
			name: v.string(),
			status: v.string(),
			assertionResults: v.array(
				v.object({ fullName: v.string(), status: v.string(), duration: v.nullish(v.number(), 0) })
			)
		})
	)
});

const OUTCOMES: Readonly<Record<string, TestResult['outcome']>> = { passed: 'passed', failed: 'failed' };

/** @throws when it is no report of Vitest */
export function vitestResults(report: unknown, root = process.cwd()): TestResult[] {
	return v.parse(vitestReport, report).testResults.flatMap(({ name, status, assertionResults }) => {
		const file = relative(root, name);
		const tests = assertionResults.map(({ fullName, status, duration }): TestResult => ({
			file,
			name: fullName,
			outcome: OUTCOMES[status] ?? 'skipped',
			milliseconds: duration,
			again: `npx vitest run ${file} -t ${quoted(asPattern(fullName))}`
		}));
		if (status === 'passed' || tests.some(({ outcome }) => outcome === 'failed')) return tests;
		// The file itself did not get as far as its tests.
		const whole = { file, name: 'het bestand zelf', outcome: 'failed', milliseconds: 0 } as const;
		return [...tests, { ...whole, again: `npx vitest run ${file}` }];
	});
}

const playwrightSpec = v.object({
	title: v.string(),
	file: v.string(),
	line: v.number(),
	tests: v.array(
		v.object({
			projectName: v.string(),
			status: v.picklist(['expected', 'unexpected', 'flaky', 'skipped']),
			results: v.array(v.object({ duration: v.number() }))
		})
	)
});
interface Suite {
	title: string;
	specs: v.InferOutput<typeof playwrightSpec>[];
	suites?: Suite[] | undefined;
}
const playwrightSuite: v.GenericSchema<Suite> = v.object({
	title: v.string(),
	specs: v.array(playwrightSpec),
	suites: v.optional(v.array(v.lazy(() => playwrightSuite)))
});
const playwrightReport = v.object({
	config: v.object({ rootDir: v.string() }),
	suites: v.array(playwrightSuite),
	errors: v.array(v.object({ message: v.optional(v.string()) }))
});

/**
 * @param env what the run was started with, for the command that runs one again
 * @throws when it is no report of Playwright
 */
export function playwrightResults(
	report: unknown,
	env: Readonly<Record<string, string>> = {},
	root = process.cwd()
): TestResult[] {
	const { config, suites, errors } = v.parse(playwrightReport, report);
	const folder = relative(root, config.rootDir);
	const settings = Object.entries(env).map(([name, value]) => `${name}=${value} `);
	const ofSuite = (suite: Suite, above: string[]): TestResult[] => [
		...suite.specs.flatMap(({ title, file, line, tests }) =>
			tests.map(({ projectName, status, results }): TestResult => ({
				file: `${folder}/${file}`,
				name: [...above, title].join(' '),
				// Nothing is tried twice: one that passed at the second try has failed.
				outcome: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
				milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
				again: `${settings.join('')}npx playwright test ${folder}/${file}:${line}${projectName ? ` --project=${projectName}` : ''}`
			}))
		),
		...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, [...above, inner.title]))
	];
	return [
		...suites.flatMap((suite) => ofSuite(suite, [])),
		...errors.map(({ message = '' }): TestResult => ({
			file: folder,
			name: message.split('\n')[0] ?? '',
			outcome: 'failed',
			milliseconds: 0,
			again: `${settings.join('')}npx playwright test`
		}))
	];
}

const asPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
