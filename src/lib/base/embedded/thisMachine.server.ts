import ipaddr from 'ipaddr.js';

/** In which `npm start` tells the site that it is reached over http, where no proxy stands before it. */
export const SERVED_OVER_HEADER = 'x-served-over';

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What a proxy adds, the usual ones: behind one, every connection comes from this machine. */
const FORWARDED = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'fly-client-ip'];

/**
 * Whether the site is set up for this machine alone. A proxy that forwards without saying so cannot be told from somebody
 * at this machine; what the site was told about itself can.
 * @param origin of the site, as it is set
 * @param env the settings that name what a proxy says
 */
export function isMeantForThisMachine(
	origin: string,
	env: Readonly<Record<string, string | undefined>>
): boolean {
	if (env.HOST_HEADER || env.PORT_HEADER) return false;
	if (env.PROTOCOL_HEADER && env.PROTOCOL_HEADER.toLowerCase() !== SERVED_OVER_HEADER) return false;
	return NAMES.has(new URL(origin).hostname);
}

/**
 * Whether somebody at this very machine asks, by one of its own names. A page elsewhere that leads its name here (DNS
 * rebinding) does not, and neither does a proxy on this machine on behalf of others.
 * @param socketAddress the other end of the connection itself, not what a header says
 * @param proxyHeaders headers that a proxy is known to set here, beside the usual ones
 */
export function isThisMachine(
	socketAddress: string | undefined,
	headers: Headers,
	proxyHeaders: readonly (string | undefined)[] = []
): boolean {
	const bare = (socketAddress ?? '').replace(/%.*$/, '');
	if (!ipaddr.isValid(bare) || ipaddr.process(bare).range() !== 'loopback') return false;
	if (!NAMES.has((headers.get('host') ?? '').toLowerCase().replace(/:\d*$/, ''))) return false;
	const forwarded = [...FORWARDED, ...proxyHeaders].some((name) => name && headers.has(name));
	return !forwarded && ![...headers.keys()].some((name) => name.startsWith('x-forwarded'));
}
