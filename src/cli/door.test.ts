import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KeptAnswers } from '../lib/base/http/responseCache.server.ts';
import { isLoopback, isOriginSet, keepDoor } from './door.ts';

let files: string;
let server: Server | undefined;

beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'door-'));
	await mkdir(join(files, '_app/immutable'), { recursive: true });
	for (const name of ['favicon.svg', 'favicon.ico', '_app/immutable/a b.js', '_app/immutable/a.1.pmtiles'])
		await writeFile(join(files, name), '');
});
afterAll(() => rm(files, { recursive: true }));
afterEach(() => void server?.close());

/** One answer is there before the site is asked. */
const kept: KeptAnswers = {
	answer: () => Promise.reject(new Error('It is the site that fills it.')),
	sure: (url) =>
		url.endsWith('/kept') ? { headers: new Headers(), body: new Uint8Array(), etag: 'W/"x"' } : undefined
};

/** A site that answers everything, and sets one header itself. */
async function open(env: NodeJS.ProcessEnv = {}, host = '127.0.0.1') {
	const handler = keepDoor(
		(req, response) => {
			expect(req.keptAnswers).toBe(kept);
			response.setHeader('referrer-policy', 'no-referrer').end('the site');
		},
		{ originSet: isOriginSet(env), host, files, kept, env }
	);
	server = createServer((req, res) => handler(req, res, () => {})).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return async (path: string, options: { method?: string; host?: string } = {}) => {
		const asked = request({
			port,
			path,
			method: options.method ?? 'GET',
			headers: { host: options.host ?? `localhost:${port}` },
			agent: false
		}).end();
		const [answer]: IncomingMessage[] = await once(asked, 'response');
		let text = '';
		for await (const part of answer ?? []) text += String(part);
		return { status: answer?.statusCode, headers: answer?.headers ?? {}, text };
	};
}

test('on one’s own machine the site answers to that machine’s names, with any port', async () => {
	const ask = await open();
	for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:3000'])
		expect((await ask('/', { host })).status, host).toBe(200);
	for (const host of ['evil.example', 'localhost.evil.example', 'localhost:80@evil.example', 'localhost:x']) {
		const answer = await ask('/', { host });
		expect(answer.status, host).toBe(421);
		expect(answer.text).toContain('This site only answers to localhost.');
		expect(answer.headers['x-content-type-options']).toBe('nosniff');
		expect((await ask('/kept', { host })).status, host).toBe(421);
	}
	expect((await ask('/kept')).text).toBe('');
});

test('whoever sets ORIGIN, names a proxy’s headers or listens to the network decides about names themselves', async () => {
	for (const env of [
		{ ORIGIN: 'https://a.example' },
		{ HOST_HEADER: 'x-host' },
		{ PROTOCOL_HEADER: 'x-proto' }
	])
		expect((await (await open(env))('/', { host: 'kaart.example' })).status).toBe(200);
	expect((await (await open({}, '0.0.0.0'))('/', { host: 'kaart.example' })).status).toBe(200);
	expect(isOriginSet({ ORIGIN: '' })).toBe(false);
	for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1'])
		expect(isLoopback(host), host).toBe(true);
	for (const host of ['0.0.0.0', '::', '192.168.1.2', '127.evil.example'])
		expect(isLoopback(host), host).toBe(false);
});

test('static files carry the headers of a page, and are only read', async () => {
	const ask = await open();
	const { headers } = await ask('/favicon.svg');
	expect(headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'cross-origin-opener-policy': 'same-origin',
		'x-frame-options': 'DENY'
	});
	for (const path of ['/favicon.svg', '/favicon.svg/', '/favicon.svg?x', '/_app/immutable/a%20b.js']) {
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
			const answer = await ask(path, { method });
			expect(answer.status, `${method} ${path}`).toBe(405);
			expect(answer.headers.allow).toBe('GET, HEAD');
		}
		expect((await ask(path, { method: 'HEAD' })).status).toBe(200);
	}
});

test('what a route says itself goes before', async () => {
	const ask = await open();
	const { headers } = await ask('/over');
	expect(headers['referrer-policy']).toBe('no-referrer');
	// Whether a page may be framed is up to the page.
	expect(headers['x-frame-options']).toBeUndefined();
	expect((await ask('/contact', { method: 'POST' })).text).toBe('the site');
	expect((await ask('/%E0%A4%A', { method: 'POST' })).text).toBe('the site');
});

test('the old kind of icon has its type', async () => {
	const ask = await open();
	expect((await ask('/favicon.ico')).headers['content-type']).toBe('image/x-icon');
});

test('the tiles of the map have a type, and a strong tag under which a browser keeps parts of them', async () => {
	const ask = await open();
	for (const method of ['GET', 'HEAD'])
		expect((await ask('/_app/immutable/a.1.pmtiles', { method })).headers).toMatchObject({
			'content-type': 'application/vnd.pmtiles',
			etag: '"a.1.pmtiles"',
			'accept-ranges': 'bytes'
		});
	expect((await ask('/favicon.svg')).headers.etag).toBeUndefined();
});

test('files may be used by a frame that has no origin, pages may not', async () => {
	const ask = await open();
	for (const path of ['/favicon.svg', '/_app/immutable/a%20b.js'])
		expect((await ask(path)).headers['access-control-allow-origin'], path).toBe('*');
	expect((await ask('/account')).headers['access-control-allow-origin']).toBeUndefined();
});
