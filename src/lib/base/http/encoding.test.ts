import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addVary, chooseEncoding, encode, isCompressible } from './encoding.server';

describe('chooseEncoding', () => {
	it.each([
		[null, 'identity'],
		['', 'identity'],
		['gzip, deflate, br', 'br'],
		['gzip, deflate', 'gzip'],
		['br;q=0.1, gzip', 'gzip'],
		['br;q=0, gzip;q=0', 'identity'],
		['*', 'br'],
		['*;q=0', 'identity'],
		['zstd', 'identity'],
		['identity', 'identity'],
		['gzip;q=0.5, identity;q=0.9', 'identity'],
		['\x01nonsense;;;q=', 'identity']
	])('%j gets %s', (header, expected) => {
		expect(chooseEncoding(header)).toBe(expected);
	});
});

describe('encode', () => {
	it('gives bytes that decode to the same text', async () => {
		const plain = new TextEncoder().encode('Vrijwilligersloket '.repeat(200));
		expect(new Uint8Array(brotliDecompressSync(await encode(plain, 'br', 'kept')))).toEqual(plain);
		expect(new Uint8Array(gunzipSync(await encode(plain, 'gzip', 'once')))).toEqual(plain);
		expect(await encode(plain, 'identity', 'kept')).toBe(plain);
	});
});

describe('isCompressible', () => {
	const of = (type: string, more: Record<string, string> = {}) =>
		new Headers({ 'content-type': type, ...more });

	it('is so for pages, data and drawings', () => {
		for (const type of [
			'text/html; charset=utf-8',
			'application/json',
			'application/geo+json',
			'image/svg+xml'
		]) {
			expect(isCompressible(of(type), 5_000)).toBe(true);
		}
	});

	it('is not so for small, compressed, streamed or picture answers', () => {
		expect(isCompressible(of('text/html'), 500)).toBe(false);
		expect(isCompressible(of('text/html', { 'content-encoding': 'br' }), 5_000)).toBe(false);
		expect(isCompressible(of('text/html', { 'cache-control': 'no-transform' }), 5_000)).toBe(false);
		expect(isCompressible(of('text/event-stream'), 5_000)).toBe(false);
		expect(isCompressible(of('image/png'), 5_000)).toBe(false);
	});
});

describe('addVary', () => {
	it('adds to what is there, once', () => {
		const headers = new Headers({ vary: 'Origin' });
		addVary(headers, 'Accept-Encoding');
		addVary(headers, 'accept-encoding');
		expect(headers.get('vary')).toBe('Origin, Accept-Encoding');
	});

	it('leaves a star alone', () => {
		const headers = new Headers({ vary: '*' });
		addVary(headers, 'Accept-Encoding');
		expect(headers.get('vary')).toBe('*');
	});
});
