import { directoryQuery } from '$lib/domain/directory/directoryQuery';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { embedAsked, embedView } from '$lib/embed/embed.server';
import { directoryFrame } from '$lib/finder/pictured.server';
import { pictureSrc } from '$lib/map/pictureSrc';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const index = await requireDirectory();
	const query = embedAsked(url.searchParams);
	const now = new Date();
	const view = embedView(index, query, getLocale(), now);
	const filters = directoryQuery.print({
		...directoryQuery.empty,
		provincie: view.provinces,
		gekozen: view.place?.slug ?? null
	});
	const edition = editionOf(index.directory);
	return {
		query,
		view,
		now: now.toISOString(),
		edition,
		basemap: basemapSettings(),
		mapFrame: directoryFrame(view.matching),
		picture: pictureSrc('/kaart/overzicht.svg', filters, edition)
	};
};
