import {
	cpSync,
	ftruncateSync,
	closeSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	writeSync
} from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseFiles, type HandedOn } from './databaseFiles.server.ts';

/** A change of a file or of a name, or the promise that what came before it lasts. Paths are those within the folder. */
type Step =
	| { kind: 'write'; file: number; position: number; bytes: Uint8Array }
	| { kind: 'truncate'; file: number; size: number }
	| { kind: 'make'; path: string; file: number | undefined }
	| { kind: 'move'; from: string; to: string }
	| { kind: 'remove'; path: string }
	| { kind: 'flush'; file: number | undefined };

/** What a disk writes at once. */
const BLOCK = 4096;

/**
 * The files of a database with everything that is done to them, so that afterwards the power can be cut at any moment of it.
 * The folder before it, which nothing changes, is what lies on the disk at the beginning.
 */
export class RecordedFiles extends DatabaseFiles {
	readonly steps: Step[] = [];
	readonly #files = new Map<string, number>();
	#next = 0;

	protected override adapt(files: HandedOn): void {
		const { write } = files.stream_ops;
		const { mknod, rename, unlink, rmdir, setattr } = files.node_ops;
		const within = (node: unknown) => relative(this.rootDir, files.realPath(node));
		const named = (parent: unknown, name: string) => join(within(parent), name);

		files.stream_ops.write = (stream, heap, offset, length, position) => {
			const written = write(stream, heap, offset, length, position);
			const bytes = new Uint8Array(heap.buffer, offset, written).slice();
			this.steps.push({ kind: 'write', file: this.#file(within(stream.node)), position, bytes });
			return written;
		};
		files.node_ops.mknod = (parent, name, mode, device) => {
			const made = mknod(parent, name, mode, device);
			const path = named(parent, name);
			const isFolder = (mode & 0o170000) === 0o040000;
			this.#files.delete(path);
			this.steps.push({ kind: 'make', path, file: isFolder ? undefined : this.#file(path) });
			return made;
		};
		files.node_ops.rename = (node, folder, name) => {
			const [from, to] = [within(node), named(folder, name)];
			rename(node, folder, name);
			this.#files.set(to, this.#file(from));
			this.#files.delete(from);
			this.steps.push({ kind: 'move', from, to });
		};
		const removes = (remove: typeof unlink): typeof unlink => {
			return (parent, name) => {
				remove(parent, name);
				this.#files.delete(named(parent, name));
				this.steps.push({ kind: 'remove', path: named(parent, name) });
			};
		};
		files.node_ops.unlink = removes(unlink);
		files.node_ops.rmdir = removes(rmdir);
		files.node_ops.setattr = (node, attributes) => {
			setattr(node, attributes);
			const { size } = attributes;
			if (size !== undefined) this.steps.push({ kind: 'truncate', file: this.#file(within(node)), size });
		};
		super.adapt(files);
		const { fsync } = files.stream_ops;
		files.stream_ops.fsync = (stream) => {
			const file = stream.nfd === undefined ? undefined : this.#file(within(stream.node));
			this.steps.push({ kind: 'flush', file });
			return fsync?.(stream) ?? 0;
		};
	}

	/** Files keep their number under another name. */
	#file(path: string): number {
		const known = this.#files.get(path);
		if (known !== undefined) return known;
		const file = this.#next++;
		this.#files.set(path, file);
		this.paths.set(file, path);
		return file;
	}

	/** What each file was called when it was first met. */
	readonly paths = new Map<number, string>();
}

/**
 * Makes in `folder` what may lie on the disk when the power goes after so many steps: whatever was flushed; of the rest each block by
 * chance, and names up to some moment after the last flush, as file systems with a journal keep them.
 * @param before what lay there at the beginning
 * @param chance between 0 and 1
 */
export function cutPower(
	{ steps, paths }: Pick<RecordedFiles, 'steps' | 'paths'>,
	{ before, folder, after, chance }: { before: string; folder: string; after: number; chance: () => number }
): void {
	const done = steps.slice(0, after);
	const flushed = new Map<number, number>();
	let journal = 0;
	for (const [place, step] of done.entries()) {
		if (step.kind !== 'flush') continue;
		journal = place;
		if (step.file !== undefined) flushed.set(step.file, place);
	}
	const namesUntil = journal + Math.floor(chance() * (done.length - journal + 1));

	rmSync(folder, { recursive: true, force: true });
	cpSync(before, folder, { recursive: true });
	const opened = new Map<number, number>();
	const at = (path: string) => join(folder, path);
	for (const [place, step] of done.entries()) {
		if (step.kind === 'flush') continue;
		if (step.kind === 'write' || step.kind === 'truncate') {
			const lasts = place < (flushed.get(step.file) ?? -1);
			const descriptor = descriptorOf(step.file);
			if (descriptor === undefined) continue;
			if (step.kind === 'truncate') {
				if (lasts || chance() < 0.5) ftruncateSync(descriptor, step.size);
				continue;
			}
			for (let from = 0; from < step.bytes.length; from += BLOCK) {
				if (!lasts && chance() < 0.5) continue;
				const bytes = step.bytes.subarray(from, from + BLOCK);
				writeSync(descriptor, bytes, 0, bytes.length, step.position + from);
			}
			continue;
		}
		if (place >= namesUntil) continue;
		if (step.kind === 'make') {
			if (step.file === undefined) mkdirSync(at(step.path), { recursive: true });
			else opened.set(step.file, openSync(at(step.path), 'w+'));
		} else if (step.kind === 'move') renameSync(at(step.from), at(step.to));
		else rmSync(at(step.path), { recursive: true });
	}
	for (const descriptor of opened.values()) closeSync(descriptor);

	/** By its number: a name may have gone to another file since. Undefined for a file of which the name did not last. */
	function descriptorOf(file: number): number | undefined {
		const known = opened.get(file);
		if (known !== undefined) return known;
		const isMadeLater = steps.some((step) => step.kind === 'make' && step.file === file);
		const path = paths.get(file);
		if (isMadeLater || path === undefined) return undefined;
		const descriptor = openSync(at(path), 'r+');
		opened.set(file, descriptor);
		return descriptor;
	}
}

/** The same numbers for the same seed. */
export function seededChance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
