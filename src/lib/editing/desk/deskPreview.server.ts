/** What visitors would see of a desk as it is typed. */
import type { DeskView } from '$lib/directory/municipalityView';
import { DESK_FIELDS, type DeskField, type VolunteerDesk } from '$lib/domain/desk/fields';
import { columnOf, editedFields } from '$lib/domain/content/fields';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { DeskContent } from '../content';
import type { KeptDesk } from './desks.server';
import type { Keeper } from '../keeper.server';

export function viewOf({ government }: Keeper, desk: KeptDesk | null, content: DeskContent): DeskView {
	const now = new Date().toISOString();
	const typed = Object.fromEntries(
		editedFields(DESK_FIELDS).map((field) => [field, content[columnOf(field)]])
	) as Pick<VolunteerDesk, DeskField>;
	const { openingHours, ...shown } = typed;
	return {
		...shown,
		id: desk?.id ?? '',
		slug: desk?.slug ?? 'voorbeeld',
		localGovernmentId: government.id,
		ownerKind: government.kind,
		lon: content.lon ?? 0,
		lat: content.lat ?? 0,
		verifiedAt: now,
		unconfirmedSince: null,
		updatedAt: now,
		hours: openingHours === null ? null : openingHoursLines(openingHours, getLocale()),
		phoneText: shown.phone && readablePhoneNumber(shown.phone)
	};
}
