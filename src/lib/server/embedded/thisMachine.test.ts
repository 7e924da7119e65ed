import { describe, expect, it } from 'vitest';
import { isThisMachine } from './thisMachine';

const asked = (socket: string | undefined, headers: Record<string, string>) =>
	isThisMachine(socket, new Headers(headers), ['x-client', undefined]);

describe('what only this machine may see', () => {
	it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])(
		'is shown to a connection from %s',
		(socket) => {
			for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'LOCALHOST']) {
				expect(asked(socket, { host })).toBe(true);
			}
		}
	);

	it.each([undefined, '', '192.168.1.4', '::ffff:192.168.1.4', '2001:db8::1', 'nonsense'])(
		'is not shown to a connection from %s',
		(socket) => expect(asked(socket, { host: 'localhost' })).toBe(false)
	);

	it.each(['kaart.example.be', 'localhost.evil.example', '127.0.0.1.evil.example', '', 'localhost:80:80'])(
		'is not shown under the name %s',
		(host) => expect(asked('127.0.0.1', { host })).toBe(false)
	);

	it.each(['forwarded', 'x-forwarded-for', 'X-Forwarded-Host', 'x-real-ip', 'via', 'x-client'])(
		'is not shown through a proxy that sets %s',
		(header) => expect(asked('127.0.0.1', { host: 'localhost', [header]: '127.0.0.1' })).toBe(false)
	);
});
