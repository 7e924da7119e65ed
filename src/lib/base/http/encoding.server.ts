import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** Best first, for a client that likes several equally well. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `once`: for this answer alone. `kept`: the bytes are sent many times, so more work on them pays. */
export type Effort = 'once' | 'kept';

/** Below this many bytes the headers weigh more than what is won. */
const SMALLEST = 1_000;
const BROTLI_QUALITY = { once: 6, kept: 9 } as const;
const GZIP_LEVEL = { once: 5, kept: 9 } as const;

/** The package knows `preferred`, its type declarations do not yet. */
interface PreferringNegotiator {
	encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/**
 * What a client that sent this `Accept-Encoding` gets, its q-values respected; without the header, or when it accepts
 * none of ours, the bytes as they are.
 */
export function chooseEncoding(acceptEncoding: string | null): Encoding {
	if (acceptEncoding === null) return 'identity';
	const negotiator: PreferringNegotiator = new Negotiator({
		headers: { 'accept-encoding': acceptEncoding }
	});
	const chosen = negotiator.encoding(ENCODINGS, { preferred: ENCODINGS });
	return ENCODINGS.find((encoding) => encoding === chosen) ?? 'identity';
}

/** Whether an answer with these headers and so many bytes is worth compressing. */
export function isCompressible(headers: Headers, bytes: number): boolean {
	if (bytes < SMALLEST || headers.has('content-encoding')) return false;
	if (headers.get('cache-control')?.includes('no-transform')) return false;
	const type = headers.get('content-type') ?? '';
	return /^(text\/(?!event-stream)|application\/([\w.-]+\+)?(json|xml|javascript))|^image\/svg/i.test(type);
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Compresses off the main thread. */
export async function encode(
	bytes: Uint8Array<ArrayBuffer>,
	encoding: Encoding,
	effort: Effort
): Promise<Uint8Array<ArrayBuffer>> {
	if (encoding === 'identity') return bytes;
	if (encoding === 'gzip') return new Uint8Array(await gzipAsync(bytes, { level: GZIP_LEVEL[effort] }));
	return new Uint8Array(
		await brotliAsync(bytes, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
				[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT
			}
		})
	);
}

/** Adds `name` to the headers that an answer varies by, beside those that are there. */
export function addVary(headers: Headers, name: string): void {
	const present = (headers.get('vary') ?? '').split(',').map((part) => part.trim().toLowerCase());
	if (!present.includes('*') && !present.includes(name.toLowerCase())) headers.append('vary', name);
}
