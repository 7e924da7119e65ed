/** What is answered before the framework is what the framework would have answered, to the byte. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTORS, type Actor } from '../../src/lib/domain/access/matrix.ts';
import { factsOf, readsAll } from '../../src/lib/site/routes.server.ts';
import { listen, type Listening } from '../database/listen.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { pathOf, visitsOf } from '../routes.ts';
import { cookieOf } from './builtSite.ts';
import { makeCast, type Player } from './people.ts';
import { routesOnDisk, type Route } from './routes.ts';
import { PASSED_HEADER, PROTOCOL_HEADER, startTwoDoors, type TwoDoors } from './twoDoors.ts';
import { LANGUAGES } from './visits.ts';

const CALLERS: readonly Actor[] = ACTORS.filter((actor) => actor !== 'keyless');
const ENCODING = 'gzip, deflate, br, zstd';

interface Asked {
	path: string;
	method?: string;
	headers?: Record<string, string>;
}

interface Came {
	fromMemory: boolean;
	status: number | undefined;
	headers: string[];
	body: string;
}

const embedded = useDatabase({ exampleData: true });
const agent = new Agent({ keepAlive: true });
let backend: Listening;
let site: TwoDoors;
let cast: Record<Actor, Player>;

beforeAll(async () => {
	cast = await makeCast(embedded);
	backend = await listen((asked) => embedded.fetch(asked));
	site = await startTwoDoors({
		SUPABASE_URL: backend.url,
		SUPABASE_PUBLISHABLE_KEY: embedded.publishableKey,
		SUPABASE_SECRET_KEY: embedded.secretKey
	});
});
afterAll(async () => {
	agent.destroy();
	await site.stop();
	backend.close();
});

async function ask(port: number, { path, method = 'GET', headers = {} }: Asked): Promise<Came> {
	const asked = request({
		...{ port, path, method, agent },
		headers: { host: 'kaart.example', [PROTOCOL_HEADER]: 'https', ...headers }
	}).end();
	const [came]: IncomingMessage[] = await once(asked, 'response');
	const parts: Buffer[] = [];
	for await (const part of came ?? []) parts.push(part as Buffer);
	const { rawHeaders = [], statusCode: status, headers: named = {} } = came ?? {};
	const lines = rawHeaders.flatMap((name, place) =>
		place % 2 === 0 ? [`${name}: ${rawHeaders[place + 1]}`] : []
	);
	return {
		fromMemory: named[PASSED_HEADER] === undefined,
		status,
		// The moment at which it was sent is no part of an answer.
		headers: lines.filter((line) => !line.startsWith('Date: ')),
		body: Buffer.concat(parts).toString('base64')
	};
}

/** In three languages, as data, and with each query that is known of it. */
function addresses({ id, isPage }: Route): string[] {
	const path = pathOf(id);
	const states = (visitsOf(id).states ?? []).filter((state) => /^\?[^{]*$/.test(state));
	const inLanguages = (isPage ? LANGUAGES : ['']).map((language) =>
		(language + path).replace(/(.)\/$/, '$1')
	);
	return [
		...inLanguages,
		...(isPage ? [`${path === '/' ? '' : path}/__data.json`] : []),
		...states.map((state) => path + state),
		`${path}?q=gent`
	];
}

const routes = routesOnDisk();
const open = routes.filter(({ id }) => factsOf(id)?.audience === 'everyone');
/** By what its headers say, as any cache on the way reads them. */
const mayBeShared = ({ status, headers }: Came): boolean =>
	status === 200 &&
	!headers.some((line) =>
		/^(cache-control: .*(private|no-store)|vary: (?!accept-encoding$)|set-cookie:)/i.test(line)
	);

test.each(open)(
	'a visitor gets $id from memory where it may be kept, and else from the framework',
	async (route) => {
		for (const path of addresses(route)) {
			const asked = { path, headers: { 'accept-encoding': ENCODING } };
			const before = Math.floor(Date.now() / 60_000);
			const [byFramework, byDoor] = [await ask(site.framework, asked), await ask(site.door, asked)];
			expect(byFramework.status, path).toBeLessThan(500);
			if (byDoor.fromMemory) expect(byDoor, path).toEqual({ ...byFramework, fromMemory: true });
			const url = new URL(path, 'https://kaart.example');
			const isKept = mayBeShared(byFramework) && readsAll(route.id, url.searchParams);
			// What is of a minute may have been of the one before.
			if (before === Math.floor(Date.now() / 60_000)) expect(byDoor.fromMemory, path).toBe(isKept);
		}
	}
);

async function tagOf(asked: Asked): Promise<string | undefined> {
	const { headers } = await ask(site.framework, { ...asked, method: 'GET' });
	return headers.find((line) => line.startsWith('etag: '))?.slice('etag: '.length);
}

/** Most requests have few of them: one that is refused for each of ten reasons proves little. */
const sometimes = (...values: string[]) =>
	fc.oneof(
		{ weight: 19, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: fc.constantFrom(...values) }
	);

const anything = fc.record({
	path: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...open.flatMap(addresses)) },
		{ weight: 1, arbitrary: fc.constantFrom(...routes.flatMap(addresses)) }
	),
	more: fc.oneof(
		{ weight: 4, arbitrary: fc.constant('') },
		{
			weight: 1,
			arbitrary: fc.constantFrom('utm_source=x', 'page=2', 'provincie=limburg', 'v=x', '%zz=%', 'a=1&a=2')
		}
	),
	moreFirst: fc.boolean(),
	method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS'),
	caller: fc.oneof({ weight: 4, arbitrary: fc.constant<Actor>('visitor') }, fc.constantFrom(...CALLERS)),
	/** Of the answer that is there. */
	knowsTag: fc.constantFrom('no', 'no', 'yes', 'as a strong one', 'among others'),
	headers: fc.record({
		'accept-encoding': fc.constantFrom(
			ENCODING,
			undefined,
			'br',
			'gzip;q=1, br;q=0.5',
			'identity',
			'*',
			'br;q=0',
			'',
			'x'
		),
		'if-none-match': sometimes('*', '"x"', 'W/"x"', 'x'),
		'cache-control': sometimes('no-cache', 'max-age=0', 'no-store'),
		cookie: sometimes(
			'theme=dark',
			'absb-x=1',
			'=; ;;',
			'sb',
			'PARAGLIDE_LOCALE=fr',
			'sb-127-auth-token=x',
			'a=%zz'
		),
		accept: sometimes('text/html', 'application/json', '*/*', 'image/avif'),
		'accept-language': sometimes('fr', 'en-GB,en;q=0.5'),
		'user-agent': sometimes('curl/8', 'Mozilla/5.0 (iPhone)'),
		origin: sometimes('https://kaart.example', 'https://evil.example', 'null'),
		host: sometimes('KAART.example', 'kaart.example:443', 'other.example', 'kaart.example.'),
		[PROTOCOL_HEADER]: sometimes('http', 'HTTP', 'https://x/'),
		'sec-fetch-dest': sometimes('document', 'empty'),
		range: sometimes('bytes=0-9'),
		authorization: sometimes('Bearer x'),
		'x-sveltekit-action': sometimes('true'),
		'content-type': sometimes('application/x-www-form-urlencoded')
	})
});

