import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the embedded backend makes in its folder. The folder itself may hold other things. */
export const OURS = [
	'postgres',
	'postgres.preparing',
	'keys.json',
	'keys.json.new',
	'lock.db',
	'lock.pid',
	'room.reserve'
] as const;

/**
 * Makes the data folder readable by its owner only, whoever made it and whatever was copied into it.
 * @returns what to tell when others can read it all the same, in Dutch and English: on a disk that knows no owners, or where
 *   somebody else owns it
 */
export function closeToOthers(dataDir: string): string | undefined {
	const open = [!isClosed(dataDir), ...OURS.map((name) => !isTreeClosed(join(dataDir, name)))].some(Boolean);
	// Windows keeps who may read what elsewhere.
	if (!open || process.platform === 'win32') return undefined;
	const folder = resolve(dataDir);
	return (
		`Let op: andere gebruikers van deze machine kunnen de gegevensmap ${folder} lezen. Zet ze op een schijf en op naam van ` +
		'een gebruiker die dat kunnen beletten. / ' +
		`Warning: other users of this machine can read the data folder ${folder}. Put it on a disk, and in the name of a user, ` +
		'that can prevent it.'
	);
}

function isTreeClosed(path: string): boolean {
	const found = lstatSync(path, { throwIfNoEntry: false });
	// What a link leads to is not ours to change.
	if (!found || found.isSymbolicLink()) return true;
	const closed = isClosed(path);
	if (!found.isDirectory()) return closed;
	return readdirSync(path).reduce((all, name) => isTreeClosed(join(path, name)) && all, closed);
}

function isClosed(path: string): boolean {
	const { mode } = lstatSync(path);
	if ((mode & 0o077) === 0) return true;
	try {
		chmodSync(path, mode & 0o700);
	} catch {
		// Somebody else's.
	}
	return (lstatSync(path).mode & 0o077) === 0;
}
