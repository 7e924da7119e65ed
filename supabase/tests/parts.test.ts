import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { DESK_PARTS, GOVERNMENT_PARTS, SUBJECTS } from '../../src/lib/editing/content.ts';

/** What editors keep and is no part of a form: whether a desk is on the site. */
const BESIDE = { desk: ['published'], government: [] } as const;
const PARTS = { desk: Object.values(DESK_PARTS), government: Object.values(GOVERNMENT_PARTS) };

let embedded: Embedded;
beforeAll(async () => {
	embedded = await bootForTests({ exampleData: false });
});
afterAll(() => embedded.close());

const column = (sql: string, parameters: unknown[] = []): Promise<unknown[]> =>
	embedded.exclusively(async (db) =>
		(await db.query<{ value: unknown }>(sql, parameters)).rows.map(({ value }) => value)
	);

describe('what editors keep', () => {
	it('is of the same subjects in the database', async () => {
		expect(await column('select subject as value from private.edited_subject')).toEqual([...SUBJECTS]);
	});

	it.each(SUBJECTS)('has the same columns in the database: %s', async (subject) => {
		const columns = await column('select unnest(private.content_columns($1)) as value', [subject]);
		expect(columns.toSorted()).toEqual([...PARTS[subject].flat(), ...BESIDE[subject]].toSorted());
	});

	it.each(SUBJECTS)('is chosen in the same parts in the database: %s', async (subject) => {
		const parts = await column(
			`select array_agg(name order by name) as value from unnest(private.content_columns($1)) as name
			where name <> all ($2) group by private.part_of(name) order by 1`,
			[subject, BESIDE[subject]]
		);
		expect(parts).toEqual(PARTS[subject].map((part) => part.toSorted()).toSorted());
	});
});
