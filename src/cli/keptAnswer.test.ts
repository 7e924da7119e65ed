import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { answersKept } from './keptAnswer.ts';

const ETAG = 'W/"x"';
const answer = {
	headers: new Headers({
		'cache-control': 'no-cache',
		'content-length': '4',
		'content-security-policy': "default-src 'none'",
		etag: ETAG,
		'x-frame-options': 'DENY'
	}),
	body: new TextEncoder().encode('kept')
};

let server: Server | undefined;
afterEach(() => void server?.close());

/** Before a site that says "the site", at which one answer is kept. @returns what came, and where it was looked for */
async function open(env: NodeJS.ProcessEnv = {}, keptAt = 'https://a.example/kept') {
	const looked: string[] = [];
	const answered = answersKept(
		{
			sure: (url, encoding) => {
				looked.push(`${encoding} ${url}`);
				return url === keptAt ? answer : undefined;
			}
		},
		env,
		['x-frame-options']
	);
	server = createServer((req, res) => {
		if (!answered(req, res)) res.end('the site');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return async (path: string, headers: Record<string, string | string[]> = {}, method = 'GET') => {
		const asked = request({
			...{ port, path, method, agent: false },
			headers: { host: 'a.example', ...headers }
		}).end();
		const [came]: IncomingMessage[] = await once(asked, 'response');
		let text = '';
		for await (const part of came ?? []) text += String(part);
		const names = (came?.rawHeaders ?? []).filter((_, place) => place % 2 === 0);
		return { status: came?.statusCode, names, headers: came?.headers ?? {}, text, looked };
	};
}

test('what is kept is answered with all that is kept with it', async () => {
	const ask = await open();
	const { status, headers, names, text } = await ask('/kept');
	expect([status, text]).toEqual([200, 'kept']);
	for (const [name, value] of answer.headers) expect(headers[name]).toBe(value);
	expect(names.slice(0, 2)).toEqual(['x-frame-options', 'cache-control']);
	expect((await ask('/other')).text).toBe('the site');
});

test('HEAD gets the same without a body, and who has it is told so', async () => {
	const ask = await open();
	const head = await ask('/kept', {}, 'HEAD');
	expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '4']);
	for (const method of ['GET', 'HEAD']) {
		const again = await ask('/kept', { 'if-none-match': `"other", ${ETAG}` }, method);
		expect([again.status, again.text, again.headers['x-frame-options']]).toEqual([304, '', 'DENY']);
		expect(again.headers['content-security-policy']).toBeUndefined();
	}
	expect((await ask('/kept', { 'if-none-match': '"other"' })).text).toBe('kept');
	// Which asks caches on the way, not for the same bytes.
	expect((await ask('/kept', { 'if-none-match': ETAG, 'cache-control': 'no-cache' })).status).toBe(304);
});

test('whoever is signed in, sends something or asks for a part is not looked for', async () => {
	const ask = await open();
	for (const headers of [
		{ cookie: 'theme=dark; sb-127-auth-token=x' },
		{ cookie: ['theme=dark', '__Host-sb-127-auth-token.0=x'] },
		{ authorization: 'Bearer x' },
		{ range: 'bytes=0-1' }
	] as Record<string, string | string[]>[])
		expect((await ask('/kept', headers)).text, JSON.stringify(headers)).toBe('the site');
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
		expect((await ask('/kept', {}, method)).text, method).toBe('the site');
	expect((await ask('/kept')).looked).toEqual(['identity https://a.example/kept']);
	expect((await ask('/kept', { cookie: 'theme=dark; absb-x=1' })).text).toBe('kept');
});

test('the bytes are those that the client likes best', async () => {
	const ask = await open();
	for (const encoding of ['br, gzip', 'gzip', 'br;q=0, identity', 'br, gzip'])
		await ask('/other', { 'accept-encoding': encoding });
	expect((await ask('/other')).looked.map((line) => line.split(' ')[0])).toEqual([
		'br',
		'gzip',
		'identity',
		'br',
		'identity'
	]);
});

test('the address is the one that the site knows itself by', async () => {
	const placeOf = async (env: NodeJS.ProcessEnv, headers: Record<string, string> = {}) => {
		const ask = await open(env);
		const { looked } = await ask('/x?y', headers);
		server?.close();
		return looked[0]?.split(' ')[1];
	};
	expect(await placeOf({})).toBe('https://a.example/x?y');
	expect(await placeOf({ ORIGIN: 'https://b.example/' }, { host: 'c.example' })).toBe(
		'https://b.example/x?y'
	);
	const proxied = { PROTOCOL_HEADER: 'X-Proto', HOST_HEADER: 'X-Host', PORT_HEADER: 'X-Port' };
	expect(await placeOf(proxied)).toBe('https://a.example/x?y');
	expect(await placeOf(proxied, { 'x-proto': 'http', 'x-host': 'd.example', 'x-port': '81' })).toBe(
		'http://d.example:81/x?y'
	);
	// The site refuses these, or reads something else in them.
	expect(await placeOf(proxied, { 'x-proto': 'http://evil.example/' })).toBeUndefined();
	expect(await placeOf(proxied, { 'x-proto': '%68ttp' })).toBeUndefined();
});
