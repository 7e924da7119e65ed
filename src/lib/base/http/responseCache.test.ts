import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import {
	ResponseCache,
	isAnonymousRead,
	mayBeKept,
	momentOf,
	replay,
	type Clock
} from './responseCache.server';

const address = 'http://localhost/';
const page = `<!doctype html>${'<p>Gent</p>'.repeat(300)}`;
const html = (headers: Record<string, string> = {}, body = page) =>
	new Response(body, { headers: { 'content-type': 'text/html', ...headers } });

interface Asks extends RequestInit {
	url?: string;
	encoding?: 'br';
	mayKeep?: boolean;
	clock?: Clock;
	/** Of the edition. */
	sureUntil?: number;
	part?: string;
}

/** A cache in front of a renderer that counts how often it is needed, on clocks that stand where the test puts them. */
function counted(render: () => Response | Promise<Response> = () => html(), maxBytes?: number) {
	const clocks = { now: 0, date: 0 };
	const cache = new ResponseCache({
		...(maxBytes === undefined ? {} : { maxBytes }),
		now: () => clocks.now,
		date: () => clocks.date
	});
	let renders = 0;
	const ask = async (name = 'v1', init: Asks = {}) => {
		const {
			url = address,
			encoding = 'identity' as const,
			mayKeep = true,
			clock,
			sureUntil = 0,
			part,
			...rest
		} = init;
		const request = new Request(url, rest);
		const edition = { name, sureUntil, ...(part ? { part } : {}) };
		const circumstances = { edition, encoding, clock, mayKeep };
		const answer = await cache.answer(request, circumstances, async () => {
			renders++;
			return render();
		});
		return answer instanceof Response ? answer : replay(answer, request);
	};
	return { ask, cache, clocks, renders: () => renders };
}

