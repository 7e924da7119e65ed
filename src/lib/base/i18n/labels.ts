/** What the directory's fixed values are called in the reader's language. */
import type {
	Locale,
	LocalGovernmentKind,
	ProvinceSlug,
	WheelchairAccess
} from '$lib/domain/directory/directory';
import type { ParticipationFilter, Sort } from '$lib/domain/directory/directoryQuery';
import type { SizeClass } from '$lib/domain/directory/sizeClass';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

export const provinceLabel = (province: ProvinceSlug, locale: Locale = getLocale()): string =>
	({
		antwerpen: m.directory_province_antwerpen,
		limburg: m.directory_province_limburg,
		'oost-vlaanderen': m.directory_province_east_flanders,
		'vlaams-brabant': m.directory_province_flemish_brabant,
		'west-vlaanderen': m.directory_province_west_flanders,
		brussel: m.directory_province_brussels
	})[province]({}, { locale });

/** To stand in a sentence: "de provincie Antwerpen", "la Région de Bruxelles-Capitale". */
export const regionName = (province: ProvinceSlug): string =>
	({
		antwerpen: m.regions_antwerpen,
		limburg: m.regions_limburg,
		'oost-vlaanderen': m.regions_east_flanders,
		'vlaams-brabant': m.regions_flemish_brabant,
		'west-vlaanderen': m.regions_west_flanders,
		brussel: m.regions_brussels
	})[province]();

/** What happened last to a desk or a government. */
export const changeLabel = (what: 'changed' | 'checked' | 'joined'): string =>
	({ changed: m.updates_changed, checked: m.updates_checked, joined: m.updates_joined })[what]();

export const kindLabel = (kind: LocalGovernmentKind): string =>
	({ gemeente: m.directory_kind_gemeente, ocmw: m.directory_kind_ocmw })[kind]();

export const sizeClassLabel = (sizeClass: SizeClass): string =>
	({
		'tot-10000': m.directory_size_below_10000,
		'10000-20000': m.directory_size_10000_20000,
		'20000-50000': m.directory_size_20000_50000,
		'50000-100000': m.directory_size_50000_100000,
		'vanaf-100000': m.directory_size_from_100000
	})[sizeClass]();

export const participationFilterLabel = (value: ParticipationFilter): string =>
	({ ja: m.directory_filter_takes_part, nee: m.directory_filter_takes_no_part })[value]();

export const sortLabel = (sort: Sort): string =>
	({
		deelname: m.directory_sort_participation,
		naam: m.directory_sort_name,
		inwoners: m.directory_sort_population,
		sinds: m.directory_sort_since
	})[sort]();

export const wheelchairLabel = (access: WheelchairAccess, locale: Locale = getLocale()): string =>
	({
		yes: m.directory_wheelchair_yes,
		limited: m.directory_wheelchair_limited,
		no: m.directory_wheelchair_no
	})[access]({}, { locale });
