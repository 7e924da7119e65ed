/** What search engines read on the page of a municipality: its bodies and their desks. */
import { governmentId, structuredDesk } from '$lib/domain/desk/structuredDesk';
import type { MunicipalityView } from './municipalityView';

/**
 * @param origin of the site
 * @param url absolute address of the municipality's page
 * @param deskUrl absolute address of the page of a desk
 */
export function governmentOffices(
	view: MunicipalityView,
	origin: string,
	url: string,
	deskUrl: (slug: string) => string
): object {
	const idOf = (kind: MunicipalityView['governments'][number]['kind']) =>
		governmentId(origin, view.slug, kind);
	const bodies = view.governments.map((government) => ({
		'@type': 'GovernmentOrganization',
		'@id': idOf(government.kind),
		name: government.name,
		url: government.website ?? url,
		areaServed: { '@type': 'AdministrativeArea', name: view.name },
		...(government.kboNumber ? { identifier: `KBO ${government.kboNumber}` } : {})
	}));
	const desks = view.desks.map((desk) =>
		structuredDesk(desk, {
			origin,
			url: deskUrl(desk.slug),
			ownerId: idOf(desk.ownerKind),
			hours: desk.businessHours ?? {}
		})
	);
	return { '@context': 'https://schema.org', '@graph': [...bodies, ...desks] };
}
