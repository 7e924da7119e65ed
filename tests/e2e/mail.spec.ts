import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { startMailServer, type MailServer, type ReceivedMail } from '../../src/lib/base/mail/smtp.fixture.ts';
import { violations } from './support/axe.ts';
import { linkIn } from './support/mailbox.ts';
import { hasMailbox } from './support/round.ts';
import { startSite, startSupabase, type Running, type RunningSupabase } from './support/servers.ts';
import { expect, test } from './support/test.ts';

test.describe('the link that switches mail off', () => {
	test.use({ expectedErrors: [/status of 400/] });

	for (const [prefix, heading] of [
		['', 'Deze link werkt niet'],
		['/fr', 'Ce lien ne fonctionne pas'],
		['/en', 'This link does not work']
	] as const) {
		test(`${heading}: says so when nobody signed it`, async ({ page }) => {
			const answer = await page.goto(`${prefix}/uitschrijven?token=a.new_request.b`);
			expect(answer?.headers()['cache-control']).toContain('no-store');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
			await expect(page.locator('main form')).toHaveCount(0);
			expect(await violations(page)).toEqual([]);
		});
	}

	test('answers mail programs, and no other site', async ({ request, baseURL }) => {
		const form = { 'List-Unsubscribe': 'One-Click' };
		const post = (path: string, headers: Record<string, string> = {}) =>
			request.post(path, { form, headers, maxRedirects: 0 });
		expect((await post('/uitschrijven?token=x')).status()).toBe(400);
		expect((await post('/fr/uitschrijven')).status()).toBe(400);
		expect((await post('/uitschrijven?token=x', { origin: baseURL ?? '' })).status()).toBe(400);
		for (const origin of ['https://elders.example', 'null']) {
			expect((await post('/uitschrijven?token=x', { origin })).status()).toBe(403);
		}
		expect((await post('/contact')).status()).toBe(403);
	});
});

test('the mailbox is shown to nobody but this machine @smoke', async ({ baseURL, clientAddress }) => {
	for (const path of ['/dev/mailbox', '/dev/mailbox.json', '/fr/dev/mailbox']) {
		const status = async (headers: Record<string, string>) =>
			(await fetch(new URL(path, baseURL), { headers })).status;
		expect(await status({}), path).toBe(hasMailbox ? 200 : 404);
		expect(await status({ 'x-test-client': clientAddress }), path).toBe(404);
		expect(await status({ 'x-forwarded-for': '127.0.0.1' }), path).toBe(404);
		expect(await status({ forwarded: 'for=127.0.0.1' }), path).toBe(404);
	}
});

test('the mailbox is closed on a site that others reach, also through a proxy that adds nothing', async () => {
	const site = await startSite({
		backend: { DATA_DIR: 'memory://' },
		env: { ORIGIN: 'https://kaart.example.be', EXAMPLE_DATA: '0' }
	});
	try {
		for (const path of ['/dev/mailbox', '/dev/mailbox.json', '/dev/mailbox/__data.json']) {
			const answer = await fetch(site.url + path);
			expect(await answer.text(), path).not.toContain('"mails"');
			if (!path.endsWith('__data.json')) expect(answer.status, path).toBe(404);
		}
	} finally {
		await site.stop();
	}
});

test.describe('the mailbox of this machine @smoke', () => {
	test.skip(!hasMailbox, 'mail goes to a mail server');
	// The header of an invented visitor is one that a proxy sets.
	test.use({ extraHTTPHeaders: {} });

	test('can be read', async ({ page }) => {
		await page.goto('/dev/mailbox');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Postbus');
		expect(await violations(page)).toEqual([]);
	});
});

