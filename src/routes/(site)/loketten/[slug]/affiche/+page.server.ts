import { addressPlaceOf } from '$lib/domain/directory/placeName';
import { bodyLabel } from '$lib/domain/government/bodyName';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireDesk } from '$lib/desk/desk.server';
import { qrCode } from '$lib/desk/qrCode.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { index, found } = await requireDesk(params.slug);
	const { owner, home } = found;
	// As they are stored, hours are for no reader.
	const { openingHours, ...shown } = found.desk;
	const desk = { ...shown, place: addressPlaceOf(shown, home.municipality, getLocale()) };
	const address = url.origin + localPath(`/loketten/${desk.slug}`);
	return {
		desk,
		isExample: index.directory.hasExampleData,
		owner: bodyLabel(owner, home.municipality, getLocale()),
		phoneText: desk.phone && readablePhoneNumber(desk.phone),
		hours: (openingHours && openingHoursLines(openingHours, getLocale(), new Date())) || [],
		address,
		code: qrCode(address)
	};
};
