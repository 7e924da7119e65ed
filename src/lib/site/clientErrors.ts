/** What a page says and does of what went wrong in the browser. */
import type { HandleClientError } from '@sveltejs/kit';
import { navigating, page } from '$app/state';
import { arriveInFull, fileMissing, isMissingFile } from './fullLoad';
import { stayHere } from './notReached.svelte';

/** As browsers say that something could not be fetched: a page's data, or a script of it. */
const NOT_FETCHED = /fetch|network|load failed|import|internet|connection/i;

/**
 * What could not be fetched is no mistake of the site, and nothing to put in the place of a page: that one stays until the
 * next is there, and where it was only asked anew it stays as it is.
 */
export const handleError: HandleClientError = async ({ error, event: { url }, message }) => {
	if (!isNotFetched(error)) {
		console.error(error);
		return { message };
	}
	const { to, delta } = navigating;
	if (url.href === page.url.href) return new Promise(() => {});
	if (to?.url.href === url.href) await arriveInFull(url, () => stayHere(delta ?? 0));
	// Loaded ahead: whoever goes there asks for it again.
	else if (isMissingFile(error)) fileMissing();
	return { message };
};

export const isNotFetched = (error: unknown): boolean =>
	isMissingFile(error) || (error instanceof TypeError && NOT_FETCHED.test(error.message));
