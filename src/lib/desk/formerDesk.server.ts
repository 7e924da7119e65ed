/** Where a desk went whose address is no more: it and another one were made one. */
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { within } from '$lib/base/settings/limits.server';
import { visitorClient } from '$lib/base/database/supabase.server';

/** @returns the address of today; null when there is none, also while the database does not answer */
export async function currentSlugOf(index: DirectoryIndex, formerSlug: string): Promise<string | null> {
	try {
		const { data } = await visitorClient()
			.from('former_desk_slug')
			.select('desk_id')
			.eq('slug', formerSlug)
			.limit(1)
			.retry(false)
			.abortSignal(within('FORMER_DESK_PATIENCE_MS'));
		const id = data?.[0]?.desk_id;
		return index.directory.desks.find((desk) => desk.id === id)?.slug ?? null;
	} catch {
		return null;
	}
}
