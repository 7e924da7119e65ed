import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../database.types.ts';
import { bootPgliteForTests } from './forTests.ts';
import type { PgliteBackend } from './index.ts';
import { openPostgresPort } from './socket.ts';

let embedded: PgliteBackend;

beforeAll(async () => {
	embedded = await bootPgliteForTests();
});
afterAll(() => embedded.close());

function client(key: 'publishableKey' | 'secretKey') {
	return createClient<Database>(embedded.url, embedded[key], {
		global: { fetch: embedded.fetch },
		auth: { persistSession: false, autoRefreshToken: false }
	});
}

describe('the Data API', () => {
	it('gives visitors the directory, with timestamps as hosted Supabase writes them', async () => {
		const { data } = await client('publishableKey').from('directory_version').select('changed_at').single();
		expect(data?.changed_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
	});

	it('keeps the column privileges of the migrations', async () => {
		const { error, status } = await client('publishableKey')
			.from('local_government')
			.select('email_domains')
			.limit(1);
		expect([status, error?.code]).toEqual([401, '42501']);
	});

	it('refuses a request without a key', async () => {
		const response = await embedded.fetch(`${embedded.url}/rest/v1/contact_message`);
		expect(response.status).toBe(401);
	});

	it('never mixes the roles of requests that arrive together', async () => {
		const [visitor, server] = [client('publishableKey'), client('secretKey')];
		const answers = await Promise.all(
			Array.from({ length: 30 }, (_, turn) =>
				(turn % 2 ? visitor : server)
					.from('contact_message')
					.select('id')
					.then(({ status }) => status)
			)
		);
		expect(answers).toEqual(Array.from({ length: 30 }, (_, turn) => (turn % 2 ? 401 : 200)));
	});

	it('answers 400 with the reason when a constraint refuses, and keeps that off the console', async () => {
		const print = vi.spyOn(console, 'error').mockImplementation(() => {});
		const { error, status } = await client('secretKey').rpc('submit_contact_message', {
			p_name: 'Iemand',
			p_email: 'geen adres',
			p_message: 'Een bericht dat lang genoeg is.',
			p_locale: 'nl',
			p_sender_key: 'constraint'
		});
		expect([status, error?.code]).toEqual([400, '23514']);
		expect(print).not.toHaveBeenCalled();
		print.mockRestore();
	});
});

describe('Auth', () => {
	it('lets nobody sign in before the address is confirmed, and mails how', async () => {
		const { auth } = client('publishableKey');
		const government = await client('publishableKey').from('local_government').select('id').limit(1).single();
		const account = {
			email: 'nieuw@voorbeeld.example',
			password: 'een lang genoeg wachtwoord 1'
		};
		const profile = {
			full_name: 'Noor Voorbeeld',
			job_title: 'Vrijwilligerscoördinator',
			position: 'staff',
			local_government_id: government.data?.id,
			locale: 'nl',
			consent_version: '2026-11-21'
		};
		expect((await auth.signUp({ ...account, options: { data: profile } })).data.session).toBeNull();
		expect((await auth.signInWithPassword(account)).error?.code).toBe('email_not_confirmed');
		const [mail] = embedded.mailbox.mails(account.email);
		const [, token_hash = ''] = /token_hash=(\w+)&type=signup/.exec(mail?.text ?? '') ?? [];
		const confirmed = await auth.verifyOtp({ token_hash, type: 'signup' });
		expect(confirmed.data.session?.user.email).toBe(account.email);
	});
});

describe('the Postgres port', () => {
	it('keeps requests out of a transaction that a client has open', async () => {
		const port = await openPostgresPort(embedded, 0);
		const sql = postgres(port.url, { max: 1 });
		let answered = false;
		let request: Promise<unknown> = Promise.resolve();
		await sql.begin(async (tx) => {
			await tx`set local role anon`;
			request = Promise.resolve(client('secretKey').from('contact_message').select('id')).then(
				({ status }) => {
					answered = true;
					expect(status).toBe(200);
				}
			);
			const [row] = await tx`select current_user as role`;
			expect([row?.role, answered]).toEqual(['anon', false]);
		});
		await request;
		await sql.end();
		await port.close();
	});

	it('says so when the port is taken', async () => {
		const first = await openPostgresPort(embedded, 0);
		await expect(openPostgresPort(embedded, first.port)).rejects.toThrow(/EADDRINUSE/);
		await first.close();
	});
});
