import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../base/embedded/database.server.ts';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { WAITING_ACCOUNTS } from '$lib/domain/account/retention';
import { keepUp, keepUpDaily } from './daily.server';

const embedded = useDatabase({ exampleData: false });
let server: TypedClient;
const log: string[] = [];

beforeAll(async () => {
	server = createKeyClient(embedded, embedded.secretKey);
});

/** Somebody who registered that long ago, as Auth writes it. */
async function registered(email: string, ago: string, more: { confirmed: boolean; status: string }) {
	await embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ id: string }>(
			`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
			values (gen_random_uuid(), $1, case when $2 then now() - $3::interval end, $4::jsonb)
			returning id`,
			[
				email,
				more.confirmed,
				ago,
				JSON.stringify({
					full_name: email,
					job_title: 'Medewerker',
					position: 'staff',
					local_government_id: await aGovernment(db),
					consent_version: '2026-11-21'
				})
			]
		);
		await db.query(
			`update public.profile
			set status = $2, created_at = now() - $3::interval, status_changed_at = now() - $3::interval
			where id = $1`,
			[rows[0]?.id, more.status, ago]
		);
	});
}

async function aGovernment(db: Database): Promise<string | undefined> {
	const { rows } = await db.query<{ id: string }>(
		`select g.id from public.local_government g join public.municipality m using (nis_code)
		where m.valid_to is null limit 1`
	);
	return rows[0]?.id;
}

const addresses = () =>
	embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ email: string }>('select email from auth.users order by email');
		return rows.map(({ email }) => email);
	});

afterEach(() => void vi.useRealTimers());

describe('the daily upkeep', () => {
	it('takes away requests never confirmed after 30 days and rejected ones after a year, and nothing else', async () => {
		await registered('onbevestigd-29@voorbeeld.example', '29 days', { confirmed: false, status: 'pending' });
		await registered('onbevestigd-31@voorbeeld.example', '31 days', { confirmed: false, status: 'pending' });
		// What waits and is suspended is told first.
		await registered('wacht-lang@voorbeeld.example', '400 days', { confirmed: true, status: 'pending' });
		await registered('geschorst@voorbeeld.example', '400 days', { confirmed: true, status: 'suspended' });
		await registered('geweigerd-364@voorbeeld.example', '364 days', { confirmed: true, status: 'rejected' });
		await registered('geweigerd-367@voorbeeld.example', '367 days', { confirmed: true, status: 'rejected' });
		await registered('lid@voorbeeld.example', '900 days', { confirmed: true, status: 'approved' });

		await keepUp(
			() => server,
			(line) => log.push(line)
		);

		expect(await addresses()).toEqual([
			'geschorst@voorbeeld.example',
			'geweigerd-364@voorbeeld.example',
			'lid@voorbeeld.example',
			'onbevestigd-29@voorbeeld.example',
			'wacht-lang@voorbeeld.example'
		]);
		expect(log).toEqual([]);
	});

	it('ends what nobody decides about after two mails, and not before', async () => {
		await registered('wacht@voorbeeld.example', '151 days', { confirmed: true, status: 'pending' });
		await registered('geschorst@voorbeeld.example', '336 days', { confirmed: true, status: 'suspended' });
		await registered('wacht-nog@voorbeeld.example', '20 days', { confirmed: true, status: 'pending' });
		const later = (days: number) =>
			embedded.exclusively((db) =>
				db.exec(`update private.ending_account set told_at = told_at - interval '${days} days'`)
			);
		const mails = () =>
			embedded.exclusively(async (db) => {
				const { rows } = await db.query<{ n: number }>(
					`select count(*)::integer as n from public.email_outbox where template = 'account_ends'`
				);
				return rows[0]?.n;
			});
		const keep = () =>
			keepUp(
				() => server,
				(line) => log.push(line)
			);
		await keep();
		expect(await mails()).toBe(2);
		await later(WAITING_ACCOUNTS.firstNoticeDays - WAITING_ACCOUNTS.lastNoticeDays);
		await keep();
		expect(await mails()).toBe(4);
		expect(await addresses()).toHaveLength(3);
		await later(WAITING_ACCOUNTS.lastNoticeDays);
		await keep();
		expect(await addresses()).toEqual(['wacht-nog@voorbeeld.example']);
		expect(log).toEqual([]);
	});

	it('counts the municipalities of this month, once however often it runs', async () => {
		const keep = () =>
			keepUp(
				() => server,
				(line) => log.push(line)
			);
		await keep();
		await keep();
		const rows = await embedded.exclusively(
			async (db) =>
				(
					await db.query<{ provinces: number; municipalities: number; months: number }>(
						`select count(*)::integer as provinces, sum(municipalities)::integer as municipalities,
							count(distinct month)::integer as months
						from public.coverage_snapshot`
					)
				).rows
		);
		expect(rows).toEqual([{ provinces: 6, municipalities: 304, months: 1 }]);
		expect(log).toEqual([]);
	});

	it('goes on with the next task when one fails, and says which failed', async () => {
		const calls: string[] = [];
		const failing: typeof fetch = async (input, init) => {
			const request = new Request(input, init);
			calls.push(new URL(request.url).pathname.split('/').at(-1) ?? '');
			if (calls.length === 1) throw new TypeError('fetch failed');
			return embedded.fetch(request);
		};
		const lines: string[] = [];
		const client = createKeyClient({ ...embedded, fetch: failing }, embedded.secretKey);
		await keepUp(
			() => client,
			(line) => lines.push(line)
		);
		expect(calls.at(-1)).toBe('end_waiting_accounts');
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain('delete_expired_contact_data');
	});

	it('is done at the start and then every day, until the server stops', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		let asked = 0;
		let done = Promise.withResolvers<void>();
		const answering: typeof fetch = (input) => {
			// The last question of a round.
			if (String(input).endsWith('/queue_digests')) done.resolve();
			return Promise.resolve(Response.json(0));
		};
		const client = createKeyClient({ ...embedded, fetch: answering }, embedded.secretKey);
		const stop = keepUpDaily(
			() => (asked++, client),
			() => {}
		);
		await done.promise;
		const inOneRound = asked;
		vi.advanceTimersByTime(86_400_000 - 1);
		expect(asked).toBe(inOneRound);

		done = Promise.withResolvers();
		vi.advanceTimersByTime(1);
		await done.promise;
		expect(asked).toBe(2 * inOneRound);
		stop();
		expect(vi.getTimerCount()).toBe(0);
	});
});
