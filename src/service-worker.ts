/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Makes the desk finder work without a network, once it was visited, and says in words that there is none on any other page.
 * It keeps only what everybody may see, and asks for that as a stranger: so there is nothing to clear when somebody signs out.
 *
 * There is one cache a build, with all that its pages are made of or not at all, and no page of another build. What an open
 * tab of the build before is made of stays until that tab is closed.
 */
import { version } from '$service-worker';
import { KEPT_AT, pathsToKeep } from './lib/finder/keptCopy';
import * as offline from './lib/finder/offline';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'loketten-';
const CACHE = PREFIX + version;
/** Filled in when the site is built (src/cli/bundle); a text while it is developed. */
const listed: unknown = '__OFFLINE_FILES__';
const FILES: ReadonlySet<string> = new Set(Array.isArray(listed) ? (listed as string[]) : []);
/** Under which a cache says which tabs were open when it took over. */
const OPEN_TABS = '/_open-tabs';
/** Of builds before: more are of tabs that nobody comes back to. */
const OLD_CACHES = 2;
/** A network that hangs is as good as none, when there is a copy. */
const PATIENCE_MS = 8_000;

worker.addEventListener('install', (event) => {
	event.waitUntil(prepare().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(takeOver().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	event.waitUntil(keepAll(pathsToKeep(event.data)).then(removeOldCaches));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = offline.plainlySpelled(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	switch (offline.treatmentOf(url)) {
		case 'asset':
			return event.respondWith(fromCache(event, url.pathname));
		case 'copy':
		case 'picture':
			return event.respondWith(networkFirst(event, offline.keyOf(url)));
		case 'data':
			// The framework marks data as nobody's to keep; the page itself is kept instead.
			return event.waitUntil(keepPageOnce(offline.pageOfData(url.pathname)));
		case 'page':
			// A request for JSON is not for the page.
			if (request.mode === 'navigate') event.respondWith(pageOrWords(event, url));
			return;
		default:
			// Not in a frame of another site: nobody there can look for a desk instead.
			if (request.mode === 'navigate' && request.destination === 'document')
				event.respondWith(fetch(request).catch((error: unknown) => words(url, error)));
	}
});

/** All of it, or nothing: then the worker before this one stays. @throws without a network, and when it is of another build */
async function prepare(): Promise<void> {
	const cache = await caches.open(CACHE);
	try {
		const files = [...FILES, ...offline.COPIES, offline.OVERVIEW];
		await Promise.all(files.map((path) => keep(cache, path)));
		const pages = [...offline.FINDER_PAGES, ...offline.OFFLINE_PAGES];
		await Promise.all(pages.map((path) => keepPage(cache, path)));
		const desks = (await keptDesks()).filter((path) => !(pages as string[]).includes(path));
		await Promise.all(desks.map((path) => keepPage(cache, path).catch(unlessGone)));
	} catch (error) {
		await caches.delete(CACHE);
		throw error;
	}
}

/** Desks that were kept for the build before. */
async function keptDesks(): Promise<string[]> {
	const requests = await Promise.all(
		(await oldCaches()).map(async (name) => (await caches.open(name)).keys())
	);
	return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))].filter(
		(pathname) => offline.treatmentOf({ pathname }) === 'page'
	);
}

/** Of builds before, oldest first: a browser names caches in the order in which they were made. */
async function oldCaches(): Promise<string[]> {
	const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
	return names.slice(0, names.indexOf(CACHE));
}

/** From here on this worker answers all tabs, also those of a build before: those still ask for what they are made of. */
async function takeOver(): Promise<void> {
	const cache = await caches.open(CACHE);
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	await cache.put(OPEN_TABS, new Response(JSON.stringify(tabs.map(({ id }) => id))));
	const old = await oldCaches();
	await Promise.all(old.slice(0, -OLD_CACHES).map((name) => caches.delete(name)));
	await Promise.all(old.slice(-OLD_CACHES).map(keepAssetsOnly));
	await removeOldCaches();
}

async function keepAssetsOnly(name: string): Promise<void> {
	const cache = await caches.open(name);
	const others = (await cache.keys()).filter(({ url }) => offline.treatmentOf(new URL(url)) !== 'asset');
	await Promise.all(others.map((request) => cache.delete(request)));
}

/** Once no tab is open any more that was when this worker took over. */
async function removeOldCaches(): Promise<void> {
	const old = await oldCaches();
	if (old.length === 0) return;
	const noted = await (await caches.open(CACHE)).match(OPEN_TABS);
	if (!noted) return;
	const tabs = new Set((await noted.json()) as string[]);
	const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (!open.some(({ id }) => tabs.has(id))) await Promise.all(old.map((name) => caches.delete(name)));
}

/** What a page used before the worker stood in between. What is there already is not asked again. */
async function keepAll(paths: string[]): Promise<void> {
	const cache = await caches.open(CACHE);
	await Promise.allSettled(
		paths.map(async (path) => {
			const url = offline.plainlySpelled(new URL(path, worker.location.origin).href);
			const treatment = url.origin === worker.location.origin ? offline.treatmentOf(url) : undefined;
			const key = offline.keyOf(url);
			if (treatment === undefined || treatment === 'data' || key === undefined) return;
			if (await (treatment === 'asset' ? caches : cache).match(key)) return;
			await (treatment === 'page' ? keepPage(cache, key) : keep(cache, key, url.search));
		})
	);
}