describe('the response cache', () => {
	it('renders a page once per edition of the directory', async () => {
		const { ask, renders } = counted();
		expect(await (await ask()).text()).toBe(page);
		expect(await (await ask()).text()).toBe(page);
		expect(renders()).toBe(1);
		await ask('v2');
		expect(renders()).toBe(2);
	});

	it('takes away what is kept of the part that changed, and of no other', async () => {
		const { ask, cache, renders } = counted();
		const news = { url: `${address}nieuws`, part: 'content' };
		await ask('v1', { sureUntil: 1_000 });
		await ask('v1 c1', { ...news, sureUntil: 500 });
		await ask('v1 c2', { ...news, sureUntil: 500 });
		expect(renders()).toBe(3);
		await ask('v1', { sureUntil: 1_000 });
		await ask('v1 c2', { ...news, sureUntil: -Infinity });
		expect(renders()).toBe(3);
		expect(cache.sure(address, 'identity')).toBeDefined();
		expect(cache.sure(news.url, 'identity')).toBeUndefined();
	});

	it('renders once for many visitors at the same moment', async () => {
		const { ask, renders } = counted();
		const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
		expect(renders()).toBe(1);
		for (const answer of answers) expect(await answer.text()).toBe(page);
	});

	it('answers 304 to whoever has the page, with the headers that belong to it', async () => {
		const { ask } = counted(() => html({ 'x-frame-options': 'DENY', 'content-security-policy': 'none' }));
		const etag = (await ask()).headers.get('etag') ?? '';
		const again = await ask('v1', { headers: { 'if-none-match': `"other", ${etag}` } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect(again.headers.get('etag')).toBe(etag);
		expect(again.headers.get('vary')).toBe('Accept-Encoding');
		expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
		expect(again.headers.get('content-length')).toBeNull();
		expect(again.headers.get('x-frame-options')).toBe('DENY');
		expect(again.headers.get('content-security-policy')).toBeNull();
	});

	it('keeps the tag of a page whose bytes are the same in the next edition', async () => {
		const { ask } = counted();
		expect((await ask('v1')).headers.get('etag')).toBe((await ask('v2')).headers.get('etag'));
	});

	it('sends compressed bytes to whoever takes them, under the same weak tag', async () => {
		const { ask } = counted();
		const plain = await ask();
		const packed = await ask('v1', { encoding: 'br' });
		expect(packed.headers.get('content-encoding')).toBe('br');
		expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
		expect(packed.headers.get('etag')).toMatch(/^W\//);
		expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe(page);
	});

	it('answers HEAD without a body from what GET left, and leaves nothing itself', async () => {
		const { ask, renders } = counted();
		await ask('v1', { method: 'HEAD' });
		await ask();
		expect(renders()).toBe(2);
		const head = await ask('v1', { method: 'HEAD' });
		expect(renders()).toBe(2);
		expect(await head.text()).toBe('');
		expect(head.headers.get('content-length')).toBe(String(page.length));
	});

	it('keeps addresses apart, query and host included', async () => {
		const { ask, renders } = counted();
		await ask();
		await ask('v1', { url: 'http://localhost/?q=gent' });
		await ask('v1', { url: 'http://example.org/' });
		expect(renders()).toBe(3);
	});

	it('does not keep what was asked for under a made-up address, but answers it like any other', async () => {
		const { ask, renders } = counted();
		const madeUp = { url: `${address}?utm_source=x`, mayKeep: false };
		const [one, other] = await Promise.all([ask('v1', madeUp), ask('v1', madeUp)]);
		expect(renders()).toBe(1);
		expect(await one.text()).toBe(await other.text());
		const again = await ask('v1', { ...madeUp, headers: { 'if-none-match': one.headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
		expect(renders()).toBe(2);
	});

	it('does not keep what was rendered while the edition changed', async () => {
		const gate = Promise.withResolvers<Response>();
		let first = true;
		const { ask, renders } = counted(() => (first ? ((first = false), gate.promise) : html()));
		const slow = ask('v1');
		await ask('v2');
		gate.resolve(html({}, `${page}old`));
		expect(await (await slow).text()).toBe(`${page}old`);
		expect(await (await ask('v2')).text()).toBe(page);
		expect(renders()).toBe(2);
	});

	it.each([
		['minute', '2026-11-30T10:00:59.999Z', '2026-11-30T10:01:00Z'],
		['day', '2026-11-30T22:59:59.999Z', '2026-11-30T23:00:00Z']
	] as const)('renders anew what follows the %s, and nothing else', async (clock, before, after) => {
		const { ask, clocks, renders } = counted();
		const other = { url: `${address}over` };
		clocks.date = Date.parse(before);
		await ask('v1', { clock });
		await ask('v1', other);
		await ask('v1', { clock });
		expect(renders()).toBe(2);
		clocks.date = Date.parse(after);
		await ask('v1', other);
		expect(renders()).toBe(2);
		await ask('v1', { clock });
		expect(renders()).toBe(3);
	});

	it('stays within its bytes', async () => {
		const { ask, renders } = counted(() => html(), 2 * (page.length + 2_000));
		await ask('v1', { url: `${address}?1` });
		await ask('v1', { url: `${address}?2` });
		await ask('v1', { url: `${address}?3` });
		await ask('v1', { url: `${address}?1` });
		expect(renders()).toBe(4);
	});

	it('lets the next visitor try when rendering fails', async () => {
		let fails = true;
		const { ask } = counted(() => {
			if (fails) throw new Error('broken');
			return html();
		});
		await expect(ask()).rejects.toThrow('broken');
		fails = false;
		expect((await ask()).status).toBe(200);
	});

	it.each([
		['sets a cookie', html({ 'set-cookie': 'a=b' })],
		['is private', html({ 'cache-control': 'private, max-age=60' })],
		['may not be stored', html({ 'cache-control': 'no-store' })],
		['varies by cookie', html({ vary: 'Accept-Encoding, Cookie' })],
		['is not a success', new Response('no', { status: 404 })]
	])('never keeps an answer that %s', (_, response) => {
		expect(mayBeKept(response)).toBe(false);
	});

	it('renders anew each time for what may not be kept', async () => {
		const { ask, renders } = counted(() => html({ 'cache-control': 'no-store' }));
		await Promise.all([ask(), ask(), ask()]);
		expect(renders()).toBe(3);
	});
});

describe('what is sure without asking for the edition', () => {
	const isSure = (cache: ResponseCache, url = address) => cache.sure(url, 'identity') !== undefined;

	it('is what is kept, as long as no other edition can have come', async () => {
		const { ask, cache, clocks } = counted();
		await ask('v1', { sureUntil: 1_000 });
		expect(isSure(cache)).toBe(true);
		expect(isSure(cache, `${address}over`)).toBe(false);
		expect(cache.sure(address, 'br')).toBeUndefined();
		clocks.now = 999;
		expect(isSure(cache)).toBe(true);
		clocks.now = 1_000;
		expect(isSure(cache)).toBe(false);
	});

	it('is so again once somebody asked, about the whole of it', async () => {
		const { ask, cache, clocks } = counted();
		await ask('v1', { sureUntil: 1_000 });
		clocks.now = 1_000;
		await ask('v1', { url: `${address}over`, sureUntil: 2_000 });
		expect(isSure(cache)).toBe(true);
	});

	it('is nothing of the edition before', async () => {
		const { ask, cache } = counted();
		await ask('v1', { sureUntil: 1_000 });
		await ask('v2', { url: `${address}over`, sureUntil: 1_000 });
		expect(isSure(cache)).toBe(false);
		expect(isSure(cache, `${address}over`)).toBe(true);
	});

	it('is nothing while it is not known whether the directory changed', async () => {
		const { ask, cache } = counted();
		await ask('v1', { sureUntil: 1_000 });
		await ask('v1', { url: `${address}over`, sureUntil: -Infinity });
		expect(isSure(cache)).toBe(false);
	});

	it('is nothing of another minute', async () => {
		const { ask, cache, clocks } = counted();
		await ask('v1', { sureUntil: 1_000, clock: 'minute' });
		expect(isSure(cache)).toBe(true);
		clocks.date = 60_000;
		expect(isSure(cache)).toBe(false);
	});

	it('is nothing that may not be kept', async () => {
		const { ask, cache } = counted(() => html({ 'cache-control': 'private, no-store' }));
		await ask('v1', { sureUntil: 1_000 });
		expect(isSure(cache)).toBe(false);
		const madeUp = counted();
		await madeUp.ask('v1', { sureUntil: 1_000, mayKeep: false });
		expect(isSure(madeUp.cache)).toBe(false);
	});
});

test('a moment is a minute, or a day in Belgium', () => {
	expect(momentOf('minute', 119_999)).toBe('1');
	expect(momentOf(undefined, 119_999)).toBe('');
	expect(momentOf('day', Date.parse('2026-10-24T22:30:00Z'))).toBe('2026-10-25');
});

describe('isAnonymousRead', () => {
	const read = (init: RequestInit) => isAnonymousRead(new Request(address, init));

	it('is a GET or HEAD, with or without cookies that do not matter', () => {
		expect(read({})).toBe(true);
		expect(read({ method: 'HEAD' })).toBe(true);
		expect(read({ headers: { cookie: 'theme=dark; absb-x=1' } })).toBe(true);
	});

	it('is not a form, a range, nor anything by someone who is signed in', () => {
		expect(read({ method: 'POST' })).toBe(false);
		expect(read({ headers: { range: 'bytes=0-1' } })).toBe(false);
		expect(read({ headers: { authorization: 'Bearer x' } })).toBe(false);
		expect(read({ headers: { cookie: 'theme=dark; sb-abc-auth-token.0=x' } })).toBe(false);
		expect(read({ headers: { cookie: '__Host-sb-abc-auth-token=x' } })).toBe(false);
	});
});
