/** The edition of the public knowledge base: what is kept of its pages holds while this stays the same. */
import { ask } from '$lib/base/database/ask.server';
import { visitorClient } from '$lib/base/database/supabase.server';

/**
 * Rises with every change of what visitors read there, and of nothing else.
 * @throws DatabaseError
 */
export async function contentVersion(): Promise<number> {
	const rows = await ask(
		'content_version',
		visitorClient().from('content_version').select('version').limit(1)
	);
	return rows[0]?.version ?? 0;
}
