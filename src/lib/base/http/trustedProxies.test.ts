import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestEvent } from '@sveltejs/kit';

const env = vi.hoisted((): Record<string, string> => ({}));
vi.mock('$env/dynamic/private', () => ({ env }));

const { trustedProxies, visitorAddress } = await import('./trustedProxies.server');

afterEach(() => {
	delete env.ADDRESS_HEADER;
});

describe('trusted proxies', () => {
	const isTrusted = trustedProxies('10.0.0.0/8, 192.0.2.7 2001:db8::/32,::1');

	it.each(['10.0.0.1', '10.255.255.255', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::5', '::1'])(
		'%s is one',
		(address) => expect(isTrusted(address)).toBe(true)
	);

	it.each([
		'11.0.0.1',
		'192.0.2.8',
		'::ffff:11.1.2.3',
		'2001:db9::5',
		'::2',
		'',
		'localhost',
		'10.0.0.1.example'
	])('%j is none', (address) => expect(isTrusted(address)).toBe(false));

	it.each(['10.0.0.0/33', '10.0.0.0/8/9', '::1/129', 'proxy.example', '10.0.0/8', '10.0.0.0/x'])(
		'refuses %s as a setting',
		(range) => expect(() => trustedProxies(`127.0.0.1, ${range}`)).toThrow(`TRUSTED_PROXIES: "${range}"`)
	);
});

describe('the address of a visitor', () => {
	async function addressOf(from: string, headers: Record<string, string>): Promise<string> {
		const event = {
			platform: { req: { socket: { remoteAddress: from } } },
			request: new Request('http://localhost/', { headers }),
			// What the adapter makes of the header.
			getClientAddress: () => headers['x-forwarded-for'] ?? 'none'
		} as unknown as RequestEvent;
		let seen = '';
		await visitorAddress({
			event,
			resolve: (given) => {
				seen = given.getClientAddress();
				return new Response();
			}
		});
		return seen;
	}

	it('is what a proxy on this machine says', async () => {
		env.ADDRESS_HEADER = 'x-forwarded-for';
		expect(await addressOf('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe('192.0.2.1');
		expect(await addressOf('::ffff:127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe('192.0.2.1');
	});

	it('is that of the connection for who comes straight here, whatever they say', async () => {
		env.ADDRESS_HEADER = 'x-forwarded-for';
		expect(await addressOf('192.0.2.66', { 'x-forwarded-for': '192.0.2.1' })).toBe('192.0.2.66');
	});

	it('is that of the connection when a proxy does not say', async () => {
		env.ADDRESS_HEADER = 'x-forwarded-for';
		expect(await addressOf('127.0.0.1', {})).toBe('127.0.0.1');
	});
});
