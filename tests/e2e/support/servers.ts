/** Starts the site and the embedded Supabase as an operator does, each a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

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

interface SiteOptions {
	port: number;
	/** Keys of a Supabase to use, or a data folder (or `memory://`) for the embedded one. */
	backend: SupabaseKeys | { DATA_DIR: string };
	env?: Record<string, string>;
}

/** `npm start`. Builds the site first when that is needed. */
export async function startSite({ port, backend, env = {} }: SiteOptions): Promise<Running> {
	const running = run('src/cli/start.ts', {
		HOST: '127.0.0.1',
		PORT: String(port),
		ADDRESS_HEADER: CLIENT_ADDRESS_HEADER,
		EXAMPLE_DATA: '1',
		...backend,
		...env
	});
	await running.wrote(/staat klaar/);
	return { ...running, url: `http://127.0.0.1:${port}` };
}

/** `npm run supabase:embedded` */
export async function startSupabase(options: {
	port: number;
	postgresPort: number;
	dataDir: string;
	env?: Record<string, string>;
}): Promise<RunningSupabase> {
	const running = run('src/cli/supabase-embedded.ts', {
		PORT: String(options.port),
		POSTGRES_PORT: String(options.postgresPort),
		DATA_DIR: options.dataDir,
		EXAMPLE_DATA: '1',
		...options.env
	});
	await running.wrote(/^DATABASE_URL=.+$/m);
	const printed = (name: string): string => {
		const value = new RegExp(`^${name}=(.+)$`, 'm').exec(running.output())?.[1];
		if (!value) throw new Error(`${name} was not printed:\n${running.output()}`);
		return value;
	};
	return {
		...running,
		url: printed('SUPABASE_URL'),
		databaseUrl: printed('DATABASE_URL'),
		keys: {
			SUPABASE_URL: printed('SUPABASE_URL'),
			SUPABASE_PUBLISHABLE_KEY: printed('SUPABASE_PUBLISHABLE_KEY'),
			SUPABASE_SECRET_KEY: printed('SUPABASE_SECRET_KEY')
		}
	};
}

/** A port that nothing uses at this moment. */
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

function run(
	script: string,
	env: Record<string, string>
): Omit<Running, 'url'> & { wrote(text: RegExp): Promise<void> } {
	const inherited = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.includes(name));
	const child = spawn(process.execPath, [script], {
		env: { ...Object.fromEntries(inherited), ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const gone = once(child, 'exit');
	let written = '';
	const listeners = new Set<() => void>();
	const collect = (data: Buffer) => {
		written += data.toString();
		for (const listener of listeners) listener();
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	return {
		output: () => written,
		wrote: (text) =>
			new Promise((resolve, reject) => {
				const look = () => text.test(written) && resolve();
				listeners.add(look);
				look();
				void gone.then(() => reject(new Error(`${script} ended:\n${written}`)));
			}),
		stop: () => stop(child, gone)
	};
}

const PATIENCE_MS = 15_000;

async function stop(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
	await gone;
	clearTimeout(impatient);
}
