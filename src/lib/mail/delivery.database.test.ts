import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { Delivery } from './delivery.server';
import { composeMail } from './compose.server';
import { outboxOf, type Outbox } from './outbox.server';
import { startMailServer, type MailServer } from '$lib/base/mail/smtp.fixture';
import { smtpTransport, type Transport } from '$lib/base/mail/transport.server';

const SITE = { origin: 'https://kaart.example', secret: 'sb_secret_een' };
const FROM = 'Lokaal Vrijwilligen <info@kaart.example>';
const REFUSAL = { responseCode: 451, message: '<noor@voorbeeld.example> try again' };

const embedded = useDatabase({ exampleData: false });
let service: TypedClient;
let server: MailServer;
let transports: Transport[] = [];
let log: string[] = [];

beforeAll(async () => {
	service = createKeyClient(embedded, embedded.secretKey);
});

beforeEach(async () => {
	server = await startMailServer();
	log = [];
});
afterEach(async () => {
	for (const transport of transports) transport.close();
	transports = [];
	await server.close();
	await sql('delete from public.email_outbox');
});

function deliverer({ outbox = outboxOf(service), url = server.url }: { outbox?: Outbox; url?: string } = {}) {
	const transport = smtpTransport({ url, from: FROM });
	transports.push(transport);
	return new Delivery({
		outbox,
		transport,
		compose: (mail) => composeMail(mail, SITE),
		log: (message) => log.push(message),
		settlePausesMs: [1, 1],
		// Only who is called looks again.
		longestRestMs: 2 ** 31 - 1
	});
}

async function sql<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
	return embedded.exclusively(async (db) => (await db.query<Row>(query, values)).rows);
}

const queue = (...names: string[]) =>
	sql(
		`insert into public.email_outbox (template, locale, to_address, params)
		select 'account_left', 'nl', name || '@voorbeeld.example', jsonb_build_object('name', name)
		from unnest($1::text[]) as name`,
		[names]
	);
const waiting = () =>
	sql<{ status: string; attempts: number; last_error: string | null }>(
		'select status, attempts, last_error from public.email_outbox order by created_at'
	);
const makeDue = () => sql("update public.email_outbox set next_attempt_at = now() where status = 'queued'");
const reached = () => server.received.flatMap(({ to }) => to).sort();

