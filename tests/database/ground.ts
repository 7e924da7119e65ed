/** The rows of a test database, put back between tests. Works over any session as the owner: in process or by the port. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What both PGlite and a connection to a Postgres port can do. */
export interface Session {
	/** Several statements, without parameters. @returns the rows of the last one, as a list or by statement */
	run(sql: string): Promise<unknown>;
}

/** How a database was when it was made, and what the setup of a file made of it. */
export type Level = 'made' | 'setUp';
const LEVELS: Readonly<Record<Level, number>> = { made: 0, setUp: 1 };

const SQL = await readFile(join(import.meta.dirname, 'ground.sql'), 'utf8');

/** Once for each database, before anybody writes to it. */
export const layGround = ({ run }: Session): Promise<unknown> =>
	run(`begin; ${SQL}; commit; ${keep('made')}`);

/** Remembers the rows as they are now. */
export const keepGround = ({ run }: Session, level: Level): Promise<unknown> => run(keep(level));

/** Puts back the rows that changed since. Nobody else may be writing. */
export const restoreGround = ({ run }: Session, level: Level): Promise<unknown> =>
	run(`select ground.restore(${LEVELS[level]})`);

function keep(level: Level): string {
	return `select ground.keep(${LEVELS[level]})`;
}
