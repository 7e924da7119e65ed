/** The state of the list of the knowledge base, as it stands in the URL. */
import { LOCALES, PROVINCE_SLUGS } from '../directory/directory.ts';
import {
	defineQuery,
	flag,
	named,
	one,
	pageNumber,
	several,
	severalKnown,
	slug,
	text,
	view,
	type QueryOf
} from '../query/query.ts';
import type { Outcome, ResourceKind } from './resource.ts';

/** Kinds, in addresses. */
export const RESOURCE_KIND_WORDS = {
	hulpmiddel: 'tool',
	handleiding: 'manual',
	verhaal: 'story',
	publicatie: 'publication',
	rapport: 'report',
	project: 'project',
	nieuws: 'news',
	oproep: 'call'
} as const satisfies Record<string, ResourceKind>;
export type ResourceKindWord = keyof typeof RESOURCE_KIND_WORDS;
export const RESOURCE_KIND_FILTERS = Object.keys(RESOURCE_KIND_WORDS) as ResourceKindWord[];

/** How stories ended, in addresses. */
export const OUTCOME_WORDS = {
	gelukt: 'good_practice',
	'niet-gelukt': 'successful_failure'
} as const satisfies Record<string, Outcome>;
export type OutcomeWord = keyof typeof OUTCOME_WORDS;
export const OUTCOME_FILTERS = Object.keys(OUTCOME_WORDS) as OutcomeWord[];

/** `overeenkomst`: best match; without words it is the same as `nieuwste`. */
export const RESOURCE_SORTS = ['overeenkomst', 'nieuwste', 'meest-gebruikt', 'nagekeken'] as const;
export type ResourceSort = (typeof RESOURCE_SORTS)[number];

export const resourceQuery = defineQuery({
	q: text(),
	soort: several(RESOURCE_KIND_FILTERS),
	/** Slugs of themes. */
	thema: severalKnown(),
	resultaat: several(OUTCOME_FILTERS),
	/** Slug of the municipality whose gemeente or OCMW shares it. */
	bestuur: slug(),
	provincie: several(PROVINCE_SLUGS),
	taal: several(LOCALES),
	/** Slug of a municipality whose gemeente or OCMW uses it. */
	gebruikt: slug(),
	/** null = best match with words, newest without. */
	sorteer: view(one(RESOURCE_SORTS)),
	/** The words as they are typed: without correction of typing errors. */
	letterlijk: view(flag('ja')),
	page: named('pagina', pageNumber())
});

export type ResourceQuery = QueryOf<typeof resourceQuery>;
