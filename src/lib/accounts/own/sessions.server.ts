/** Where somebody is signed in. Everything runs as whoever asks. */
import * as v from 'valibot';
import type { OpenSession } from './openSession';
import { ask } from '$lib/base/database/ask.server';
import { instant, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const sessionRow = rowSchema({
	id: v.string(),
	startedAt: instant,
	usedAt: instant,
	endsAt: instant,
	device: v.nullable(v.string()),
	isCurrent: v.boolean()
});

/** The caller's: the one that asks, then the last one used first. @throws DatabaseError */
export async function readSessions(client: TypedClient): Promise<OpenSession[]> {
	const sessions = v.parse(v.array(sessionRow), await ask('my_sessions', client.rpc('my_sessions')));
	return sessions.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/**
 * Signs out of one of them.
 * @returns false when there is none such, or no more
 * @throws DatabaseError
 */
export const endSession = (client: TypedClient, id: string): Promise<boolean> =>
	ask('end_session', client.rpc('end_session', { p_session_id: id }));
