import type { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { timeLimit } from '../settings/limits.server.ts';
import { SESSION_SQL } from './bootstrap.server.ts';
import type { PgliteBackend } from './index.server.ts';

const QUERY = 'Q'.charCodeAt(0);
const SYNC = 'S'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
/** Parse, Bind, Describe, Execute, Close, Flush: a query that ends with Sync. */
const EXTENDED = new Set(Array.from('PBDECH', (letter) => letter.charCodeAt(0)));
const LEAVE_SQL = `reset role; ${SESSION_SQL}; deallocate all`;

export interface PostgresPort {
	port: number;
	/** For `psql` and the Supabase CLI. */
	url: string;
	close(): Promise<void>;
}

/**
 * Opens a Postgres port in front of the embedded database, for `psql` and the Supabase CLI. All its clients and the
 * requests share one database session; a client's transaction keeps the others waiting until it ends.
 * @param port 0 lets the system choose
 * @throws when the port is taken
 */
export async function openPostgresPort(embedded: PgliteBackend, port: number): Promise<PostgresPort> {
	const server = new PGLiteSocketServer({
		db: takingTurns(embedded),
		host: '127.0.0.1',
		port,
		maxConnections: 20
	});
	// `start` does not reject when the port is taken; it only says so in an event.
	const failed = new Promise<never>((_, reject) => {
		server.addEventListener('error', (event) => reject(event instanceof CustomEvent ? event.detail : event));
	});
	await Promise.race([server.start(), failed]);
	failed.catch(() => {});
	const chosen = Number(server.getServerConn().split(':').at(-1));
	return {
		port: chosen,
		url: `postgresql://postgres:postgres@127.0.0.1:${chosen}/postgres?sslmode=disable`,
		close: () => server.stop()
	};
}

/** The database as the port sees it: from a client's first message of a query or transaction to its end, one turn. */
function takingTurns({ db, turns }: PgliteBackend): PGlite {
	let release: (() => void) | undefined;
	let midQuery = false;
	let patience: NodeJS.Timeout | undefined;

	function letGo() {
		clearTimeout(patience);
		if (db.isInTransaction()) return;
		if (midQuery) {
			// A client that vanished between the messages of one query must not keep everybody waiting.
			patience = setTimeout(() => {
				midQuery = false;
				letGo();
			}, timeLimit('POSTGRES_PORT_PATIENCE_MS')).unref();
			return;
		}
		release?.();
		release = undefined;
	}

	const runExclusive: PGlite['runExclusive'] = async (work) => {
		release ??= await turns.take();
		try {
			return await db.runExclusive(work);
		} finally {
			letGo();
		}
	};
	const execProtocolRawStream: PGlite['execProtocolRawStream'] = async (message, options) => {
		const type = message[0] ?? 0;
		if (EXTENDED.has(type)) midQuery = true;
		if (type === QUERY || type === SYNC || type === TERMINATE) midQuery = false;
		// The session outlives the client: take away what it left behind.
		if (type === TERMINATE) await db.execProtocolRawStream(simpleQuery(LEAVE_SQL), { onRawData: () => {} });
		else await db.execProtocolRawStream(message, options);
	};
	// Only called to roll back for a client that left in the middle of a transaction.
	const exec: PGlite['exec'] = async (query, options) => {
		try {
			return await db.exec(query, options);
		} finally {
			midQuery = false;
			letGo();
		}
	};

	const own = { runExclusive, execProtocolRawStream, exec };
	return new Proxy(db, {
		get(target, key) {
			if (key in own) return Reflect.get(own, key);
			const value: unknown = Reflect.get(target, key);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
}

/** The wire message that runs `sql`. */
function simpleQuery(sql: string): Uint8Array {
	const text = Buffer.from(`${sql}\0`);
	const message = Buffer.alloc(5 + text.length);
	message[0] = QUERY;
	message.writeInt32BE(4 + text.length, 1);
	text.copy(message, 5);
	return message;
}
