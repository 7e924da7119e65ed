import { describe, expect, it } from 'vitest';
import { refuseOtherThanData } from './pageData';

const ADDRESS = 'https://x.be/fr/over/__data.json?x-sveltekit-invalidated=01';
const answering = (status: number, type: string) =>
	refuseOtherThanData(() => Promise.resolve(new Response('', { status, headers: { 'content-type': type } })));

describe('what comes for the data of a page', () => {
	it.each([
		[200, 'application/json'],
		[200, 'text/sveltekit-data'],
		[404, 'application/json']
	])('is that with %d, %s', async (status, type) => {
		expect((await answering(status, type)(ADDRESS)).status).toBe(status);
	});

	it.each([
		[502, 'text/html'],
		[503, 'application/json'],
		[200, 'text/html'],
		[429, 'text/plain']
	])('is not with %d, %s', async (status, type) => {
		await expect(answering(status, type)(ADDRESS)).rejects.toThrow(TypeError);
	});

	it('is nobody’s business elsewhere', async () => {
		expect((await answering(502, 'text/html')('https://x.be/over')).status).toBe(502);
	});
});
