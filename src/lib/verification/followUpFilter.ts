/** Which desks are listed: the query of `/beheer/loketten`. */
import { defineQuery, named, oneOr, pageNumber, text, view, type QueryOf } from '$lib/domain/query/query';

/** What each list is called in the database, by its name in the address. */
export const FOLLOW_UP_LISTS = {
	onbevestigd: 'unconfirmed',
	benaderd: 'approximate',
	offline: 'offline',
	alle: 'all'
} as const;
export type FollowUpList = keyof typeof FOLLOW_UP_LISTS;
export const LIST_NAMES = Object.keys(FOLLOW_UP_LISTS) as FollowUpList[];

export const followUpQuery = defineQuery({
	lijst: view(oneOr(LIST_NAMES, 'onbevestigd')),
	/** Part of the name of a municipality, government or desk, or of a postcode. */
	q: text(200),
	page: named('pagina', pageNumber())
});

export type FollowUpFilter = QueryOf<typeof followUpQuery>;
