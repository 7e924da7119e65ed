import { findDesks, languagesOf } from '$lib/domain/desk/deskFinder';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { CLOCK, thisMinute } from '$lib/finder/clock';
import { finderFrame } from '$lib/finder/pictured.server';
import { finderView } from '$lib/finder/finderView';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { addressAsked } from '$lib/geocoder/deskAddress.server';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, request, depends, getClientAddress, setHeaders }) => {
	depends(CLOCK);
	const index = await requireDirectory();
	const locale = getLocale();
	const { query, problems } = deskQuery.parse(url.searchParams, { taal: { values: languagesOf(index) } });
	const address = query.q ? await addressAsked(index, query.q, getClientAddress, request.signal) : null;
	// Somebody's own address is theirs: no cache on the way keeps it.
	if (address) setHeaders({ 'cache-control': 'private, no-store' });
	const now = thisMinute();
	const from = { locale, ...(address?.from ? { from: address.from } : {}) };
	const found = findDesks(index, query, now, from);
	if (query.page !== found.page) {
		problems.push({ parameter: 'page', reason: 'not-a-page', value: String(query.page) });
	}
	const choices = address ? address.choices : found.choices;
	return {
		edition: editionOf(index.directory),
		basemap: basemapSettings(),
		hasApproximate: index.directory.desks.some(({ locationApproximate }) => locationApproximate),
		query: { ...query, page: found.page },
		problems,
		/** How much of an address was found; null when none was typed. */
		addressBy: address && (address.from ? address.by : null),
		deskCount: index.directory.desks.length,
		/** Of the map: what was found. */
		mapFrame: finderFrame(
			// The picture is kept, so that it follows no clock.
			query.open.length > 0 ? findDesks(index, { ...query, open: [] }, now, from) : found
		),
		view: finderView(
			{ ...found, choices, ...(address ? { corrected: false, isWithin: false } : {}) },
			now,
			locale,
			readablePhoneNumber
		)
	};
};
