/** What visitors would see of a desk as it is typed. */
import type { DeskView } from '$lib/directory/municipalityView';
import { WHEELCHAIR_ACCESS } from '$lib/domain/desk/fields';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/phoneNumber';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { DeskContent } from '$lib/upkeep/content';
import type { KeptDesk } from './desks';
import type { Keeper } from './keeper';

export function viewOf({ government }: Keeper, desk: KeptDesk | null, content: DeskContent): DeskView {
	const { lon, lat, location_approximate: locationApproximate, opening_hours: hours, ...rest } = content;
	const now = new Date().toISOString();
	return {
		...rest,
		id: desk?.id ?? '',
		slug: desk?.slug ?? 'voorbeeld',
		localGovernmentId: government.id,
		ownerKind: government.kind,
		lon: lon ?? 0,
		lat: lat ?? 0,
		locationApproximate,
		wheelchair: WHEELCHAIR_ACCESS.find((access) => access === rest.wheelchair) ?? null,
		verifiedAt: now,
		unconfirmedSince: null,
		updatedAt: now,
		hours: hours === null ? null : openingHoursLines(hours, getLocale()),
		phoneText: rest.phone && readablePhoneNumber(rest.phone)
	};
}
