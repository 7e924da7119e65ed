/** Stores what visitors say is wrong about a desk, and hands it to those who keep the desk. */
import * as v from 'valibot';
import { REPORT_TOPICS, type ReportTopic, type ShownReport } from '$lib/domain/desk/report';
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { ask } from '$lib/base/database/ask.server';
import { fingerprintsOf, unlessChanged } from '$lib/base/database/fingerprints.server';
import { addressKey } from '$lib/base/database/rateLimit.server';
import { instant, rowSchema } from '$lib/base/database/row.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';

export interface NewReport {
	deskId: string;
	topic: ReportTopic;
	message: string;
	/** Empty when no answer is wanted. */
	email: string;
	locale: Locale;
}

/**
 * Stores one report, at most 5 an hour from one sender, and puts the mail about it in the outbox.
 * @param clientAddress IPv4 or IPv6 address; only a keyed hash of it reaches the database
 * @returns 0 when it is stored, otherwise the seconds after which the sender may try again
 * @throws DatabaseError, with reason UNKNOWN_DESK when the public does not see the desk any more
 */
export async function storeDeskReport(report: NewReport, clientAddress: string): Promise<number> {
	const call = serviceClient().rpc('submit_desk_report', {
		p_desk_id: report.deskId,
		p_topic: report.topic,
		p_message: report.message,
		p_email: report.email === '' ? null : report.email,
		p_locale: report.locale,
		p_sender_key: addressKey(clientAddress)
	});
	return ask('submit_desk_report', call);
}

const REPORTS_SHOWN = 100;

const reportRow = rowSchema({
	id: v.string(),
	deskId: v.string(),
	topic: v.picklist(REPORT_TOPICS),
	message: v.string(),
	email: v.nullable(v.string()),
	locale: v.picklist(LOCALES),
	createdAt: instant,
	handledAt: v.nullable(instant)
});
const deskRow = v.object({ id: v.string(), name: v.string(), local_government_id: v.string() });

interface Scope {
	/** Of whom the reports are shown; null for all that the caller may see. */
	governmentId: string | null;
	/** By id. */
	governments: ReadonlyMap<string, { name: string; slug: string }>;
}

/**
 * Reports that the caller may see: at most 100 open ones, longest waiting first, and 100 handled ones, latest first.
 * @param client of the person who asks: the database decides what they see
 * @throws DatabaseError
 */
export async function readDeskReports(
	client: TypedClient,
	{ governmentId, governments }: Scope
): Promise<{ open: ShownReport[]; done: ShownReport[] }> {
	const desks = () => client.from('volunteer_desk').select('id, name, local_government_id');
	const own =
		governmentId === null
			? null
			: await ask('volunteer_desk', desks().eq('local_government_id', governmentId));
	if (own?.length === 0) return { open: [], done: [] };
	const reports = async (state: 'open' | 'done') => {
		const column = state === 'open' ? 'created_at' : 'handled_at';
		const inOrder = { ascending: state === 'open' };
		const listed = client
			.from('desk_report')
			.select('id')
			.eq('state', state)
			.order(column, inOrder)
			.limit(REPORTS_SHOWN);
		const found = await ask(
			'desk_report',
			own
				? listed.in(
						'desk_id',
						own.map(({ id }) => id)
					)
				: listed
		);
		const ids = found.map(({ id }) => id);
		const seen = await fingerprintsOf(client, 'desk_report', ids);
		const rows =
			ids.length === 0
				? []
				: await ask(
						'desk_report',
						client
							.from('desk_report')
							.select('id, desk_id, topic, message, email, locale, created_at, handled_at')
							.in('id', ids)
							.eq('state', state)
							.order(column, inOrder)
					);
		return v.parse(v.array(reportRow), rows).map((row) => ({ ...row, seen: seen.get(row.id) ?? '' }));
	};
	const rows = (await Promise.all([reports('open'), reports('done')])).flat();
	const deskIds = [...new Set(rows.map(({ deskId }) => deskId))];
	const named = deskIds.length > 0 ? await ask('volunteer_desk', desks().in('id', deskIds)) : [];
	const byId = new Map(v.parse(v.array(deskRow), named).map((desk) => [desk.id, desk]));
	const shown = rows.map((row): ShownReport => {
		const desk = byId.get(row.deskId);
		const owner = desk && governments.get(desk.local_government_id);
		return {
			...row,
			desk: owner
				? { id: desk.id, name: desk.name, governmentName: owner.name, governmentSlug: owner.slug }
				: null
		};
	});
	return {
		open: shown.filter(({ handledAt }) => handledAt === null),
		done: shown.filter(({ handledAt }) => handledAt !== null)
	};
}

/**
 * Handled, or open again.
 * @param seen the fingerprint of what was shown
 * @returns 'gone' when the caller has no such report
 * @throws DatabaseError
 */
export const settleDeskReport = (
	client: TypedClient,
	id: string,
	done: boolean,
	seen: string
): Promise<'done' | 'gone' | 'changed'> =>
	unlessChanged(async () =>
		(await ask(
			'settle_desk_report',
			client.rpc('settle_desk_report', { p_report_id: id, p_done: done, p_seen: seen })
		))
			? 'done'
			: 'gone'
	);
