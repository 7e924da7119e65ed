import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ResponseCache, isAnonymousRead, mayBeKept, replay } from './responseCache.server';

const address = 'http://localhost/';
const page = `<!doctype html>${'<p>Gent</p>'.repeat(300)}`;
const html = (headers: Record<string, string> = {}, body = page) =>
	new Response(body, { headers: { 'content-type': 'text/html', ...headers } });

/** A cache in front of a renderer that counts how often it is needed. */
function counted(render: () => Response | Promise<Response> = () => html(), maxBytes?: number) {
	const cache = new ResponseCache(maxBytes);
	let renders = 0;
	const ask = async (
		edition = 'v1',
		init: RequestInit & { url?: string; encoding?: 'br'; mayKeep?: boolean } = {}
	) => {
		const request = new Request(init.url ?? address, init);
		const count = async () => {
			renders++;
			return render();
		};
		const answer = await cache.answer(request, edition, init.encoding ?? 'identity', count, init.mayKeep);
		return answer instanceof Response ? answer : replay(answer, request);
	};
	return { ask, renders: () => renders };
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

	it('renders once for many visitors at the same moment', async () => {
		const { ask, renders } = counted();
		const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
		expect(renders()).toBe(1);
		for (const answer of answers) expect(await answer.text()).toBe(page);
	});

	it('answers 304 to whoever has the page, with the headers that belong to it', async () => {
		const { ask } = counted();
		const etag = (await ask()).headers.get('etag') ?? '';
		const again = await ask('v1', { headers: { 'if-none-match': `"other", ${etag}` } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect(again.headers.get('etag')).toBe(etag);
		expect(again.headers.get('vary')).toBe('Accept-Encoding');
		expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
		expect(again.headers.get('content-length')).toBeNull();
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
