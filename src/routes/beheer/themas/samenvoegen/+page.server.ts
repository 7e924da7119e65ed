import { redirect } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { doneParam } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { lineIn, pressed } from '$lib/base/form/form.server';
import { mergeTopics, readManagedTopics } from '$lib/administration/themes/managedTopics.server';
import { fingerprintsOf } from '$lib/base/database/fingerprints.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what it becomes part of leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { client } = locals.session;
	const read = () => requireAnswer(readManagedTopics(client, getLocale()), request);
	const chosen = ({ slug }: { slug: string }) =>
		[url.searchParams.get('van'), url.searchParams.get('bij')].includes(slug);
	const ids = (await read()).filter(chosen).map(({ id }) => id);
	const seen = await requireAnswer(fingerprintsOf(client, 'topic', ids), request);
	// Once more: not older than what is sent along.
	const topics = await read();
	const find = (parameter: string) => {
		const topic = topics.find(({ slug }) => slug === url.searchParams.get(parameter));
		return topic ? { ...topic, seen: seen.get(topic.id) ?? '' } : null;
	};
	const [from, into] = [find('van'), find('bij')];
	return {
		/** Null for one that became part of another meanwhile. */
		from,
		into: into?.id === from?.id ? null : into,
		others: topics.filter(({ id }) => id !== from?.id)
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
			const seen: [string, string] = [lineIn(data, 'van-gezien'), lineIn(data, 'bij-gezien')];
			const outcome = await mergeTopics(client, from, into, seen);
			if (outcome === 'changed') return { kind: 'outdated' as const, seen };
			if (outcome === 'gone') return { kind: 'gone' as const };
			redirect(
				303,
				localPath(`/beheer/themas?thema=${slugFor(into)}&${doneParam('merged')}&deel=${slugFor(from)}`)
			);
		})
};
