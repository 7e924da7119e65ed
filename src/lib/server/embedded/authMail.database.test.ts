import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startMailServer } from '../mail/smtp.fixture.ts';
import { smtpTransport, type Transport } from '../mail/transport.ts';
import { AuthMail } from './authMail.ts';
import { bootForTests } from './forTests.ts';
import type { Embedded } from './index.ts';
import type { CaughtMail } from './mailbox.ts';

const MAIL = {
	to: 'noor@voorbeeld.example',
	subject: 'Aanmelden',
	html: '<p>Dag <a href="https://x">x</a></p>'
};

describe('the mails of Auth', () => {
	const email = 'noor@voorbeeld.example';
	const password = 'een lang genoeg wachtwoord 1';
	let embedded: Embedded;

	beforeAll(async () => {
		embedded = await bootForTests({ exampleData: false });
		const [government] = await embedded.exclusively(
			async (db) => (await db.query<{ id: string }>('select id from public.local_government limit 1')).rows
		);
		const data = {
			full_name: 'Noor Voorbeeld',
			job_title: 'Coördinator',
			position: 'staff',
			local_government_id: government?.id,
			locale: 'nl',
			consent_version: '2026-11-21'
		};
		await auth().signUp({ email, password, options: { data } });
	});
	afterAll(() => embedded.close());

	const auth = () =>
		createClient(embedded.url, embedded.publishableKey, {
			global: { fetch: embedded.fetch },
			auth: { persistSession: false, autoRefreshToken: false }
		}).auth;
	const newest = (to: string): CaughtMail => embedded.mailbox.mails(to)[0] ?? expect.fail(`no mail to ${to}`);
	const tokenIn = ({ text }: CaughtMail, type: string) =>
		new RegExp(`<http://localhost:3000/auth/confirm\\?token_hash=(\\w+)&type=${type}>`).exec(text)?.[1] ?? '';

	it('are in three languages, with everything filled in', () => {
		const { subject, text, html } = newest(email);
		expect(subject).toMatch(/^Bevestig .* · Confirmez .* · Confirm /);
		for (const words of [text, html]) {
			expect(words).toContain('Bevestig je e-mailadres');
			expect(words).toContain('Confirmez votre adresse e-mail');
			expect(words).toContain('Confirm your email address');
			expect(words).not.toMatch(/\{\{|undefined/);
		}
	});

	it('let somebody confirm, choose a new password and sign in without one', async () => {
		const confirm = await auth().verifyOtp({ token_hash: tokenIn(newest(email), 'signup'), type: 'signup' });
		expect(confirm.data.user?.email).toBe(email);
		await auth().resetPasswordForEmail(email);
		const reset = await auth().verifyOtp({
			token_hash: tokenIn(newest(email), 'recovery'),
			type: 'recovery'
		});
		expect(reset.data.user?.email).toBe(email);
		await auth().signInWithOtp({ email, options: { shouldCreateUser: false } });
		const link = await auth().verifyOtp({
			token_hash: tokenIn(newest(email), 'magiclink'),
			type: 'magiclink'
		});
		expect(link.data.user?.email).toBe(email);
	});

	it('ask a new address whether it is read, before it is used', async () => {
		const session = auth();
		await session.signInWithPassword({ email, password });
		await session.updateUser({ email: 'nieuw@voorbeeld.example' });
		const mail = newest('nieuw@voorbeeld.example');
		expect(mail.text).toContain('nieuw@voorbeeld.example');
		expect((await session.getUser()).data.user?.email).toBe(email);
		const token_hash = tokenIn(mail, 'email_change');
		const changed = await auth().verifyOtp({ token_hash, type: 'email_change' });
		expect(changed.data.user?.email).toBe('nieuw@voorbeeld.example');
	});
});

describe('over SMTP', () => {
	it('Auth does not wait for the mail server, and a mail that is refused is tried again', async () => {
		const print = vi.spyOn(console, 'error').mockImplementation(() => {});
		const server = await startMailServer();
		server.refusals.push({ responseCode: 451, message: 'later' });
		const transport = smtpTransport({ url: server.url, from: 'info@kaart.example' });
		const taken = Promise.withResolvers<void>();
		const watched: Transport = { ...transport, send: (mail) => transport.send(mail).then(taken.resolve) };
		const driver = new AuthMail(watched, [1]);
		await driver.send(MAIL);
		expect(server.received).toEqual([]);
		await taken.promise;
		await driver.close();
		expect(server.received).toHaveLength(1);
		expect(server.received[0]?.mail.text?.trim()).toBe('Dag x <https://x>');
		expect(print.mock.calls.flat().join()).not.toContain('noor');
		transport.close();
		await server.close();
		print.mockRestore();
	});

	it('what is being sent is finished before Auth closes', async () => {
		const server = await startMailServer();
		const transport = smtpTransport({ url: server.url, from: 'info@kaart.example' });
		const driver = new AuthMail(transport);
		await driver.send(MAIL);
		await driver.close();
		expect(server.received).toHaveLength(1);
		transport.close();
		await server.close();
	});
});
