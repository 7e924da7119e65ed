/** Everything the page of one desk shows, in the reader's language and at one moment. */
import { formatKilometres } from '$lib/base/i18n/format';
import type { Locale } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { bodyLabel, bodyName } from '$lib/domain/government/bodyName';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { addressPlaceOf, placeNameOf } from '$lib/domain/directory/placeName';
import { businessHours } from '$lib/domain/desk/businessHours';
import { saysWhere } from '$lib/domain/desk/namedPlace';
import { nearestOf } from '$lib/domain/desk/nearestDesks';
import { upcomingDays } from '$lib/domain/openingHours/days';
import { openingState } from '$lib/domain/openingHours/state';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import type { FoundDesk } from './findDesk';

const NEARBY = 3;
const DAYS_SHOWN = 14;

/** @param readPhone turns an E.164 number into one that people dial */
export function deskView(
	index: DirectoryIndex,
	found: FoundDesk,
	locale: Locale,
	now: Date,
	readPhone: (e164: string) => string
) {
	const { desk, owner, home } = found;
	// As they are stored, hours are for no reader.
	const { openingHours, ...shown } = desk;
	const placeName = placeNameOf(index, desk, locale);
	return {
		...shown,
		phoneText: desk.phone && readPhone(desk.phone),
		place: addressPlaceOf(desk, home.municipality, locale),
		/** In the reader's language; `place` is part of the address. */
		placeName,
		/** Its name does not say where it is. */
		needsPlace: !saysWhere(desk.name, [desk.place, placeName]),
		owner: {
			kind: owner.kind,
			/** Its official name. */
			name: owner.name,
			/** In the reader's language, in a sentence and by itself. */
			called: bodyName(owner, home.municipality, locale),
			label: bodyLabel(owner, home.municipality, locale)
		},
		municipality: {
			slug: home.municipality.slug,
			nisCode: home.municipality.nisCode,
			province: home.municipality.province,
			name: municipalityName(home.municipality, locale)
		},
		/** ISO instant of which this is the state. */
		now: now.toISOString(),
		state: openingState(openingHours, now),
		/** One line a rule; null when unknown. */
		hours: openingHours ? openingHoursLines(openingHours, locale, now) : null,
		days: openingHours ? upcomingDays(openingHours, now, DAYS_SHOWN) : [],
		/** For search engines. */
		businessHours: openingHours ? businessHours(openingHours, now) : {},
		nearby: desksNear(index, found, locale, now)
	};
}

export type DeskView = ReturnType<typeof deskView>;

/** The nearest other desks, with the distance as the crow flies. */
function desksNear(index: DirectoryIndex, { desk }: FoundDesk, locale: Locale, now: Date) {
	const near = nearestOf(index)({ ...desk, limit: NEARBY, where: ({ id }) => id !== desk.id });
	return near.map(({ desk: other, distanceMetres }) => ({
		slug: other.slug,
		name: other.name,
		place: placeNameOf(index, other, locale),
		// Between points that are nobody's choice a distance says nothing.
		kilometres: formatKilometres(distanceMetres, locale),
		state: openingState(other.openingHours, now)
	}));
}
