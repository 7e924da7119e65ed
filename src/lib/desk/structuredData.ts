/** A desk as schema.org `GovernmentOffice`, for search engines. */
import type { OpeningDay } from '$lib/domain/openingHours/days';
import type { DeskView } from './deskView';

/** @param url absolute address of the desk's page; @param ownerUrl of its government */
export function deskOffice(view: DeskView, url: string, ownerUrl: string): object {
	return {
		'@context': 'https://schema.org',
		'@type': 'GovernmentOffice',
		'@id': url,
		url,
		name: view.name,
		parentOrganization: { '@type': 'GovernmentOrganization', name: view.owner.name, url: ownerUrl },
		address: {
			'@type': 'PostalAddress',
			streetAddress: view.street,
			postalCode: view.postcode,
			addressLocality: view.place,
			addressCountry: 'BE'
		},
		...(view.locationApproximate
			? {}
			: { geo: { '@type': 'GeoCoordinates', longitude: view.lon, latitude: view.lat } }),
		availableLanguage: view.languages,
		...(view.phone ? { telephone: view.phone } : {}),
		...(view.email ? { email: view.email } : {}),
		...(view.website ? { sameAs: view.website } : {}),
		...(view.description ? { description: view.description } : {}),
		...(view.days.length > 0 ? { openingHoursSpecification: view.days.flatMap(onDate) } : {}),
		...(view.wheelchair === 'yes'
			? {
					amenityFeature: {
						'@type': 'LocationFeatureSpecification',
						name: 'Wheelchair accessible',
						value: true
					}
				}
			: {})
	};
}

/**
 * One day's hours, for that date alone: what exceptions and holidays make of a week has no other expression here. Hours on
 * appointment are not hours to come by; a day without hours is said to be closed.
 */
function onDate({ date, ranges }: OpeningDay): object[] {
	const walkIn = ranges.flatMap(({ from, to, onAppointment }) =>
		onAppointment || to === null ? [] : { from, to }
	);
	// Until when is not known.
	if (walkIn.length === 0 && ranges.some(({ to }) => to === null)) return [];
	const shown = walkIn.length > 0 ? walkIn : [{ from: '00:00', to: '00:00' }];
	return shown.map(({ from, to }) => ({
		'@type': 'OpeningHoursSpecification',
		validFrom: date,
		validThrough: date,
		opens: from,
		// schema.org has no 24:00.
		closes: to === '24:00' ? '23:59' : to
	}));
}
