/** What members report about each other. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import type { Mention } from './audit/auditEntry';
import type { ColleagueReport } from './colleagueReport';
import { instant } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { fingerprintsOf, unlessChanged } from '$lib/base/database/fingerprints.server';
import { mention, namesOf } from './names.server';

const REPORTS_SHOWN = 100;

const reportRow = v.object({
	id: v.string(),
	reporter_id: v.string(),
	reported_id: v.string(),
	reason: v.string(),
	created_at: instant,
	handled_by: v.nullable(v.string()),
	handled_at: v.nullable(instant)
});

/**
 * At most 100 open reports and 100 handled ones, newest first; none about the administrator who asks.
 * @throws DatabaseError
 */
export async function readColleagueReports(
	client: TypedClient
): Promise<{ open: ColleagueReport[]; done: ColleagueReport[] }> {
	const reports = async (state: 'open' | 'done') => {
		const column = state === 'open' ? 'created_at' : 'handled_at';
		const listed = client
			.from('colleague_report')
			.select('id')
			.eq('state', state)
			.order(column, { ascending: false })
			.limit(REPORTS_SHOWN);
		const ids = (await ask('colleague_report', listed)).map(({ id }) => id);
		const fingerprints = await fingerprintsOf(client, 'colleague_report', ids);
		if (ids.length === 0) return [];
		const rows = client
			.from('colleague_report')
			.select('id, reporter_id, reported_id, reason, created_at, handled_by, handled_at')
			.in('id', ids)
			.eq('state', state)
			.order(column, { ascending: false });
		return v
			.parse(v.array(reportRow), await ask('colleague_report', rows))
			.map((row) => ({ ...row, seen: fingerprints.get(row.id) ?? '' }));
	};
	const [open, done] = await Promise.all([reports('open'), reports('done')]);
	const names = await namesOf(
		client,
		[...open, ...done].flatMap((row) => [row.reporter_id, row.reported_id, row.handled_by])
	);
	const known = (id: string): Mention => ({ id, fullName: names.get(id) ?? null });
	const shown = (row: (typeof open)[number]): ColleagueReport => ({
		id: row.id,
		seen: row.seen,
		reported: known(row.reported_id),
		reporter: known(row.reporter_id),
		reason: row.reason,
		createdAt: row.created_at,
		handledAt: row.handled_at,
		handledBy: mention(row.handled_by, names)
	});
	return { open: open.map(shown), done: done.map(shown) };
}

/**
 * Handled, or open again.
 * @param seen the fingerprint of what was shown
 * @returns 'gone' when there is no such report, or it is about the caller
 * @throws DatabaseError
 */
export const settleColleagueReport = (
	client: TypedClient,
	id: string,
	done: boolean,
	seen: string
): Promise<'done' | 'gone' | 'changed'> =>
	unlessChanged(async () =>
		(await ask(
			'settle_colleague_report',
			client.rpc('settle_colleague_report', { p_report_id: id, p_done: done, p_seen: seen })
		))
			? 'done'
			: 'gone'
	);
