import type { RequestEvent } from '@sveltejs/kit';

/** A cookie for the server alone. Over plain http it is not `Secure`, or a site on a machine of its own would lose it. */
export const serverCookie = ({ url }: Pick<RequestEvent, 'url'>) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;
