/**
 * The database of this worker, for one file of tests. Each test meets the rows as the file's `beforeAll` left them,
 * whatever an earlier test or file did: nobody has to clean up, and nobody can forget to.
 *
 * Made once a worker, for the engine's start costs more than all its rows. A file that changes structure (tables,
 * functions, grants) asks for a database of its own: `bootForTests`.
 */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { keepGround, layGround, restoreGround, type Session } from './ground.ts';

/** Cheap passwords: what is tested is never how slowly one is hashed. */
process.env.LITE_AUTH_BCRYPT_COST = '4';

interface WorkerDatabase {
	embedded: Embedded;
	session: Session;
}

const databases = new Map<boolean, Promise<WorkerDatabase>>();

async function make(exampleData: boolean): Promise<WorkerDatabase> {
	const embedded = await bootForTests({ exampleData });
	const session: Session = { run: (sql) => embedded.exclusively((db) => db.exec(sql)) };
	await layGround(session);
	return { embedded, session };
}

function databaseOfWorker(exampleData: boolean): Promise<WorkerDatabase> {
	let made = databases.get(exampleData);
	if (!made) databases.set(exampleData, (made = make(exampleData)));
	return made;
}

/** For what outlives a file, such as a site in front of it: the same for all files of this worker. */
export const backendOfWorker = async (exampleData: boolean): Promise<Embedded> =>
	(await databaseOfWorker(exampleData)).embedded;

/** @returns the backend; it can be used from the first hook on */
export function useDatabase({ exampleData }: { exampleData: boolean }): Embedded {
	let opened: WorkerDatabase | undefined;
	let isSetUp = false;
	const database = (): WorkerDatabase => {
		if (!opened) throw new Error('The database is there from beforeAll on.');
		return opened;
	};

	beforeAll(async () => {
		opened = await databaseOfWorker(exampleData);
		await restoreGround(opened.session, 'made');
		opened.embedded.mailbox.empty();
	});
	beforeEach(async () => {
		const { session, embedded } = database();
		if (isSetUp) await restoreGround(session, 'setUp');
		else await keepGround(session, 'setUp');
		isSetUp = true;
		embedded.mailbox.empty();
	});
	afterAll(() => {
		opened = undefined;
	});

	return {
		get url() {
			return database().embedded.url;
		},
		get publishableKey() {
			return database().embedded.publishableKey;
		},
		get secretKey() {
			return database().embedded.secretKey;
		},
		get jwtSecret() {
			return database().embedded.jwtSecret;
		},
		get mailbox() {
			return database().embedded.mailbox;
		},
		fetch: (input, init) => database().embedded.fetch(input, init),
		exclusively: (work) => database().embedded.exclusively(work),
		close: () => Promise.reject(new Error('The next file goes on with this database.'))
	};
}
