/** One municipality of the white spots as the table shows it. */
import type { WhiteSpot } from '$lib/domain/colleague/coverage';
import type { Locale, ProvinceSlug } from '$lib/domain/directory/directory';
import { topicName, type Topic } from '$lib/domain/colleague/expertise';
import { municipalityName } from '$lib/domain/directory/municipalityName';

export interface SpotRow {
	nisCode: string;
	slug: string;
	name: string;
	province: ProvinceSlug;
	takesNoPart: boolean;
	hasNoDesk: boolean;
	/** Names of the desks that nobody confirmed. */
	unconfirmed: string[];
	/** Names of the themes that are sought and that nobody in the province offers, in order. */
	themes: string[];
}

export const spotRow = (
	{ entry, gaps, unconfirmed, themes }: WhiteSpot,
	topics: readonly Topic[],
	locale: Locale
): SpotRow => ({
	nisCode: entry.municipality.nisCode,
	slug: entry.municipality.slug,
	name: municipalityName(entry.municipality, locale),
	province: entry.municipality.province,
	takesNoPart: gaps.has('deelname'),
	hasNoDesk: gaps.has('loket'),
	unconfirmed: unconfirmed.map(({ name }) => name),
	themes: themes.map((slug) => topicName(topics, slug, locale)).sort((a, b) => a.localeCompare(b, locale))
});
