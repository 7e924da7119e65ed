import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { DiskRoom } from './diskRoom.server.ts';

/** What is used of the file system inside PGlite that hands everything on to Node's. */
export interface HandedOn {
	ErrnoError: new (errno: number) => Error & { errno: number };
	/** Where a file or folder of the database is on this machine. */
	realPath(node: unknown): string;
	node_ops: {
		mknod(parent: unknown, name: string, mode: number, device: number): unknown;
		rename(node: unknown, folder: unknown, name: string): void;
		unlink(parent: unknown, name: string): void;
		rmdir(parent: unknown, name: string): void;
		setattr(node: unknown, attributes: { size?: number; mode?: number }): void;
	};
	stream_ops: {
		write(stream: Stream, heap: Uint8Array, offset: number, length: number, position: number): number;
		fsync?(stream: Stream): number;
	};
}

/** An opened file, or an opened folder, which has no descriptor of Node. */
export interface Stream {
	nfd?: number;
	node: unknown;
}

/** "No space left on device" as PGlite numbers it. */
export const NO_SPACE = 51;

/**
 * How PostgreSQL starts in PGlite, but with its promise that what it confirmed is on the disk: PGlite leaves that out
 * (`-F`), and does nothing for `fdatasync`, with which PostgreSQL would flush its log.
 */
export const START_PARAMETERS = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	'-c',
	'wal_sync_method=fsync'
];

/**
 * The files of a database in a folder, flushed when PostgreSQL asks: PGlite's own way to them knows no `fsync`. Nobody but
 * the owner may read them, and where the disk is full there is some room left for the log: PostgreSQL cannot go
 * on without that, and inside PGlite then takes the whole process with it.
 */
export class DatabaseFiles extends NodeFS {
	readonly #room: DiskRoom | undefined;
	/** How often something was flushed. */
	flushes = 0;

	constructor(folder: string, room?: DiskRoom) {
		super(folder);
		this.#room = room;
	}

	override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
		const { emscriptenOpts } = await super.init(pg, options);
		const preRun: typeof emscriptenOpts.preRun = [
			...(emscriptenOpts.preRun ?? []),
			({ FS }) => {
				// Of this file system PGlite has no types.
				const { ErrnoError, filesystems } = FS as unknown as {
					ErrnoError: HandedOn['ErrnoError'];
					filesystems: { NODEFS: HandedOn };
				};
				this.adapt(Object.assign(filesystems.NODEFS, { ErrnoError }));
			}
		];
		return { emscriptenOpts: { ...emscriptenOpts, preRun } };
	}

	protected adapt(files: HandedOn): void {
		const { write } = files.stream_ops;
		const { mknod } = files.node_ops;
		files.stream_ops.write = (...call) => this.#inRoom(files, () => write(...call), call[0].node);
		files.node_ops.mknod = (parent, name, mode, device) =>
			this.#inRoom(files, () => mknod(parent, name, mode & ~0o077, device), parent);
		files.stream_ops.fsync = ({ nfd, node }) => {
			this.flushes++;
			if (nfd === undefined) flushFolder(files.realPath(node));
			else fsyncSync(nfd);
			return 0;
		};
	}

	#inRoom<T>(files: HandedOn, work: () => T, node: unknown): T {
		try {
			return work();
		} catch (cause) {
			if (!(cause instanceof files.ErrnoError) || cause.errno !== NO_SPACE || !this.#room) throw cause;
			this.#room.ranOut();
			// What fails elsewhere ends one transaction. What fails in the log ends PostgreSQL.
			if (!files.realPath(node).includes('pg_wal') || !this.#room.giveUpReserve()) throw cause;
			return work();
		}
	}
}

/** Makes names in a folder last: of files that were made, moved or removed there. */
export function flushFolder(folder: string): void {
	let descriptor: number | undefined;
	try {
		descriptor = openSync(folder, 'r');
		fsyncSync(descriptor);
	} catch (cause) {
		// Windows does not open folders, and has no need to.
		if (process.platform !== 'win32') throw cause;
	} finally {
		if (descriptor !== undefined) closeSync(descriptor);
	}
}
