import { afterEach, describe, expect, it } from 'vitest';
import { startMailServer, type MailServer } from './smtp.fixture';
import {
	MailNotSentError,
	smtpSettings,
	smtpTransport,
	type OutgoingMail,
	type Transport
} from './transport.server';

const MAIL: OutgoingMail = {
	to: 'noor@voorbeeld.example',
	subject: 'Je account is goedgekeurd',
	text: 'Dag Noor',
	html: '<p>Dag Noor</p>',
	messageId: '4f0c@kaart.example',
	headers: { 'List-Unsubscribe': '<https://kaart.example/uitschrijven?token=x>' }
};
const FROM = 'Lokaal Vrijwilligen <info@kaart.example>';

let server: MailServer | undefined;
let transport: Transport | undefined;
afterEach(async () => {
	transport?.close();
	await server?.close();
	server = transport = undefined;
});

async function connected(): Promise<{ server: MailServer; transport: Transport }> {
	server = await startMailServer();
	transport = smtpTransport({ url: server.url, from: FROM });
	return { server, transport };
}

describe('a mail over SMTP', () => {
	it('arrives with both parts and its headers, and says that nobody wrote it by hand', async () => {
		const { server, transport } = await connected();
		await transport.send(MAIL);
		const [{ from, to, mail } = expect.fail('nothing arrived')] = server.received;
		expect([from, to]).toEqual(['info@kaart.example', ['noor@voorbeeld.example']]);
		expect(mail.from).toMatchObject({ name: 'Lokaal Vrijwilligen', address: 'info@kaart.example' });
		expect([mail.subject, mail.text?.trim(), mail.html?.trim()]).toEqual([
			MAIL.subject,
			MAIL.text,
			MAIL.html
		]);
		expect(mail.messageId).toBe('<4f0c@kaart.example>');
		const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
		expect(headers).toMatchObject({
			'auto-submitted': 'auto-generated',
			'list-unsubscribe': '<https://kaart.example/uitschrijven?token=x>'
		});
	});

	it('goes to one person, whatever the address looks like', async () => {
		const { server, transport } = await connected();
		await transport.send({ ...MAIL, to: 'a,b@voorbeeld.example' }).catch(() => {});
		await transport.send({ ...MAIL, to: 'x <noor@voorbeeld.example>, y@elders.example' }).catch(() => {});
		const reached = server.received.flatMap(({ to }) => to);
		expect(reached.filter((to) => ['b@voorbeeld.example', 'y@elders.example'].includes(to))).toEqual([]);
	});

	it('gets no header out of a subject', async () => {
		const { server, transport } = await connected();
		await transport.send({ ...MAIL, subject: 'Dag\r\nBcc: iedereen@voorbeeld.example\r\n\r\nKoop' });
		const [received] = server.received;
		expect(received?.to).toEqual([MAIL.to]);
		expect(received?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
	});

	it('is answered to who is named, and to nobody else', async () => {
		const { server, transport } = await connected();
		await transport.send({ ...MAIL, replyTo: 'jef@gent.example' });
		expect(server.received[0]?.mail.replyTo).toEqual([{ name: '', address: 'jef@gent.example' }]);
		for (const replyTo of ['a@b.be\r\nBcc: c@d.be', 'a@b.be, c@d.be', 'Jef <a@b.be>', 'a@b', '']) {
			await expect(transport.send({ ...MAIL, replyTo })).rejects.toThrow(MailNotSentError);
		}
		expect(server.received).toHaveLength(1);
	});

	it('that is refused says why, without addresses', async () => {
		const { server, transport } = await connected();
		server.refusals.push({
			responseCode: 452,
			message: '<noor@voorbeeld.example> or noor@x.example is full'
		});
		const problem = await transport.send(MAIL).catch((cause: unknown) => cause);
		expect(problem).toBeInstanceOf(MailNotSentError);
		expect(String(problem)).toContain('452');
		expect(String(problem)).not.toMatch(/@|noor/);
	});

	it('to a server that is not there is an error without the password', async () => {
		const { server } = await connected();
		await server.close();
		transport = smtpTransport({ url: server.url.replace('//', '//gebruiker:geheim-woord@'), from: FROM });
		const problem = await transport.send(MAIL).catch((cause: unknown) => cause);
		expect(String(problem)).toMatch(/ECONNREFUSED|ESOCKET/);
		expect(`${String(problem)} ${JSON.stringify(problem)}`).not.toMatch(/geheim|gebruiker/);
	});
});

describe('the settings of the mail server', () => {
	const origin = 'https://kaart.example';

	it('are none without SMTP_URL', () => {
		expect(smtpSettings({ SMTP_URL: ' ' }, origin)).toBeUndefined();
	});

	it('name a sender: the one that is set, the operator, or the site', () => {
		const from = (env: Record<string, string>) =>
			smtpSettings({ SMTP_URL: 'smtp://mail', ...env }, origin)?.from;
		expect(from({ MAIL_FROM: 'Wij <wij@x.be>', OPERATOR_EMAIL: 'op@x.be' })).toBe('Wij <wij@x.be>');
		expect(from({ OPERATOR_EMAIL: 'op@x.be' })).toBe('Lokaal Vrijwilligen <op@x.be>');
		expect(from({})).toBe('Lokaal Vrijwilligen <noreply@kaart.example>');
	});

	it.each([
		[{ SMTP_URL: 'mail.example.be:25' }],
		[{ SMTP_URL: 'https://user:geheim@mail' }],
		[{ SMTP_URL: 'smtp://user:geheim@mail:99999' }],
		[{ SMTP_URL: 'smtp://mail', MAIL_FROM: 'geheim' }],
		[{ SMTP_URL: 'smtp://mail', MAIL_FROM: 'geheim <a@b>\r\nBcc: c@d' }]
	])('are refused when they are no settings, and not repeated: %o', (env) => {
		expect(() => smtpSettings(env, origin)).toThrow(/must be an address/);
		expect(() => smtpSettings(env, origin)).not.toThrow(/geheim/);
	});
});
