import { deskView } from '$lib/desk/deskView';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { surroundingsOf } from '$lib/map/image/index.server';
import { requireDesk } from '$lib/desk/desk.server';
import { editionOf } from '$lib/directory/edition.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const { index, found } = await requireDesk(params.slug);
	// The same for everybody: what a visitor without account gets is kept, here and on the device, for when there is no network.
	const now = new Date();
	// Within a minute it says the same, and whoever has it need not get it again.
	now.setUTCSeconds(0, 0);
	return {
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		around: await surroundingsOf(found.desk),
		view: deskView(index, found, getLocale(), now, readablePhoneNumber)
	};
};
