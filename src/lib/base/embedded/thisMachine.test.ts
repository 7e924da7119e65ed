import { describe, expect, it } from 'vitest';
import { isMeantForThisMachine, isThisMachine } from './thisMachine.server';

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

describe('a site that is meant for this machine', () => {
	it.each(['http://localhost:3000', 'http://127.0.0.1:3192', 'http://[::1]:3000'])('is one at %s', (origin) =>
		expect(
			isMeantForThisMachine(origin, { PROTOCOL_HEADER: 'x-served-over', ADDRESS_HEADER: 'x-client' })
		).toBe(true)
	);

	it.each(['https://kaart.example.be', 'http://192.168.1.4:3000', 'http://localhost.example'])(
		'is not one at %s, also when its proxy says nothing',
		(origin) => expect(isMeantForThisMachine(origin, {})).toBe(false)
	);

	it.each([{ HOST_HEADER: 'host' }, { PORT_HEADER: 'x-port' }, { PROTOCOL_HEADER: 'x-forwarded-proto' }])(
		'is not one that was told of a proxy: %o',
		(env) => expect(isMeantForThisMachine('http://localhost:3000', env)).toBe(false)
	);
});
