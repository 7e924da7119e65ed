import type { HandleClientError } from '@sveltejs/kit';
import { navigating } from '$app/state';
import { fileMissing, isMissingFile } from '$lib/site/fullLoad';

/** A page that somebody follows a link to is loaded in full where a file of it does not come. */
export const handleError: HandleClientError = ({ error, event, message }) => {
	const leaving = isMissingFile(error) && fileMissing(navigating.to ? event.url : null);
	if (leaving) return leaving;
	console.error(error);
	return { message };
};
