import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { readTopics } from '$lib/expertise/topics.server';
import { askedResources } from '$lib/knowledge/asked.server';
import { searchResources } from '$lib/knowledge/search.server';
import type { PageServerLoad } from './$types';

/** Of what there is instead, where nothing was found. */
const FEW = 3;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { client } = locals.session;
	const [account, index, topics] = await Promise.all([
		locals.session.account(),
		requireDirectory(),
		requireAnswer(readTopics(client), request)
	]);
	const { query, problems, places } = askedResources(index, topics, url.searchParams);
	const result = await requireAnswer(searchResources(client, index, query), request);
	if (result.page !== query.page) {
		problems.push({ parameter: 'pagina', reason: 'not-a-page', value: String(query.page) });
	}
	const search = (asked: Partial<typeof query>) =>
		requireAnswer(searchResources(client, index, { ...resourceQuery.empty, ...asked }), request);
	const [all, forWords] =
		result.total > 0
			? []
			: await Promise.all([
					search({}),
					query.q && resourceQuery.count(query) > 0
						? search({ q: query.q, letterlijk: query.letterlijk })
						: null
				]);
	return {
		query: { ...query, page: result.page },
		problems,
		places,
		topics: topics.topics,
		result,
		instead: { items: all?.items.slice(0, FEW) ?? [], withoutFilters: forWords?.total ?? 0 },
		isMember: account?.status === 'approved'
	};
};