describe('mail in the outbox', () => {
	it('is sent once, also when several servers deliver at the same moment', async () => {
		const names = Array.from({ length: 24 }, (_, i) => `noor${10 + i}`);
		await queue(...names);
		const tried = await Promise.all([deliverer(), deliverer(), deliverer()].map((one) => one.deliverDue()));
		expect(reached()).toEqual(names.map((name) => `${name}@voorbeeld.example`));
		expect(tried.reduce((sum, count) => sum + count)).toBe(24);
		expect(await waiting()).toEqual([]);
		expect(log).toEqual([]);
	});

	it('that is refused is tried again later, as the same mail, and nothing of its reader is kept', async () => {
		await queue('noor');
		server.refusals.push(REFUSAL);
		await deliverer().deliverDue();
		const [refused] = await waiting();
		expect(refused).toMatchObject({ status: 'queued', attempts: 1 });
		expect(refused?.last_error).toContain('451');
		expect(`${refused?.last_error} ${log.join()}`).not.toMatch(/noor|@/i);

		expect(await deliverer().deliverDue()).toBe(0);
		await makeDue();
		await deliverer().deliverDue();
		expect(reached()).toEqual(['noor@voorbeeld.example']);
		expect(await waiting()).toEqual([]);
	});

	it('that is refused again and again is kept for an administrator, who sends it after all', async () => {
		await queue('noor');
		const delivery = deliverer();
		for (let attempt = 1; attempt <= 6; attempt++) {
			server.refusals.push(REFUSAL);
			await makeDue();
			expect(await delivery.deliverDue()).toBe(1);
		}
		expect(await waiting()).toMatchObject([{ status: 'dead', attempts: 6 }]);
		await makeDue();
		expect(await delivery.deliverDue()).toBe(0);

		const [{ id } = expect.fail('it is gone')] = await sql<{ id: string }>(
			'select id from public.email_outbox'
		);
		const administrator = await signedInAdministrator();
		expect((await administrator.rpc('send_mail_now', { p_mail_id: id })).data).toBe(true);
		await delivery.deliverDue();
		expect(reached()).toContain('noor@voorbeeld.example');
	});

	it('waits while there is no mail server, and is sent when there is one again', async () => {
		await queue('noor', 'jef');
		const { url } = server;
		await server.close();
		const delivery = deliverer({ url });
		await delivery.deliverDue();
		expect((await waiting()).map(({ status }) => status)).toEqual(['queued', 'queued']);
		server = await startMailServer(Number(new URL(url).port));
		await makeDue();
		await delivery.deliverDue();
		expect(reached()).toEqual(['jef@voorbeeld.example', 'noor@voorbeeld.example']);
	});

	it('of Auth is no less sure: after an hour without mail server everybody gets the link, which works from then on', async () => {
		const { url } = server;
		await server.close();
		const people = ['noor', 'jef'].map((name) => `${name}@voorbeeld.example`);
		for (const email of people) await signUp(email);
		const delivery = deliverer({ url });
		for (const minutes of [1, 5, 10, 15, 30]) {
			await delivery.deliverDue();
			expect(await waiting(), `after ${minutes} minutes`).toMatchObject([
				{ status: 'queued' },
				{ status: 'queued' }
			]);
			await later(minutes);
		}
		expect(await isSlow()).toBe(true);
		server = await startMailServer(Number(new URL(url).port));
		await delivery.deliverDue();
		expect(reached()).toEqual(people.toSorted());
		expect(await waiting()).toEqual([]);
		expect(await isSlow()).toBe(false);
		for (const { mail } of server.received) {
			const [, token_hash = ''] = /token_hash=(\w+)/.exec(mail.text ?? '') ?? [];
			const { data } = await createKeyClient(embedded, embedded.publishableKey).auth.verifyOtp({
				token_hash,
				type: 'signup'
			});
			expect(data.session).not.toBeNull();
		}
		expect(log.join()).not.toMatch(/noor|jef|token/);
	});

	it('with a link that works no longer is not sent, and nothing of the link is kept', async () => {
		await signUp('noor@voorbeeld.example');
		await sql(`update public.email_outbox set expires_at = now()`);
		expect(await deliverer().deliverDue()).toBe(0);
		expect(reached()).toEqual([]);
		expect(await sql('select status, params from public.email_outbox')).toEqual([
			{ status: 'dead', params: {} }
		]);
	});

	it('that cannot be written keeps no other mail waiting', async () => {
		await sql(
			`insert into public.email_outbox (template, locale, to_address, params)
			values ('account_rejected', 'nl', 'noor@voorbeeld.example', '{"name": "Geheime Naam"}')`
		);
		await queue('jef');
		await deliverer().deliverDue();
		expect(reached()).toEqual(['jef@voorbeeld.example']);
		expect(await waiting()).toMatchObject([{ status: 'queued', attempts: 1 }]);
		expect(log.join()).toContain('account_rejected');
		expect(log.join()).not.toContain('Geheim');
	});

	it('is not sent again because the database was away for a moment after it was sent', async () => {
		const outbox = outboxOf(service);
		let failures = 2;
		const flaky: Outbox = {
			...outbox,
			settle: (mail, problem) =>
				failures-- > 0 ? Promise.reject(new Error('away')) : outbox.settle(mail, problem)
		};
		await queue('noor');
		await deliverer({ outbox: flaky }).deliverDue();
		await deliverer().deliverDue();
		expect(reached()).toEqual(['noor@voorbeeld.example']);
		expect(await waiting()).toEqual([]);
	});
});

