/**
 * Finds a Chromium for the tests: the one named by `CHROMIUM_PATH`, Playwright's own, the system's, or else the one that
 * `@sparticuz/chromium` ships inside its npm package, so that nothing but npm is needed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** What Playwright's `launch` needs. */
export interface FoundChromium {
	executablePath: string;
	args: string[];
	/** The whole environment of the browser. */
	env: Record<string, string>;
}

const ON_SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** WebGL 2 without a graphics card; a root user has no sandbox. Names are not looked up: nothing leaves this machine. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
	'--disable-background-networking',
	'--disable-component-update'
];

/**
 * Pages are put together without WebGL's software in between, which only the map needs: three times as fast without a
 * graphics card. Not for measuring the map.
 */
export const COMPOSED_BY_PROCESSOR = ['--disable-gpu-compositing', '--disable-gpu-rasterization'];

/** @throws when `CHROMIUM_PATH` names no file, or when the packaged browser cannot be unpacked or started. */
export async function findChromium(): Promise<FoundChromium> {
	const env = ownEnvironment();
	const named = process.env.CHROMIUM_PATH;
	if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH=${named} is not there.`);
	const present = named || [chromium.executablePath(), ...onPath()].find((path) => existsSync(path));
	if (present) return { executablePath: present, args: CHROMIUM_ARGS, env };
	return fromPackage(env);
}

function ownEnvironment(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
	);
}

function onPath(): string[] {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return ON_SYSTEM.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function fromPackage(env: Record<string, string>): Promise<FoundChromium> {
	const folder = await unpack();
	const executablePath = join(folder, 'chromium');
	const fonts: Record<string, string> = existsSync('/etc/fonts')
		? {}
		: { FONTCONFIG_PATH: join(folder, 'fonts') };
	// The package brings the libraries too, for a system that lacks them; the system's own are better where they exist.
	const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
	for (const extra of [fonts, { ...fonts, ...libraries }]) {
		const complete = { ...env, ...extra };
		const tried = spawnSync(executablePath, ['--version'], { env: complete });
		if (tried.status === 0) return { executablePath, args: CHROMIUM_ARGS, env: complete };
	}
	throw new Error(
		`No Chromium starts on this machine. Install one, or name it in CHROMIUM_PATH. Tried: ${executablePath}`
	);
}

/** @returns the folder with the browser, its libraries and fonts; made once for each version of the package */
async function unpack(): Promise<string> {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const root = entry.slice(0, entry.lastIndexOf(join('chromium', 'build')) + 'chromium'.length);
	const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const folder = resolve('node_modules', '.cache', `chromium-${version}`);
	if (existsSync(folder)) return folder;

	// It unpacks into the folder for temporary files and takes half a browser there for a whole one: so into a folder of
	// its own that gets its name when it is complete. The name of the environment makes it unpack the libraries as well.
	const preparing = `${folder}.${process.pid}`;
	await mkdir(preparing, { recursive: true });
	try {
		await run(
			process.execPath,
			[
				'--input-type=module',
				'-e',
				`const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
			],
			{ ...process.env, TMPDIR: preparing, AWS_EXECUTION_ENV: 'nodejs24.x' }
		);
		await rename(preparing, folder).catch((error: unknown) => {
			// Another process was first.
			if (!existsSync(folder)) throw error;
		});
	} finally {
		await rm(preparing, { recursive: true, force: true });
	}
	return folder;
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
	const child = spawn(command, args, {
		env,
		cwd: dirname(import.meta.dirname),
		stdio: ['ignore', 'ignore', 'inherit']
	});
	return new Promise((done, failed) => {
		child.on('error', failed);
		child.on('close', (code) =>
			code === 0 ? done() : failed(new Error(`Unpacking Chromium failed with code ${code}.`))
		);
	});
}
