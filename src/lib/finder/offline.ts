/** What the service worker does with a request. Everything that is not named here passes by it. */

/**
 * - `page`: of the finder or of a desk; from the network, the last copy as fallback.
 * - `data`: what the framework asks for such a page; a sign to keep that page.
 * - `copy`: a file whose last copy is as good as a new one.
 * - `asset`: a file whose name changes with its content; from the cache when it is there.
 * - `picture`: any picture of the map rather than none.
 */
export type Treatment = 'page' | 'data' | 'copy' | 'asset' | 'picture';

export const FINDER_PAGES = ['/loketten', '/fr/loketten', '/en/loketten'] as const;
export const COPIES = ['/loketten/gegevens.json', '/boundaries.json'] as const;

const DATA = '/__data.json';
/** A page below the finder's that is no desk, and has a token in its address. */
const NO_DESK = new Set(['nakijken']);
const FINDER = /^(?:\/(?:fr|en))?\/loketten(?:\/([a-z0-9-]+))?$/;

/** @returns undefined for what the worker leaves alone */
export function treatmentOf({ pathname }: Pick<URL, 'pathname'>): Treatment | undefined {
	if (pathname.startsWith('/_app/immutable/')) return 'asset';
	if ((COPIES as readonly string[]).includes(pathname) || pathname === '/kaart/gegevens.json') return 'copy';
	if (/^\/(?:kaart|loketten)\/[a-z0-9-]+\.svg$/.test(pathname)) return 'picture';
	const isData = pathname.endsWith(DATA);
	const match = FINDER.exec(isData ? pathname.slice(0, -DATA.length) : pathname);
	if (!match || NO_DESK.has(match[1] ?? '')) return undefined;
	return isData ? 'data' : 'page';
}

/** The page that a request for its data is about. */
export const pageOfData = (pathname: string): string => pathname.slice(0, -DATA.length);

/** Only what everybody may see: never what says that it is somebody's. */
export function mayBeKept({ status, headers }: Pick<Response, 'status' | 'headers'>): boolean {
	return status === 200 && !/\b(private|no-store)\b/i.test(headers.get('cache-control') ?? '');
}

/**
 * The scripts and styles that a page is made of, absolute. It names the first of them in its text; those of its own parts only
 * in the header `link`, as what to fetch meanwhile.
 */
export function assetsOf(html: string, link: string | null, address: string): string[] {
	const found = [
		...html.matchAll(/["'(]([^"'()\s]*_app\/immutable\/[^"'()\s]+)["')]/g),
		...(link ?? '').matchAll(/<([^<>\s]*_app\/immutable\/[^<>\s]+)>/g)
	];
	return [...new Set(found.flatMap(([, path]) => (path ? new URL(path, address).href : [])))];
}
