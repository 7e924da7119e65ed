/** What is decided about, as it is before it is read: whoever sends that along decides about nothing they did not see. */
import { ask } from './ask.server';
import { DatabaseError, type TypedClient } from './supabase.server';

/**
 * Fingerprints by id, of at most 200; ask them before what they are of. What the caller does not decide about has none.
 * @throws DatabaseError
 */
export async function fingerprintsOf(
	client: TypedClient,
	of: 'change' | 'desk' | 'topic' | 'desk_report' | 'colleague_report',
	ids: string[]
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await ask('fingerprints', client.rpc('fingerprints', { p_of: of, p_ids: ids }));
	return new Map(rows.map(({ id, seen }) => [id, seen]));
}

/** What came of a decision, or that it was refused: what was looked at says something else by now. @throws DatabaseError */
export async function unlessChanged<Done>(decide: () => Promise<Done>): Promise<Done | 'changed'> {
	try {
		return await decide();
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'CHANGED_MEANWHILE') return 'changed';
		throw cause;
	}
}
