import { redirect } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { doneParam } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { pressed } from '$lib/base/form/form.server';
import { mergeTopics, readManagedTopics } from '$lib/administration/themes/managedTopics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what it becomes part of leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ locals, request, url }) => {
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
	default: (event) =>
		pressed(event, async () => {
			const { client } = event.locals.session;
			const data = await event.request.formData();
			const [from, into] = [data.get('van'), data.get('bij')];
			if (!isId(from) || !isId(into)) return { kind: 'invalid' as const };
			const topics = await readManagedTopics(client, getLocale());
			const slugFor = (wanted: string) => topics.find(({ id }) => id === wanted)?.slug;
			if ((await mergeTopics(client, from, into)) === null) return { kind: 'gone' as const };
			redirect(
				303,
				localPath(`/beheer/themas?thema=${slugFor(into)}&${doneParam('merged')}&deel=${slugFor(from)}`)
			);
		})
};
