import { kindLabel, provinceLabel, sizeClassLabel } from '$lib/base/i18n/labels';
import type { ColleagueQuery } from '$lib/domain/colleague/colleagueQuery';
import { topicName, type Topic } from '$lib/domain/colleague/expertise';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { directionFilterLabel, positionFilterLabel } from './labels';

const except = <Value>(values: Value[], value: Value) => values.filter((other) => other !== value);

/**
 * The filters at work, each with the address of the same search without it.
 * @param place name of the municipality that was chosen
 * @param hrefOf the address of the search with a change
 */
export function colleagueFilterLinks(
	query: ColleagueQuery,
	topics: readonly Topic[],
	place: string | null,
	hrefOf: (change: Partial<ColleagueQuery>) => string
): { label: string; href: string }[] {
	return [
		...(place ? [{ label: place, href: hrefOf({ gemeente: null }) }] : []),
		...query.thema.map((slug) => ({
			label: topicName(topics, slug, getLocale()),
			href: hrefOf({ thema: except(query.thema, slug) })
		})),
		...(query.richting
			? [{ label: directionFilterLabel(query.richting), href: hrefOf({ richting: null }) }]
			: []),
		...(query.afstand
			? [{ label: m.colleagues_distance_within({ km: query.afstand }), href: hrefOf({ afstand: null }) }]
			: []),
		...query.provincie.map((province) => ({
			label: provinceLabel(province),
			href: hrefOf({ provincie: except(query.provincie, province) })
		})),
		...query.grootte.map((size) => ({
			label: sizeClassLabel(size),
			href: hrefOf({ grootte: except(query.grootte, size) })
		})),
		...query.soort.map((kind) => ({
			label: kindLabel(kind),
			href: hrefOf({ soort: except(query.soort, kind) })
		})),
		...query.functie.map((position) => ({
			label: positionFilterLabel(position),
			href: hrefOf({ functie: except(query.functie, position) })
		}))
	];
}

/** Where a search can be followed: one theme, one area. Null when it asks for neither. */
export function followAddress({ thema, provincie, gemeente }: ColleagueQuery): string | null {
	const params = new URLSearchParams();
	const [topic] = thema;
	const [province] = provincie;
	if (topic) params.set('thema', topic);
	if (gemeente) params.set('gemeente', gemeente);
	else if (province) params.set('provincie', province);
	return params.size > 0 ? `${localPath('/account/volgen')}?${params}` : null;
}
