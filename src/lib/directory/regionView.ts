/** Everything the page of one province, or of the Brussels Region, shows, in the reader's language. */
import { latestOf, municipalityChangedAt } from '$lib/domain/directory/changedAt';
import {
	KINDS,
	LOCALES,
	PROVINCES,
	type Locale,
	type LocalGovernmentKind,
	type ProvinceSlug
} from '$lib/domain/directory/directory';
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import { saysWhere } from '$lib/domain/desk/namedPlace';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { placeNameOf } from '$lib/domain/directory/placeName';
import { provinceLabel } from '$lib/base/i18n/labels';
import { slugOf } from '$lib/domain/text/slug';

export interface RegionMunicipality {
	slug: string;
	name: string;
	/** Those of its bodies that take part. */
	kinds: LocalGovernmentKind[];
	/** `place` in the reader’s language, where the name does not say it. */
	desks: { slug: string; name: string; place: string | null }[];
}

/**
 * The province that an address means: by its own name there, by its name in any language ("anvers"), or by its NIS code.
 * @returns undefined for anything else
 */
export function resolveProvince(key: string): ProvinceSlug | undefined {
	const wanted = slugOf(key);
	return PROVINCES.find(
		({ slug, code }) =>
			slug === wanted ||
			code === wanted ||
			LOCALES.some((locale) => slugOf(provinceLabel(slug, locale)) === wanted)
	)?.slug;
}

export const entriesOf = ({ entries }: DirectoryIndex, province: ProvinceSlug): MunicipalityEntry[] =>
	entries.filter(({ municipality }) => municipality.province === province);

/** ISO instant at which what its page tells last changed. */
export const regionChangedAt = (index: DirectoryIndex, province: ProvinceSlug): string =>
	latestOf(entriesOf(index, province).map(municipalityChangedAt));

export function regionView(index: DirectoryIndex, province: ProvinceSlug, locale: Locale) {
	const { compare } = new Intl.Collator(locale);
	const municipalities = entriesOf(index, province)
		.map((entry): RegionMunicipality => ({
			slug: entry.municipality.slug,
			name: municipalityName(entry.municipality, locale),
			kinds: KINDS.filter((kind) => entry[kind]?.participatingSince),
			desks: entry.desks.map((desk) => {
				const place = placeNameOf(index, desk, locale);
				const isSaid = saysWhere(desk.name, [desk.place, place]);
				return { slug: desk.slug, name: desk.name, place: isSaid ? null : place };
			})
		}))
		.sort((a, b) => compare(a.name, b.name));
	return {
		province,
		municipalityCount: municipalities.length,
		deskCount: municipalities.reduce((count, { desks }) => count + desks.length, 0),
		/** By name, and those that do not take part by themselves. */
		taking: municipalities.filter(({ kinds }) => kinds.length > 0),
		others: municipalities.filter(({ kinds }) => kinds.length === 0).map(({ slug, name }) => ({ slug, name }))
	};
}

export type RegionView = ReturnType<typeof regionView>;
