/** What the service worker does with a request. Everything that is not named here passes by it. */

/**
 * - `page`: of the finder or of a desk; from the network, the last copy as fallback.
 * - `data`: what the framework asks for such a page; a sign to keep that page.
 * - `copy`: a file whose last copy is as good as a new one.
 * - `asset`: a file whose name changes with its content; from the cache when it is there.
 * - `picture`: a picture of the map; a kept one only of the very thing that was asked.
 */
export type Treatment = 'page' | 'data' | 'copy' | 'asset' | 'picture';

export const FINDER_PAGES = ['/loketten', '/fr/loketten', '/en/loketten'] as const;
/** What stands there instead of any other page while there is no network. */
export const OFFLINE_PAGES = ['/geen-verbinding', '/fr/geen-verbinding', '/en/geen-verbinding'] as const;
export const COPIES = ['/loketten/gegevens.json', '/boundaries.json'] as const;
/** All desks there are. Of a search there is no picture to keep: it would say what somebody looked for. */
export const OVERVIEW = '/loketten/kaart.svg';

const DATA = '/__data.json';
/** A page below the finder's that is no desk, and has a token in its address. */
const NO_DESK = new Set(['nakijken']);
const FINDER = /^(?:\/(?:fr|en))?\/loketten(?:\/([a-z0-9-]+))?$/;

/**
 * An address as the pages spell it: one character can be written in several ways, and src/app.html asks for a file again under
 * another spelling of its address.
 */
export function plainlySpelled(address: string): URL {
	const url = new URL(address);
	try {
		url.pathname = decodeURI(url.pathname);
	} catch {
		// What cannot be read is nothing that is kept.
	}
	return url;
}

/** @returns undefined for what the worker leaves alone */
export function treatmentOf({ pathname }: Pick<URL, 'pathname'>): Treatment | undefined {
	// Read in parts, which no cache keeps; a map without a network does without.
	if (pathname.endsWith('.pmtiles')) return undefined;
	if (pathname.startsWith('/_app/immutable/')) return 'asset';
	if ((COPIES as readonly string[]).includes(pathname) || pathname === '/kaart/gegevens.json') return 'copy';
	if (/^\/(?:kaart|loketten)\/[a-z0-9-]+\.svg$/.test(pathname)) return 'picture';
	if ((OFFLINE_PAGES as readonly string[]).includes(pathname)) return 'page';
	const isData = pathname.endsWith(DATA);
	const match = FINDER.exec(isData ? pathname.slice(0, -DATA.length) : pathname);
	if (!match || NO_DESK.has(match[1] ?? '')) return undefined;
	return isData ? 'data' : 'page';
}

/** The page that a request for its data is about. */
export const pageOfData = (pathname: string): string => pathname.slice(0, -DATA.length);

/** The desk that a page is about; null for any other page. */
export function deskSlugOf(pathname: string): string | null {
	const slug = FINDER.exec(pathname)?.[1];
	return slug === undefined || NO_DESK.has(slug) ? null : slug;
}

/** The page about no network, in the language of the page that was asked. */
export function offlinePageOf(pathname: string): (typeof OFFLINE_PAGES)[number] {
	const [dutch, french, english] = OFFLINE_PAGES;
	if (/^\/fr(?:\/|$)/.test(pathname)) return french;
	return /^\/en(?:\/|$)/.test(pathname) ? english : dutch;
}

/**
 * Under which name an answer is kept: its path, and for a picture what it is of, without the edition (`v`).
 * @returns undefined for a picture of what somebody looked for
 */
export function keyOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | undefined {
	if (treatmentOf({ pathname }) !== 'picture') return pathname;
	const asked = new URLSearchParams(search);
	asked.delete('v');
	// The one of all desks is kept once: names in another language are better than no picture.
	if (pathname === OVERVIEW) asked.delete('lang');
	if (asked.size === 0) return pathname;
	return pathname === OVERVIEW ? undefined : `${pathname}?${asked}`;
}

/** Only what everybody may see: never what says that it is somebody's. */
export function mayBeKept({ status, headers }: Pick<Response, 'status' | 'headers'>): boolean {
	return status === 200 && !/\b(private|no-store)\b/i.test(headers.get('cache-control') ?? '');
}

/**
 * The scripts and styles that a page is made of, as paths. It names them in its text; what the framework would have fetched
 * meanwhile stands in the header `link`.
 */
export function assetsOf(html: string, link: string | null, address: string): string[] {
	const found = [
		...html.matchAll(/["'(]([^"'()\s]*_app\/immutable\/[^"'()\s]+)["')]/g),
		...(link ?? '').matchAll(/<([^<>\s]*_app\/immutable\/[^<>\s]+)>/g)
	];
	return [...new Set(found.flatMap(([, path]) => (path ? new URL(path, address).pathname : [])))];
}
