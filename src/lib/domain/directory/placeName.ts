import type { Locale, Municipality, VolunteerDesk } from './directory.ts';
import type { DirectoryIndex } from './directoryIndex.ts';
import { municipalityName } from './municipalityName.ts';

/**
 * What the place of an address is called in the reader's language, for in a sentence: "Anvers" for "Antwerpen". The
 * address itself stays as its owner wrote it.
 */
export function placeNameOf(
	{ byNisCode, directory }: DirectoryIndex,
	{ place, postcode }: Pick<VolunteerDesk, 'place' | 'postcode'>,
	locale: Locale
): string {
	const rows = directory.postalCodes.filter((row) => row.postcode === postcode && !row.special);
	const here = new Set(rows.map(({ nisCode }) => nisCode));
	for (const nisCode of here) {
		const municipality = byNisCode.get(nisCode)?.municipality;
		if (municipality && Object.values(municipality.name).includes(place))
			return municipalityName(municipality, locale);
	}
	// Only Brussels has places with two names, and there a postcode with one of each says which belong together.
	const named = (lang: 'nl' | 'fr') =>
		rows.filter((row) => row.lang === lang).map(({ placeName }) => placeName);
	const [dutch, french] = [named('nl'), named('fr')];
	const isOnePlace = dutch.length === 1 && french.length === 1 && [...dutch, ...french].includes(place);
	return (isOnePlace && (locale === 'nl' ? dutch[0] : french[0])) || place;
}

/**
 * The place as it stands in an address. In Brussels every municipality has two official names, and the post knows both:
 * there it is that of the reader. Elsewhere there is one, and it stays as its owner wrote it.
 * @param home the municipality whose desk it is
 */
export function addressPlaceOf(
	{ place }: Pick<VolunteerDesk, 'place'>,
	home: Pick<Municipality, 'name' | 'province'>,
	locale: Locale
): string {
	const isOfficialInBoth = home.province === 'brussel' && Object.values(home.name).includes(place);
	return isOfficialInBoth ? municipalityName(home, locale) : place;
}
