import { drawChart, NARROW, WIDE } from '$lib/coverage/chart';
import { spotRow } from '$lib/coverage/spotRow';
import { coverageQuery, coverageSeries, findWhiteSpots, pageOf } from '$lib/domain/colleague/coverage';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { readCoverage, readWhiteSpots } from '$lib/coverage/coverage.server';
import { readTopics } from '$lib/expertise/topics.server';
import { editionOf } from '$lib/directory/edition.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { client } = locals.session;
	const locale = getLocale();
	const index = await requireDirectory();
	const [spots, { topics }, { counts, hasExamples }] = await requireAnswer(
		Promise.all([readWhiteSpots(client, index), readTopics(client), readCoverage(client)]),
		request
	);

	const { query, problems } = coverageQuery.parse(url.searchParams);
	const selected = query.gekozen ? resolveMunicipality(index, query.gekozen)?.entry.municipality : undefined;
	if (query.gekozen && !selected) {
		problems.push({ parameter: 'gekozen', reason: 'unknown-value', value: query.gekozen });
	}
	query.gekozen = selected?.slug ?? null;
	const { found, ...result } = findWhiteSpots(spots, query, locale);
	const { rows, page, pageCount } = pageOf(found, query);
	if (query.gekozen === null && page !== query.page) {
		problems.push({ parameter: 'pagina', reason: 'not-a-page', value: String(query.page) });
	}

	const series = coverageSeries(counts, query.lijn);
	const hasCourse = series.months.length > 1;
	return {
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		query: { ...query, page },
		problems,
		result: {
			...result,
			total: found.length,
			rows: rows.map((spot) => spotRow(spot, topics, locale)),
			pageCount
		},
		selected: selected
			? {
					nisCode: selected.nisCode,
					name: municipalityName(selected, locale),
					isFound: found.some(({ entry }) => entry.municipality.nisCode === selected.nisCode)
				}
			: null,
		overTime: {
			series,
			charts: hasCourse ? { wide: drawChart(series, WIDE), narrow: drawChart(series, NARROW) } : null,
			hasExamples
		}
	};
};
