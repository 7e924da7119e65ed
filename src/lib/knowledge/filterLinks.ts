import { languageName } from '$lib/base/i18n/format';
import { provinceLabel } from '$lib/base/i18n/labels';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { withDe } from '$lib/domain/text/french';
import { topicName, type Topic } from '$lib/domain/colleague/expertise';
import { OUTCOME_WORDS, RESOURCE_KIND_WORDS, type ResourceQuery } from '$lib/domain/resource/resourceQuery';
import { outcomeLabel, resourceKindLabel } from './labels';

/** Names of the municipalities that were chosen, in the language of the page. */
export interface ChosenPlaces {
	sharedBy: string | null;
	usedBy: string | null;
}

const except = <Value>(values: readonly Value[], value: Value) => values.filter((other) => other !== value);

/**
 * The filters at work, each with the address of the same search without it.
 * @param hrefOf the address of the search with a change
 */
export function resourceFilterLinks(
	query: ResourceQuery,
	topics: readonly Topic[],
	{ sharedBy, usedBy }: ChosenPlaces,
	hrefOf: (change: Partial<ResourceQuery>) => string
): { label: string; href: string }[] {
	return [
		...(sharedBy
			? [{ label: m.knowledge_filter_shared_by(withDe({ name: sharedBy })), href: hrefOf({ bestuur: null }) }]
			: []),
		...(usedBy
			? [{ label: m.knowledge_filter_used_by({ name: usedBy }), href: hrefOf({ gebruikt: null }) }]
			: []),
		...query.soort.map((word) => ({
			label: resourceKindLabel(RESOURCE_KIND_WORDS[word]),
			href: hrefOf({ soort: except(query.soort, word) })
		})),
		...query.resultaat.map((word) => ({
			label: outcomeLabel(OUTCOME_WORDS[word]),
			href: hrefOf({ resultaat: except(query.resultaat, word) })
		})),
		...query.thema.map((slug) => ({
			label: topicName(topics, slug, getLocale()),
			href: hrefOf({ thema: except(query.thema, slug) })
		})),
		...query.taal.map((language) => ({
			label: languageName(language),
			href: hrefOf({ taal: except(query.taal, language) })
		})),
		...query.provincie.map((province) => ({
			label: provinceLabel(province),
			href: hrefOf({ provincie: except(query.provincie, province) })
		}))
	];
}
