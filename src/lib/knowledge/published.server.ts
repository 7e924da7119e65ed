import { askAll } from '$lib/base/database/ask.server';
import { visitorClient } from '$lib/base/database/supabase.server';

/** An item that everybody may read. */
export interface PublishedResource {
	slug: string;
	/** ISO instant. */
	changedAt: string;
}

/**
 * Every item that everybody may read, the newest first.
 * @throws DatabaseError
 */
export async function publishedResources(): Promise<PublishedResource[]> {
	const rows = await askAll('resource', (from, to) =>
		visitorClient()
			.from('resource')
			.select('slug, updated_at')
			.order('updated_at', { ascending: false })
			.order('slug')
			.range(from, to)
	);
	return rows.map((row) => ({ slug: row.slug, changedAt: new Date(row.updated_at).toISOString() }));
}