/** A desk that was opened from the list came without its page. Never rejects. */
async function keepPageOnce(path: string): Promise<void> {
	const cache = await caches.open(CACHE);
	if (!(await cache.match(path))) await keepPage(cache, path).catch(() => undefined);
}

async function keepPage(cache: Cache, path: string): Promise<void> {
	await storePage(cache, path, await askAsStranger(path));
}

/** @param search with which it is asked, beside its name in the cache */
async function keep(cache: Cache, key: string, search = ''): Promise<void> {
	await store(cache, key, await askAsStranger(new URL(key, worker.location.origin).pathname + search));
}

/** There is an answer, and it is not to be kept. */
class NotToKeep extends Error {}

function unlessGone(error: unknown): void {
	if (!(error instanceof NotToKeep)) throw error;
}

/**
 * Asks without cookies.
 * @throws NotToKeep, and without a network
 */
async function askAsStranger(address: string): Promise<Response> {
	const response = await fetch(address, { credentials: 'omit' });
	if (offline.mayBeKept(response)) return response;
	// An answer that nobody reads would hold its connection.
	await response.body?.cancel();
	throw new NotToKeep(`${address} answered ${response.status}`);
}

/**
 * Keeps a page of this build. One of another would stand here without its scripts, or say that something went wrong.
 * @throws NotToKeep
 */
async function storePage(cache: Cache, path: string, page: Response): Promise<void> {
	const copy = await copyOf(page);
	const html = await copy.clone().text();
	const assets = offline.assetsOf(html, page.headers.get('link'), worker.location.origin + path);
	if (FILES.size > 0 && !assets.every((asset) => FILES.has(asset)))
		throw new NotToKeep(`${path} is of another build`);
	await cache.put(path, copy);
}

async function store(cache: Cache, key: string, response: Response): Promise<void> {
	await cache.put(key, await copyOf(response));
}

/** With the moment at which it was made. */
async function copyOf(response: Response): Promise<Response> {
	const headers = new Headers(response.headers);
	// The body is out of its packing.
	for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
	headers.set(KEPT_AT, new Date().toISOString());
	return new Response(await response.blob(), { status: response.status, headers });
}

/** Also of a build before: its name says which one it is. */
async function fromCache(event: FetchEvent, path: string): Promise<Response> {
	const kept = await caches.match(path);
	if (kept) return kept;
	const response = await fetch(event.request);
	// What other pages are made of is theirs.
	const client = await worker.clients.get(event.clientId);
	if (
		client &&
		offline.treatmentOf(offline.plainlySpelled(client.url)) === 'page' &&
		offline.mayBeKept(response)
	) {
		const copy = response.clone();
		event.waitUntil(caches.open(CACHE).then((cache) => store(cache, path, copy)));
	}
	return response;
}

/** The page, the last copy of it, or else words about the network. */
async function pageOrWords(event: FetchEvent, url: URL): Promise<Response> {
	event.waitUntil(removeOldCaches());
	// A search is the whole list with an answer in it: the device makes that from the copy of the list.
	const isWhole = url.search === '';
	return networkFirst(event, url.pathname, isWhole).catch((error: unknown) => words(url, error));
}

/** The page that says that there is no network, and draws a desk that is known. @throws the error when it is not kept */
async function words({ pathname }: URL, error: unknown): Promise<Response> {
	const kept = await (await caches.open(CACHE)).match(offline.offlinePageOf(pathname));
	if (kept) return kept;
	throw error;
}

/**
 * @param key under which a copy is kept; undefined for what has none
 * @param isWhole whether this very answer is the one to keep; otherwise only a copy made before serves
 */
async function networkFirst(event: FetchEvent, key: string | undefined, isWhole = true): Promise<Response> {
	if (key === undefined) return fetch(event.request);
	const cache = await caches.open(CACHE);
	const kept = await cache.match(key);
	try {
		const answer = fetch(event.request);
		// It may still fail after the copy has answered.
		answer.catch(() => undefined);
		const response = await (kept ? Promise.race([answer, late()]) : answer);
		if (kept && response.status >= 500) return kept;
		event.waitUntil(renew(cache, key, response.clone(), isWhole).catch(() => undefined));
		return response;
	} catch (error) {
		if (kept) return kept;
		throw error;
	}
}

/** Keeps what was just answered; of what a signed-in visitor gets, what a stranger would. */
async function renew(cache: Cache, key: string, response: Response, isWhole: boolean): Promise<void> {
	const isPage = offline.treatmentOf(new URL(key, worker.location.origin)) === 'page';
	if (isWhole && offline.mayBeKept(response)) {
		await (isPage ? storePage : store)(cache, key, response);
		return;
	}
	await response.body?.cancel();
	// A page that is gone is not kept any longer.
	if (response.status === 404 || response.status === 410) await cache.delete(key);
	else if (isPage) await keepPageOnce(key);
}

function late(): Promise<never> {
	return new Promise((_resolve, reject) => {
		setTimeout(() => reject(new Error('The network took too long')), PATIENCE_MS);
	});
}
