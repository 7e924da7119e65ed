/** The desks on the page as a schema.org `ItemList`, for search engines; each is described on its own page. */
import { desksOn } from './desksOn';
import type { FinderView } from './finderView';

/** @param absolute makes an address of a path */
export function deskList(view: FinderView, absolute: (path: string) => string): object {
	return {
		'@context': 'https://schema.org',
		'@type': 'ItemList',
		itemListElement: desksOn(view).map(({ slug, name }, i) => ({
			'@type': 'ListItem',
			position: i + 1,
			name,
			url: absolute(`/loketten/${slug}`)
		}))
	};
}
