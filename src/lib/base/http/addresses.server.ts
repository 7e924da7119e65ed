import type { Handle } from '@sveltejs/kit';
import { baseLocale, locales } from '$lib/base/i18n/paraglide/runtime.js';

const LANGUAGE_PREFIX = new RegExp(`^/(${locales.join('|')})(?=/)`);
const BASE_PREFIX = new RegExp(`^(/+${baseLocale}(?=/|$))+/*`);

/**
 * Where an address with the prefix of the language that has none belongs: `/nl/over` is `/over`. Always a path on this
 * site.
 * @returns undefined for an address without that prefix
 */
export function withoutBasePrefix({
	pathname,
	search
}: Pick<URL, 'pathname' | 'search'>): string | undefined {
	return BASE_PREFIX.test(pathname) ? pathname.replace(BASE_PREFIX, '/') + search : undefined;
}

/** What mail programs, sentences and chats leave at the end of an address, as it stands in one. */
const SCRAPS =
	/(?:[.,;:!?)\]}>"'*_]|%(?:20|22|2a|2c|3b|3c|3e|5d|7d)|%c2%(?:a0|bb)|%e2%80%(?:99|9d|a6))+\/*$/i;

/** Escapes, broken ones too, stay as they are: of what they stand for, only the page knows whether capitals matter. */
const lowerCased = (path: string): string =>
	path.replace(/%[0-9a-z]{0,2}|[A-Z]+/gi, (part) => (part.startsWith('%') ? part : part.toLowerCase()));

/**
 * Where an address belongs that was typed with capitals or cut out of a text with a full stop: no address of ours has
 * either. Always a path on this site.
 * @returns undefined for an address that is as ours are
 */
export function asOursAre({ pathname }: Pick<URL, 'pathname'>): string | undefined {
	const tidy = lowerCased(pathname)
		.replace(SCRAPS, '')
		.replace(/^[/\\]*/, '/');
	return tidy === pathname ? undefined : tidy;
}

/** Where addresses lead that people guess; each without its language. */
const LEADS: Readonly<Record<string, string>> = {
	'/besturen': '/',
	'/embed': '/insluiten'
};

/** @returns the same in the language of the address; undefined where it leads nowhere else */
export function leadOf({ pathname }: Pick<URL, 'pathname'>): string | undefined {
	const prefix = LANGUAGE_PREFIX.exec(pathname)?.[0] ?? '';
	const path = pathname.slice(prefix.length);
	if (!Object.hasOwn(LEADS, path)) return undefined;
	const lead = LEADS[path] ?? '/';
	return prefix && lead === '/' ? prefix : prefix + lead;
}

/**
 * Whether a query asks for a form action (`?/send`) by a name that every object has, such as `__proto__` or
 * `constructor`. The framework would find something under it that is no action, and fail.
 */
export function namesNoAction(query: URLSearchParams): boolean {
	return [...query.keys()].some((name) => name.startsWith('/') && name.slice(1) in Object.prototype);
}

const leadingOn = (location: string): Response =>
	new Response(null, {
		status: 308,
		// What leads to open data is as open.
		headers: { location, ...(location.startsWith('/api/') && { 'access-control-allow-origin': '*' }) }
	});

/** One address for each page, and nothing for what can be none. */
export const addresses: Handle = ({ event, resolve }) => {
	const { isDataRequest, isSubRequest, request, url } = event;
	const isRead = request.method === 'GET' || request.method === 'HEAD';
	if (isRead) {
		// What the framework or the site itself asks for is written as it should be.
		const tidy = isDataRequest || isSubRequest ? undefined : asOursAre(url);
		const location =
			withoutBasePrefix({ pathname: tidy ?? url.pathname, search: url.search }) ??
			(tidy === undefined ? undefined : tidy + url.search);
		const lead = location ?? leadOf(url);
		if (lead !== undefined) return leadingOn(lead);
	}
	if (!isRead && namesNoAction(url.searchParams)) {
		return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } });
	}
	return resolve(event);
};
