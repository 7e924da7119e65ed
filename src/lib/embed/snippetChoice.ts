/** What somebody chooses for the code on their website, as it stands in the address of the page that makes it. */
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import {
	converted,
	defineQuery,
	flag,
	one,
	oneOr,
	slug,
	unless,
	type QueryOf
} from '$lib/domain/query/query';
import { EMBEDS, SCHEMES, type Embed } from './embedQuery';

export const MIN_HEIGHT = 200;
export const MAX_HEIGHT = 2000;
const DEFAULT_HEIGHT: Record<Embed, number> = { loket: 400, kaart: 640 };

export const snippetQuery = defineQuery({
	wat: oneOr(EMBEDS, 'loket'),
	/** Slug or NIS code; null = everywhere. */
	gemeente: slug(),
	/** Language of what is shown. */
	taal: one(LOCALES),
	/** In CSS pixels, while the frame loads and where the script may not run. */
	hoogte: converted((typed) => {
		const height = Math.round(Number(typed));
		return height > 0 ? Math.min(Math.max(height, MIN_HEIGHT), MAX_HEIGHT) : null;
	}),
	kleur: one(SCHEMES),
	uren: unless('nee'),
	venster: flag('nieuw')
});

/** With what nobody chose filled in. */
export type SnippetChoice = QueryOf<typeof snippetQuery> & { taal: Locale; hoogte: number };

/** @param locale of the page, for a choice that says nothing about it */
export function readSnippetChoice(params: URLSearchParams, locale: Locale): SnippetChoice {
	const { query } = snippetQuery.parse(params);
	return {
		...query,
		taal: query.taal ?? locale,
		hoogte: query.hoogte ?? DEFAULT_HEIGHT[query.wat]
	};
}
