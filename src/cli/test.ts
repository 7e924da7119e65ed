/**
 * `npm test`: everything that must hold. `npm test -- unit pgtap` runs those stages, `-- --changed` what the changes since
 * the last commit can break, `-- --shuffle[=seed]` everything in a random order, `-- e2e --shard=1/2` half of the browser
 * tests. Once a stage fails no other is begun. The last line counts the tests.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyBuild } from './build.ts';
import { changedFiles, narrow } from './testing/changed.ts';
import { readInvocation, type Invocation } from './testing/invocation.ts';
import { playwrightResults, vitestResults, type TestResult } from './testing/reports.ts';
import { inSlots } from './testing/schedule.ts';
import { choose, SLOTS, withNeeds, type Stage } from './testing/stages.ts';
import { closingLine, summary, type StageResult } from './testing/summary.ts';

const secondsSince = (moment: number) => (performance.now() - moment) / 1_000;

async function main(): Promise<void> {
	const invocation = readInvocation(process.argv.slice(2));
	const { names, seed, changed } = invocation;
	const chosen = changed ? await narrow(choose(names), await changedFiles()) : choose(names);
	const stages = withNeeds(chosen, whyBuild() === undefined);
	if (seed !== undefined) console.log(`In willekeurige volgorde; opnieuw zo met --shuffle=${seed}`);

	const started = performance.now();
	const reports = await mkdtemp(join(tmpdir(), 'test-reports-'));
	const results: StageResult[] = [];
	try {
		await inSlots(stages, SLOTS, async (stage) => {
			const result = await take(stage, invocation, join(reports, `${stage.name}.json`));
			results.push(result);
			return result.isFine;
		});
	} finally {
		await rm(reports, { recursive: true, force: true });
	}
	console.log(summary(results, secondsSince(started)));
	console.log(`\n${closingLine(results)}`);
	if (results.some(({ isFine }) => !isFine)) process.exitCode = 1;
}

/** Runs a stage, tells how it went, and reads what it says of its tests. */
async function take(stage: Stage, invocation: Invocation, reportFile: string): Promise<StageResult> {
	const { name } = stage;
	console.log(`\n── ${name}`);
	const started = performance.now();
	const code = await run(stage, invocation, reportFile);
	const seconds = secondsSince(started);
	const tests = stage.runner === 'command' ? [] : await read(stage, reportFile);
	const isFine = code === 0 && tests.every(({ outcome }) => outcome !== 'failed');
	const what = !isFine ? `mislukt (exit ${code})` : tests.length > 0 ? `${tests.length} tests` : 'in orde';
	console.log(`\n── ${name}: ${what}, ${seconds.toFixed(1)} s`);
	return { name, isFine, seconds, tests };
}

async function read({ runner, env = {} }: Stage, reportFile: string): Promise<TestResult[]> {
	// A runner that stopped before it began has written nothing; its exit code says so.
	const text = await readFile(reportFile, 'utf8').catch(() => undefined);
	if (text === undefined) return [];
	const report: unknown = JSON.parse(text);
	return runner === 'vitest' ? vitestResults(report) : playwrightResults(report, env);
}

function run(stage: Stage, { seed, shard }: Invocation, reportFile: string): Promise<number> {
	const more: Record<Stage['runner'], string[]> = {
		command: [],
		vitest: [
			...['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`],
			...(seed === undefined
				? []
				: ['--sequence.shuffle.files', '--sequence.shuffle.tests', `--sequence.seed=${seed}`])
		],
		playwright: [
			'--reporter=line,json',
			...(seed === undefined ? [] : [`--shuffle=${seed}`]),
			...(shard === undefined ? [] : [`--shard=${shard}`])
		]
	};
	const [program = '', ...args] = [...stage.command, ...more[stage.runner]];
	const child = spawn(program, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...stage.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
