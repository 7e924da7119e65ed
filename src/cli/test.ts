/**
 * `npm test`: everything that must hold, in the order in which mistakes are cheapest to find. Stops at the first step
 * that fails. The last line counts the tests.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const vitestReport = v.object({ numPassedTests: v.number() });
const playwrightReport = v.object({ stats: v.object({ expected: v.number(), flaky: v.number() }) });

interface Step {
	name: string;
	/** The program and its arguments, found in node_modules/.bin. */
	command: string[];
	env?: Record<string, string>;
	/** How many tests passed, from the report that the step wrote; a step without is no test by itself. */
	count?: (report: unknown) => number;
}

const reports = await mkdtemp(join(tmpdir(), 'test-reports-'));
const reportOf = (name: string) => join(reports, `${name.replace(/\W+/g, '-')}.json`);

const npm = (script: string): string[] =>
	process.env.npm_execpath
		? [process.execPath, process.env.npm_execpath, 'run', '--silent', script]
		: ['npm', 'run', '--silent', script];

const vitest = (name: string): Step => ({
	name,
	command: [
		...['vitest', 'run', '--project', name],
		...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`]
	],
	count: (report) => v.parse(vitestReport, report).numPassedTests
});

const playwright = (name: string, env: Record<string, string> = {}): Step => ({
	name,
	command: ['playwright', 'test', '--reporter=list,json'],
	env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name) },
	count: (report) => {
		const { stats } = v.parse(playwrightReport, report);
		return stats.expected + stats.flaky;
	}
});

/** What stands together runs together: each of those keeps one processor busy. */
const steps: Step[][] = [
	[
		{ name: 'check', command: npm('check') },
		{ name: 'lint', command: npm('lint') }
	],
	[vitest('unit')],
	[vitest('pgtap')],
	[{ name: 'advisors', command: npm('db:advisors') }],
	[{ name: 'build', command: npm('build') }],
	// They ask the built site too.
	[vitest('policies')],
	[playwright('e2e')],
	// Some of them with the backend in the site, instead of over SUPABASE_URL.
	[playwright('e2e, backend inside', { E2E_ROUND: 'smoke' })]
];

let passed = 0;
try {
	for (const together of steps) {
		const codes = await Promise.all(together.map(take));
		if (codes.some((code) => code !== 0)) {
			process.exitCode = 1;
			break;
		}
	}
} finally {
	await rm(reports, { recursive: true, force: true });
}
if (!process.exitCode) console.log(`\n${passed} passed, 0 failed`);

/** Runs a step, tells how it went, and counts its tests. @returns its exit code */
async function take(step: Step): Promise<number> {
	console.log(`\n── ${step.name}`);
	const started = performance.now();
	const code = await run(step);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	if (code !== 0) {
		console.error(`\n── ${step.name} mislukt na ${seconds} s (exit ${code})`);
		return code;
	}
	const tests = step.count ? step.count(JSON.parse(await readFile(reportOf(step.name), 'utf8'))) : undefined;
	passed += tests ?? 0;
	console.log(`── ${step.name}: ${tests === undefined ? 'in orde' : `${tests} tests`}, ${seconds} s`);
	return code;
}

function run({ command: [program = '', ...args], env }: Step): Promise<number> {
	const child = spawn(program, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
