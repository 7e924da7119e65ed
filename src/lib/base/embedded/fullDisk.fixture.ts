import { existsSync, fstatSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFiles, NO_SPACE, type HandedOn } from './databaseFiles.server.ts';
import type { DiskRoom } from './diskRoom.server.ts';

const MEGABYTE = 1024 * 1024;

/** A disk on which `left` bytes are free, and what the reserve takes when that is given up. */
export class SmallDisk {
	left = Infinity;
	readonly reserve: string;

	constructor(dataDir: string) {
		this.reserve = join(dataDir, 'room.reserve');
	}

	readonly free = (): number => this.left + (existsSync(this.reserve) ? 0 : 32 * MEGABYTE);

	readonly filesIn = (folder: string, room: DiskRoom): DatabaseFiles => {
		const { free } = this;
		const take = (bytes: number) => (this.left -= bytes);
		return new (class extends DatabaseFiles {
			protected override adapt(files: HandedOn): void {
				const { write } = files.stream_ops;
				files.stream_ops.write = (stream, heap, offset, length, position) => {
					const size = stream.nfd === undefined ? Infinity : fstatSync(stream.nfd).size;
					const growth = Math.max(0, position + length - size);
					if (growth > free()) throw new files.ErrnoError(NO_SPACE);
					take(growth);
					return write(stream, heap, offset, length, position);
				};
				super.adapt(files);
			}
		})(folder, room);
	};
}
