import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Two files of PostgreSQL's log: more than it takes to finish what was begun. */
const RESERVE_BYTES = 32 * 1024 * 1024;
/** What PostgreSQL writes to begin with, before anybody asks anything: without, it does not start, and nothing can be read. */
const START_BYTES = 8 * 1024 * 1024;
const PIECE = Buffer.alloc(1024 * 1024);

interface Options {
	/** The file that keeps room. */
	reserve: string;
	/** Bytes that are free. */
	free?: (folder: string) => number;
	/** Writes the reserve; throws where the disk is full. */
	fill?: (file: string) => void;
}

/**
 * Whether there is room on the disk. A file keeps some, which is given up when the log of the database, or a start, needs it. From the
 * moment that something did not fit, nothing is to be written until there is room for that file again.
 */
export class DiskRoom {
	readonly #reserve: string;
	readonly #free: (folder: string) => number;
	readonly #fill: (file: string) => void;
	#isFull = false;

	constructor({ reserve, free = freeBytes, fill = fillFile }: Options) {
		this.#reserve = reserve;
		this.#free = free;
		this.#fill = fill;
		if (!existsSync(reserve)) this.#keepReserve();
		else if (free(dirname(reserve)) < START_BYTES) {
			this.giveUpReserve();
			this.ranOut();
		}
	}

	/** Something did not fit. */
	ranOut(): void {
		this.#isFull = true;
	}

	/** @returns false when it was given up before */
	giveUpReserve(): boolean {
		if (!existsSync(this.#reserve)) return false;
		rmSync(this.#reserve);
		return true;
	}

	/** Whether nothing may be written now: looks again where that was so. */
	isFull(): boolean {
		if (this.#isFull) this.#keepReserve();
		return this.#isFull;
	}

	/** Room for another one beside it: what is being written may take the last of it. */
	#keepReserve(): void {
		const kept = existsSync(this.#reserve);
		this.#isFull = this.#free(dirname(this.#reserve)) < (kept ? 1 : 2) * RESERVE_BYTES;
		if (this.#isFull || kept) return;
		try {
			this.#fill(this.#reserve);
		} catch {
			this.#isFull = true;
			rmSync(this.#reserve, { force: true });
		}
	}
}

function freeBytes(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

/** Bytes rather than a hole: those take room. */
function fillFile(file: string): void {
	const descriptor = openSync(file, 'w', 0o600);
	try {
		for (let bytes = 0; bytes < RESERVE_BYTES; bytes += PIECE.length) writeSync(descriptor, PIECE);
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
