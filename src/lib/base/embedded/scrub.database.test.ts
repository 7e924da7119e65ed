import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyClient } from '../database/supabase.server';
import { bootEmbedded, type PgliteBackend } from './index.server.ts';

/** What nobody may find once their owner has left; each as it stands in the database. */
const TRACES = [
	'kanarie-oud@weg.example',
	'kanarie-nieuw@weg.example',
	'Kanarie Verdwenen',
	'Een bericht van de kanarie.',
	'Over de kanarie.'
];
const PASSWORD = 'vier woorden op een rij';

let folder: string;
let embedded: PgliteBackend;

beforeAll(async () => {
	process.env.LITE_AUTH_BCRYPT_COST = '4';
	folder = await mkdtemp(join(tmpdir(), 'scrub-'));
	embedded = await bootEmbedded({ dataDir: join(folder, 'data'), exampleData: true });
});
afterAll(async () => {
	await embedded.close();
	await rm(folder, { recursive: true });
});

const query = <T>(sql: string, parameters: unknown[] = []) =>
	embedded.exclusively(async (db) => (await db.query<T>(sql, parameters)).rows);

/** @returns which traces stand in which files, log of changes included */
async function found(): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const hits = await Promise.all(
		entries
			.filter((entry) => entry.isFile())
			.map(async (entry) => {
				const contents = await readFile(join(entry.parentPath, entry.name));
				return TRACES.filter((trace) => contents.includes(trace)).map((trace) => `${trace} in ${entry.name}`);
			})
	);
	return hits.flat();
}

/** Registers, proves the address, writes to us, takes another address, writes again. */
async function arrive() {
	const [oldAddress = '', newAddress = '', name = ''] = TRACES;
	const client = createKeyClient(embedded, embedded.publishableKey);
	const [government] = await query<{ id: string }>('select id from public.local_government limit 1');
	const { data } = await client.auth.signUp({
		email: oldAddress,
		password: PASSWORD,
		options: {
			data: {
				full_name: name,
				job_title: 'Medewerker',
				position: 'staff',
				local_government_id: government?.id,
				motivation: 'Over de kanarie.',
				locale: 'nl',
				consent_version: '2026-11-21'
			}
		}
	});
	const id = data.user?.id ?? '';
	const [{ confirmation_token: token } = { confirmation_token: '' }] = await query<{
		confirmation_token: string;
	}>('select confirmation_token from auth.users where id = $1', [id]);
	await client.auth.verifyOtp({ token_hash: token, type: 'signup' });
	await query(
		`insert into public.contact_message (name, email, message, locale) values ('Iemand', $1, 'Een bericht van de kanarie.', 'nl')`,
		[oldAddress]
	);
	await query(
		`insert into public.desk_report (desk_id, topic, message, email, locale)
		select id, 'hours', 'De deur was dicht.', $1, 'nl' from public.volunteer_desk limit 1`,
		[oldAddress]
	);
	await query(`select private.permit_auth_change($1, 'email')`, [id]);
	await query('update auth.users set email = $2 where id = $1', [id, newAddress]);
	await query(`update public.profile set bio = 'Over de kanarie.' where id = $1`, [id]);
	return client;
}

describe('what somebody leaves behind', () => {
	it('is in no file of the data folder once it was scrubbed, nor in the log of changes', async () => {
		const client = await arrive();
		expect(await found()).not.toEqual([]);
		expect((await client.rpc('leave_account')).error).toBeNull();
		// As when its last mail was sent, and a report had its time.
		await query(`delete from public.email_outbox`);
		embedded.mailbox.empty();
		await embedded.scrub?.();
		expect(await found()).toEqual([]);
	});

	it('leaves everything else as it was, and the next run too', async () => {
		const count = `select count(*)::integer as n from public.volunteer_desk`;
		const before = await query(count);
		await Promise.all([embedded.scrub?.(), embedded.scrub?.(), query(count)]);
		expect(await query(count)).toEqual(before);
		const log = await readdir(join(folder, 'data', 'postgres', 'pg_wal'));
		expect(log.filter((name) => /^[0-9A-F]{24}$/.test(name))).toHaveLength(1);
	});
});
