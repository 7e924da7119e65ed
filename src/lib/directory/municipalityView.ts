/** Everything the page of one municipality shows, in the reader's language. */
import { KINDS, type Locale, type LocalGovernment, type VolunteerDesk } from '$lib/domain/directory';
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directoryIndex';
import { dutchNameBeside, municipalityName } from '$lib/domain/municipalityName';
import { openingHoursLines } from '$lib/domain/openingHoursText';
import { readablePhoneNumber } from '$lib/domain/phoneNumber';

export type GovernmentView = Pick<
	LocalGovernment,
	'kind' | 'slug' | 'name' | 'website' | 'kboNumber' | 'participatingSince'
>;

export interface DeskView extends Omit<VolunteerDesk, 'openingHours'> {
	ownerKind: LocalGovernment['kind'];
	/** One line a rule; null when unknown. */
	hours: string[] | null;
	phoneText: string | null;
}

export function municipalityView(index: DirectoryIndex, entry: MunicipalityEntry, locale: Locale) {
	const { municipality, mergedFrom, desks } = entry;
	const governments: GovernmentView[] = KINDS.flatMap((kind) => {
		const government = entry[kind];
		if (!government) return [];
		const { slug, name, website, kboNumber, participatingSince } = government;
		return [{ kind, slug, name, website, kboNumber, participatingSince }];
	});
	const deskViews: DeskView[] = desks.map(({ openingHours, ...desk }) => ({
		...desk,
		phoneText: desk.phone && readablePhoneNumber(desk.phone),
		ownerKind: index.governmentById.get(desk.localGovernmentId)?.kind ?? 'gemeente',
		hours: openingHours ? openingHoursLines(openingHours, locale) : null
	}));
	const collator = new Intl.Collator(locale);
	const neighbours = municipality.neighbours
		.flatMap((nisCode) => index.byNisCode.get(nisCode) ?? [])
		.map((neighbour) => ({
			slug: neighbour.municipality.slug,
			name: municipalityName(neighbour.municipality, locale),
			kinds: KINDS.filter((kind) => neighbour[kind]?.participatingSince),
			deskCount: neighbour.desks.length
		}))
		.filter(({ kinds }) => kinds.length > 0)
		.sort((a, b) => collator.compare(a.name, b.name));
	const places = new Map<string, Set<string>>();
	for (const { nisCode, postcode, placeName } of index.directory.postalCodes) {
		if (nisCode !== municipality.nisCode) continue;
		const names = places.get(postcode) ?? new Set();
		places.set(postcode, names.add(placeName));
	}
	return {
		nisCode: municipality.nisCode,
		slug: municipality.slug,
		name: municipalityName(municipality, locale),
		dutchName: dutchNameBeside(municipality, locale),
		province: municipality.province,
		population: municipality.population,
		areaKm2: municipality.areaKm2,
		lon: municipality.lon,
		lat: municipality.lat,
		governments,
		desks: deskViews,
		neighbours,
		mergedFrom: mergedFrom.map(({ name, validTo }) => ({ name: name.nl, until: validTo })),
		places: [...places]
			.map(([postcode, names]) => ({ postcode, names: [...names].sort(collator.compare) }))
			.sort((a, b) => a.postcode.localeCompare(b.postcode))
	};
}

export type MunicipalityView = ReturnType<typeof municipalityView>;
