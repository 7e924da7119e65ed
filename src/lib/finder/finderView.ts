/** What the finder's page shows of an answer: made on the server, and on the device when that is offline or asks where it is. */
import type { Locale, VolunteerDesk } from '$lib/domain/directory/directory';
import type { DeskFacets, DeskHit, FoundDesks } from '$lib/domain/desk/deskFinder';
import { placeLabel, type AskedPlace } from '$lib/domain/desk/deskPlace';
import type { OutsidePlace } from '$lib/domain/place/placeSearch';
import { contactsOf, type Contact } from '$lib/directory/contacts';
import {
	isItsName,
	municipalityName,
	municipalityNameLanguage
} from '$lib/domain/directory/municipalityName';
import { addressPlaceOf } from '$lib/domain/directory/placeName';
import type { OpeningState } from '$lib/domain/openingHours/state';
import { openingHoursLines } from '$lib/domain/openingHours/text';

export interface DeskItem extends Pick<
	VolunteerDesk,
	| 'id'
	| 'slug'
	| 'name'
	| 'street'
	| 'postcode'
	| 'place'
	| 'lon'
	| 'lat'
	| 'locationApproximate'
	| 'phone'
	| 'languages'
	| 'wheelchair'
	| 'verifiedAt'
	| 'unconfirmedSince'
> {
	/** As it is dialled; null when it has none. */
	phoneText: string | null;
	/** Of the municipality it belongs to. */
	nisCode: string;
	municipality: string;
	/** Of that name, where it is not the reader's. */
	municipalityLang: 'nl' | null;
	distanceMetres: number | null;
	state: OpeningState;
	/** On paper, where no state holds: one line a rule; null when unknown. */
	hours: string[] | null;
}

export interface PlaceView extends Pick<AskedPlace, 'by' | 'label'> {
	/** null outside Flanders and Brussels. */
	municipality: {
		name: string;
		/** Of that name, where it is not the reader's. */
		lang: 'nl' | null;
		slug: string;
		nisCode: string;
		isBrussels: boolean;
	} | null;
	/** It is that municipality itself, whatever it is called there or here: nobody need be told where it lies. */
	isMunicipality: boolean;
}

export interface FinderView {
	asked: PlaceView | null;
	/** Each with the municipality that it lies in, where its name does not say that. */
	choices: { label: string; q: string; municipality: string | null }[];
	corrected: boolean;
	isWithin: boolean;
	unknown: boolean;
	/** Where it is, when it is not in Flanders or Brussels. */
	outside: OutsidePlace | null;
	own: DeskItem[];
	/** Of the municipality asked too, further away than one of another. */
	ownFar: DeskItem[];
	ownTotal: number;
	/** Near, and so many there are of those; null when nobody counted. */
	others: DeskItem[];
	othersTotal: number | null;
	far: DeskItem[];
	/** What opens first, where the filter on opening hours hides what is there. */
	waiting: DeskItem[];
	/** Of the gemeente and the OCMW, where the municipality asked has no desk. */
	contacts: Contact[];
	facets: DeskFacets;
	page: number;
	pageCount: number;
	total: number | null;
	/** ISO instant for which the opening states hold. */
	now: string;
}

/**
 * @param now for which it was found
 * @param readPhone turns an E.164 number into one that people dial
 */
export function finderView(
	found: FoundDesks,
	now: Date,
	locale: Locale,
	readPhone: (e164: string) => string
): FinderView {
	const item = ({ desk, home, state, distanceMetres }: DeskHit): DeskItem => ({
		id: desk.id,
		slug: desk.slug,
		name: desk.name,
		street: desk.street,
		postcode: desk.postcode,
		place: addressPlaceOf(desk, home.municipality, locale),
		lon: desk.lon,
		lat: desk.lat,
		locationApproximate: desk.locationApproximate,
		phone: desk.phone,
		phoneText: desk.phone && readPhone(desk.phone),
		languages: desk.languages,
		wheelchair: desk.wheelchair,
		verifiedAt: desk.verifiedAt,
		unconfirmedSince: desk.unconfirmedSince,
		nisCode: home.municipality.nisCode,
		municipality: municipalityName(home.municipality, locale),
		municipalityLang: municipalityNameLanguage(home.municipality, locale),
		distanceMetres,
		state,
		hours: desk.openingHours ? openingHoursLines(desk.openingHours, locale, now) : null
	});
	const {
		asked,
		corrected,
		isWithin,
		unknown,
		outside,
		ownTotal,
		othersTotal,
		facets,
		page,
		pageCount,
		total
	} = found;
	const entry = asked?.entry;
	return {
		asked: asked && {
			by: asked.by,
			label: asked.names ? placeLabel(asked.names, locale) : asked.label,
			municipality: entry
				? {
						name: municipalityName(entry.municipality, locale),
						lang: municipalityNameLanguage(entry.municipality, locale),
						slug: entry.municipality.slug,
						nisCode: entry.municipality.nisCode,
						isBrussels: entry.municipality.province === 'brussel'
					}
				: null,
			isMunicipality: entry ? isItsName(entry.municipality, asked.names?.nl ?? asked.label) : false
		},
		choices: found.choices.map(({ names, q, entry: { municipality } }) => ({
			label: placeLabel(names, locale),
			q,
			municipality: isItsName(municipality, names.nl) ? null : municipalityName(municipality, locale)
		})),
		corrected,
		isWithin,
		unknown,
		outside,
		own: found.own.map(item),
		ownFar: found.ownFar.map(item),
		ownTotal,
		others: found.others.map(item),
		othersTotal,
		far: found.far.map(item),
		waiting: found.waiting.map(item),
		contacts: entry && ownTotal === 0 ? contactsOf(entry, locale, readPhone) : [],
		facets,
		page,
		pageCount,
		total,
		now: now.toISOString()
	};
}