describe('a server that delivers', () => {
	it('sends at once what is announced, and finishes what it has begun before it stops', async () => {
		const outbox = outboxOf(service);
		let settled = Promise.withResolvers<void>();
		const watched: Outbox = {
			...outbox,
			settle: async (mail, problem) => {
				const answer = await outbox.settle(mail, problem);
				settled.resolve();
				return answer;
			}
		};
		const delivery = deliverer({ outbox: watched });
		delivery.start();
		for (const name of ['noor', 'jef']) {
			await queue(name);
			delivery.soon();
			await settled.promise;
			settled = Promise.withResolvers();
		}
		expect(reached()).toEqual(['jef@voorbeeld.example', 'noor@voorbeeld.example']);

		const arrived = server.next();
		await queue('an');
		delivery.soon();
		await arrived;
		await delivery.stop();
		expect(await waiting()).toEqual([]);
	});

	it('takes nothing any more once it stops', async () => {
		const delivery = deliverer();
		await delivery.stop();
		await queue('noor');
		expect(await delivery.deliverDue()).toBe(0);
		expect(await waiting()).toMatchObject([{ attempts: 0 }]);
	});

	it('goes on when the database does not answer', async () => {
		const outbox = outboxOf(service);
		const failed = Promise.withResolvers<void>();
		const sent = Promise.withResolvers<void>();
		let isAway = true;
		const away: Outbox = {
			...outbox,
			claim: (limit, seconds) => {
				if (!isAway) return outbox.claim(limit, seconds);
				isAway = false;
				failed.resolve();
				return Promise.reject(new Error('away'));
			},
			settle: async (mail, problem) => {
				const answer = await outbox.settle(mail, problem);
				sent.resolve();
				return answer;
			}
		};
		await queue('noor');
		const delivery = deliverer({ outbox: away });
		delivery.start();
		await failed.promise;
		delivery.soon();
		await sent.promise;
		await delivery.stop();
		expect(reached()).toEqual(['noor@voorbeeld.example']);
	});
});

/** As if so much time had passed: for the mail that waits, and for Auth. */
async function later(minutes: number): Promise<void> {
	await sql(
		`update public.email_outbox
		set next_attempt_at = next_attempt_at - make_interval(mins => $1), created_at = created_at - make_interval(mins => $1),
			expires_at = expires_at - make_interval(mins => $1)`,
		[minutes]
	);
	await sql(`update auth.users set confirmation_sent_at = confirmation_sent_at - make_interval(mins => $1)`, [
		minutes
	]);
}

const isSlow = async () => (await service.rpc('mail_is_slow')).data;

async function signUp(email: string): Promise<TypedClient> {
	const client = createKeyClient(embedded, embedded.publishableKey);
	const [government] = await sql<{ id: string }>('select id from public.local_government limit 1');
	const data = {
		full_name: 'Bea Beheer',
		job_title: 'Beheerder',
		position: 'staff',
		local_government_id: government?.id,
		locale: 'nl',
		consent_version: '2026-11-21'
	};
	const { error } = await client.auth.signUp({
		email,
		password: 'een lang genoeg wachtwoord 1',
		options: { data }
	});
	expect(error).toBeNull();
	return client;
}

/** Registers, confirms with the mail of Auth, and is made an administrator. */
async function signedInAdministrator(): Promise<TypedClient> {
	const email = 'beheer@voorbeeld.example';
	const client = await signUp(email);
	const [{ token_hash } = expect.fail('no link')] = await sql<{ token_hash: string }>(
		`select params ->> 'token' as token_hash from public.email_outbox where to_address = $1`,
		[email]
	);
	await sql('delete from public.email_outbox where to_address = $1', [email]);
	await client.auth.verifyOtp({ token_hash, type: 'signup' });
	await service.rpc('grant_admin', { p_email: email });
	return client;
}
