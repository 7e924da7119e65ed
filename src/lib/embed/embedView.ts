import type { ProvinceSlug, VolunteerDesk } from '$lib/domain/directory/directory';
import type { OpeningState } from '$lib/domain/openingHours/state';

type DeskFacts =
	| 'slug'
	| 'name'
	| 'street'
	| 'postcode'
	| 'place'
	| 'phone'
	| 'email'
	| 'website'
	| 'languages'
	| 'wheelchair'
	| 'unconfirmedSince';

export interface DeskForEmbed extends Pick<VolunteerDesk, DeskFacts> {
	phoneText: string | null;
	/** Of whom it is, in the reader's language. */
	municipality: string;
	state: OpeningState;
	/** One line a rule; null when they are unknown, or not to be shown. */
	hours: string[] | null;
}

/** What a page for another site shows, in the reader's language. */
export interface EmbedView {
	/** The one municipality it is about. */
	place: { nisCode: string; slug: string; name: string } | null;
	/** Otherwise the provinces; none for all of Flanders and Brussels. */
	provinces: ProvinceSlug[];
	deskCount: number;
	/** There are desks, and the filters of the address leave none of them. */
	isOnlyFiltered: boolean;
	/** The first of those that are left. */
	desks: DeskForEmbed[];
	/** Of the one municipality: whom to ask where there is no desk. */
	governments: {
		name: string;
		phone: string | null;
		phoneText: string | null;
		email: string | null;
		website: string | null;
	}[];
	/** Municipalities that take part, by name. */
	participants: { slug: string; name: string; deskCount: number }[];
	/** NIS codes that stand out on the map; null = all. */
	matching: string[] | null;
}
