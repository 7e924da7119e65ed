import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

/** "All of this is still true." False when the desk is gone. @throws DatabaseError */
export const confirmDesk = (client: TypedClient, id: string): Promise<boolean> =>
	ask('confirm_desk', client.rpc('confirm_desk', { p_desk_id: id }));
