import { error, redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import { findDesk, type FoundDesk } from './findDesk';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { currentSlugOf, municipalityOfWithdrawn } from './formerDesk.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { withdrawnDesk } from './withdrawnDesk';

/**
 * The desk that a page is about.
 * @throws a redirect to the desk that this one was merged into; a 410 with the way to others for one that was taken off
 * the site; a 404 in the page's language when the public has no such desk, with the way to the others; a 503 without directory
 */
export async function requireDesk(slug: string): Promise<{ index: DirectoryIndex; found: FoundDesk }> {
	const index = await requireDirectory();
	const found = findDesk(index, slug);
	if (!found) {
		const current = await currentSlugOf(index, slug);
		if (current !== null) {
			const { url } = getRequestEvent();
			redirect(308, url.pathname.replace(`/loketten/${slug}`, `/loketten/${current}`) + url.search);
		}
		const where = await municipalityOfWithdrawn(index, slug);
		if (where !== null) error(410, withdrawnDesk(index, where, getLocale()));
		error(404, { message: m.desk_not_found() });
	}
	return { index, found };
}
