import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressed } from './compress.server';
import { fileParts } from './fileParts.server';
import { mayBeKept } from './responseCache.server';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
const path = join(folder, 'file');
const CONTENT = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251));
const file = { path, size: CONTENT.length, tag: '"een"', type: 'application/vnd.pmtiles' };

beforeAll(() => writeFileSync(path, CONTENT));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
	fileParts(new Request('https://kaart.example/x', { headers, method }), file);
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test.each([
	['bytes=0-99', 0, 99],
	['bytes=99990-', 99_990, 99_999],
	['bytes=-10', 99_990, 99_999],
	['bytes=50000-9999999', 50_000, 99_999],
	['bytes=0-0', 0, 0]
])('%s is that part, with its place in the file', async (range, from, to) => {
	const response = ask({ range, 'accept-encoding': 'br, gzip' });
	expect(response.status).toBe(206);
	expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/100000`);
	expect(response.headers.get('content-length')).toBe(String(to - from + 1));
	expect(response.headers.get('etag')).toBe('"een"');
	expect(response.headers.get('accept-ranges')).toBe('bytes');
	expect(response.headers.get('cache-control')).toBe('public, max-age=86400, no-transform');
	expect((await bodyOf(response)).equals(CONTENT.subarray(from, to + 1))).toBe(true);
});

test.each(['bytes=100000-', 'bytes=100000-100001', 'bytes=-0'])('%s is outside', async (range) => {
	const response = ask({ range });
	expect(response.status).toBe(416);
	expect(response.headers.get('content-range')).toBe('bytes */100000');
	expect(await bodyOf(response)).toHaveLength(0);
});

test.each(['', 'bytes=5-2', 'bytes=0-1,5-6', 'bytes=-', 'seconds=1-2', 'bytes=a-b'])(
	'"%s" is no part: the answer is all of it, and nobody keeps that',
	async (range) => {
		const response = ask(range ? { range } : {});
		expect(response.status).toBe(200);
		expect(response.headers.get('content-length')).toBe('100000');
		expect(mayBeKept(response)).toBe(false);
		expect((await bodyOf(response)).equals(CONTENT)).toBe(true);
	}
);

test('a part of another file is not joined to this one', () => {
	expect(ask({ range: 'bytes=0-9', 'if-range': '"ander"' }).status).toBe(200);
	expect(ask({ range: 'bytes=0-9', 'if-range': '"een"' }).status).toBe(206);
});

test('who has it already is told so', () => {
	const response = ask({ range: 'bytes=0-9', 'if-none-match': '"een"' });
	expect(response.status).toBe(304);
	expect(response.headers.get('etag')).toBe('"een"');
});

test('HEAD says the same without a body', async () => {
	const [all, part] = [ask({}, 'HEAD'), ask({ range: 'bytes=0-9' }, 'HEAD')];
	expect([all.status, all.headers.get('content-length')]).toEqual([200, '100000']);
	expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
	expect(all.body).toBeNull();
});

test('nothing of it is compressed on the way', async () => {
	const request = new Request('https://kaart.example/x', { headers: { 'accept-encoding': 'br, gzip' } });
	const response = await compressed(fileParts(request, file), request);
	expect(response.headers.has('content-encoding')).toBe(false);
	expect(response.headers.get('etag')).toBe('"een"');
});

test('a file that goes away meanwhile is an answer that breaks off', async () => {
	const gone = fileParts(new Request('https://kaart.example/x', { headers: { range: 'bytes=0-9' } }), {
		...file,
		path: join(folder, 'weg')
	});
	await expect(gone.arrayBuffer()).rejects.toThrow();
});
