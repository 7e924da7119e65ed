/** Which messages are shown: the query of `/beheer/berichten`. Without a list, those that are still to do. */
import { defineQuery, named, one, pageNumber, type QueryOf } from '$lib/domain/query/query';

export const MESSAGE_LISTS = ['answered', 'closed'] as const;

export const messageQuery = defineQuery({
	list: named('lijst', one(MESSAGE_LISTS)),
	page: named('pagina', pageNumber())
});

export type MessageQuery = QueryOf<typeof messageQuery>;
