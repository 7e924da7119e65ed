import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { embedAsked, embedView } from '$lib/embed/embed.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const index = await requireDirectory();
	const query = embedAsked(url.searchParams);
	const now = new Date();
	const view = embedView(index, query, getLocale(), now);
	return { query, view, now: now.toISOString() };
};
