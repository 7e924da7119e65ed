import { deskView } from '$lib/desk/deskView';
import { routeLinks } from '$lib/desk/routeLinks';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/server/basemap';
import { requireDesk } from '$lib/server/desk';
import { editionOf } from '$lib/server/http/edition';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, request, setHeaders }) => {
	const { index, found } = await requireDesk(params.slug);
	// Whether it is open changes by the minute, and the way there by the device.
	setHeaders({ 'cache-control': 'private, no-cache' });
	return {
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		view: deskView(index, found, getLocale(), new Date()),
		routes: routeLinks(found.desk, request.headers.get('user-agent') ?? '')
	};
};
