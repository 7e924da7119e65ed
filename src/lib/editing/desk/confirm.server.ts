import { unlessChanged } from '$lib/base/database/fingerprints.server';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

/** "All of this is still true." @param seen the fingerprint of what was shown @throws DatabaseError */
export const confirmDesk = (client: TypedClient, id: string, seen: string): Promise<boolean | 'changed'> =>
	unlessChanged(() => ask('confirm_desk', client.rpc('confirm_desk', { p_desk_id: id, p_seen: seen })));
