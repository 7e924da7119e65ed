/** Everything the page of one municipality shows, in the reader's language. */
import {
	KINDS,
	type Locale,
	type LocalGovernment,
	type Municipality,
	type PostalCode,
	type VolunteerDesk
} from '$lib/domain/directory/directory';
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import { contactsOf } from './contacts';
import { bodyName } from '$lib/domain/government/bodyName';
import {
	dutchNameBeside,
	municipalityName,
	municipalityNameLanguage
} from '$lib/domain/directory/municipalityName';
import { addressPlaceOf } from '$lib/domain/directory/placeName';
import { businessHours, type BusinessHours } from '$lib/domain/desk/businessHours';
import { nearestOf } from '$lib/domain/desk/nearestDesks';
import { openingState, type OpeningState } from '$lib/domain/openingHours/state';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { formatKilometres } from '$lib/base/i18n/format';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';

export interface GovernmentView extends Pick<
	LocalGovernment,
	'kind' | 'slug' | 'name' | 'website' | 'kboNumber' | 'participatingSince'
> {
	/** In the reader's language, in a sentence. */
	called: string;
}

export interface DeskView extends Omit<VolunteerDesk, 'openingHours'> {
	ownerKind: LocalGovernment['kind'];
	/** One line a rule; null when unknown. */
	hours: string[] | null;
	phoneText: string | null;
	/** For search engines; left out of a preview. */
	businessHours?: BusinessHours;
	/** Whether it is open, and the ISO instant of which that is said; left out of a preview. */
	opening?: { state: OpeningState; now: string };
}

/** One desk as visitors see it. @param now for which its opening state holds */
export function deskView(
	index: DirectoryIndex,
	{ openingHours, ...desk }: VolunteerDesk,
	locale: Locale,
	now: Date
): DeskView {
	const owner = index.governmentById.get(desk.localGovernmentId);
	const home = owner && index.byNisCode.get(owner.nisCode)?.municipality;
	return {
		...desk,
		place: home ? addressPlaceOf(desk, home, locale) : desk.place,
		phoneText: desk.phone && readablePhoneNumber(desk.phone),
		ownerKind: owner?.kind ?? 'gemeente',
		hours: openingHours ? openingHoursLines(openingHours, locale, now) : null,
		opening: { state: openingState(openingHours, now), now: now.toISOString() }
	};
}

/** @param now for which the opening states hold */
export function municipalityView(index: DirectoryIndex, entry: MunicipalityEntry, locale: Locale, now: Date) {
	const { municipality, mergedFrom, desks } = entry;
	const governments: GovernmentView[] = KINDS.flatMap((kind) => {
		const government = entry[kind];
		if (!government) return [];
		const { slug, name, website, kboNumber, participatingSince } = government;
		const called = bodyName(government, municipality, locale);
		return [{ kind, slug, name, called, website, kboNumber, participatingSince }];
	});
	const deskViews = desks.map((desk) => ({
		...deskView(index, desk, locale, now),
		businessHours: desk.openingHours ? businessHours(desk.openingHours, now) : {}
	}));
	const collator = new Intl.Collator(locale);
	const neighbours = municipality.neighbours
		.flatMap((nisCode) => index.byNisCode.get(nisCode) ?? [])
		.map((neighbour) => ({
			slug: neighbour.municipality.slug,
			name: municipalityName(neighbour.municipality, locale),
			nameLanguage: municipalityNameLanguage(neighbour.municipality, locale),
			kinds: KINDS.filter((kind) => neighbour[kind]?.participatingSince),
			deskCount: neighbour.desks.length
		}))
		.filter(({ kinds }) => kinds.length > 0)
		.sort((a, b) => collator.compare(a.name, b.name));
	const near = desks.length > 0 ? [] : desksNear(index, municipality, locale);
	const places = placesOf(index, municipality, locale);
	return {
		nisCode: municipality.nisCode,
		slug: municipality.slug,
		name: municipalityName(municipality, locale),
		nameLanguage: municipalityNameLanguage(municipality, locale),
		dutchName: dutchNameBeside(municipality, locale),
		province: municipality.province,
		population: municipality.population,
		areaKm2: municipality.areaKm2,
		lon: municipality.lon,
		lat: municipality.lat,
		governments,
		desks: deskViews,
		neighbours,
		/** Where there is no desk of its own. */
		nearestDesks: near,
		contacts: desks.length > 0 ? [] : contactsOf(entry, locale, readablePhoneNumber),
		mergedFrom: mergedFrom.map(({ name, validTo }) => ({ name: name.nl, until: validTo })),
		places
	};
}

/** The three desks nearest to the centre of a municipality, with the distance as the crow flies. */
function desksNear(index: DirectoryIndex, { lon, lat }: { lon: number; lat: number }, locale: Locale) {
	return nearestOf(index)({ lon, lat, limit: 3 }).flatMap(({ desk, distanceMetres }) => {
		const owner = index.governmentById.get(desk.localGovernmentId);
		const home = owner && index.byNisCode.get(owner.nisCode);
		if (!home) return [];
		return {
			name: desk.name,
			municipality: municipalityName(home.municipality, locale),
			href: `/loketten/${desk.slug}`,
			kilometres: formatKilometres(distanceMetres, locale)
		};
	});
}

/**
 * Postcodes in order, each with its places as they are called in the reader's language. Only Brussels has names in two
 * languages; there English readers know the French ones.
 */
function placesOf(
	index: DirectoryIndex,
	{ nisCode, province }: Municipality,
	locale: Locale
): { postcode: string; names: string[] }[] {
	const wanted = locale === 'fr' || (locale === 'en' && province === 'brussel') ? 'fr' : 'nl';
	const byPostcode = new Map<string, PostalCode[]>();
	for (const row of index.directory.postalCodes) {
		if (row.nisCode !== nisCode || row.special) continue;
		byPostcode.set(row.postcode, [...(byPostcode.get(row.postcode) ?? []), row]);
	}
	const { compare } = new Intl.Collator(locale);
	return [...byPostcode]
		.map(([postcode, rows]) => {
			const inLanguage = rows.filter(({ lang }) => lang === wanted);
			const shown = inLanguage.length > 0 ? inLanguage : rows;
			return { postcode, names: [...new Set(shown.map(({ placeName }) => placeName))].sort(compare) };
		})
		.sort((a, b) => a.postcode.localeCompare(b.postcode));
}

export type MunicipalityView = ReturnType<typeof municipalityView>;
