import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import { rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { WorkWaiting } from './workWaiting';

const countsRow = rowSchema({
	requests: v.number(),
	messages: v.number(),
	lateMessages: v.number(),
	deskReports: v.number(),
	colleagueReports: v.number(),
	deadMails: v.number()
});

/**
 * @param client of an administrator
 * @throws DatabaseError
 */
export async function readWorkWaiting(client: TypedClient): Promise<WorkWaiting> {
	const [counts] = v.parse(v.tuple([countsRow]), await ask('work_waiting', client.rpc('work_waiting')));
	return counts;
}
