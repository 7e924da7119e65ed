import type { PageLoad } from './$types';

const searchParts = () => import('./searchParts');

/** What the server's answer to a search needs beside this page, before it is taken over: src/app.html asks for it. */
export const _needed = () => (location.search === '' ? null : searchParts());

export const load: PageLoad = async ({ data }) => ({
	...data,
	parts: data.answer || data.result.total === 0 ? await searchParts() : null
});
