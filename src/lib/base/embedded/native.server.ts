import { createPostgresConnection } from '@supabase/lite/postgres';
import type { Sql } from 'postgres';
import type { Embedded } from './index.server.ts';
import { generateKeys, type Keys } from './keys.server.ts';
import { liteOver, type Lite } from './lite.server.ts';
import { Mailbox } from './mailbox.server.ts';
import { createDatabase, dropDatabase } from './nativeServer.server.ts';
import { AS_PGLITE, onSession } from './nativeSession.server.ts';
import { prepareDatabase } from './preparation.server.ts';

/** Connections that answer requests: as many can be in the database at the same moment. */
const REQUESTS = 10;
/** Connections for `exclusively`, apart, so that work which sends requests never waits for itself. */
const SESSIONS = 5;

export interface NativeOptions {
	/** A PostgreSQL server with PostGIS, and one of its databases, as a superuser. That database is left alone. */
	serverUrl: string;
	exampleData: boolean;
	/** Folder with the migrations and seeds. */
	supabaseDir: string;
	/** Changes with everything that the contents are made from. */
	fingerprint: string;
}

/**
 * The embedded backend on a PostgreSQL server, with a database of its own that goes when it is closed. For tests only,
 * of what PGlite's one session cannot show: requests that really are there at the same time. A site that wants a
 * PostgreSQL server has a Supabase project.
 */
export async function bootNative(options: NativeOptions): Promise<Embedded> {
	const { serverUrl, fingerprint } = options;
	const keys = await generateKeys();
	const prepare = (template: string) => prepareTemplate(template, keys, options);
	const url = await createDatabase({ serverUrl, fingerprint, prepare });
	const { lite, sessions, close } = connect(url, keys);

	let closing: Promise<void> | undefined;
	return {
		// Never connected to: every request goes through `fetch`.
		url: 'http://embedded.localhost',
		publishableKey: keys.publishableKey,
		secretKey: keys.secretKey,
		jwtSecret: keys.jwtSecret,
		fetch: lite.fetch,
		exclusively: (work) => onSession(sessions, work),
		mailbox: new Mailbox(),
		close: () => (closing ??= close().finally(() => dropDatabase(serverUrl, url)))
	};
}

async function prepareTemplate(
	url: string,
	keys: Keys,
	{ supabaseDir, exampleData }: NativeOptions
): Promise<void> {
	const { lite, sessions, close } = connect(url, keys);
	try {
		await onSession(sessions, (db) =>
			prepareDatabase(db, { ensureSystemSchema: lite.ensureSystemSchema, supabaseDir, exampleData })
		);
	} finally {
		await close();
	}
}

/** Connections are made as they are needed, and kept. */
function connect(url: string, keys: Keys): { lite: Lite; sessions: Sql; close: () => Promise<void> } {
	const pool = (max: number) =>
		createPostgresConnection({ url, postgresOptions: { max, onnotice: () => {}, types: AS_PGLITE } });
	const lite = liteOver(pool(REQUESTS), { keys, siteUrl: 'http://localhost:3000' });
	const sessions = pool(SESSIONS);
	return {
		lite,
		sessions: sessions.driver,
		close: async () => {
			await Promise.all([lite.close(), sessions.close()]);
		}
	};
}
