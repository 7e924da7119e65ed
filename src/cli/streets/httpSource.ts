import { setTimeout as pause } from 'node:timers/promises';
import { ExtractError } from './refusal.ts';
import type { Source } from './source.ts';

/** How long a server is waited for. */
export interface Patience {
	/** Milliseconds between tries of which none brought anything, one after another. */
	pauses: readonly number[];
	/** Milliseconds in which nothing comes, after which a connection is taken for broken. */
	silence: number;
}

const PATIENCE: Patience = { pauses: [500, 2_000, 5_000, 15_000, 30_000, 60_000], silence: 30_000 };
/** A server that asks for more rest than this is asked again later, by a person. */
const LONGEST_REST = 300_000;
/** Of which it makes sense to ask again. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

/** What may go better at the next try. */
class Hitch extends Error {
	/** Milliseconds that the server wants to be left alone. */
	readonly rest: number;
	constructor(message: string, rest = 0) {
		super(message);
		this.rest = rest;
	}
}

/** @throws ExtractError when there is nothing at the address, or it does not come in parts */
export async function openHttp(address: string, patience: Patience = PATIENCE): Promise<Source> {
	const url = URL.parse(address);
	if (!url || url.username || url.password)
		throw new ExtractError(
			'usage',
			'Dat is geen adres, of een adres met een account erin: die gaan niet.',
			'That is no address, or one with an account in it: those do not work.'
		);
	const file = new HttpFile(url, patience);
	await file.read(0, 1);
	return file;
}

class HttpFile implements Source {
	readonly name: string;
	tag: string | null = null;
	length = 0;
	readonly #url: URL;
	readonly #patience: Patience;
	#isKnown = false;

	constructor(url: URL, patience: Patience) {
		this.#url = url;
		this.#patience = patience;
		this.name = `${url.origin}${url.pathname}`;
	}

	/** What came before a connection broke is kept: the next try asks for the rest. */
	async read(offset: number, length: number, onbytes?: (count: number) => void): Promise<Buffer> {
		const bytes = Buffer.alloc(length);
		let have = 0;
		for (let failures = 0; ;) {
			const before = have;
			try {
				await this.#ask(offset + have, offset + length, (chunk) => {
					if (have + chunk.length > length) throw new Hitch('more than was asked');
					bytes.set(chunk, have);
					have += chunk.length;
					onbytes?.(chunk.length);
				});
				if (have === length) return bytes;
				throw new Hitch('less than was asked');
			} catch (error) {
				if (error instanceof ExtractError) throw error;
				if (isUnknownHost(error)) throw this.#nothing(`de naam ${this.#url.hostname} bestaat niet`);
				if (have > before) failures = 0;
				const wait = this.#patience.pauses[failures];
				if (wait === undefined) throw this.#gaveUp(error);
				failures += 1;
				await pause(Math.max(wait, error instanceof Hitch ? error.rest : 0));
			}
		}
	}

	close(): Promise<void> {
		return Promise.resolve();
	}

	/** @param to the byte behind the last */
	async #ask(from: number, to: number, take: (chunk: Uint8Array) => void): Promise<void> {
		const silence = new AbortController();
		const timer = setTimeout(() => silence.abort(), this.#patience.silence);
		try {
			const response = await fetch(this.#url, {
				headers: { range: `bytes=${from}-${to - 1}`, 'accept-encoding': 'identity' },
				signal: silence.signal
			});
			try {
				this.#judge(response, from);
				for await (const chunk of response.body ?? []) {
					timer.refresh();
					take(chunk);
				}
			} catch (error) {
				// Whatever still comes is of no use; what goes wrong while saying so neither.
				await response.body?.cancel().catch(() => undefined);
				throw error;
			}
		} finally {
			clearTimeout(timer);
		}
	}

	#judge({ status, headers }: Response, from: number): void {
		if (PASSING.has(status)) throw new Hitch(`status ${status}`, restIn(headers));
		if (status === 416) throw this.#isKnown ? this.#changed() : this.#empty();
		const isEncoded = (headers.get('content-encoding') ?? 'identity') !== 'identity';
		if (status === 200 || (status === 206 && isEncoded)) throw this.#noRanges();
		if (status !== 206) throw this.#nothing(`de server antwoordt met status ${status}`);
		const [, begin, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
		if (begin === undefined || total === undefined) throw this.#noRanges();
		if (Number(begin) !== from) throw new Hitch('another part than was asked');
		const tag = headers.get('etag') ?? headers.get('last-modified');
		if (this.#isKnown && (tag !== this.tag || Number(total) !== this.length)) throw this.#changed();
		this.tag = tag;
		this.length = Number(total);
		this.#isKnown = true;
	}

	#nothing(why: string): ExtractError {
		return new ExtractError(
			'address',
			`Op ${this.name} staat geen kaart: ${why}. Elke bouw heeft een datum in zijn adres, en oude verdwijnen.`,
			`There is no map at ${this.name}. Every build has a date in its address, and old ones disappear.`
		);
	}

	#empty(): ExtractError {
		return new ExtractError('format', `${this.name} is leeg.`, `${this.name} is empty.`);
	}

	#noRanges(): ExtractError {
		return new ExtractError(
			'ranges',
			`De server van ${this.name} geeft geen delen van een bestand (byte ranges). Haal het hele bestand zelf op en geef het pad.`,
			`The server of ${this.name} gives no parts of a file (byte ranges). Fetch the whole file yourself and give its path.`
		);
	}

	#changed(): ExtractError {
		return new ExtractError(
			'changed',
			`Op ${this.name} staat intussen een andere kaart. Geef het commando opnieuw: dan begint het met die.`,
			`There is another map at ${this.name} by now. Give the command again: then it begins with that one.`
		);
	}

	#gaveUp(error: unknown): ExtractError {
		const why = error instanceof Error ? error.message : String(error);
		return new ExtractError(
			'connection',
			`${this.name} antwoordt niet meer (${why}). Geef hetzelfde commando later opnieuw: het gaat verder waar het stopte.`,
			`${this.name} does not answer any more. Give the same command again later: it goes on where it stopped.`
		);
	}
}

function isUnknownHost(error: unknown): boolean {
	const cause = error instanceof Error ? error.cause : undefined;
	return cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND';
}

/** `Retry-After` in seconds or as a date. @returns milliseconds */
function restIn(headers: Headers): number {
	const told = headers.get('retry-after');
	if (told === null) return 0;
	const rest = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now();
	return Number.isFinite(rest) ? Math.min(Math.max(rest, 0), LONGEST_REST) : 0;
}
