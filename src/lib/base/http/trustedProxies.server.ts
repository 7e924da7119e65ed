/** Whose word about a visitor's address counts: `ADDRESS_HEADER` is read from proxies that are known, and from nobody else. */
import { BlockList, isIP, isIPv4 } from 'node:net';
import { env } from '$env/dynamic/private';
import type { Handle } from '@sveltejs/kit';

/** A proxy on this machine. */
const USUAL = '127.0.0.0/8, ::1';

/**
 * @param text addresses and ranges such as "10.0.0.0/8, 2001:db8::1", with commas or spaces between
 * @returns whether an address, as a connection has it, is among them
 * @throws for what is no address or range, naming it
 */
export function trustedProxies(text: string): (address: string) => boolean {
	const list = new BlockList();
	for (const range of text.split(/[\s,]+/).filter(Boolean)) {
		const [network = '', bits, ...more] = range.split('/');
		const family = isIPv4(network) ? 'ipv4' : 'ipv6';
		const most = family === 'ipv4' ? 32 : 128;
		const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
		if (!isIP(network) || !isRange || more.length > 0) {
			throw new Error(`TRUSTED_PROXIES: "${range}" is no address or range, such as 10.0.0.0/8.`);
		}
		list.addSubnet(network, bits === undefined ? most : Number(bits), family);
	}
	return (address) => {
		const bare = address.replace(/%.*$/, '');
		// Also 10.0.0.1 in the clothes of IPv6, as a socket that listens to both has it.
		return isIP(bare) > 0 && list.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6');
	};
}

let isTrusted: ((address: string) => boolean) | undefined;

/** Reads the environment, once. @throws for a setting that is wrong; at the start rather than at the first visit */
export const checkTrustedProxies = (): ((address: string) => boolean) =>
	(isTrusted ??= trustedProxies(env.TRUSTED_PROXIES?.trim() || USUAL));

/**
 * Who comes straight to the server, past the proxy, is known by the connection: otherwise they would choose themselves
 * under which address their attempts are counted.
 */
export const visitorAddress: Handle = ({ event, resolve }) => {
	const from = event.platform?.req.socket.remoteAddress;
	const header = env.ADDRESS_HEADER;
	if (header && from !== undefined && !(checkTrustedProxies()(from) && event.request.headers.has(header))) {
		event.getClientAddress = () => from;
	}
	return resolve(event);
};
