import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import { instant } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const requestRow = v.object({ asked_at: instant });

/** When its editors asked that a government takes part; null when they did not. @throws DatabaseError */
export async function readAskedAt(client: TypedClient, governmentId: string): Promise<string | null> {
	const question = client.from('participation_request').select('asked_at');
	const rows = await ask('participation_request', question.eq('local_government_id', governmentId));
	return v.parse(v.array(requestRow), rows)[0]?.asked_at ?? null;
}

/** Asks that the own government takes part; again is no second question. @throws DatabaseError */
export async function askToTakePart(client: TypedClient): Promise<void> {
	await ask('ask_to_take_part', client.rpc('ask_to_take_part'));
}
