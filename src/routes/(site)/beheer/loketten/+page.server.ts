import { fail } from '@sveltejs/kit';
import { isId } from '$lib/administration/ids';
import { askNow, DESKS_PER_PAGE, readFollowUp } from '$lib/server/verification/followUp';
import { logError, requireDirectory } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import { followUpQuery } from '$lib/verification/followUpFilter';
import type { AskResult } from '$lib/verification/askResult';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { query: filter } = followUpQuery.parse(url.searchParams);
	const index = await requireDirectory();
	const { desks, total } = await readFollowUp(locals.session.client, index, filter);
	return { filter, desks, total, pageCount: Math.max(1, Math.ceil(total / DESKS_PER_PAGE)) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const [id, name] = [data.get('desk'), data.get('name')];
		if (!isId(id) || typeof name !== 'string') {
			return fail(400, { result: { kind: 'invalid' } satisfies AskResult });
		}
		try {
			const outcome = await askNow(locals.session.client, id);
			deliverSoon();
			return { result: { kind: 'answered', outcome, desk: name } satisfies AskResult };
		} catch (cause) {
			return fail(503, { result: { kind: 'failed', id: logError(cause, request) } satisfies AskResult });
		}
	}
};
