/** The state of the list and map of colleagues, as it stands in the URL. */
import type { Position } from '../account/account.ts';
import { KINDS, PROVINCE_SLUGS } from '../directory/directory.ts';
import type { Direction } from './expertise.ts';
import {
	defineQuery,
	one,
	pageNumber,
	several,
	severalKnown,
	slug,
	text,
	view,
	type QueryOf
} from '../query/query.ts';
import { SIZE_CLASS_SLUGS } from '../directory/sizeClass.ts';

/** Offered (aangeboden) or sought (gezocht), in addresses. */
export const DIRECTION_WORDS = { aangeboden: 'offered', gezocht: 'sought' } as const satisfies Record<
	string,
	Direction
>;
export type DirectionWord = keyof typeof DIRECTION_WORDS;
export const DIRECTION_FILTERS = ['aangeboden', 'gezocht'] as const satisfies readonly DirectionWord[];

/** Staff (medewerker) or elected (politiek mandataris), in addresses. */
export const POSITION_WORDS = { medewerker: 'staff', mandataris: 'elected' } as const satisfies Record<
	string,
	Position
>;
export type PositionWord = keyof typeof POSITION_WORDS;
export const POSITION_FILTERS = ['medewerker', 'mandataris'] as const satisfies readonly PositionWord[];

/** Kilometres from the municipality of who asks. */
export const DISTANCES_KM = [10, 25, 50] as const;
export type DistanceKm = (typeof DISTANCES_KM)[number];

export const COLLEAGUE_SORTS = ['afstand', 'naam'] as const;
export type ColleagueSort = (typeof COLLEAGUE_SORTS)[number];

export const colleagueQuery = defineQuery({
	q: text(),
	/** Slugs of themes. */
	thema: severalKnown(),
	provincie: several(PROVINCE_SLUGS),
	soort: several(KINDS),
	functie: several(POSITION_FILTERS),
	grootte: several(SIZE_CLASS_SLUGS),
	richting: one(DIRECTION_FILTERS),
	/** One municipality, chosen on the map or by a link. */
	gemeente: slug(),
	/** null = nearest first. */
	sorteer: view(one(COLLEAGUE_SORTS)),
	afstand: one(DISTANCES_KM),
	page: pageNumber()
});

export type ColleagueQuery = QueryOf<typeof colleagueQuery>;
