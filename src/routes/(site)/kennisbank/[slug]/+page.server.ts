import { requireAnswer } from '$lib/base/http/errors.server';
import { colleagueQuery } from '$lib/domain/colleague/colleagueQuery';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { searchColleagues } from '$lib/colleagues/search.server';
import { readTopics } from '$lib/expertise/topics.server';
import { requireResource } from '$lib/knowledge/requireResource.server';
import { resourceView } from '$lib/knowledge/resourceView.server';
import { searchResources } from '$lib/knowledge/search.server';
import type { PageServerLoad } from './$types';

const MOST_COLLEAGUES = 3;
const MOST_RELATED = 4;

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { client } = locals.session;
	const [{ index, resource }, account, { topics }] = await Promise.all([
		requireResource(params.slug),
		locals.session.account(),
		requireAnswer(readTopics(client), request)
	]);
	const isMember = account?.status === 'approved';
	const [alike, colleagues] = await Promise.all([
		requireAnswer(
			searchResources(client, index, { ...resourceQuery.empty, thema: resource.topics }),
			request
		),
		isMember
			? requireAnswer(
					searchColleagues(client, index, {
						...colleagueQuery.empty,
						thema: resource.topics,
						richting: 'aangeboden'
					}),
					request
				)
			: null
	]);
	const linked = [...resource.related, ...resource.tools, ...resource.stories];
	const shown = new Set([resource.slug, ...linked.map(({ slug }) => slug)]);
	return {
		view: resourceView(resource, new Date()),
		topics,
		sameTopics: alike.items
			.filter(({ slug }) => !shown.has(slug))
			.slice(0, Math.max(0, MOST_RELATED - resource.related.length)),
		colleagues: (colleagues?.items ?? [])
			.filter(({ id }) => id !== account?.id && id !== resource.contactId)
			.slice(0, MOST_COLLEAGUES)
			.map(({ id, fullName, jobTitle, employer }) => ({ id, fullName, jobTitle, employer })),
		isMember
	};
};
