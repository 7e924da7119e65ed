import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

export type NameOf = (accountId: string | null) => string | null;

/**
 * Names of those who chose to be seen by colleagues, and of the caller; null for others.
 * @throws DatabaseError
 */
export async function colleagueNames(
	client: TypedClient,
	self: { id: string; fullName: string }
): Promise<NameOf> {
	const rows = await ask('colleagues', client.rpc('colleagues'));
	const names = new Map(rows.map(({ id, full_name: name }) => [id, name]));
	names.set(self.id, self.fullName);
	return (id) => (id === null ? null : (names.get(id) ?? null));
}
