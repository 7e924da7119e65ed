import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface Invocation {
	/** Names of stages; none for all. */
	names: string[];
	/** Of the random order in which everything runs; undefined for the order of the files. */
	seed: number | undefined;
	/** Only what the changes since the last commit can break. */
	changed: boolean;
	/** Which part of the browser tests, such as `1/2`. */
	shard: string | undefined;
}

/**
 * @param args behind `npm test --`
 * @throws Error with what is wrong
 */
export function readInvocation(args: readonly string[]): Invocation {
	const { values, positionals } = parseArgs({
		// "--shuffle" alone and "--shuffle=7" are both fine; the parser takes one or the other.
		args: args.map((arg) => (arg === '--shuffle' ? `--shuffle=${randomInt(1, 2 ** 31 - 1)}` : arg)),
		allowPositionals: true,
		options: {
			shuffle: { type: 'string' },
			changed: { type: 'boolean', default: false },
			shard: { type: 'string' }
		}
	});
	const { shuffle, changed, shard } = values;
	if (shuffle !== undefined && !/^\d{1,10}$/.test(shuffle)) {
		throw new Error('--shuffle= vraagt een getal, zoals --shuffle=7.');
	}
	if (shard !== undefined && !/^[1-9]\d*\/[1-9]\d*$/.test(shard)) {
		throw new Error('--shard vraagt welk deel van hoeveel, zoals --shard=1/2.');
	}
	return { names: positionals, seed: shuffle === undefined ? undefined : Number(shuffle), changed, shard };
}
