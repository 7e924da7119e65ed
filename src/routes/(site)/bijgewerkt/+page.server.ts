import { recentChanges } from '$lib/directory/recentChanges';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

/** A list and links: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async () => ({
	changes: recentChanges(await requireDirectory(), getLocale())
});
