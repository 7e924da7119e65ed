import type { Handle } from '@sveltejs/kit';
import { baseLocale } from '$lib/base/i18n/paraglide/runtime.js';

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

/**
 * Whether a query asks for a form action (`?/send`) by a name that every object has, such as `__proto__` or
 * `constructor`. The framework would find something under it that is no action, and fail.
 */
export function namesNoAction(query: URLSearchParams): boolean {
	return [...query.keys()].some((name) => name.startsWith('/') && name.slice(1) in Object.prototype);
}

/** One address for each page, and nothing for what can be none. */
export const addresses: Handle = ({ event, resolve }) => {
	const { request, url } = event;
	const isRead = request.method === 'GET' || request.method === 'HEAD';
	const location = isRead ? withoutBasePrefix(url) : undefined;
	if (location !== undefined) return new Response(null, { status: 308, headers: { location } });
	if (!isRead && namesNoAction(url.searchParams)) {
		return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } });
	}
	return resolve(event);
};
