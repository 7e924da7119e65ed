import { createHash } from 'node:crypto';
import fresh from 'fresh';

/** What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5), and what a browser needs to hand it over. */
const KEPT_ON_304 = [
	'access-control-allow-origin',
	'access-control-expose-headers',
	'cache-control',
	'content-location',
	'cross-origin-resource-policy',
	'date',
	'etag',
	'expires',
	'vary',
	'x-example-data'
];

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

/** Whether the client that sent `request` already has what carries this entity tag. */
export function isNotModified(request: Request, etag: string | null): boolean {
	if (etag === null || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
	return fresh(
		{
			'if-none-match': request.headers.get('if-none-match') ?? undefined,
			'cache-control': request.headers.get('cache-control') ?? undefined
		},
		{ etag }
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
