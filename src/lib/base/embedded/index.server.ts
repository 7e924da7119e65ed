import './warnings.server.ts';
import { existsSync, openAsBlob } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Extensions, PGlite } from '@electric-sql/pglite';
import type { Backend } from './backend.server.ts';
import { refuseHalfRestored } from './backup.server.ts';
import type { Database } from './database.server.ts';
import { keepCheckpoints } from './checkpoints.server.ts';
import { DatabaseFiles } from './databaseFiles.server.ts';
import { DiskRoom } from './diskRoom.server.ts';
import { generateKeys, loadKeys } from './keys.server.ts';
import { IN_MEMORY, openLite } from './lite.server.ts';
import { lockDataDir } from './lock.server.ts';
import { Mailbox } from './mailbox.server.ts';
import { prepareDatabase } from './preparation.server.ts';
import { closeToOthers } from './privateFolder.server.ts';
import { scrubber } from './scrub.server.ts';
import { databaseIn, makeDatabase } from './storedDatabase.server.ts';
import { Turns } from './turns.server.ts';

export { IN_MEMORY };

/** In memory only: a file with contents to begin with, as `load`. For tests, which start many. */
export const TEMPLATE_SETTING = 'EMBEDDED_TEMPLATE';

export interface BootOptions {
	/** Folder for the database and the keys (made when absent), or `memory://` to keep nothing. */
	dataDir: string;
	/** Load the invented participants and desks; false takes them away when they are there. */
	exampleData: boolean;
	/** Where the migrations and seeds are; `supabase` in the working directory by default. */
	supabaseDir?: string;
	/** Where the site itself is, for links in mail; `http://localhost:3000` by default. */
	siteUrl?: string;
	/** Extensions beside those of the migrations, such as pgTAP. */
	extensions?: Extensions;
	/** In memory only: contents to begin with, from `dumpDataDir`. */
	load?: Blob;
	/** In a folder only: how the files of the database are reached; for tests, in which a disk fails. */
	filesIn?: (folder: string, room: DiskRoom) => DatabaseFiles;
	/** In a folder only: bytes that are free on its disk; for tests. */
	freeOnDisk?: () => number;
}

/** Supabase inside this process: Auth and Data API, with the migrations and seeds applied. */
export interface Embedded extends Backend {
	/** Signs access tokens; for tests that need one. */
	jwtSecret: string;
	/** Runs `work` in a session that no request and no other `work` uses meanwhile. PGlite has one: they wait. */
	exclusively<T>(work: (db: Database) => Promise<T>): Promise<T>;
	/** Takes what the site delivers as long as there is no mail server. */
	mailbox: Mailbox;
	/** Closes the database and gives the data folder back. May be called again. */
	close(): Promise<void>;
}

/** The backend as it is outside tests: on PGlite. */
export interface PgliteBackend extends Embedded {
	/** PGlite itself. Use it inside `exclusively`. */
	db: PGlite;
	/** The turns that `exclusively` takes; for whoever needs one that lasts, such as the Postgres port. */
	turns: Turns;
}

/**
 * Starts the embedded backend: takes the data folder, opens (or makes) the database, applies what is missing of the
 * migrations and seeds. Nothing listens on a port; requests go through the returned `fetch`.
 * @throws DataDirLockedError when another process has the folder
 * @throws BackupError when restoring a backup was cut short
 * @throws MigrationError when a migration fails or does not fit what the database has
 */
export async function bootEmbedded(options: BootOptions): Promise<PgliteBackend> {
	const inMemory = options.dataDir === IN_MEMORY;
	const unlock = inMemory ? () => {} : lockDataDir(options.dataDir);
	try {
		return await boot(options, inMemory, unlock);
	} catch (error) {
		unlock();
		throw error;
	}
}

async function boot(options: BootOptions, inMemory: boolean, unlock: () => void): Promise<PgliteBackend> {
	if (!inMemory) refuseHalfRestored(options.dataDir);
	const keys = inMemory ? await generateKeys() : await loadKeys(options.dataDir);
	const stored = inMemory ? undefined : await openFolder(options);

	const supabaseDir = resolve(options.supabaseDir ?? 'supabase');
	const mailbox = new Mailbox();
	const turns = new Turns();
	const lite = await openLite({
		stored,
		keys,
		turns,
		siteUrl: options.siteUrl ?? 'http://localhost:3000',
		load: options.load ?? (inMemory ? await namedTemplate() : undefined),
		extensions: options.extensions
	});
	try {
		await prepareDatabase(lite.db, {
			ensureSystemSchema: lite.ensureSystemSchema,
			supabaseDir,
			exampleData: options.exampleData
		});
	} catch (error) {
		await lite.close();
		throw error;
	}

	const stopCheckpoints = stored ? keepCheckpoints(lite.db, stored.files, turns) : () => {};
	const close = async () => {
		stopCheckpoints();
		await lite.close().finally(unlock);
	};
	let closing: Promise<void> | undefined;
	return {
		// Never connected to: every request goes through `fetch`.
		url: 'http://embedded.localhost',
		publishableKey: keys.publishableKey,
		secretKey: keys.secretKey,
		jwtSecret: keys.jwtSecret,
		fetch: lite.fetch,
		db: lite.db,
		turns,
		exclusively: (work) => turns.run(() => work(lite.db)),
		...(inMemory ? {} : { scrub: scrubber((work) => turns.run(() => work(lite.db))) }),
		mailbox,
		close: () => (closing ??= close())
	};
}

async function namedTemplate(): Promise<Blob | undefined> {
	const file = process.env[TEMPLATE_SETTING];
	return file ? openAsBlob(file) : undefined;
}

/** The files of the database, which is made where there is none; a folder that others can read is said so. */
async function openFolder({
	dataDir,
	freeOnDisk,
	filesIn = (folder, room) => new DatabaseFiles(folder, room)
}: BootOptions): Promise<{ files: DatabaseFiles; room: DiskRoom }> {
	const folder = databaseIn(dataDir);
	if (!existsSync(folder)) await makeDatabase(folder);
	const readable = closeToOthers(dataDir);
	if (readable) console.warn(readable);
	const room = new DiskRoom({
		reserve: join(dataDir, 'room.reserve'),
		...(freeOnDisk ? { free: freeOnDisk } : {})
	});
	return { files: filesIn(folder, room), room };
}
