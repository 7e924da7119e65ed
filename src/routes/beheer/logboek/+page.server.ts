import { auditQuery } from '$lib/administration/audit/auditQuery';
import { readAuditLog } from '$lib/administration/audit/auditLog.server';
import { namesOf } from '$lib/administration/names.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { query } = auditQuery.parse(url.searchParams);
	const { client } = locals.session;
	const [log, names] = await Promise.all([
		readAuditLog(client, await requireDirectory(), query),
		namesOf(client, [query.accountId])
	]);
	return { query, ...log, accountName: [...names.values()][0] ?? null };
};
