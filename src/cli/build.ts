import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './process.ts';

const RESULT = 'build/handler.js';
const LOCK = 'node_modules/.cache/build-lock.db';
const LONGEST_BUILD_MS = 600_000;
const SOURCES = [
	'src/**/*',
	'static/**/*',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package-lock.json'
];
/** Made by the build itself, or no part of it. */
const NOT_SOURCES = [
	'src/lib/base/i18n/paraglide',
	'src/lib/base/i18n/project.inlang/cache',
	'src/cli/*.ts',
	'src/cli/testing',
	'**/*.test.ts',
	'**/*.md'
];

/** Why the site must be built first; undefined when the build is there and up to date. */
export function whyBuild(): 'missing' | 'outdated' | undefined {
	if (!existsSync(RESULT)) return 'missing';
	const built = statSync(RESULT).mtimeMs;
	const newer = globSync(SOURCES, { exclude: NOT_SOURCES, withFileTypes: true }).some(
		(entry) => entry.isFile() && statSync(`${entry.parentPath}/${entry.name}`).mtimeMs > built
	);
	return newer ? 'outdated' : undefined;
}

/**
 * Runs `npm run build`, unless another process has just done so; its output is only shown when it fails.
 * @throws StartError when the build fails
 */
export async function build(): Promise<void> {
	// Two at once write over one another. The operating system gives the lock back, however a process ends.
	mkdirSync(dirname(LOCK), { recursive: true });
	const lock = new DatabaseSync(LOCK, { timeout: LONGEST_BUILD_MS });
	try {
		lock.exec('begin exclusive');
		if (whyBuild()) await runBuild();
	} finally {
		lock.close();
	}
}

async function runBuild(): Promise<void> {
	const npm = process.env.npm_execpath;
	const [program, ...before] = npm ? [process.execPath, npm] : ['npm'];
	const child = spawn(program, [...before, 'run', 'build'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		// Whatever asked for it: a build made as for development answers some pages with an error.
		env: { ...process.env, NODE_ENV: 'production' }
	});
	const output: Buffer[] = [];
	child.stdout.on('data', (data: Buffer) => output.push(data));
	child.stderr.on('data', (data: Buffer) => output.push(data));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (code === 0) return;
	process.stderr.write(Buffer.concat(output));
	throw new StartError(
		'Het bouwen is mislukt; hierboven staat waarom. / The build failed; see above for the reason.'
	);
}
