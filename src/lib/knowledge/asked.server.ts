/** What an address asks of the knowledge base: by the themes and municipalities of today. */
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { resolveMunicipality, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { UrlProblem } from '$lib/domain/query/urlQuery';
import { resourceQuery, type ResourceQuery } from '$lib/domain/resource/resourceQuery';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { Topics } from '$lib/expertise/topics.server';
import type { ChosenPlaces } from './filterLinks';

export interface AskedResources {
	query: ResourceQuery;
	problems: UrlProblem[];
	places: ChosenPlaces;
}

export function askedResources(
	index: DirectoryIndex,
	{ topics, today }: Topics,
	params: URLSearchParams
): AskedResources {
	const { query, problems } = resourceQuery.parse(params, {
		thema: { values: topics.map(({ slug }) => slug), today }
	});
	/** By any name that leads to its page. */
	const municipality = (parameter: 'bestuur' | 'gebruikt'): string | null => {
		const asked = query[parameter];
		const found = asked === null ? undefined : resolveMunicipality(index, asked)?.entry.municipality;
		if (asked !== null && !found) problems.push({ parameter, reason: 'unknown-value', value: asked });
		query[parameter] = found?.slug ?? null;
		return found ? municipalityName(found, getLocale()) : null;
	};
	return { query, problems, places: { sharedBy: municipality('bestuur'), usedBy: municipality('gebruikt') } };
}
