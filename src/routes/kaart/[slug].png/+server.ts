import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findDesk } from '$lib/desk/findDesk';
import { LOCALES } from '$lib/domain/directory/directory';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { placeNameOf } from '$lib/domain/directory/placeName';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { locatorOf, noPicture, renderSharePng } from '$lib/map/image/index.server';
import type { RequestHandler } from './$types';

/**
 * What a shared link to a municipality shows, or to one of its desks (`?loket=`), in one language (`?taal=`). One that is
 * not there has no picture, whatever else is asked.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const index = await requireDirectory();
	const locale = v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('taal'));
	const entry = index.bySlug.get(params.slug);
	if (!entry) return noPicture();
	const slug = url.searchParams.get('loket');
	const desk = slug === null ? undefined : findDesk(index, slug);
	if (slug !== null && desk?.home !== entry) return noPicture();

	const name = municipalityName(entry.municipality, locale);
	const map = locatorOf(index, entry, locale);
	const site = m.site_name({}, { locale });
	const png = await renderSharePng(
		desk
			? {
					// The one that it is about, and no other.
					map: { ...map, desks: desk.desk.locationApproximate ? [] : [desk.desk] },
					heading: desk.desk.name,
					line: placeNameOf(index, desk.desk, locale),
					site
				}
			: { map, heading: name, line: m.directory_share_line({}, { locale }), site }
	);
	// While too many are asked at once, that of the site is better than none.
	if (png === undefined) redirect(302, '/share.png');
	return new Response(png, {
		headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' }
	});
};
