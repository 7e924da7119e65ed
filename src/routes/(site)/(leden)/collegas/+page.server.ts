import { colleagueQuery } from '$lib/domain/colleague/colleagueQuery';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { basemapSettings } from '$lib/map/basemap.server';
import { searchColleagues } from '$lib/colleagues/search.server';
import { readTopics } from '$lib/expertise/topics.server';
import { editionOf } from '$lib/directory/edition.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { client } = locals.session;
	const [account, index, { topics, today }] = await Promise.all([
		requireAccount(locals),
		requireDirectory(),
		requireAnswer(readTopics(client), request)
	]);
	const { query, problems } = colleagueQuery.parse(url.searchParams, {
		thema: { values: topics.map(({ slug }) => slug), today }
	});
	const chosen = query.gemeente ? resolveMunicipality(index, query.gemeente)?.entry.municipality : undefined;
	if (query.gemeente && !chosen) {
		problems.push({ parameter: 'gemeente', reason: 'unknown-value', value: query.gemeente });
	}
	query.gemeente = chosen?.slug ?? null;
	const result = await requireAnswer(searchColleagues(client, index, query), request);
	if (result.page !== query.page) {
		problems.push({ parameter: 'page', reason: 'not-a-page', value: String(query.page) });
	}
	return {
		edition: editionOf(index.directory),
		query: { ...query, page: result.page },
		problems,
		topics,
		basemap: basemapSettings(),
		chosen: chosen ? { nisCode: chosen.nisCode, name: municipalityName(chosen, getLocale()) } : null,
		isVisible: account.listed && account.pausedAt === null,
		hasPlace: account.localGovernmentId !== null,
		result
	};
};
