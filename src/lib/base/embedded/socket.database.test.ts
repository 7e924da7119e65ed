import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.types.ts';
import { bootPgliteForTests } from './embedded.fixture.ts';
import type { PgliteBackend } from './index.server.ts';
import { openPostgresPort } from './socket.server.ts';

let embedded: PgliteBackend;

beforeAll(async () => {
	embedded = await bootPgliteForTests();
}, 60_000);
afterAll(() => embedded.close());

const server = () =>
	createClient<Database>(embedded.url, embedded.secretKey, {
		global: { fetch: embedded.fetch },
		auth: { persistSession: false, autoRefreshToken: false }
	});

describe('the Postgres port', () => {
	it('keeps requests out of a transaction that a client has open', async () => {
		const port = await openPostgresPort(embedded, 0);
		const sql = postgres(port.url, { max: 1 });
		let answered = false;
		let request: Promise<unknown> = Promise.resolve();
		await sql.begin(async (tx) => {
			await tx`set local role anon`;
			request = Promise.resolve(server().from('contact_message').select('id')).then(({ status }) => {
				answered = true;
				expect(status).toBe(200);
			});
			const [row] = await tx`select current_user as role`;
			expect([row?.role, answered]).toEqual(['anon', false]);
		});
		await request;
		await sql.end();
		await port.close();
	}, 20_000);

	it('says so when the port is taken', async () => {
		const first = await openPostgresPort(embedded, 0);
		await expect(openPostgresPort(embedded, first.port)).rejects.toThrow(/EADDRINUSE/);
		await first.close();
	});
});
