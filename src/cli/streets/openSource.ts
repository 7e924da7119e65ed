import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { openHttp, type Patience } from './httpSource.ts';
import { ExtractError } from './refusal.ts';
import type { Source } from './source.ts';

/**
 * @param address of a PMTiles file: http(s), or a path on this machine
 * @throws ExtractError when it cannot be read in parts
 */
export async function openSource(address: string, patience?: Patience): Promise<Source> {
	if (/^https?:/i.test(address)) return openHttp(address, patience);
	let file: FileHandle;
	try {
		file = await open(address);
	} catch {
		throw new ExtractError('address', `Er is geen bestand ${address}.`, `There is no file ${address}.`);
	}
	const { size, mtimeMs } = await file.stat();
	return {
		name: basename(address),
		tag: `${size}-${mtimeMs}`,
		length: size,
		read: async (offset, length, onbytes) => {
			const bytes = Buffer.alloc(length);
			const { bytesRead } = await file.read(bytes, 0, length, offset);
			if (bytesRead < length) throw cutOff(address);
			onbytes?.(bytesRead);
			return bytes;
		},
		close: () => file.close()
	};
}

const cutOff = (address: string): ExtractError =>
	new ExtractError(
		'format',
		`${address} is afgebroken: het bestand is korter dan het zelf zegt.`,
		`${address} is cut off: the file is shorter than it says itself.`
	);
