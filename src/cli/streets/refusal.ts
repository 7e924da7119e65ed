/** What stands in the way of a map of streets, so that a script can tell which: the codes that `npm run map:extract` ends with. */
export const EXIT_CODES = {
	usage: 2,
	/** No such address or file. */
	address: 3,
	/** The server gives whole files only. */
	ranges: 4,
	/** It is no PMTiles file of version 3. */
	format: 5,
	/** Its tiles are pictures, or of a kind that the map does not read. */
	vector: 6,
	/** Its tiles name things otherwise than the map knows. */
	schema: 7,
	disk: 8,
	/** Another file stands at the address than at the beginning. */
	changed: 9,
	/** The connection stayed away; to be gone on with later. */
	connection: 10,
	/** What was written is not what it should be. */
	damaged: 11,
	/** Nothing of Flanders and Brussels is in it. */
	elsewhere: 12
} as const;
export type Reason = keyof typeof EXIT_CODES;

/** A reason not to go on, told in Dutch and English. */
export class ExtractError extends Error {
	override name = 'ExtractError';
	readonly reason: Reason;

	constructor(reason: Reason, dutch: string, english: string) {
		super(`${dutch} / ${english}`);
		this.reason = reason;
	}

	get exitCode(): number {
		return EXIT_CODES[this.reason];
	}
}

const DISK_CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A disk that is full, told so; anything else as it is. */
export function diskRefusal(error: unknown): unknown {
	if (!(error instanceof Error && 'code' in error && DISK_CODES.has(String(error.code)))) return error;
	return new ExtractError(
		'disk',
		'De schijf is vol. Maak plaats en geef hetzelfde commando opnieuw: het gaat verder waar het stopte.',
		'The disk is full. Make room and give the same command again: it goes on where it stopped.'
	);
}
