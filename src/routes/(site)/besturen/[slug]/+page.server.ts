import { error, redirect } from '@sveltejs/kit';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { municipalityView } from '$lib/directory/municipalityView';
import { thisMinute } from '$lib/finder/clock';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { basemapSettings } from '$lib/map/basemap.server';
import { locatorFrame } from '$lib/map/image/index.server';
import { placeSearchOf } from '$lib/directory/placeSearch.server';
import { resourceQuery, type ResourceQuery } from '$lib/domain/resource/resourceQuery';
import { fewResources } from '$lib/knowledge/few.server';
import type { PageServerLoad } from './$types';

/** Longer than any name; what comes after says nothing about the municipality meant. */
const MAX_KEY = 100;

export const load: PageServerLoad = async ({ locals, params }) => {
	const index = await requireDirectory();
	const locale = getLocale();
	const key = params.slug.slice(0, MAX_KEY);
	const found = resolveMunicipality(index, key.toLowerCase());
	if (!found) {
		const suggestions = placeSearchOf(index)
			.closest(key, 3)
			.flatMap(({ nisCode }) => index.byNisCode.get(nisCode) ?? [])
			.map(({ municipality }) => ({
				href: localPath(`/besturen/${municipality.slug}`),
				name: municipalityName(municipality, locale)
			}));
		error(404, { message: m.directory_nothing(), suggestions });
	}
	const { slug } = found.entry.municipality;
	if (slug !== params.slug) redirect(308, localPath(`/besturen/${slug}`));
	const few = (asked: Partial<ResourceQuery>) =>
		fewResources(locals.session.client, index, { ...resourceQuery.empty, ...asked });
	const [shared, used] = await Promise.all([few({ bestuur: slug }), few({ gebruikt: slug })]);
	return {
		shared,
		used,
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		mapFrame: locatorFrame(found.entry.municipality.nisCode) ?? null,
		view: municipalityView(index, found.entry, locale, thisMinute())
	};
};
