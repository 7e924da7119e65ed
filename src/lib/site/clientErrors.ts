/** What a page says of what went wrong in the browser. */
import type { HandleClientError } from '@sveltejs/kit';
import { navigating } from '$app/state';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { fileMissing, isMissingFile } from './fullLoad';

/** As browsers say that something could not be fetched: a page's data, or a script of it. */
const NOT_FETCHED = /fetch|network|load failed|import|internet|connection/i;

/**
 * A site that cannot be reached is no mistake of the site; a page that somebody follows a link to is loaded in full where only
 * a file of it does not come.
 */
export const handleError: HandleClientError = async ({ error, event, message }) => {
	const target = navigating.to ? event.url : null;
	if (await isNoConnection(error)) return { message: m.offline_title(), noConnection: true };
	const leaving = isMissingFile(error) && fileMissing(target);
	if (leaving) return leaving;
	console.error(error);
	return { message };
};

/** @param reach asks the site for something small; rejects when it does not answer */
export async function isNoConnection(
	error: unknown,
	reach: () => Promise<unknown> = askSite
): Promise<boolean> {
	if (!(error instanceof TypeError) || !NOT_FETCHED.test(error.message)) return false;
	return reach().then(
		() => false,
		() => true
	);
}

const askSite = () => fetch('/_app/version.json', { method: 'HEAD', cache: 'no-store' });
