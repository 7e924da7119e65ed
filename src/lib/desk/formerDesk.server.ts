/** Where a desk went whose address is no more: it and another one were made one, or it was taken off the site. */
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import { within } from '$lib/base/settings/limits.server';
import { serviceClient, visitorClient } from '$lib/base/database/supabase.server';

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

/**
 * The municipality of a desk that was on the site and is no longer, in a database that hides everything else of it.
 * @returns null when there was none, also while the database does not answer
 */
export async function municipalityOfWithdrawn(
	index: DirectoryIndex,
	slug: string
): Promise<MunicipalityEntry | null> {
	try {
		const { data } = await serviceClient()
			.rpc('withdrawn_desk', { p_slug: slug })
			.retry(false)
			.abortSignal(within('FORMER_DESK_PATIENCE_MS'));
		return (data && index.byNisCode.get(data)) || null;
	} catch {
		return null;
	}
}
