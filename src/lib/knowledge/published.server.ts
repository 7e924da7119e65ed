import { askAll } from '$lib/base/database/ask.server';
import { visitorClient } from '$lib/base/database/supabase.server';
import { currentContentVersion, isAway } from './currentContent.server';

/** An item that everybody may read. */
export interface PublishedResource {
	slug: string;
	/** ISO instant. */
	changedAt: string;
}

let last: PublishedResource[] = [];

/**
 * Every item that everybody may read, the last changed first; while the database is away those of before.
 * @throws DatabaseError
 */
export async function publishedResources(): Promise<PublishedResource[]> {
	try {
		// Nobody waits longer for it than for the directory.
		await currentContentVersion();
		last = await read();
	} catch (cause) {
		if (!isAway(cause)) throw cause;
	}
	return last;
}

async function read(): Promise<PublishedResource[]> {
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
