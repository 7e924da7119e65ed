import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the data folder. The message is for the person at the terminal, in Dutch and English. */
export class DataDirLockedError extends Error {
	override name = 'DataDirLockedError';
	readonly pid: number | undefined;

	constructor(dataDir: string, pid: number | undefined) {
		const who =
			pid === undefined ? ['een ander proces', 'another process'] : [`proces ${pid}`, `process ${pid}`];
		super(
			`De gegevensmap ${dataDir} is in gebruik door ${who[0]}. Stop dat eerst, of kies een andere map met DATA_DIR. / ` +
				`The data folder ${dataDir} is in use by ${who[1]}. Stop it first, or choose another folder with DATA_DIR.`
		);
		this.pid = pid;
	}
}

/**
 * Takes the data folder for this process. The lock is one that the operating system holds on an (empty) SQLite file,
 * so that a crash leaves nothing to clean up; the file beside it only tells who holds it.
 * @returns how to give the folder back
 * @throws DataDirLockedError when another process, or another part of this one, has it
 */
export function lockDataDir(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const pidFile = join(dataDir, 'lock.pid');
	const lock = new DatabaseSync(join(dataDir, 'lock.db'), { timeout: 0 });
	try {
		lock.exec('begin exclusive');
	} catch (error) {
		lock.close();
		if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
		throw new DataDirLockedError(resolve(dataDir), readPid(pidFile));
	}
	writeFileSync(pidFile, `${process.pid}\n`);
	return () => {
		if (lock.isOpen) lock.close();
	};
}

function readPid(pidFile: string): number | undefined {
	try {
		const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
		return Number.isSafeInteger(pid) ? pid : undefined;
	} catch {
		return undefined;
	}
}
