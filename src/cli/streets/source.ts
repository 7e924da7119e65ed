/** One build of a map: what is read now and what is read tomorrow is of the same file, or is refused. */
export interface Source {
	/** Without what an address may hold of a person: no account, no query, no folder of this machine. */
	name: string;
	/** Tells this file from any other at the same place; null where the server says nothing of that. */
	tag: string | null;
	/** Bytes. */
	length: number;
	/**
	 * @param onbytes told how many came, while they come
	 * @throws ExtractError when they do not come, or of another file
	 */
	read(offset: number, length: number, onbytes?: (count: number) => void): Promise<Buffer>;
	close(): Promise<void>;
}
