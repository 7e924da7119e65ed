import { deskView } from '$lib/desk/deskView';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { routeLinks } from '$lib/desk/routeLinks';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { surroundingsOf } from '$lib/map/image/index.server';
import { requireDesk } from '$lib/desk/desk.server';
import { editionOf } from '$lib/directory/edition.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, request, setHeaders }) => {
	const { index, found } = await requireDesk(params.slug);
	// The way there goes by the device, so the server keeps none of these. It says nothing more: what a visitor without
	// account gets is kept on the device, for when there is no network.
	setHeaders({ vary: 'User-Agent' });
	const now = new Date();
	// Within a minute it says the same, and whoever has it need not get it again.
	now.setUTCSeconds(0, 0);
	return {
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		around: await surroundingsOf(found.desk),
		view: deskView(index, found, getLocale(), now, readablePhoneNumber),
		routes: routeLinks(found.desk, request.headers.get('user-agent') ?? '')
	};
};
