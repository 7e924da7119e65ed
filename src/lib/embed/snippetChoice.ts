/** What somebody chooses for the code on their website, as it stands in the address of the page that makes it. */
import { LOCALES, type Locale } from '$lib/domain/directory';
import { readUrl } from '$lib/domain/urlQuery';
import { EMBEDS, SCHEMES, type Embed, type Scheme } from './embedQuery';

export const MIN_HEIGHT = 200;
export const MAX_HEIGHT = 2000;
const DEFAULT_HEIGHT: Record<Embed, number> = { loket: 400, kaart: 640 };

export interface SnippetChoice {
	wat: Embed;
	/** Slug or NIS code; null = everywhere. */
	gemeente: string | null;
	/** Language of what is shown. */
	taal: Locale;
	/** In CSS pixels, while the frame loads and where the script may not run. */
	hoogte: number;
	kleur: Scheme | null;
}

/** The parameters of the page, for whoever keeps its answers. */
export const SNIPPET_PARAMETERS: readonly (keyof SnippetChoice)[] = [
	'wat',
	'gemeente',
	'taal',
	'hoogte',
	'kleur'
];

/** @param locale of the page, for a choice that says nothing about it */
export function parseSnippetChoice(params: URLSearchParams, locale: Locale): SnippetChoice {
	const read = readUrl<keyof SnippetChoice>(params);
	const wat = read.one('wat', EMBEDS) ?? 'loket';
	const height = Math.round(Number(read.text('hoogte')));
	return {
		wat,
		gemeente: read.slug('gemeente'),
		taal: read.one('taal', LOCALES) ?? locale,
		hoogte: height > 0 ? Math.min(Math.max(height, MIN_HEIGHT), MAX_HEIGHT) : DEFAULT_HEIGHT[wat],
		kleur: read.one('kleur', SCHEMES)
	};
}
