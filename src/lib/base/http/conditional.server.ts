import { createHash } from 'node:crypto';
import fresh from 'fresh';

/**
 * What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5), what a browser needs to hand it over, and what every answer
 * carries (securityHeaders.server.ts).
 */
const KEPT_ON_304 = [
	'access-control-allow-origin',
	'access-control-expose-headers',
	'cache-control',
	'content-location',
	'cross-origin-opener-policy',
	'cross-origin-resource-policy',
	'date',
	'etag',
	'expires',
	'permissions-policy',
	'referrer-policy',
	'strict-transport-security',
	'vary',
	'x-content-type-options',
	'x-example-data',
	'x-frame-options'
];

/** What decides of a request whether it may be answered with what there is already. A `Request` is one. */
export interface Asked {
	method: string;
	headers: Pick<Headers, 'get'>;
}

/**
 * A weak entity tag made of `parts`. Weak, because the compressed and the plain bytes of one answer share it.
 */
export function weakTag(...parts: (string | Uint8Array)[]): string {
	return `W/"${hashOf(...parts)}"`;
}

/** 22 letters, digits, "-" and "_" that stand for these parts. */
export function hashOf(...parts: (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('base64url').slice(0, 22);
}

/**
 * Whether the client that sent this request already has the answer with these headers, by its entity tag or else by when it
 * last changed. `Cache-Control: no-cache` asks caches on the way to come here, and does not ask for the same bytes again
 * (RFC 9110, 13.1; RFC 9111, 5.2.1.4).
 */
export function isNotModified({ method, headers }: Asked, answer: Pick<Headers, 'get'>): boolean {
	if (method !== 'GET' && method !== 'HEAD') return false;
	const told = (from: Pick<Headers, 'get'>, name: string) => from.get(name) ?? undefined;
	return fresh(
		{
			'if-none-match': told(headers, 'if-none-match'),
			'if-modified-since': told(headers, 'if-modified-since')
		},
		{ etag: told(answer, 'etag'), 'last-modified': told(answer, 'last-modified') }
	);
}

/** The answer "you have it already", for an answer with these headers. */
export function notModified(headers: Headers): Response {
	const kept = new Headers();
	for (const name of KEPT_ON_304) {
		const value = headers.get(name);
		if (value !== null) kept.set(name, value);
	}
	return new Response(null, { status: 304, headers: kept });
}
