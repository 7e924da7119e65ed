import { describe, expect, it, vi } from 'vitest';
import { startMailServer } from '../mail/smtp.fixture.ts';
import { smtpTransport, type Transport } from '../mail/transport.server.ts';
import { AuthMail } from './authMail.server.ts';

const MAIL = {
	to: 'noor@voorbeeld.example',
	subject: 'Aanmelden',
	html: '<p>Dag <a href="https://x">x</a></p>'
};

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
