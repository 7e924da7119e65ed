/** What the desk finder is asked, as it stands in the URL. A place where somebody is never stands there. */
import { readUrl, type UrlProblem } from './urlQuery.ts';

export interface DeskQuery {
	/** A postcode, place, municipality or address as typed, at most 100 characters. */
	q: string;
	/** Only what is open at this moment. */
	open: boolean;
	/** Language tags; a desk that speaks one of them is enough. */
	taal: string[];
	/** Only where a wheelchair can enter. */
	rolstoel: boolean;
	/** Of the list of all desks, 1-based. */
	page: number;
	/** Slug of a municipality: asks for its desks when `q` is empty. */
	bestuur: string | null;
	/** Slug of the desk that is selected in the list and on the map. */
	gekozen: string | null;
}

export const EMPTY_DESK_QUERY: Readonly<DeskQuery> = {
	q: '',
	open: false,
	taal: [],
	rolstoel: false,
	page: 1,
	bestuur: null,
	gekozen: null
};

/** @param languages the tags that any desk speaks */
export function parseDeskQuery(
	params: URLSearchParams,
	languages: readonly string[]
): { query: DeskQuery; problems: UrlProblem<keyof DeskQuery>[] } {
	const { problems, several, one, text, page, slug } = readUrl<keyof DeskQuery>(params);
	return {
		query: {
			q: text('q'),
			open: one('open', ['nu']) === 'nu',
			taal: several('taal', languages),
			rolstoel: one('rolstoel', ['ja']) === 'ja',
			page: page('page'),
			bestuur: slug('bestuur'),
			gekozen: slug('gekozen')
		},
		problems
	};
}

/** The shortest query string that means the same; '' for all desks. */
export function deskSearchString(query: DeskQuery): string {
	const params = new URLSearchParams();
	if (query.q) params.set('q', query.q);
	if (query.bestuur) params.set('bestuur', query.bestuur);
	if (query.open) params.set('open', 'nu');
	for (const tag of query.taal) params.append('taal', tag);
	if (query.rolstoel) params.set('rolstoel', 'ja');
	if (query.page > 1) params.set('page', String(query.page));
	if (query.gekozen) params.set('gekozen', query.gekozen);
	const text = params.toString();
	return text && `?${text}`;
}

/** Number of filters that narrow the result; the place is none. */
export const activeDeskFilters = ({ open, taal, rolstoel }: DeskQuery): number =>
	Number(open) + taal.length + Number(rolstoel);
