/** What the page and the service worker have agreed upon. */

/** Header of an answer out of the cache: the ISO instant at which it was fetched. */
export const KEPT_AT = 'x-kept-at';

/** Sent by a page to the worker: what it used, so that it works again without a network. */
interface KeepMessage {
	type: 'keep';
	/** Paths on this site. */
	paths: string[];
}

/** null where there are none: in an old browser, and in a frame that another site closed off, where asking is an error. */
export function workers(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}

/** What a message asks to keep; nothing when it is about something else. */
export function pathsToKeep(message: unknown): string[] {
	if (typeof message !== 'object' || message === null) return [];
	const { type, paths }: { type?: unknown; paths?: unknown } = message;
	if (type !== ('keep' satisfies KeepMessage['type']) || !Array.isArray(paths)) return [];
	return paths.filter((path) => typeof path === 'string');
}

/** Asks the worker to keep what this page is made of, once it stands between the page and the network. */
export async function keepThisPage(): Promise<void> {
	const worker = await workers()?.ready;
	if (!worker) return;
	const used = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(({ origin }) => origin === location.origin)
		.map(({ pathname, search }) => pathname + search);
	const message: KeepMessage = { type: 'keep', paths: [...new Set([location.pathname, ...used])] };
	worker.active?.postMessage(message);
}

/** Paths of what is kept on this device for when there is no network. Never rejects. */
export async function keptPaths(): Promise<string[]> {
	try {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))];
	} catch {
		return [];
	}
}

/** Only for who uses what works offline: nobody else gets a worker. Never rejects. */
export async function registerWorker(isModule: boolean): Promise<void> {
	try {
		await workers()?.register('/service-worker.js', { type: isModule ? 'module' : 'classic' });
	} catch (error) {
		console.warn('This page will not work offline', error);
	}
}

/** From any page: whoever puts the site on the home screen opens it there, perhaps without a network. @returns undoes it */
export function keepOnceInstalled(isModule: boolean): () => void {
	const keep = () => void registerWorker(isModule);
	addEventListener('appinstalled', keep);
	return () => removeEventListener('appinstalled', keep);
}

/**
 * Whether this page is a kept copy, because there is no network. Never rejects.
 * @returns the ISO instant at which it was kept; null when the site answers
 */
export async function keptSince(): Promise<string | null> {
	if (!workers()?.controller) return null;
	try {
		// The worker leaves this to the network.
		await fetch('/loketten/gegevens.json', { method: 'HEAD' });
		return null;
	} catch {
		return (await caches.match(location.pathname))?.headers.get(KEPT_AT) ?? null;
	}
}
