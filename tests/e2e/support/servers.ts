/** Starts the site and the embedded Supabase as an operator does, each a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { preparedTemplate } from '../../../src/lib/base/embedded/embedded.fixture.ts';
import { IN_MEMORY, TEMPLATE_SETTING } from '../../../src/lib/base/embedded/index.server.ts';
import { HOW_MUCH_WORK } from './testHeader.ts';

/** The header in which a test says which address it comes from, so that no test uses up another one's limit. */
export const CLIENT_ADDRESS_HEADER = 'x-test-client';

export interface Running {
	/** Without trailing slash. */
	url: string;
	/** What it wrote since it started. */
	output(): string;
	/** Ends it and waits until it is gone. May be called again. */
	stop(): Promise<void>;
}

export interface SupabaseKeys {
	SUPABASE_URL: string;
	SUPABASE_PUBLISHABLE_KEY: string;
	SUPABASE_SECRET_KEY: string;
}

export interface RunningSupabase extends Running {
	keys: SupabaseKeys;
	/** Of the database itself, as its owner. */
	databaseUrl: string;
}

export interface RunningSite extends Running {
	/**
	 * From when this resolves on, what the site asks the database for a visit says which test the visit was of; for
	 * anything else it names this one.
	 */
	beginTest(name: string): Promise<void>;
	/** Milliseconds that its process has worked so far, whoever else wanted this machine. */
	worked(): Promise<number>;
}

interface SiteOptions {
	/** Chosen by the system when left out. */
	port?: number;
	/** Keys of a Supabase to use, or a data folder (or `memory://`) for the embedded one. */
	backend: SupabaseKeys | { DATA_DIR: string };
	env?: Record<string, string>;
	/** Those of tests when left out. */
	limits?: Readonly<Record<string, string>>;
	/** Which holds the build; the project when left out. */
	folder?: string;
}

/** How long the server waits for what, so that a busy machine is no reason to fail and no test waits for a clock. */
const LIMITS: Readonly<Record<string, string>> = {
	DIRECTORY_RECHECK_MS: '0',
	ATTEMPT_STEP_MS: '20',
	REQUEST_TIMEOUT_MS: '120000',
	IMPORT_PATIENCE_MS: '180000',
	AUTH_PATIENCE_MS: '60000',
	DIRECTORY_PATIENCE_MS: '60000',
	FORMER_DESK_PATIENCE_MS: '60000',
	MAIL_LONGEST_REST_MS: '500',
	MAIL_SHORTEST_REST_MS: '20',
	SMTP_CONNECT_TIMEOUT_MS: '60000',
	SMTP_SOCKET_TIMEOUT_MS: '60000',
	STOP_GRACE_MS: '30000'
};

/** `npm start`. Builds the site first when that is needed. */
export async function startSite({
	port = 0,
	backend,
	env = {},
	limits = LIMITS,
	folder = process.cwd()
}: SiteOptions): Promise<RunningSite> {
	const settings = { EXAMPLE_DATA: '1', ...backend, ...env };
	const more = await templateFor(settings);
	const running = run(
		'src/cli/start.ts',
		{
			HOST: '127.0.0.1',
			PORT: String(port),
			ADDRESS_HEADER: CLIENT_ADDRESS_HEADER,
			...limits,
			...more,
			// Of the person who runs the tests: the streets of their own site.
			DATA_DIR: IN_MEMORY,
			...settings
		},
		folder
	);
	const [, opened = ''] = await running.wrote(/staat klaar: http:\/\/[^:]+:(\d+)/);
	return {
		output: running.output,
		stop: running.stop,
		beginTest: running.beginTest,
		worked: running.worked,
		url: `http://127.0.0.1:${opened}`
	};
}

