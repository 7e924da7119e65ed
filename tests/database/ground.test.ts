import { describe, expect, it } from 'vitest';
import { useDatabase } from './useDatabase.ts';

const embedded = useDatabase({ exampleData: true });

const rows = <T>(sql: string): Promise<T[]> =>
	embedded.exclusively(async (db) => (await db.query<T>(sql)).rows);
const print = async () => {
	const [one] = await rows<{ print: string }>(`
		select md5(concat(
			(select string_agg(d::text, '|' order by id) from public.volunteer_desk as d),
			(select string_agg(r::text, '|' order by id) from public.directory_revision as r),
			(select string_agg(u::text, '|' order by id) from auth.users as u),
			(select string_agg(p::text, '|' order by id) from public.profile as p),
			(select string_agg(l::text, '|' order by key) from private.rate_limit as l)
		)) as print`);
	return one?.print;
};
const prints = new Set<string | undefined>();

describe('each test', () => {
	it.each([
		['adds a row', `insert into private.rate_limit (key, window_start) values ('x', now())`],
		['changes a row', `update public.volunteer_desk set name = name || '!' where published`],
		['takes rows away', 'delete from public.volunteer_desk'],
		['takes away somebody with all that hangs on them', 'delete from auth.users'],
		['empties a table', 'truncate public.volunteer_desk cascade']
	])('that %s meets what the one before it met', async (_, sql) => {
		prints.add(await print());
		const [number] = await rows<{ next: number }>(
			`select nextval(pg_get_serial_sequence('public.directory_revision', 'id'))::integer as next`
		);
		prints.add(String(number?.next));
		await rows(sql);
		expect(prints.size).toBe(2);
	});

	it('finds a higher version of the directory, so that no copy of an earlier test counts', async () => {
		const version = () => rows<{ version: number }>('select version::integer from public.directory_version');
		const [before] = await version();
		await rows(`update public.volunteer_desk set name = name || '!'`);
		await embedded.exclusively((db) => db.exec('select ground.restore(1)'));
		const [after] = await version();
		expect(after?.version).toBeGreaterThan((before?.version ?? 0) + 1);
	});

	it('may not leave another structure behind, and may put back what it changed of it', async () => {
		const restore = () => embedded.exclusively((db) => db.exec('select ground.restore(1)'));
		await embedded.exclusively((db) => db.exec('alter table public.volunteer_desk disable trigger user'));
		await embedded.exclusively((db) => db.exec('alter table public.volunteer_desk enable trigger user'));
		await restore();
		await embedded.exclusively((db) =>
			db.exec('create function public.left_behind() returns void language sql as $$$$')
		);
		await expect(restore()).rejects.toThrow(/more: function left_behind/);
		await embedded.exclusively((db) => db.exec('drop function public.left_behind()'));
		await embedded.exclusively((db) => db.exec('alter table auth.users add left_behind integer'));
		await expect(restore()).rejects.toThrow(/more: column auth.users left_behind/);
		await embedded.exclusively((db) => db.exec('alter table auth.users drop column left_behind'));
		await restore();
	});
});
