/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Makes the desk finder work without a network, once it was visited. It answers for nothing else, keeps only what
 * everybody may see, and asks for that as a stranger: so there is nothing to clear when somebody signs out.
 */
import { version } from '$service-worker';
import { KEPT_AT, pathsToKeep } from './lib/finder/keptCopy';
import { assetsOf, COPIES, FINDER_PAGES, mayBeKept, pageOfData, treatmentOf } from './lib/finder/offline';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'loketten-';
const CACHE = PREFIX + version;
/** A network that hangs is as good as none, when there is a copy. */
const PATIENCE_MS = 8_000;

worker.addEventListener('install', (event) => {
	event.waitUntil(prepare().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(removeOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	event.waitUntil(keepAll(pathsToKeep(event.data)));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	switch (treatmentOf(url)) {
		case 'asset':
			return event.respondWith(fromCache(event, url.pathname));
		case 'copy':
			return event.respondWith(networkFirst(event, url.pathname, true));
		case 'picture':
			return event.respondWith(networkFirst(event, url.pathname, false));
		case 'data':
			// The framework marks data as nobody's to keep; the page itself is kept instead.
			return event.waitUntil(keepPageOnce(pageOfData(url.pathname)));
		case 'page':
			// A request for JSON is not for the page.
			if (request.mode === 'navigate')
				event.respondWith(networkFirst(event, url.pathname, url.search === ''));
	}
});

/** What the finder needs, as a stranger gets it. Fails without a network: then the worker before this one stays. */
async function prepare(): Promise<void> {
	const cache = await caches.open(CACHE);
	const pages = new Set<string>([...FINDER_PAGES, ...(await keptDesks())]);
	await Promise.all([
		...[...pages].map((path) => keepPage(cache, path)),
		...COPIES.map((path) => keep(cache, path))
	]);
}

/** Desks that were kept for the version before. */
async function keptDesks(): Promise<string[]> {
	const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
	return requests.flat().flatMap(({ url }) => {
		const { pathname } = new URL(url);
		return treatmentOf({ pathname }) === 'page' ? [pathname] : [];
	});
}

async function removeOldCaches(): Promise<void> {
	const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	await Promise.all(names.map((name) => caches.delete(name)));
}

/** What a page used before the worker stood in between. What is there already is not asked again. */
async function keepAll(paths: string[]): Promise<void> {
	const cache = await caches.open(CACHE);
	await Promise.allSettled(
		paths.map(async (path) => {
			const url = new URL(path, worker.location.origin);
			const treatment = url.origin === worker.location.origin ? treatmentOf(url) : undefined;
			if (treatment === undefined || treatment === 'data') return;
			if (await cache.match(url.pathname)) return;
			await (treatment === 'page' ? keepPage(cache, url.pathname) : keep(cache, url.pathname, url.search));
		})
	);
}

/** A desk that was opened from the list came without its page. Never rejects. */
async function keepPageOnce(path: string): Promise<void> {
	const cache = await caches.open(CACHE);
	if (!(await cache.match(path))) await keepPage(cache, path).catch(() => undefined);
}

/** A page with the scripts and styles that it names. */
async function keepPage(cache: Cache, path: string): Promise<void> {
	const page = await askAsStranger(path);
	if (page) await storePage(cache, path, page);
}

async function keep(cache: Cache, path: string, search = ''): Promise<void> {
	const answer = await askAsStranger(path + search);
	if (answer) await store(cache, path, answer);
}

/**
 * Asks without cookies.
 * @returns undefined for what may not be kept
 * @throws without a network
 */
async function askAsStranger(address: string): Promise<Response | undefined> {
	const response = await fetch(address, { credentials: 'omit' });
	if (mayBeKept(response)) return response;
	// An answer that nobody reads would hold its connection.
	await response.body?.cancel();
	return undefined;
}

/** First what it is made of: a page without all of its scripts would say that something went wrong, or nothing. */
async function storePage(cache: Cache, path: string, page: Response): Promise<void> {
	const copy = await copyOf(page);
	const html = await copy.clone().text();
	const assets = assetsOf(html, page.headers.get('link'), worker.location.origin + path);
	await Promise.all(
		assets.map(async (address) => {
			const { pathname } = new URL(address);
			if (!(await cache.match(pathname))) await keep(cache, pathname);
		})
	);
	await cache.put(path, copy);
}

/** Keeps an answer under its path. */
async function store(cache: Cache, path: string, response: Response): Promise<void> {
	await cache.put(path, await copyOf(response));
}

/** With the moment at which it was made. */
async function copyOf(response: Response): Promise<Response> {
	const headers = new Headers(response.headers);
	// The body is out of its packing.
	for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
	headers.set(KEPT_AT, new Date().toISOString());
	return new Response(await response.blob(), { status: response.status, headers });
}

async function fromCache(event: FetchEvent, path: string): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(path);
	if (kept) return kept;
	const response = await fetch(event.request);
	// What other pages are made of is theirs.
	const client = await worker.clients.get(event.clientId);
	if (client && treatmentOf(new URL(client.url)) === 'page' && mayBeKept(response)) {
		event.waitUntil(store(cache, path, response.clone()));
	}
	return response;
}

/** @param isWhole whether this very answer is the one to keep; otherwise only a copy made before serves. */
async function networkFirst(event: FetchEvent, path: string, isWhole: boolean): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(path);
	try {
		const answer = fetch(event.request);
		// It may still fail after the copy has answered.
		answer.catch(() => undefined);
		const response = await (kept ? Promise.race([answer, late()]) : answer);
		if (kept && response.status >= 500) return kept;
		event.waitUntil(renew(cache, path, response, isWhole).catch(() => undefined));
		return response;
	} catch (error) {
		if (kept) return kept;
		throw error;
	}
}

/** Keeps what was just answered; of what a signed-in visitor gets, what a stranger would. */
async function renew(cache: Cache, path: string, response: Response, isWhole: boolean): Promise<void> {
	const isPage = treatmentOf({ pathname: path }) === 'page';
	if (isWhole && mayBeKept(response)) {
		await (isPage ? storePage : store)(cache, path, response.clone());
	} else if (isPage) await keepPageOnce(path);
}

function late(): Promise<never> {
	return new Promise((_resolve, reject) => {
		setTimeout(() => reject(new Error('The network took too long')), PATIENCE_MS);
	});
}
