import { LRUCache } from 'lru-cache';
import { isNotModified, notModified, weakTag } from './conditional.server';
import { addVary, encode, isCompressible, type Effort, type Encoding } from './encoding.server';

/** An answer as it is sent again and again: never changed after it is made. */
export interface StoredResponse {
	headers: Headers;
	body: Uint8Array<ArrayBuffer>;
	etag: string;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_URL_LENGTH = 2_048;
/** Roughly what an entry weighs beside its body. */
const OVERHEAD_BYTES = 1_024;

/**
 * Answers to anonymous visitors, in memory, for one edition of the directory at a time.
 *
 * An answer may be kept because, and only as long as, its bytes depend on nothing but the URL (which holds the
 * language), the edition of the directory, this build and, where it is given, the moment: no cookie, no other clock, no
 * header but `Accept-Encoding`.
 * A page for which that is not so says `cache-control: no-store`.
 */
export class ResponseCache {
	#edition = '';
	readonly #entries: LRUCache<string, StoredResponse>;
	readonly #inTheMaking = new Map<string, Promise<StoredResponse | undefined>>();

	constructor(maxBytes = MAX_BYTES) {
		this.#entries = new LRUCache({
			maxSize: maxBytes,
			sizeCalculation: ({ body }, key) => body.length + key.length * 2 + OVERHEAD_BYTES
		});
	}

	/**
	 * The kept answer, or the one that `render` makes now; it is kept when it may be. Of several requests for the same
	 * thing at the same moment one renders, the others wait for it.
	 * @param mayKeep false for an address that somebody made up: answered and shared the same way, but not kept
	 * @param moment names the time that the answer is of, where that makes a difference; '' where it does not
	 * @param edition names the state of everything that answers depend on beside their URL; a new one empties the cache
	 */
	async answer(
		request: Request,
		edition: string,
		encoding: Encoding,
		render: () => Promise<Response>,
		mayKeep = true,
		moment = ''
	): Promise<StoredResponse | Response> {
		this.#moveTo(edition);
		const key = `${encoding} ${request.url} ${moment}`;
		const known = this.#entries.get(key);
		if (known) return known;
		const inTheMaking = this.#inTheMaking.get(key);
		const shared = inTheMaking && (await inTheMaking);
		if (shared) return shared;
		// A HEAD may come without a body, so it reads from the cache but does not fill it.
		if (request.method !== 'GET' || request.url.length > MAX_URL_LENGTH) return render();

		const making = Promise.withResolvers<StoredResponse | undefined>();
		this.#inTheMaking.set(key, making.promise);
		let stored: StoredResponse | undefined;
		try {
			const response = await render();
			// There are endless queries and moments, and each is asked seldom: less work on those.
			const effort = request.url.includes('?') || moment ? 'once' : 'kept';
			stored = mayBeKept(response) ? await store(response, encoding, effort) : undefined;
			// What was rendered while the edition changed may show the one before.
			if (stored && mayKeep && edition === this.#edition) this.#entries.set(key, stored);
			return stored ?? response;
		} finally {
			if (this.#inTheMaking.get(key) === making.promise) this.#inTheMaking.delete(key);
			making.resolve(stored);
		}
	}

	#moveTo(edition: string): void {
		if (edition === this.#edition) return;
		this.#edition = edition;
		this.#entries.clear();
		this.#inTheMaking.clear();
	}
}

/** Whether this request may be answered with what another visitor got. */
export function isAnonymousRead(request: Request): boolean {
	if (request.method !== 'GET' && request.method !== 'HEAD') return false;
	if (request.headers.has('authorization') || request.headers.has('range')) return false;
	return !/(^|;\s*)(__(Secure|Host)-)?sb-/.test(request.headers.get('cookie') ?? '');
}

/** Whether another visitor may get this answer. */
export function mayBeKept({ status, headers }: Response): boolean {
	if (status !== 200 || headers.has('set-cookie') || headers.has('content-encoding')) return false;
	if (/\b(private|no-store)\b/i.test(headers.get('cache-control') ?? '')) return false;
	const vary = (headers.get('vary') ?? '').split(',').map((part) => part.trim().toLowerCase());
	return vary.every((name) => name === '' || name === 'accept-encoding');
}

/** Turns a kept answer into a new response to `request`: 304 when the client has it already. */
export function replay({ headers, body, etag }: StoredResponse, request: Request): Response {
	if (isNotModified(request, etag)) return notModified(headers);
	return new Response(request.method === 'HEAD' ? null : body, { headers });
}

async function store(response: Response, encoding: Encoding, effort: Effort): Promise<StoredResponse> {
	const plain = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	// An answer that names its own weak tag knows better; the framework's strong one would be wrong once compressed.
	const own = headers.get('etag');
	const etag = own?.startsWith('W/') ? own : weakTag(plain);
	headers.set('etag', etag);
	if (!headers.has('cache-control')) headers.set('cache-control', 'public, max-age=0, must-revalidate');
	let body = plain;
	if (isCompressible(headers, plain.length)) {
		addVary(headers, 'Accept-Encoding');
		body = await encode(plain, encoding, effort);
		if (encoding !== 'identity') headers.set('content-encoding', encoding);
	}
	headers.set('content-length', String(body.length));
	return { headers, body, etag };
}
