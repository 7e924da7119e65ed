/**
 * The site that the end-to-end tests visit, on the port given as argument, with one of three backends: embedded in the
 * site, the embedded one as a process of its own (`E2E_BACKEND=remote`), or any Supabase (`E2E_SUPABASE_URL` and its keys).
 * Where the backend is not in the site, mail goes to a mail server of the tests.
 */
import { startMailServer } from '../../../src/lib/server/mail/smtp.fixture.ts';
import { serveMail } from './mailServer.ts';
import { freePort, startSite, startSupabase, type Running, type SupabaseKeys } from './servers.ts';

const port = Number(process.argv[2]);
const running: Running[] = [];

const isEmbedded = !process.env.E2E_SUPABASE_URL && process.env.E2E_BACKEND !== 'remote';
const mail = isEmbedded ? {} : await startMail();
running.push(await startSite({ port, backend: await chooseBackend(), env: mail }));
console.log(`http://127.0.0.1:${port}`);

async function chooseBackend(): Promise<SupabaseKeys | { DATA_DIR: string }> {
	const { E2E_SUPABASE_URL, E2E_SUPABASE_PUBLISHABLE_KEY, E2E_SUPABASE_SECRET_KEY } = process.env;
	if (E2E_SUPABASE_URL) {
		return {
			SUPABASE_URL: E2E_SUPABASE_URL,
			SUPABASE_PUBLISHABLE_KEY: E2E_SUPABASE_PUBLISHABLE_KEY ?? '',
			SUPABASE_SECRET_KEY: E2E_SUPABASE_SECRET_KEY ?? ''
		};
	}
	if (isEmbedded) return { DATA_DIR: 'memory://' };
	const supabase = await startSupabase({
		port: Number(process.env.E2E_SUPABASE_PORT) || (await freePort()),
		postgresPort: await freePort(),
		dataDir: 'memory://',
		env: { ...mail, ORIGIN: `http://localhost:${port}` }
	});
	running.push(supabase);
	return supabase.keys;
}

/** A real mail server, and what it got where the tests can read it. */
async function startMail(): Promise<{ SMTP_URL: string }> {
	const server = await startMailServer();
	const close = await serveMail(server, port);
	running.push({
		url: server.url,
		output: () => '',
		stop: async () => {
			await close();
			await server.close();
		}
	});
	return { SMTP_URL: server.url };
}

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	process.on(signal, () => {
		if (stopping) return;
		stopping = true;
		void Promise.all(running.map((one) => one.stop())).then(() => process.exit(0));
	});
}