test.describe('with a mail server', () => {
	test.describe.configure({ mode: 'serial' });

	let server: MailServer;
	let supabase: RunningSupabase;
	let sites: Running[];
	let sql: postgres.Sql;
	let accountId: string;
	const email = 'noor@voorbeeld.example';

	test.beforeAll(async () => {
		server = await startMailServer();
		const env = { SMTP_URL: server.url, MAIL_FROM: 'Lokaal Vrijwilligen <info@kaart.example>' };
		supabase = await startSupabase({ dataDir: 'memory://', env });
		sites = await Promise.all([1, 2].map(() => startSite({ backend: supabase.keys, env })));
		sql = postgres(supabase.databaseUrl, { max: 1 });
	});
	test.afterAll(async () => {
		await sql.end();
		await Promise.all(sites.map((site) => site.stop()));
		await supabase.stop();
		await server.close();
	});

	const site = (index: number): string => sites[index]?.url ?? '';
	const received = (subject: string) => server.received.filter(({ mail }) => mail.subject?.includes(subject));

	/** The one mail about this, as soon as it is there. */
	async function arrived(subject: string): Promise<{ text: string; headers: Record<string, string> }> {
		await expect.poll(() => received(subject).length, { timeout: 60_000 }).toBe(1);
		const { text = '', headers = [] }: Partial<ReceivedMail['mail']> = received(subject)[0]?.mail ?? {};
		return { text, headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])) };
	}

	test('the mail of Auth leads to the confirmation of an address', async () => {
		const [government] = await sql<{ id: string }[]>`select id from local_government limit 1`;
		const { auth } = createClient(supabase.url, supabase.keys.SUPABASE_PUBLISHABLE_KEY, {
			auth: { persistSession: false }
		});
		const data = {
			full_name: 'Noor Voorbeeld',
			job_title: 'Coördinator',
			position: 'staff',
			local_government_id: government?.id,
			locale: 'fr',
			consent_version: '2026-11-21'
		};
		await auth.signUp({ email, password: 'een lang genoeg wachtwoord 1', options: { data } });
		const link = linkIn(await arrived('Confirmez votre adresse'), '/auth/confirm');
		const token_hash = new URL(link, site(0)).searchParams.get('token_hash') ?? '';
		const { data: confirmed } = await auth.verifyOtp({ token_hash, type: 'signup' });
		accountId = confirmed.user?.id ?? '';
		expect(confirmed.user?.email).toBe(email);
	});

	test('two servers deliver what waits, each mail once', async () => {
		await sql`
			insert into email_outbox (template, locale, recipient_id, to_address, params)
			select 'account_approved', 'nl', ${accountId}, 'lid' || i || '@voorbeeld.example', '{"name": "Lid"}'
			from generate_series(1, 30) as i`;
		await expect.poll(() => received('Je account is goedgekeurd').length, { timeout: 90_000 }).toBe(30);
		const waiting = () => sql`select id from email_outbox where template = 'account_approved'`;
		await expect.poll(async () => (await waiting()).length).toBe(0);
		const reached = received('Je account is goedgekeurd').flatMap(({ to }) => to);
		expect(new Set(reached).size).toBe(30);
		expect(reached).toHaveLength(30);
	});

	test('a notification is switched off by its reader, or by a mail program, with one click', async ({
		page,
		request
	}) => {
		const set = (topics: string[]) => sql`
			update profile set status = 'approved', notifications = ${topics} where id = ${accountId}`;
		const topics = async () => {
			const [row] = await sql<{ notifications: string[] }[]>`
				select notifications from profile where id = ${accountId}`;
			return row?.notifications;
		};
		await set(['new_request', 'new_colleague']);
		await sql`
			insert into email_outbox (template, locale, recipient_id, to_address, params, topic)
			values ('new_colleague', 'fr', ${accountId}, ${email},
				'{"name": "Noor", "colleague": "Jef", "government": "Gent"}', 'new_colleague')`;
		const { text, headers } = await arrived('Nouveau collègue : Jef');
		const link = linkIn({ text }, '/uitschrijven');
		expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
		expect(headers['list-unsubscribe']).toContain(link);
		expect(link).not.toContain('noor');

		await page.goto(site(1) + link);
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		expect(await topics()).toEqual(['new_request', 'new_colleague']);
		expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Ne plus recevoir ces e-mails' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous ne recevrez plus ces e-mails');
		expect(await topics()).toEqual(['new_request']);

		await set(['new_request', 'new_colleague']);
		const form = { 'List-Unsubscribe': 'One-Click' };
		expect((await request.post(site(1) + link, { form, maxRedirects: 0 })).status()).toBe(200);
		expect(await topics()).toEqual(['new_request']);
		const forged = link.replace('new_colleague', 'new_request');
		expect((await request.post(site(1) + forged, { form })).status()).toBe(400);
		expect(await topics()).toEqual(['new_request']);
	});

	test('no address and no password is in what the servers print', () => {
		for (const { output } of [supabase, ...sites]) expect(output()).not.toMatch(/voorbeeld\.example/);
	});
});
