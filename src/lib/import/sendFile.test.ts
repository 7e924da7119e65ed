import { afterEach, expect, it, vi } from 'vitest';
import { sendFile } from './sendFile';

afterEach(() => void vi.unstubAllGlobals());

/** What is told of an answer. */
async function told(body: string, type = 'application/x-ndjson; charset=utf-8'): Promise<unknown[]> {
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { headers: { 'content-type': type } })));
	const lines: unknown[] = [];
	await sendFile('/beheer/import/voortgang', new FormData(), (line) => lines.push(line));
	return lines;
}

it('tells every line', async () => {
	expect(await told('{"done":1,"total":2}\n{"location":"/beheer/import/1"}\n')).toEqual([
		{ done: 1, total: 2 },
		{ location: '/beheer/import/1' }
	]);
	expect(await told('{"problem":{"code":"empty","values":[]}}\n')).toEqual([
		{ problem: { code: 'empty', values: [] } }
	]);
	expect(await told('{"failed":"an id"}\n')).toEqual([{ failed: 'an id' }]);
});

it.each([
	['is cut off', '{"done":1,"total":2}\n{"loc'],
	['is no JSON', '<html>\n'],
	['says something unknown', '{"started":true}\n'],
	['has a problem that nobody knows', '{"problem":{"code":"haunted","values":[]}}\n'],
	['is null', 'null\n']
])('fails when the answer %s', async (_, body) => {
	await expect(told(body)).rejects.toThrow();
});

it('fails on a page', async () => {
	await expect(told('<!doctype html>', 'text/html')).rejects.toThrow();
});
