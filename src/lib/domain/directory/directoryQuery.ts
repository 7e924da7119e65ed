/** The state of the home page's list and map, as it stands in the URL. */
import { KINDS, PROVINCE_SLUGS } from './directory.ts';
import { SIZE_CLASS_SLUGS } from './sizeClass.ts';
import {
	defineQuery,
	flag,
	one,
	pageNumber,
	several,
	slug,
	text,
	view,
	type QueryOf
} from '../query/query.ts';

export const SORTS = ['deelname', 'naam', 'inwoners', 'sinds'] as const;
/** `deelname`: those that take part first; `sinds`: the longest taking part first. With a search text: best match. */
export type Sort = (typeof SORTS)[number];

export const PARTICIPATION_FILTERS = ['ja', 'nee'] as const;
export type ParticipationFilter = (typeof PARTICIPATION_FILTERS)[number];

export const directoryQuery = defineQuery({
	q: text(),
	provincie: several(PROVINCE_SLUGS),
	soort: several(KINDS),
	grootte: several(SIZE_CLASS_SLUGS),
	deelname: one(PARTICIPATION_FILTERS),
	/** Only municipalities with a volunteer desk. */
	loket: flag('ja'),
	/** null = best match when something was typed, otherwise those that take part first. */
	sorteer: view(one(SORTS)),
	page: pageNumber(),
	/** The municipality that is selected in the list and on the map. */
	gekozen: slug()
});

export type DirectoryQuery = QueryOf<typeof directoryQuery>;
