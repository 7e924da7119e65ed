/**
 * The answers that are kept in memory to be sent again and again: which may be kept, for whom, and how long. The site fills the
 * cache; it answers from it, and so does the door before it (src/cli/door.ts), which brings it along with each request. Runs in
 * plain Node too.
 *
 * An answer may be kept because, and only as long as, its bytes depend on nothing but the URL (which holds the language), the
 * edition of the directory, this build and, where its route says so, the minute or the day: no cookie, no other clock, no header
 * but `Accept-Encoding`. A page for which that is not so says `cache-control: no-store`. What somebody who is signed in asks for
 * is neither kept nor answered from here.
 */
import { LRUCache } from 'lru-cache';
import { belgianDate } from '../../domain/openingHours/brusselsTime.ts';
import { isNotModified, notModified, weakTag, type Asked } from './conditional.server.ts';
import { addVary, encode, isCompressible, type Effort, type Encoding } from './encoding.server.ts';

/** An answer as it is sent, with all that is sent with it: never changed after it is made. */
export interface StoredResponse {
	headers: Headers;
	body: Uint8Array<ArrayBuffer>;
}

/** Names the state of everything that answers depend on beside their URL. */
export interface Edition {
	name: string;
	/** A part of the site that changes apart from the rest; left out for the directory. */
	part?: string;
	/** So long no other can have come, on the clock of `performance.now()`; in the past when that is not known. */
	sureUntil: number;
}

/** What an answer is another one after. */
export type Clock = 'minute' | 'day';

/** What decides about an answer beside who asks. */
export interface Circumstances {
	edition: Edition;
	encoding: Encoding;
	/** Of the route. */
	clock?: Clock | undefined;
	/** False for an address that somebody made up: answered and shared the same way, but not kept. */
	mayKeep?: boolean;
}

/** What is kept, as the site and its door use it. */
export interface KeptAnswers {
	/**
	 * The kept answer, or the one that `render` makes now; it is kept when it may be. Of several requests for the same
	 * thing at the same moment one renders, the others wait for it.
	 */
	answer(
		request: Request,
		circumstances: Circumstances,
		render: () => Promise<Response>
	): Promise<StoredResponse | Response>;
	/** What `answer` would give now, where that is sure without asking for the edition. @param url as a `Request` has it */
	sure(url: string, encoding: Encoding): StoredResponse | undefined;
}

declare module 'node:http' {
	interface IncomingMessage {
		/** Brought along by the door, for the site to fill. */
		keptAnswers?: KeptAnswers;
	}
}

interface Entry extends StoredResponse {
	part: string;
	clock: Clock | undefined;
	moment: string;
}

interface Options {
	maxBytes?: number;
	/** Milliseconds, never running backwards. */
	now?: () => number;
	/** Milliseconds since 1970. */
	date?: () => number;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_URL_LENGTH = 2_048;
/** Roughly what an entry weighs beside its body. */
const OVERHEAD_BYTES = 1_024;
const MINUTE_MS = 60_000;

/** Of one edition of each part at a time: a new one takes away what is kept of that part. */
export class ResponseCache implements KeptAnswers {
	readonly #editions = new Map<string, Edition>();
	readonly #entries: LRUCache<string, Entry>;
	readonly #inTheMaking = new Map<string, Promise<Entry | undefined>>();
	readonly #now: () => number;
	readonly #date: () => number;

