import { isId } from '$lib/domain/text/ids';
import { askNow, DESKS_PER_PAGE, readFollowUp } from '$lib/verification/followUp.server';
import { pressed } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
import { followUpQuery } from '$lib/verification/followUpFilter';
import type { AskResult } from '$lib/verification/askResult';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { query: filter } = followUpQuery.parse(url.searchParams);
	const index = await requireDirectory();
	const { desks, total } = await readFollowUp(locals.session.client, index, filter);
	return { filter, desks, total, pageCount: Math.max(1, Math.ceil(total / DESKS_PER_PAGE)) };
};

export const actions: Actions = {
	default: (event) =>
		pressed<AskResult>(event, async () => {
			const data = await event.request.formData();
			const [id, name] = [data.get('desk'), data.get('name')];
			if (!isId(id) || typeof name !== 'string') return { kind: 'invalid' };
			const outcome = await askNow(event.locals.session.client, id);
			deliverSoon();
			return { kind: 'answered', outcome, desk: name };
		})
};
