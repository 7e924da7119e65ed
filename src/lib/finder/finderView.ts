/** What the finder's page shows of an answer: made on the server, and on the device when that is offline or asks where it is. */
import { KINDS, type Locale, type VolunteerDesk } from '$lib/domain/directory/directory';
import type { DeskFacets, DeskHit, FoundDesks } from '$lib/domain/desk/deskFinder';
import { placeLabel, type AskedPlace } from '$lib/domain/desk/deskPlace';
import type { OutsidePlace } from '$lib/domain/place/placeSearch';
import { municipalityName } from '$lib/domain/directory/municipalityName';
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
	distanceMetres: number | null;
	state: OpeningState;
	/** On paper, where no state holds: one line a rule; null when unknown. */
	hours: string[] | null;
}

/** How to reach a municipality that has no desk. */
export interface Contact {
	name: string;
	phone: string | null;
	phoneText: string | null;
	email: string | null;
	website: string | null;
}

export interface PlaceView extends Pick<AskedPlace, 'by' | 'label'> {
	/** null outside Flanders and Brussels. */
	municipality: { name: string; slug: string; nisCode: string } | null;
}

export interface FinderView {
	asked: PlaceView | null;
	choices: { label: string; q: string; municipality: string }[];
	corrected: boolean;
	unknown: boolean;
	/** Where it is, when it is not in Flanders or Brussels. */
	outside: OutsidePlace | null;
	own: DeskItem[];
	ownTotal: number;
	others: DeskItem[];
	/** Of the gemeente and the OCMW, when the municipality asked has no desk. */
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
		place: desk.place,
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
		distanceMetres,
		state,
		hours: desk.openingHours ? openingHoursLines(desk.openingHours, locale, now) : null
	});
	const { asked, corrected, unknown, outside, ownTotal, facets, page, pageCount, total } = found;
	const entry = asked?.entry;
	const contacts =
		entry && ownTotal === 0
			? KINDS.flatMap((kind): Contact[] => {
					const body = entry[kind];
					if (!body || !(body.phone ?? body.email ?? body.website)) return [];
					const { name, phone, email, website } = body;
					return [{ name, phone, phoneText: phone && readPhone(phone), email, website }];
				})
			: [];
	return {
		asked: asked && {
			by: asked.by,
			label: asked.names ? placeLabel(asked.names, locale) : asked.label,
			municipality: entry
				? {
						name: municipalityName(entry.municipality, locale),
						slug: entry.municipality.slug,
						nisCode: entry.municipality.nisCode
					}
				: null
		},
		choices: found.choices.map(({ names, q, entry }) => ({
			label: placeLabel(names, locale),
			q,
			municipality: municipalityName(entry.municipality, locale)
		})),
		corrected,
		unknown,
		outside,
		own: found.own.map(item),
		ownTotal,
		others: found.others.map(item),
		contacts,
		facets,
		page,
		pageCount,
		total,
		now: now.toISOString()
	};
}

/** When the page must be asked again, because a desk opens or closes: the first such instant in milliseconds, or null. */
export function nextChange({ own, others }: Pick<FinderView, 'own' | 'others'>): number | null {
	const instants = [...own, ...others].flatMap(({ state }) => {
		if (state.kind === 'opens') return [Date.parse(state.at)];
		return state.kind === 'open' && state.until !== null ? [Date.parse(state.until)] : [];
	});
	return instants.length > 0 ? Math.min(...instants) : null;
}
