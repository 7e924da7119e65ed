import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Change = (path: string, mode: number) => void;

/** What the embedded backend makes in its folder. The folder itself may hold other things. */
export const OURS = [
	'postgres',
	'postgres.preparing',
	'keys.json',
	'keys.json.new',
	'lock.db',
	'lock.db-journal',
	'lock.pid',
	'room.reserve'
] as const;

/**
 * Makes the data folder readable by its owner only, whoever made it and whatever was copied into it.
 * @returns what to tell when others can read it all the same, in Dutch and English: on a disk that knows no owners, or where
 *   somebody else owns it
 */
export function closeToOthers(dataDir: string, change: Change = chmodSync): string | undefined {
	const closed = [
		isClosed(dataDir, change),
		...OURS.map((name) => isTreeClosed(join(dataDir, name), change))
	].every(Boolean);
	// Windows keeps who may read what elsewhere.
	if (closed || process.platform === 'win32') return undefined;
	const folder = resolve(dataDir);
	return (
		`Let op: andere gebruikers van deze machine kunnen de gegevensmap ${folder} lezen. Zet ze op een schijf en op naam van ` +
		'een gebruiker die dat kunnen beletten. / ' +
		`Warning: other users of this machine can read the data folder ${folder}. Put it on a disk, and in the name of a user, ` +
		'that can prevent it.'
	);
}

function isTreeClosed(path: string, change: Change): boolean {
	const found = lstatSync(path, { throwIfNoEntry: false });
	// What a link leads to is not ours to change.
	if (!found || found.isSymbolicLink()) return true;
	const closed = isClosed(path, change);
	if (!found.isDirectory()) return closed;
	return readdirSync(path).reduce((all, name) => isTreeClosed(join(path, name), change) && all, closed);
}

function isClosed(path: string, change: Change): boolean {
	const { mode } = lstatSync(path);
	if ((mode & 0o077) === 0) return true;
	try {
		change(path, mode & 0o700);
	} catch {
		// Somebody else's.
	}
	return (lstatSync(path).mode & 0o077) === 0;
}
