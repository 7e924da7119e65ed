import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { isNotModified, notModified } from './conditional.server';

export interface FileInParts {
	path: string;
	/** Bytes. */
	size: number;
	/** A strong entity tag, with its quotes: another one as soon as a byte is another. */
	tag: string;
	type: string;
}

/**
 * A large file as it stands on the disk, by the part that is asked (RFC 9110, 14): read while it is sent, never compressed and never
 * whole in memory. Of several parts at once, or of what is no part, all of it is the answer.
 */
export function fileParts(request: Request, { path, size, tag, type }: FileInParts): Response {
	const headers = new Headers({
		'content-type': type,
		'accept-ranges': 'bytes',
		// For a day; a part is only joined with parts of the same file.
		'cache-control': 'public, max-age=86400, no-transform',
		etag: tag,
		// A frame that another site closed off asks as a stranger.
		'access-control-allow-origin': '*',
		'access-control-expose-headers': 'etag, content-range'
	});
	if (isNotModified(request, headers)) return notModified(headers);
	const isSame = [null, tag].includes(request.headers.get('if-range'));
	const part = isSame ? partOf(request.headers.get('range'), size) : 'all';
	if (part === 'outside') {
		headers.set('content-range', `bytes */${size}`);
		headers.set('cache-control', 'no-store');
		return new Response(null, { status: 416, headers });
	}
	const [from, to] = part === 'all' ? [0, size - 1] : part;
	headers.set('content-length', String(to - from + 1));
	if (part === 'all') headers.set('cache-control', 'no-store, no-transform');
	else headers.set('content-range', `bytes ${from}-${to}/${size}`);
	const status = part === 'all' ? 200 : 206;
	if (request.method === 'HEAD') return new Response(null, { status, headers });
	// The types of Node's streams and those of the web are not the same ones.
	const body = Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream;
	return new Response(body, { status, headers });
}

/** @returns the first and the last byte; `outside` when the file is shorter */
function partOf(range: string | null, size: number): [from: number, to: number] | 'all' | 'outside' {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
	if (first === '' && last === '') return 'all';
	const from = first === '' ? Math.max(size - Number(last), 0) : Number(first);
	const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (first !== '' && last !== '' && Number(last) < Number(first)) return 'all';
	return from >= size || (first === '' && Number(last) === 0) ? 'outside' : [from, to];
}
