import type { AtomEntry } from '$lib/base/http/atom.server';
import { localPath } from '$lib/base/i18n/localPath';
import type { Locale } from '$lib/domain/directory/directory';
import { markedParts, type FoundResource } from '$lib/domain/resource/found';
import { outcomeLabel, resourceKindLabel } from './labels';

const unmarked = (text: string): string =>
	markedParts(text)
		.map((part) => part.text)
		.join('');

/** An item in a feed: another entry once somebody said that it is still true. @param origin of the site */
export function resourceEntry(item: FoundResource, origin: string, language: Locale): AtomEntry {
	const { kind, outcome, title, summary, owner, publishedAt, reviewedAt } = item;
	const updated = reviewedAt && reviewedAt > publishedAt ? reviewedAt : publishedAt;
	const what = [resourceKindLabel(kind), ...(outcome ? [outcomeLabel(outcome)] : [])].join(', ');
	return {
		// In every language the same item.
		id: `${origin}/kennisbank/${item.slug}`,
		title: `${what}: ${unmarked(title)}`,
		updated,
		href: origin + localPath(`/kennisbank/${item.slug}`),
		summary: unmarked(summary),
		...(owner ? { author: owner.name } : {}),
		...(item.language === language ? {} : { language: item.language })
	};
}
