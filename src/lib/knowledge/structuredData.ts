/** What search engines read on the pages of the knowledge base. */
import { governmentId } from '$lib/domain/desk/structuredDesk';
import { markedParts, type FoundResource } from '$lib/domain/resource/found';
import type { Owner, Resource } from '$lib/domain/resource/resource';
import { localPath } from '$lib/base/i18n/localPath';
import { licenceAddress } from './labels';

const SITE = 'Lokaal Vrijwilligen';

/** Of a list: what stands on this page of it. @param origin of the site */
export const resourceCollection = (items: readonly FoundResource[], origin: string): object => ({
	'@context': 'https://schema.org',
	'@type': 'ItemList',
	itemListElement: items.map(({ slug, title }, place) => ({
		'@type': 'ListItem',
		position: place + 1,
		url: origin + localPath(`/kennisbank/${slug}`),
		name: markedParts(title)
			.map(({ text }) => text)
			.join('')
	}))
});

type Told = Pick<
	Resource,
	'slug' | 'kind' | 'title' | 'summary' | 'language' | 'publishedAt' | 'updatedAt' | 'owner' | 'licence'
>;

/**
 * Of one item.
 * @param url absolute address of its page in the reader's language
 * @param topics names of its themes
 */
export function structuredResource(
	resource: Told,
	origin: string,
	url: string,
	topics: readonly string[]
): object {
	const licence = resource.licence && licenceAddress(resource.licence);
	const author = responsible(resource.owner, origin);
	return {
		'@context': 'https://schema.org',
		'@type': resource.kind === 'news' ? 'NewsArticle' : 'Article',
		'@id': `${origin}/kennisbank/${resource.slug}#tekst`,
		url,
		mainEntityOfPage: url,
		headline: resource.title,
		description: resource.summary,
		inLanguage: resource.language,
		datePublished: resource.publishedAt,
		dateModified: resource.updatedAt,
		keywords: topics,
		author,
		publisher: { '@type': 'Organization', name: SITE, url: origin },
		isAccessibleForFree: true,
		...(licence ? { license: licence } : {})
	};
}

const responsible = (owner: Owner | null, origin: string): object =>
	owner
		? {
				'@type': 'GovernmentOrganization',
				name: owner.name,
				...(owner.municipalitySlug
					? {
							'@id': governmentId(origin, owner.municipalitySlug, owner.kind),
							url: `${origin}/besturen/${owner.municipalitySlug}`
						}
					: {})
			}
		: { '@type': 'Organization', name: SITE, url: origin };
