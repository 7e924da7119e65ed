/** Answers before the framework is woken: with what it left in memory, to the byte as it would send that. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { isNotModified, notModified, type Asked } from '../lib/base/http/conditional.server.ts';
import { chooseEncoding, type Encoding } from '../lib/base/http/encoding.server.ts';
import {
	isAnonymousRead,
	type KeptAnswers,
	type StoredResponse
} from '../lib/base/http/responseCache.server.ts';

/** Where visitors reach the site: the settings of the adapter for Node. */
type OriginSettings = Partial<
	Record<'ORIGIN' | 'PROTOCOL_HEADER' | 'HOST_HEADER' | 'PORT_HEADER', string | undefined>
>;

/** As Node takes it without another look: names and values in turn. */
interface Sent {
	ok: string[];
	notModified: string[];
	body: Buffer;
}

/** Browsers send few different ones; whoever makes them up gets no more room than this. */
const MOST_ENCODINGS = 200;

/**
 * @param first names of headers that the framework's answer begins with
 * @returns answers when it can, and says whether it did
 */
export function answersKept(
	kept: Pick<KeptAnswers, 'sure'>,
	settings: OriginSettings,
	first: readonly string[]
): (request: IncomingMessage, response: ServerResponse) => boolean {
	const originOf = originFrom(settings);
	const encodings = new LRUCache<string, Encoding>({ max: MOST_ENCODINGS });
	const sent = new WeakMap<StoredResponse, Sent>();

	function encodingFor(header: string | undefined): Encoding {
		if (header === undefined) return 'identity';
		const known = encodings.get(header);
		if (known) return known;
		const chosen = chooseEncoding(header);
		encodings.set(header, chosen);
		return chosen;
	}

	function sentWith(answer: StoredResponse): Sent {
		const known = sent.get(answer);
		if (known) return known;
		const made = {
			ok: inOrder(answer.headers, first),
			notModified: inOrder(notModified(answer.headers).headers, first),
			body: Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength)
		};
		sent.set(answer, made);
		return made;
	}

	return (request, response) => {
		const asked = asAsked(request);
		if (!isAnonymousRead(asked)) return false;
		const origin = originOf(request.headers);
		if (origin === undefined) return false;
		// Not tidied: written otherwise it is not found, and then it is the framework that reads it.
		const url = origin + request.url;
		const answer = kept.sure(url, encodingFor(one(request.headers['accept-encoding'])));
		if (!answer) return false;
		const sending = sentWith(answer);
		if (isNotModified(asked, answer.headers)) response.writeHead(304, sending.notModified).end();
		else if (request.method === 'HEAD') response.writeHead(200, sending.ok).end();
		else response.writeHead(200, sending.ok).end(sending.body);
		return true;
	};
}

const one = (value: string | string[] | undefined): string | undefined =>
	Array.isArray(value) ? value.join(', ') : value;

const asAsked = ({ method = '', headers }: IncomingMessage): Asked => ({
	method,
	headers: { get: (name) => one(headers[name]) ?? null }
});

/** The headers of one of our own answers, those named first in front. */
function inOrder(headers: Headers, first: readonly string[]): string[] {
	const front = first.flatMap((name): [string, string][] => {
		const value = headers.get(name);
		return value === null ? [] : [[name, value]];
	});
	return [...front, ...[...headers].filter(([name]) => !first.includes(name))].flat();
}

/**
 * The origin as the adapter puts it together before an address is read.
 * @returns undefined for a request that it refuses, or reads as something else than stands there
 */
function originFrom({
	ORIGIN,
	PROTOCOL_HEADER,
	HOST_HEADER,
	PORT_HEADER
}: OriginSettings): (headers: IncomingMessage['headers']) => string | undefined {
	if (ORIGIN) {
		const origin = URL.parse(ORIGIN.trim())?.origin;
		return () => origin;
	}
	const [protocolHeader, hostHeader, portHeader] = [PROTOCOL_HEADER, HOST_HEADER, PORT_HEADER].map((name) =>
		name?.toLowerCase()
	);
	return (headers) => {
		const told = (name: string | undefined) => (name ? headers[name] : undefined);
		const protocol = told(protocolHeader) || 'https';
		const host = told(hostHeader) || headers.host;
		const port = told(portHeader);
		if (protocol !== 'http' && protocol !== 'https') return undefined;
		if (typeof host !== 'string' || Array.isArray(port)) return undefined;
		return `${protocol}://${host}${port ? `:${port}` : ''}`;
	};
}
