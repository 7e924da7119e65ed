import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { Delivery } from '$lib/mail/delivery.server';
import { composeMail } from '$lib/mail/compose.server';
import { outboxOf } from '$lib/mail/outbox.server';
import { startMailServer, type MailServer } from '$lib/base/mail/smtp.fixture';
import { smtpTransport } from '$lib/base/mail/transport.server';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { askAboutDesks } from './rounds.server';

const SITE = { origin: 'https://kaart.example', secret: 'sb_secret_een' };
const PERIODS = { afterDays: 365, reminderDays: 14 };

const embedded = useDatabase({ exampleData: true });
let service: TypedClient;
let mail: MailServer;
let log: string[] = [];

beforeAll(async () => {
	service = createKeyClient(embedded, embedded.secretKey);
});
beforeEach(async () => {
	mail = await startMailServer();
	log = [];
	await sql('delete from public.email_outbox');
	await sql(`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, email, published, verified_at)
		select 'loket-' || n, id, 'Loket ' || n, 'Markt 1', '9000', 'Gent', 3.72, 51.05,
			'loket' || n || '@gent.example', true, now() - interval '366 days'
		from public.local_government, generate_series(1, 3) as n where local_government.slug = 'gemeente-gent'`);
});
afterEach(async () => {
	await sql(`delete from public.volunteer_desk where slug like 'loket-_'`);
	await mail.close();
});

async function sql<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
	return embedded.exclusively(async (db) => (await db.query<Row>(query, values)).rows);
}

const aDay = (client = service) => askAboutDesks(client, PERIODS, (line) => log.push(line));
const later = (days: number) =>
	sql(`update public.desk_upkeep set last_asked_at = last_asked_at - make_interval(days => $1)`, [days]);

/** Sends what waits over SMTP. @returns who got it, with the subject and the links in it */
async function delivered() {
	const transport = smtpTransport({ url: mail.url, from: 'Lokaal Vrijwilligen <info@kaart.example>' });
	const delivery = new Delivery({
		outbox: outboxOf(service),
		transport,
		compose: (row) => composeMail(row, SITE),
		log: (line) => log.push(line)
	});
	await delivery.deliverDue();
	transport.close();
	return mail.received
		.splice(0)
		.map(({ to, mail: { subject, text = '' } }) => ({
			to: to[0] ?? '',
			subject,
			token: /nakijken\?token=([0-9a-f]+)/.exec(text)?.[1] ?? ''
		}))
		.toSorted((a, b) => a.to.localeCompare(b.to));
}

const desk = async (slug: string) => {
	const [row = expect.fail('it is gone')] = await sql<{ confirmed_today: boolean; unconfirmed: boolean }>(
		`select verified_at > now() - interval '1 hour' as confirmed_today, unconfirmed_since is not null as unconfirmed
		from public.volunteer_desk where slug = $1`,
		[slug]
	);
	return row;
};

/** As somebody does who looks at the desk first. */
async function confirm(token = ''): Promise<unknown> {
	const { data } = await service.rpc('desk_of_check', { p_token: token });
	return (await service.rpc('confirm_desk_by_link', { p_token: token, p_seen: data?.[0]?.seen ?? null }))
		.data;
}

describe('the question whether a desk is still true', () => {
	it('is mailed once, reminded of twice, and then answered by nobody for everybody to see', async () => {
		await aDay();
		await aDay();
		const first = await delivered();
		expect(first.map(({ to }) => to)).toEqual([
			'loket1@gent.example',
			'loket2@gent.example',
			'loket3@gent.example'
		]);
		expect(first[0]?.subject).toBe('Klopt dit nog? Loket 1');
		await later(13);
		await aDay();
		expect(await delivered()).toEqual([]);
		expect(await confirm(first[0]?.token)).toBe('confirmed');
		expect(await desk('loket-1')).toEqual({ confirmed_today: true, unconfirmed: false });

		for (const word of ['Herinnering', 'Laatste herinnering']) {
			await later(15);
			await aDay();
			const reminders = await delivered();
			expect(reminders.map(({ to }) => to)).toEqual(['loket2@gent.example', 'loket3@gent.example']);
			expect(reminders[0]?.subject).toMatch(new RegExp(`^${word}`));
		}
		expect(await desk('loket-2')).toEqual({ confirmed_today: false, unconfirmed: false });
		await later(15);
		await aDay();
		expect(await desk('loket-2')).toEqual({ confirmed_today: false, unconfirmed: true });

		await confirm(first[1]?.token);
		expect(await desk('loket-2')).toEqual({ confirmed_today: true, unconfirmed: false });
		await later(400);
		await aDay();
		expect(await delivered()).toEqual([]);
		expect(log).toEqual([]);
	});

	it('is mailed once by several servers at the same moment, and a link is used once', async () => {
		await Promise.all([aDay(), aDay(), aDay()]);
		const mails = await delivered();
		expect(mails.map(({ to }) => to)).toEqual([
			'loket1@gent.example',
			'loket2@gent.example',
			'loket3@gent.example'
		]);
		const [{ token } = expect.fail('no mail')] = mails;
		const answers = await Promise.all([1, 2, 3].map(() => confirm(token)));
		expect(answers.toSorted()).toEqual(['confirmed', 'used', 'used']);
		expect(log).toEqual([]);
	});

	it('keeps no link where its mail has left', async () => {
		await aDay();
		const [{ token } = expect.fail('no mail')] = await delivered();
		expect(token).toHaveLength(64);
		const rows = await sql<{ everything: string }>(
			`select link::text as everything from public.desk_check_link as link
			union all select upkeep::text from public.desk_upkeep as upkeep
			union all select mail::text from public.email_outbox as mail`
		);
		expect(rows.length).toBeGreaterThan(3);
		expect(rows.filter(({ everything }) => everything.includes(token))).toEqual([]);
	});

	it('is not asked about example desks, which have nobody to answer', async () => {
		await sql(`delete from public.volunteer_desk where slug like 'loket-_'`);
		await sql(`update public.volunteer_desk set verified_at = now() - interval '900 days'`);
		await aDay();
		expect(await sql('select from public.email_outbox')).toEqual([]);
	});

	it('is asked the next day when the database does not answer', async () => {
		const client = createKeyClient(
			{ ...embedded, fetch: () => Promise.reject(new TypeError('fetch failed')) },
			embedded.secretKey
		);
		await aDay(client);
		expect(log).toHaveLength(1);
		expect(log[0]).toContain('ask_desk_checks');
	});
});
