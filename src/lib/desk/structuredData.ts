/** What search engines read on the page of a desk: the desk, and whose it is. */
import { governmentId, structuredDesk } from '$lib/domain/desk/structuredDesk';
import type { DeskView } from './deskView';

/**
 * @param origin of the site
 * @param url absolute address of the page; `ownerUrl` of that of its government
 */
export function deskOffice(view: DeskView, origin: string, url: string, ownerUrl: string): object {
	const ownerId = governmentId(origin, view.municipality.slug, view.owner.kind);
	return {
		'@context': 'https://schema.org',
		'@graph': [
			structuredDesk(view, { origin, url, ownerId, hours: view.businessHours }),
			{ '@type': 'GovernmentOrganization', '@id': ownerId, name: view.owner.name, url: ownerUrl }
		]
	};
}
