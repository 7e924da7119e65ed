/** What the list shows of one municipality: small, because every one of them is sent to the browser twice. */
import type { Locale, ProvinceSlug } from '$lib/domain/directory/directory';
import type { DirectoryResultItem } from '$lib/domain/directory/directorySearch';
import {
	dutchNameBeside,
	isItsName,
	municipalityName,
	municipalityNameLanguage
} from '$lib/domain/directory/municipalityName';
import type { PlaceMatch } from '$lib/domain/place/placeSearch';

export interface ListItem {
	nisCode: string;
	slug: string;
	name: string;
	/** Where the name is in another language than the reader's. */
	lang?: 'nl';
	/** The Dutch name, where the reader's language has another one. */
	dutchName: string | null;
	province: ProvinceSlug;
	population: number;
	/** ISO dates; null = does not take part. */
	gemeenteSince: string | null;
	ocmwSince: string | null;
	deskCount: number;
	/** The name by which it was found, when it is not its own. */
	foundAs: Pick<PlaceMatch, 'matchedBy' | 'label'> | null;
}

export function toListItem({ entry, match }: DirectoryResultItem, locale: Locale): ListItem {
	const { municipality, gemeente, ocmw, desks } = entry;
	const name = municipalityName(municipality, locale);
	const isOwnName = !match || isItsName(municipality, match.label);
	return {
		nisCode: municipality.nisCode,
		slug: municipality.slug,
		name,
		...(municipalityNameLanguage(municipality, locale) && { lang: 'nl' as const }),
		dutchName: dutchNameBeside(municipality, locale),
		province: municipality.province,
		population: municipality.population,
		gemeenteSince: gemeente?.participatingSince ?? null,
		ocmwSince: ocmw?.participatingSince ?? null,
		deskCount: desks.length,
		foundAs:
			isOwnName || match.matchedBy === 'municipality'
				? null
				: { matchedBy: match.matchedBy, label: match.label }
	};
}
