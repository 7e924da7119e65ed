import { fail, redirect } from '@sveltejs/kit';
import { isId } from '$lib/administration/ids';
import { localPath } from '$lib/i18n/localPath';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { mergeTopics, readManagedTopics } from '$lib/server/expertise/managedTopics';
import { logError, requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what it becomes part of leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ locals, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const topics = await requireAnswer(readManagedTopics(locals.session.client, getLocale()), request);
	const find = (parameter: string) => topics.find(({ slug }) => slug === url.searchParams.get(parameter));
	const [from, into] = [find('van'), find('bij')];
	return {
		/** Null for one that became part of another meanwhile. */
		from: from ?? null,
		into: into && into !== from ? into : null,
		others: topics.filter((topic) => topic !== from)
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { client } = locals.session;
		const data = await request.formData();
		const [from, into] = [data.get('van'), data.get('bij')];
		if (!isId(from) || !isId(into)) return fail(400, { result: { kind: 'invalid' as const } });
		let address: string;
		try {
			const topics = await readManagedTopics(client, getLocale());
			const slugFor = (wanted: string) => topics.find(({ id }) => id === wanted)?.slug;
			if ((await mergeTopics(client, from, into)) === null) {
				return fail(409, { result: { kind: 'gone' as const } });
			}
			address = `/beheer/themas?thema=${slugFor(into)}&klaar=samengevoegd&deel=${slugFor(from)}`;
		} catch (cause) {
			return fail(503, { result: { kind: 'failed' as const, id: logError(cause, request) } });
		}
		redirect(303, localPath(address));
	}
};