	constructor({ maxBytes = MAX_BYTES, now = () => performance.now(), date = Date.now }: Options = {}) {
		this.#now = now;
		this.#date = date;
		this.#entries = new LRUCache({
			maxSize: maxBytes,
			sizeCalculation: ({ body }, key) => body.length + key.length * 2 + OVERHEAD_BYTES
		});
	}

	async answer(
		request: Request,
		{ edition, encoding, clock, mayKeep = true }: Circumstances,
		render: () => Promise<Response>
	): Promise<StoredResponse | Response> {
		this.#moveTo(edition);
		const { method, url } = request;
		const known = this.#find(url, encoding);
		if (known) return known;
		const moment = momentOf(clock, this.#date());
		const making = `${keyOf(url, encoding)} ${moment}`;
		const inTheMaking = this.#inTheMaking.get(making);
		const shared = inTheMaking && (await inTheMaking);
		if (shared) return shared;
		// A HEAD may come without a body, so it reads from the cache but does not fill it.
		if (method !== 'GET' || url.length > MAX_URL_LENGTH) return render();

		const made = Promise.withResolvers<Entry | undefined>();
		this.#inTheMaking.set(making, made.promise);
		let entry: Entry | undefined;
		try {
			const response = await render();
			// There are endless queries and moments, and each is asked seldom: less work on those.
			const effort = url.includes('?') || clock ? 'once' : 'kept';
			entry = mayBeKept(response)
				? { ...(await store(response, encoding, effort)), part: partOf(edition), clock, moment }
				: undefined;
			// What was rendered while the edition changed may show the one before.
			if (entry && mayKeep && edition.name === this.#editions.get(entry.part)?.name)
				this.#entries.set(keyOf(url, encoding), entry);
			return entry ?? response;
		} finally {
			if (this.#inTheMaking.get(making) === made.promise) this.#inTheMaking.delete(making);
			made.resolve(entry);
		}
	}

	sure(url: string, encoding: Encoding): StoredResponse | undefined {
		const entry = this.#find(url, encoding);
		return entry && this.#now() < (this.#editions.get(entry.part)?.sureUntil ?? -Infinity)
			? entry
			: undefined;
	}

	#find(url: string, encoding: Encoding): Entry | undefined {
		const entry = this.#entries.get(keyOf(url, encoding));
		return entry && entry.moment === momentOf(entry.clock, this.#date()) ? entry : undefined;
	}

	#moveTo(edition: Edition): void {
		const part = partOf(edition);
		const before = this.#editions.get(part);
		this.#editions.set(part, edition);
		if (edition.name === before?.name) return;
		for (const [key, entry] of [...this.#entries.entries()])
			if (entry.part === part) this.#entries.delete(key);
		this.#inTheMaking.clear();
	}
}

const partOf = ({ part = 'directory' }: Edition): string => part;

const keyOf = (url: string, encoding: Encoding): string => `${encoding} ${url}`;

/** The minute or the day that it is; '' for what says the same at any time. @param now milliseconds since 1970 */
export function momentOf(clock: Clock | undefined, now: number): string {
	if (clock === undefined) return '';
	return clock === 'minute' ? String(Math.floor(now / MINUTE_MS)) : belgianDate(new Date(now));
}

/** Whether this request may be answered with what another visitor got. */
export function isAnonymousRead({ method, headers }: Asked): boolean {
	if (method !== 'GET' && method !== 'HEAD') return false;
	if (headers.get('authorization') !== null || headers.get('range') !== null) return false;
	return !/(^|;\s*)(__(Secure|Host)-)?sb-/.test(headers.get('cookie') ?? '');
}

/** Whether another visitor may get this answer. */
export function mayBeKept({ status, headers }: Response): boolean {
	if (status !== 200 || headers.has('set-cookie') || headers.has('content-encoding')) return false;
	if (/\b(private|no-store)\b/i.test(headers.get('cache-control') ?? '')) return false;
	const vary = (headers.get('vary') ?? '').split(',').map((part) => part.trim().toLowerCase());
	return vary.every((name) => name === '' || name === 'accept-encoding');
}

/** Turns a kept answer into a new response to `request`: 304 when the client has it already. */
export function replay({ headers, body }: StoredResponse, request: Request): Response {
	if (isNotModified(request, headers)) return notModified(headers);
	return new Response(request.method === 'HEAD' ? null : body, { headers });
}

async function store(response: Response, encoding: Encoding, effort: Effort): Promise<StoredResponse> {
	const plain = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	// An answer that names its own weak tag knows better; the framework's strong one would be wrong once compressed.
	const own = headers.get('etag');
	if (!own?.startsWith('W/')) headers.set('etag', weakTag(plain));
	if (!headers.has('cache-control')) headers.set('cache-control', 'public, max-age=0, must-revalidate');
	let body = plain;
	if (isCompressible(headers, plain.length)) {
		addVary(headers, 'Accept-Encoding');
		body = await encode(plain, encoding, effort);
		if (encoding !== 'identity') headers.set('content-encoding', encoding);
	}
	headers.set('content-length', String(body.length));
	return { headers, body };
}
