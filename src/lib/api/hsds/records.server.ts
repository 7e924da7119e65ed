/**
 * The directory in the words of the Human Services Data Specification 3.1: a volunteer desk is a service, the local
 * government that keeps it its organization, the address of the desk its location. What is not known is left out. Each
 * record has a short form, with the fields and single records that lists show, and a full one with all that belongs to it.
 */
import { provinceLabel, wheelchairLabel } from '$lib/base/i18n/labels';
import type { LocalGovernment } from '$lib/domain/directory/directory';
import type { MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import type { OwnedDesk } from '../desks.server';
import { derivedId } from './identifiers.server';
import { schedulesOf } from './schedules.server';
import { approximateAttribute, attributesOf } from './taxonomies.server';

/** A desk with what is told beside it. */
export interface Service {
	desk: OwnedDesk;
	municipality: MunicipalityEntry['municipality'];
	/** ISO instant. */
	lastModified: string;
}

/** A local government with the desks that it keeps. */
export interface Organization {
	government: LocalGovernment;
	municipality: MunicipalityEntry['municipality'];
	services: Service[];
	/** ISO instant. */
	lastModified: string;
}

export const locationIdOf = ({ desk }: Service): string => derivedId(desk.id, 'location');
export const serviceAtLocationIdOf = ({ desk }: Service): string => derivedId(desk.id, 'service_at_location');

const LANGUAGE_NAMES = new Intl.DisplayNames('nl', { type: 'language' });
// Written as the standard has its dates: 2026-03-29.
const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });
const DATE_IN_WORDS = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', timeZone: 'Europe/Brussels' });

export function organization({
	government,
	municipality
}: Pick<Organization, 'government' | 'municipality'>) {
	const { id, name, description, email, website, ovoNumber } = government;
	return {
		id,
		name,
		description: description ?? `${name} is een lokaal bestuur van ${municipality.name.nl}.`,
		email: email ?? undefined,
		website: website ?? undefined,
		uri: ovoNumber === null ? undefined : `https://data.vlaanderen.be/id/organisatie/${ovoNumber}`
	};
}

/** An organization with what belongs to it alone. */
function organizationItself(of: Pick<Organization, 'government' | 'municipality'>) {
	const { government } = of;
	return {
		...organization(of),
		phones: phones(government, { organization_id: government.id }),
		organization_identifiers: identifiers(government),
		attributes: attributesOf(government)
	};
}

export function fullOrganization(of: Organization, { withFullServices = false } = {}) {
	return {
		...organizationItself(of),
		locations: of.services.map(fullLocation),
		services: of.services.map(withFullServices ? serviceItself : service)
	};
}

/** Without the records around it. */
export function service({ desk, lastModified }: Service) {
	return {
		id: desk.id,
		organization_id: desk.owner.id,
		name: desk.name,
		description: desk.description ?? undefined,
		url: desk.website ?? undefined,
		email: desk.email ?? undefined,
		status: 'active',
		assured_date: desk.verifiedAt === null ? undefined : DATE.format(new Date(desk.verifiedAt)),
		alert:
			desk.unconfirmedSince === null
				? undefined
				: `Niet gecontroleerd sinds ${DATE_IN_WORDS.format(new Date(desk.unconfirmedSince))}.`,
		last_modified: lastModified
	};
}

export function listedService(of: Service) {
	return { ...service(of), organization: organization(ownerOf(of)) };
}

/** A service with what belongs to it alone. */
function serviceItself(of: Service) {
	const { desk, municipality } = of;
	return {
		...service(of),
		phones: phones(desk, { service_id: desk.id }),
		languages: languages(desk.languages, { service_id: desk.id }),
		schedules: schedulesOf(desk.id, desk.openingHours),
		service_areas: [
			{
				id: derivedId(desk.id, 'service_area'),
				service_id: desk.id,
				name: municipality.name.nl,
				description: `De gemeente ${municipality.name.nl} (NIS-code ${municipality.nisCode}).`
			}
		]
	};
}

export function fullService(of: Service) {
	return {
		...serviceItself(of),
		organization: organizationItself(ownerOf(of)),
		service_at_locations: [{ ...link(of), location: fullLocation(of) }]
	};
}

function location(of: Service) {
	const { desk } = of;
	return {
		id: locationIdOf(of),
		location_type: 'physical',
		organization_id: desk.owner.id,
		name: desk.name,
		description: desk.locationApproximate
			? 'Bij benadering: het midden van de gemeente. Alleen het adres is juist.'
			: undefined,
		latitude: desk.lat,
		longitude: desk.lon,
		attributes: desk.locationApproximate ? [approximateAttribute(locationIdOf(of))] : undefined
	};
}

export function fullLocation(of: Service) {
	const { desk, municipality } = of;
	const { wheelchair } = desk;
	const location_id = locationIdOf(of);
	const isInBrussels = municipality.province === 'brussel';
	return {
		...location(of),
		addresses: [
			{
				id: derivedId(desk.id, 'address'),
				location_id,
				address_1: desk.street,
				city: desk.place,
				region: isInBrussels ? 'Brussels Hoofdstedelijk Gewest' : 'Vlaams Gewest',
				state_province: provinceLabel(municipality.province, 'nl'),
				postal_code: desk.postcode,
				country: 'BE',
				address_type: 'physical'
			}
		],
		accessibility:
			wheelchair === null
				? []
				: [
						{
							id: derivedId(desk.id, 'accessibility', 'wheelchair'),
							location_id,
							description: wheelchairLabel(wheelchair, 'nl')
						}
					]
	};
}

export function serviceAtLocation(of: Service) {
	return { ...link(of), location: location(of), service: service(of) };
}

export function fullServiceAtLocation(of: Service) {
	return {
		...link(of),
		location: fullLocation(of),
		service: { ...serviceItself(of), organization: organizationItself(ownerOf(of)) }
	};
}

function link(of: Service) {
	return { id: serviceAtLocationIdOf(of), service_id: of.desk.id, location_id: locationIdOf(of) };
}

const ownerOf = ({ desk, municipality }: Service) => ({ government: desk.owner, municipality });

type Belonging = { service_id: string } | { organization_id: string };

function phones({ id, phone }: { id: string; phone: string | null }, belongsTo: Belonging) {
	return phone === null ? [] : [{ id: derivedId(id, 'phone'), ...belongsTo, number: phone, type: 'voice' }];
}

function languages(tags: string[], belongsTo: { service_id: string }) {
	return tags.map((tag) => ({
		id: derivedId(belongsTo.service_id, 'language', tag),
		...belongsTo,
		name: LANGUAGE_NAMES.of(tag) ?? tag,
		code: new Intl.Locale(tag).language
	}));
}

/** In the schemes of org-id.guide, where it has one. */
function identifiers({ id, kboNumber, ovoNumber }: LocalGovernment) {
	const schemes = [
		{ identifier_scheme: 'BE-BCE_KBO', identifier_type: 'KBO-nummer', identifier: kboNumber },
		{ identifier_type: 'OVO-code', identifier: ovoNumber }
	];
	return schemes.flatMap(({ identifier, ...scheme }) =>
		identifier === null
			? []
			: [
					{
						id: derivedId(id, 'identifier', scheme.identifier_type),
						organization_id: id,
						...scheme,
						identifier
					}
				]
	);
}
