import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Part, Plan } from './plan.ts';

/**
 * A file that is not whole yet, beside the one that it becomes, and a list of the parts that stand in it. Whatever ends the command in
 * between, the next one goes on from that list, if it makes the same of the same map.
 */
export class Partial {
	readonly path: string;
	/** Parts that were there already. */
	readonly resumed: ReadonlySet<number>;
	readonly #target: string;
	readonly #file: FileHandle;
	readonly #list: FileHandle;

	private constructor(target: string, file: FileHandle, list: FileHandle, resumed: ReadonlySet<number>) {
		this.#target = target;
		this.#file = file;
		this.#list = list;
		this.path = partialOf(target);
		this.resumed = resumed;
	}

	static async open(target: string, plan: Plan): Promise<Partial> {
		const [path, listPath] = [partialOf(target), listOf(target)];
		const key = keyOf(plan);
		const [told, ...lines] = (await readFile(listPath, 'utf8').catch(() => '')).split('\n');
		// The last line is whole only with its end.
		const done = new Set(lines.slice(0, -1).map(Number));
		const isOurs = told === key && (await fits(path, plan));
		if (isOurs) return new Partial(target, await open(path, 'r+'), await open(listPath, 'a'), done);
		await rm(listPath, { force: true });
		const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC);
		await file.truncate(plan.beginning.length + plan.dataLength);
		await file.write(plan.beginning, 0, plan.beginning.length, 0);
		await file.datasync();
		const list = await open(listPath, 'a');
		await list.write(`${key}\n`);
		return new Partial(target, file, list, new Set());
	}

	/** Noted only once it stands on the disk. @param bytes of all of the part */
	async write(number: number, { from, holds }: Part, bytes: Buffer, { beginning }: Plan): Promise<void> {
		for (const piece of holds) {
			const content = bytes.subarray(piece.from - from, piece.to - from);
			await this.#file.write(content, 0, content.length, beginning.length + piece.at);
		}
		await this.#file.datasync();
		await this.#list.write(`${number}\n`);
	}

	/** It is whole: from here on it stands at its place. */
	async finish(): Promise<void> {
		await this.#file.sync();
		await this.close();
		await rename(this.path, this.#target);
		const folder = await open(dirname(this.#target));
		// Not every system lets a folder be written out.
		await folder.sync().catch(() => undefined);
		await folder.close();
		await rm(listOf(this.#target), { force: true });
	}

	async close(): Promise<void> {
		await Promise.all([this.#file.close(), this.#list.close()]);
	}

	/** What stands in it is not what it should be: the next time it is begun anew. */
	async discard(): Promise<void> {
		await this.close();
		await Promise.all([this.path, listOf(this.#target)].map((path) => rm(path, { force: true })));
	}
}

const partialOf = (target: string) => `${target}.partial`;
const listOf = (target: string) => `${target}.partial.done`;

/** Stands for all that decides where what comes to stand. */
function keyOf({ cut, beginning, parts }: Plan): string {
	const hash = createHash('sha256').update(JSON.stringify(cut)).update(beginning);
	for (const { from, to } of parts) hash.update(`${from}-${to} `);
	return hash.digest('hex');
}

async function fits(path: string, { beginning, dataLength }: Plan): Promise<boolean> {
	const file = await open(path).catch(() => undefined);
	if (!file) return false;
	const { size } = await file.stat();
	await file.close();
	return size === beginning.length + dataLength;
}
