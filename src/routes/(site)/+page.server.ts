import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { directoryQuery } from '$lib/domain/directory/directoryQuery';
import { searchDirectory, takesPart } from '$lib/domain/directory/directorySearch';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { CLOCK, thisMinute } from '$lib/finder/clock';
import { directoryFrame } from '$lib/finder/pictured.server';
import { placeAnswer } from '$lib/finder/placeAnswer';
import { toListItem } from '$lib/directory/listItem';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { basemapSettings } from '$lib/map/basemap.server';
import { placeSearchOf } from '$lib/directory/placeSearch.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, depends }) => {
	depends(CLOCK);
	const index = await requireDirectory();
	const locale = getLocale();
	const { query, problems } = directoryQuery.parse(url.searchParams);

	const selected = query.gekozen ? resolveMunicipality(index, query.gekozen)?.entry : undefined;
	if (query.gekozen && !selected) {
		problems.push({ parameter: 'gekozen', reason: 'unknown-value', value: query.gekozen });
	}
	query.gekozen = selected?.municipality.slug ?? null;

	const result = searchDirectory(index, placeSearchOf(index), query, locale);
	if (result.page !== query.page) {
		problems.push({ parameter: 'page', reason: 'not-a-page', value: String(query.page) });
	}
	const participants = index.entries.filter(takesPart);
	return {
		edition: editionOf(index.directory),
		query: { ...query, page: result.page },
		problems,
		basemap: basemapSettings(),
		/** Of the map: what was found. */
		mapFrame: directoryFrame(result.matching),
		hasApproximate: index.directory.desks.some(({ locationApproximate }) => locationApproximate),
		totals: {
			governments: index.directory.localGovernments.filter((one) => one.participatingSince).length,
			municipalities: participants.length,
			desks: index.directory.desks.length
		},
		result: {
			...result,
			items: result.items.map((item) => toListItem(item, locale)),
			nearest: result.nearest.map((item) => toListItem(item, locale))
		},
		/** Where to go from the place that was typed. */
		answer: query.q ? placeAnswer(index, query.q, thisMinute(), locale, readablePhoneNumber) : null,
		selected: selected ? toListItem({ entry: selected, match: null }, locale) : null
	};
};
