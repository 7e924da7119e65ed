/**
 * A database with Auth and Data API in this process, for one site of the tests, which reaches it over HTTP as it would
 * any other Supabase. In this process because every test is to find it as it was, and only who holds the database can
 * say that nothing of the test before is still on its way.
 */
import postgres from 'postgres';
import { bootPgliteForTests } from '../../../src/lib/base/embedded/embedded.fixture.ts';
import { openPostgresPort } from '../../../src/lib/base/embedded/socket.server.ts';
import { startMailServer, type MailServer } from '../../../src/lib/base/mail/smtp.fixture.ts';
import { layGround, restoreGround, type Session } from '../../database/ground.ts';
import { listen } from '../../database/listen.ts';
import type { SupabaseKeys } from './servers.ts';
import { TEST_HEADER } from './testHeader.ts';

export interface OwnBackend {
	keys: SupabaseKeys;
	/** Where the site's mail goes. */
	mail: MailServer;
	/** As the owner of the database. */
	sql: postgres.Sql;
	/** Resolves when the site has asked for this function of the database and got its answer. */
	answered(functionName: string): Promise<void>;
	/** What is in the database now is what every test begins with. */
	keep(): Promise<void>;
	/** From now on only that test is heard. */
	beginTest(name: string): void;
	/** Makes everything as it was kept. The site must know of the new test already. */
	restore(): Promise<void>;
	close(): Promise<void>;
}

/** What is tested is never how slowly a password is hashed. */
process.env.LITE_AUTH_BCRYPT_COST = '4';

const BASE = '/rest/v1/rpc/';

export async function openOwnBackend({ exampleData }: { exampleData: boolean }): Promise<OwnBackend> {
	const mail = await startMailServer();
	const embedded = await bootPgliteForTests({ exampleData });
	const session: Session = { run: (text) => embedded.exclusively((db) => db.exec(text)) };

	let current: string | undefined;
	const waiting = new Set<(functionName: string) => void>();
	const server = await listen(async (request) => {
		const test = request.headers.get(TEST_HEADER);
		// Not of a site: the tests themselves ask Auth for a session.
		if (test !== null && current !== undefined && test !== current) {
			return new Response(null, { status: 503 });
		}
		const { pathname } = new URL(request.url);
		const answer = await embedded.fetch(request);
		if (pathname.startsWith(BASE)) for (const told of waiting) told(pathname.slice(BASE.length));
		return answer;
	});
	const port = await openPostgresPort(embedded, 0);
	const sql = postgres(port.url, { max: 1, onnotice: () => {} });

	const answered = (functionName: string): Promise<void> => {
		const { promise, resolve } = Promise.withResolvers<void>();
		const told = (name: string) => {
			if (name !== functionName) return;
			waiting.delete(told);
			resolve();
		};
		waiting.add(told);
		return promise;
	};

	/** Takes back what waits, and lets what the site is sending arrive and be settled. */
	async function emptyOutbox(): Promise<void> {
		await session.run(`delete from public.email_outbox where status <> 'sending'`);
		for (;;) {
			// In one turn with the question, so that no answer comes between.
			const settled = await embedded.exclusively(async (db) => {
				const { rows } = await db.query(`select from public.email_outbox where status = 'sending' limit 1`);
				return rows.length > 0 ? { next: answered('settle_mail') } : undefined;
			});
			if (!settled) return;
			await settled.next;
		}
	}

	return {
		keys: {
			SUPABASE_URL: server.url,
			SUPABASE_PUBLISHABLE_KEY: embedded.publishableKey,
			SUPABASE_SECRET_KEY: embedded.secretKey
		},
		mail,
		sql,
		answered,
		keep: async () => {
			await emptyOutbox();
			await layGround(session);
		},
		beginTest: (name) => {
			current = name;
		},
		restore: async () => {
			await emptyOutbox();
			await restoreGround(session, 'made');
			mail.received.length = 0;
			mail.refusals.length = 0;
		},
		close: async () => {
			await sql.end();
			await port.close();
			server.close();
			await embedded.close();
			await mail.close();
		}
	};
}