test('whoever asks for whatever gets from memory what the framework would have answered, or nothing', async () => {
	let fromMemory = 0;
	await fc.assert(
		fc.asyncProperty(anything, async ({ path, more, moreFirst, method, caller, knowsTag, headers }) => {
			const [before = '', query = ''] = path.split('?');
			const parts = (moreFirst ? [more, query] : [query, more]).filter(Boolean);
			const asked: Asked = {
				path: before + (parts.length > 0 ? `?${parts.join('&')}` : ''),
				method,
				headers: Object.fromEntries(
					Object.entries(headers).filter(([, value]) => value !== undefined)
				) as Record<string, string>
			};
			const { person } = cast[caller];
			const cookies = [headers.cookie, person && cookieOf(person)].filter((cookie) => cookie);
			if (cookies.length > 0) asked.headers = { ...asked.headers, cookie: cookies.join('; ') };
			const tag = knowsTag === 'no' ? undefined : await tagOf(asked);
			if (tag && knowsTag !== 'no') {
				const known = { yes: tag, 'as a strong one': tag.replace('W/', ''), 'among others': `"x", ${tag}` };
				asked.headers = { ...asked.headers, 'if-none-match': known[knowsTag] };
			}

			const [byFramework, byDoor] = [await ask(site.framework, asked), await ask(site.door, asked)];
			if (!byDoor.fromMemory) return;
			fromMemory += 1;
			expect(byDoor).toEqual({ ...byFramework, fromMemory: true });
			expect(person).toBeNull();
			expect([200, 304]).toContain(byDoor.status);
		}),
		{ seed: 2026, numRuns: 400 }
	);
	expect(fromMemory).toBeGreaterThan(30);
});
