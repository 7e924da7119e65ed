import { describe, expect, it } from 'vitest';
import { limited } from './bodySize.server';

const FORM = '/(site)/contact';
const ADDRESS = 'http://localhost/contact';
const send = (bytes: number, headers: Record<string, string> = {}) =>
	new Request(ADDRESS, { method: 'POST', headers, body: 'x'.repeat(bytes) });

describe('A form', () => {
	it('may say half a megabyte, whether or not it tells how much it is', async () => {
		for (const headers of [undefined, { 'content-length': '524288' }]) {
			const request = limited(send(524_288, headers), FORM);
			expect((await request?.text())?.length).toBe(524_288);
		}
	});
	it('is refused at once when it says that it is larger', () => {
		expect(limited(send(10, { 'content-length': '524289' }), FORM)).toBeNull();
		expect(limited(send(10, { 'content-length': '524289' }), null)).toBeNull();
	});
	it('cannot be read to its end when it is larger without saying so', async () => {
		await expect(limited(send(600_000), FORM)?.text()).rejects.toThrow();
	});
});

it('The import takes a file', async () => {
	const request = limited(send(2_000_000, { 'content-length': '2000000' }), '/beheer/import');
	expect((await request?.text())?.length).toBe(2_000_000);
});

it('What has no body is left alone', () => {
	const request = new Request(ADDRESS);
	expect(limited(request, FORM)).toBe(request);
});
