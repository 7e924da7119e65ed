import type { Mention } from './audit/auditEntry';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';

/**
 * Who the accounts belong to, by id; those that are gone are missing.
 * @throws DatabaseError
 */
export async function namesOf(
	client: TypedClient,
	accountIds: readonly (string | null)[]
): Promise<Map<string, string>> {
	const ids = [...new Set(accountIds)].filter((id) => id !== null);
	if (ids.length === 0) return new Map();
	const rows = await ask('profile', client.from('profile').select('id, full_name').in('id', ids));
	return new Map(rows.map((row) => [row.id, row.full_name]));
}

/** @param names of `namesOf`; whoever is not among them is gone */
export const mention = (id: string | null, names: Map<string, string>): Mention | null =>
	id === null ? null : { id, fullName: names.get(id) ?? null };
