import type { PGlite } from '@electric-sql/pglite';
import type { DiskRoom } from './diskRoom.server.ts';

/** What drivers hang on an error: the statement, what was given to it, and the row that was refused. */
const CONTENTS = [
	'detail',
	'where',
	'query',
	'params',
	'parameters',
	'args',
	'queryOptions',
	'internalQuery'
];

const DISK_FULL = '53100';
const READ_ONLY = '25006';

/** Takes from an error of a database whatever it quotes, so that nobody who prints or answers it can tell. */
export function withoutContents(error: unknown): unknown {
	if (error instanceof Error) for (const name of CONTENTS) Reflect.deleteProperty(error, name);
	return error;
}

/**
 * Makes errors of this database say what went wrong and nothing more, and a disk that is full say so: as long as it is,
 * the session only reads, and what wants to write is refused before anything of it is written.
 */
export function refusePlainly(db: PGlite, room: DiskRoom | undefined): void {
	const query = db.query.bind(db);
	const exec = db.exec.bind(db);
	const plainly = async <T>(work: Promise<T>): Promise<T> => {
		try {
			return await work;
		} catch (cause) {
			throw told(withoutContents(cause), room);
		}
	};
	db.query = (...call: Parameters<PGlite['query']>) => plainly(query(...call)) as never;
	db.exec = (...call) => plainly(exec(...call));
}

function told(error: unknown, room: DiskRoom | undefined): unknown {
	if (!room || !(error instanceof Error) || !('code' in error)) return error;
	if (error.code === DISK_FULL) room.ranOut();
	if (error.code === READ_ONLY && room.isFull()) {
		Object.assign(error, { code: DISK_FULL, message: 'No space left on device.' });
	}
	return error;
}

/** Before each turn: whether the session may write follows the room on the disk. */
export function writesWhileThereIsRoom(db: PGlite, room: DiskRoom): () => Promise<void> {
	let readsOnly = false;
	return async () => {
		if (room.isFull() === readsOnly) return;
		readsOnly = !readsOnly;
		await db.exec(`set default_transaction_read_only = ${readsOnly ? 'on' : 'off'}`);
	};
}
