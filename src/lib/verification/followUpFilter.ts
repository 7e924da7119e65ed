/** Which desks are listed: the query of `/beheer/loketten`, by the names in the address. */
import * as v from 'valibot';

/** What each list is called in the database, by its name in the address. */
export const FOLLOW_UP_LISTS = {
	onbevestigd: 'unconfirmed',
	benaderd: 'approximate',
	offline: 'offline',
	alle: 'all'
} as const;
export type FollowUpList = keyof typeof FOLLOW_UP_LISTS;
export const LIST_NAMES = Object.keys(FOLLOW_UP_LISTS) as FollowUpList[];

const FIRST: FollowUpList = 'onbevestigd';

const schema = v.object({
	lijst: v.fallback(v.picklist(LIST_NAMES), FIRST),
	/** Part of the name of a municipality, government or desk, or of a postcode. */
	q: v.pipe(
		v.string(),
		v.transform((text) => text.toWellFormed().replaceAll('\0', '').trim().slice(0, 200))
	),
	/** 1-based */
	pagina: v.fallback(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,4}$/), v.transform(Number)), 1)
});

export type FollowUpFilter = v.InferOutput<typeof schema>;

/** Whatever makes no sense filters nothing. */
export const readFollowUpFilter = (parameters: URLSearchParams): FollowUpFilter =>
	v.parse(schema, {
		lijst: parameters.get('lijst'),
		q: parameters.get('q') ?? '',
		pagina: parameters.get('pagina')
	});

/** The query of an address, with "?", or nothing for the first page of the first list. */
export function followUpSearchString({ lijst, q, pagina }: FollowUpFilter): string {
	const parameters = new URLSearchParams();
	if (lijst !== FIRST) parameters.set('lijst', lijst);
	if (q) parameters.set('q', q);
	if (pagina > 1) parameters.set('pagina', String(pagina));
	return parameters.size > 0 ? `?${parameters}` : '';
}
