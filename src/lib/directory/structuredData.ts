/** The municipality's bodies and desks as schema.org `GovernmentOffice`, for search engines. */
import type { MunicipalityView } from './municipalityView';

/** @param url absolute address of the municipality's page */
export function governmentOffices(view: MunicipalityView, url: string): object {
	const country = 'BE';
	const bodies = view.governments.map((government) => ({
		'@type': 'GovernmentOffice',
		'@id': `${url}#${government.kind}`,
		name: government.name,
		url: government.website ?? url,
		areaServed: { '@type': 'AdministrativeArea', name: view.name },
		address: { '@type': 'PostalAddress', addressLocality: view.name, addressCountry: country },
		...(government.kboNumber ? { identifier: `KBO ${government.kboNumber}` } : {})
	}));
	const desks = view.desks.map((desk) => ({
		'@type': 'GovernmentOffice',
		'@id': `${url}#loket-${desk.slug}`,
		name: desk.name,
		url: `${url}#loket-${desk.slug}`,
		parentOrganization: { '@id': `${url}#${desk.ownerKind}` },
		address: {
			'@type': 'PostalAddress',
			streetAddress: desk.street,
			postalCode: desk.postcode,
			addressLocality: desk.place,
			addressCountry: country
		},
		geo: { '@type': 'GeoCoordinates', longitude: desk.lon, latitude: desk.lat },
		availableLanguage: desk.languages,
		...(desk.phone ? { telephone: desk.phone } : {}),
		...(desk.email ? { email: desk.email } : {})
	}));
	return { '@context': 'https://schema.org', '@graph': [...bodies, ...desks] };
}
