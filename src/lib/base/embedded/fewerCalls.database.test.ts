import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeFewerCalls } from './fewerCalls.server.ts';

let db: PGlite;
const asked: string[] = [];

beforeAll(async () => {
	db = await PGlite.create();
	await db.exec('create role anon nologin');
	const { query, exec } = db;
	vi.spyOn(db, 'query').mockImplementation((...call) => (asked.push(call[0]), query.apply(db, call)));
	vi.spyOn(db, 'exec').mockImplementation((...call) => (asked.push(call[0]), exec.apply(db, call)));
	makeFewerCalls(db);
});
afterEach(() => {
	asked.length = 0;
});
afterAll(() => db.close());

/** As `@supabase/lite` begins a request. */
async function begin(claims: string): Promise<void> {
	await db.query('BEGIN');
	await db.query(`SELECT set_config('request.jwt.claim.sub', $1, true)`, ['somebody']);
	await db.query('SET LOCAL ROLE "anon"');
	await db.query(`SELECT set_config('request.jwt.claims', $1, true)`, [claims]);
}
const WHO = `select current_user::text as who, nullif(current_setting('request.jwt.claims', true), '') as claims`;

describe('a request to PGlite', () => {
	it('sets everything at once, right before what it asks', async () => {
		await begin('{}');
		await db.query(WHO);
		await db.query('COMMIT');
		expect(asked).toEqual([
			'BEGIN',
			`select set_config('request.jwt.claim.sub', $1, true), set_config('role', $2, true), set_config('request.jwt.claims', $3, true)`,
			WHO,
			'COMMIT'
		]);
	});

	it('has the role and the claims that were set, whatever is in them', async () => {
		const claims = String.raw`{"name": "O'Neill \\ \" $1 --"}`;
		await begin(claims);
		expect((await db.query(WHO)).rows).toEqual([{ who: 'anon', claims }]);
		await db.query('COMMIT');
	});

	it.each(['COMMIT', 'ROLLBACK'])('leaves nothing to the next after %s', async (end) => {
		await begin('{"of": "the first"}');
		await db.query('select 1');
		await db.query(end);
		expect((await db.query(WHO)).rows).toEqual([{ who: 'postgres', claims: null }]);
	});

	it('that asks nothing leaves nothing to the next', async () => {
		await begin('{"of": "the first"}');
		await db.query('ROLLBACK');
		expect((await db.query(WHO)).rows).toEqual([{ who: 'postgres', claims: null }]);
	});

	it('that is refused leaves nothing to the next', async () => {
		await begin('{"of": "the first"}');
		await expect(db.query('select 1 / 0')).rejects.toThrow('division by zero');
		await db.query('ROLLBACK');
		expect((await db.query(WHO)).rows).toEqual([{ who: 'postgres', claims: null }]);
	});

	it('has its role in several statements at once', async () => {
		await begin('{}');
		await db.exec('create temp table seen as select current_user::text as who');
		await db.query('RESET ROLE');
		expect((await db.query('select who from seen')).rows).toEqual([{ who: 'anon' }]);
		await db.query('ROLLBACK');
	});
});
