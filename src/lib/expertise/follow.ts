import type { ProvinceSlug } from '$lib/domain/directory/directory';

/** What a member wants to hear about: a theme, an area, or a theme in an area. At least one of the three, never both areas. */
export interface Followed {
	/** Slug of the theme. */
	topic: string | null;
	province: ProvinceSlug | null;
	nisCode: string | null;
}

export interface Follow extends Followed {
	id: string;
}

/** How many a member follows at most, the same number as in the database. */
export const MOST_FOLLOWS = 30;

/** One of them on a page. */
export interface ShownFollow {
	id: string;
	/** In the words of the page's language. */
	label: string;
	/** Then only colleagues are told about, not desks and governments. */
	isThemeOnly: boolean;
	/** For the address of the colleagues that it is about. */
	query: string;
}
