import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from './compress.server';

const text = 'Wie doet mee? '.repeat(200);
const request = (init: RequestInit = {}) => new Request('http://localhost/', init);
const takesGzip = request({ headers: { 'accept-encoding': 'gzip' } });
const html = (init: ResponseInit = {}, body: BodyInit | null = text) =>
	new Response(body, { ...init, headers: { 'content-type': 'text/html', ...init.headers } });

describe('compressed', () => {
	it('compresses for whoever takes it and keeps status, headers and cookies', async () => {
		const headers = new Headers({ 'content-type': 'text/html', vary: 'Cookie', etag: '"abc"' });
		headers.append('set-cookie', 'a=1');
		headers.append('set-cookie', 'b=2');
		const response = await compressed(new Response(text, { status: 404, headers }), takesGzip);
		expect(response.status).toBe(404);
		expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
		expect(response.headers.get('vary')).toBe('Cookie, Accept-Encoding');
		expect(response.headers.get('etag')).toBe('W/"abc"');
		const bytes = await response.arrayBuffer();
		expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
		expect(gunzipSync(bytes).toString()).toBe(text);
	});

	it('says that the plain answer, too, is one of several', async () => {
		const response = await compressed(html(), request());
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		expect(await response.text()).toBe(text);
	});

	it('leaves small answers, redirects and streams as they are', async () => {
		const small = await compressed(html({}, 'kort'), takesGzip);
		expect(small.headers.get('content-encoding')).toBeNull();
		expect(await small.text()).toBe('kort');
		const redirect = new Response(null, { status: 308, headers: { location: '/' } });
		expect(await compressed(redirect, takesGzip)).toBe(redirect);
		const stream = html({ headers: { 'content-type': 'text/event-stream' } });
		expect(await compressed(stream, takesGzip)).toBe(stream);
	});

	it('answers 304 to whoever has it, but not to a form', async () => {
		const headers = { 'if-none-match': '"abc"' };
		const answer = () => html({ headers: { etag: '"abc"' } });
		expect((await compressed(answer(), request({ headers }))).status).toBe(304);
		expect((await compressed(answer(), request({ headers, method: 'POST' }))).status).toBe(200);
		expect((await compressed(answer(), request({ headers: { 'if-none-match': '"abd"' } }))).status).toBe(200);
	});
});
