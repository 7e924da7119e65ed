import { bootForTests } from '../../../src/lib/base/embedded/embedded.fixture.ts';
import type { BackendUnderTest, Kind } from './backend.ts';
import { linksInOutbox } from './outboxLinks.ts';

/** The embedded backend as the site has it: inside this process, or on the PostgreSQL server that `DATABASE_URL` names. */
export const inProcess: Kind = {
	name: process.env.DATABASE_URL ? 'the embedded backend on PostgreSQL' : 'the embedded backend in process',
	abilities: new Set([
		'database',
		'mail',
		'signing',
		// PGlite has one session: there requests never meet.
		...(process.env.DATABASE_URL ? (['meeting'] as const) : [])
	]),
	async open() {
		const embedded = await bootForTests({ exampleData: false });
		const exclusively: BackendUnderTest['exclusively'] = (work) =>
			embedded.exclusively((db) =>
				work(async <Row>(sql: string, parameters: unknown[] = []) => {
					return (await db.query<Row>(sql, parameters)).rows;
				})
			);
		return { ...embedded, exclusively, links: (to) => exclusively((ask) => linksInOutbox(ask, to)) };
	}
};