/** `npm run supabase:embedded` */
export async function startSupabase(options: {
	/** Chosen by the system when left out. */
	port?: number;
	postgresPort?: number;
	dataDir: string;
	env?: Record<string, string>;
}): Promise<RunningSupabase> {
	const settings = { EXAMPLE_DATA: '1', DATA_DIR: options.dataDir, ...options.env };
	const running = run('src/cli/supabase-embedded.ts', {
		PORT: String(options.port ?? 0),
		POSTGRES_PORT: String(options.postgresPort ?? 0),
		...LIMITS,
		...(await templateFor(settings)),
		...settings
	});
	await running.wrote(/^DATABASE_URL=.+$/m);
	const printed = (name: string): string => {
		const value = new RegExp(`^${name}=(.+)$`, 'm').exec(running.output())?.[1];
		if (!value) throw new Error(`${name} was not printed:\n${running.output()}`);
		return value;
	};
	return {
		output: running.output,
		stop: running.stop,
		url: printed('SUPABASE_URL'),
		databaseUrl: printed('DATABASE_URL'),
		keys: {
			SUPABASE_URL: printed('SUPABASE_URL'),
			SUPABASE_PUBLISHABLE_KEY: printed('SUPABASE_PUBLISHABLE_KEY'),
			SUPABASE_SECRET_KEY: printed('SUPABASE_SECRET_KEY')
		}
	};
}

/** A database in memory begins with contents that were prepared once, on this machine. */
async function templateFor(env: {
	EXAMPLE_DATA: string;
	DATA_DIR?: string;
}): Promise<Record<string, string>> {
	if (env.DATA_DIR !== IN_MEMORY) return {};
	return { [TEMPLATE_SETTING]: await preparedTemplate({ exampleData: env.EXAMPLE_DATA !== '0' }) };
}

/** A port that nothing uses at this moment, for what must come back at the same place. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port was given.');
	return address.port;
}

/** Variables of the one who runs the tests that would change what is tested. */
const NOT_PASSED_ON = [
	'ORIGIN',
	'PROTOCOL_HEADER',
	'HOST_HEADER',
	'SUPABASE_URL',
	'DATA_DIR',
	'SOCKET_PATH',
	'SMTP_URL',
	'GEOCODER_FLANDERS_URL',
	'GEOCODER_BRUSSELS_URL'
];

interface Started extends Pick<RunningSite, 'output' | 'stop' | 'beginTest' | 'worked'> {
	wrote(text: RegExp): Promise<RegExpExecArray>;
}

function run(script: string, env: Record<string, string>, cwd = process.cwd()): Started {
	const inherited = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.includes(name));
	const child = spawn(
		process.execPath,
		['--import', join(import.meta.dirname, 'preload.ts'), resolve(script)],
		{
			cwd,
			env: { ...Object.fromEntries(inherited), ...env },
			stdio: ['ignore', 'pipe', 'pipe', 'ipc']
		}
	);
	const gone = once(child, 'exit');
	let written = '';
	const listeners = new Set<() => void>();
	const collect = (data: Buffer) => {
		written += data.toString();
		for (const listener of listeners) listener();
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	const failed = gone.then(() => {
		throw new Error(`${script} ended:\n${written}`);
	});
	failed.catch(() => {});
	const wrote = (text: RegExp) => {
		const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
		const look = () => {
			const found = text.exec(written);
			if (found) resolve(found);
		};
		listeners.add(look);
		look();
		return Promise.race([promise, failed]).finally(() => listeners.delete(look));
	};
	const tell = async (message: string): Promise<unknown> => {
		const answered = once(child, 'message');
		child.send(message);
		const [answer]: unknown[] = await Promise.race([answered, failed]);
		return answer;
	};
	return {
		output: () => written,
		wrote,
		beginTest: async (name) => void (await tell(name)),
		worked: async () => Number(await tell(HOW_MUCH_WORK)),
		stop: () => stop(child, gone)
	};
}

const PATIENCE_MS = 60_000;

async function stop(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
	await gone;
	clearTimeout(impatient);
}
