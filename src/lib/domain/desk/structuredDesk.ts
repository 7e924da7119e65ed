/** A desk as schema.org `GovernmentOffice`, for search engines: the same on every page that tells of it, in every language. */
import type { LocalGovernmentKind, VolunteerDesk } from '../directory/directory.ts';
import type { BusinessHours } from './businessHours.ts';

/** What a desk is everywhere, whatever page tells of it. @param origin such as `https://example.org` */
export const deskId = (origin: string, slug: string): string => `${origin}/loketten/${slug}#loket`;

/** The same for a government. @param slug of its municipality */
export const governmentId = (origin: string, slug: string, kind: LocalGovernmentKind): string =>
	`${origin}/besturen/${slug}#${kind}`;

interface Told {
	origin: string;
	/** Absolute address of the desk's page in the reader's language. */
	url: string;
	/** Of the government that keeps it. */
	ownerId: string;
	hours: BusinessHours;
}

export function structuredDesk(
	desk: Omit<VolunteerDesk, 'openingHours'>,
	{ origin, url, ownerId, hours }: Told
): object {
	const { openingHoursSpecification = [], specialOpeningHoursSpecification = [] } = hours;
	return {
		'@type': 'GovernmentOffice',
		'@id': deskId(origin, desk.slug),
		url,
		name: desk.name,
		parentOrganization: { '@id': ownerId },
		address: {
			'@type': 'PostalAddress',
			streetAddress: desk.street,
			postalCode: desk.postcode,
			addressLocality: desk.place,
			addressCountry: 'BE'
		},
		...(!desk.locationApproximate && {
			geo: { '@type': 'GeoCoordinates', longitude: desk.lon, latitude: desk.lat }
		}),
		...(desk.languages.length > 0 && { knowsLanguage: desk.languages }),
		...(desk.phone && { telephone: desk.phone }),
		...(desk.email && { email: desk.email }),
		...(desk.website && { sameAs: desk.website }),
		...(desk.description && { description: desk.description }),
		...(openingHoursSpecification.length > 0 && { openingHoursSpecification }),
		...(specialOpeningHoursSpecification.length > 0 && { specialOpeningHoursSpecification }),
		...(desk.wheelchair === 'yes' && {
			amenityFeature: {
				'@type': 'LocationFeatureSpecification',
				name: 'Wheelchair accessible',
				value: true
			}
		})
	};
}
