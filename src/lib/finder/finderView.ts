/** What the finder's page shows of an answer: made on the server, and on the device when that is offline or asks where it is. */
import type { Locale, Municipality, ProvinceSlug, VolunteerDesk } from '$lib/domain/directory/directory';
import type { DeskFacets, DeskHit, FoundDesks } from '$lib/domain/desk/deskFinder';
import { placeLabel, type AskedPlace } from '$lib/domain/desk/deskPlace';
import type { OutsideCountry } from '$lib/domain/place/gazetteer';
import type { Placeless } from '$lib/domain/place/placeWords';
import type { OutsidePlace } from '$lib/domain/place/placeSearch';
import type { LonLat } from '$lib/domain/place/mapFrame';
import { contactsOf, type Contact } from '$lib/directory/contacts';
import { saysWhere } from '$lib/domain/desk/namedPlace';
import {
	isItsName,
	municipalityName,
	municipalityNameLanguage
} from '$lib/domain/directory/municipalityName';
import { addressPlaceOf } from '$lib/domain/directory/placeName';
import type { OpeningState } from '$lib/domain/openingHours/state';
import { typedSpot } from './typedSpot';
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
	/** To be marked on the map; null for a municipality, which is an area. */
	spot: LonLat | null;
	/** null outside Flanders and Brussels. */
	municipality: {
		name: string;
		/** Of that name, where it is not the reader's. */
		lang: 'nl' | null;
		slug: string;
		nisCode: string;
		isBrussels: boolean;
	} | null;
	/** Its name says where it lies, as that of the municipality itself does in any language: nobody need be told. */
	saysWhere: boolean;
}

/** What it is called in the reader's language, where it lies, and the text that means it. */
export interface ChoiceView {
	label: string;
	q: string;
	/** null where the name says it, and abroad. */
	municipality: string | null;
	/** Of a place elsewhere: Belgium is Wallonia. */
	country: OutsideCountry | null;
}

export interface FinderView {
	asked: PlaceView | null;
	choices: ChoiceView[];
	corrected: boolean;
	/** The place is that of whoever asks, and so is its municipality: it is no guess, and people live there. */
	isHome: boolean;
	isWithin: boolean;
	/** That part is where an address is, of which the street is not known. */
	isAddress: boolean;
	unknown: boolean;
	/** Where it is, when it is not in Flanders or Brussels. */
	outside: OutsidePlace | null;
	/** The provinces of the part of the country that was meant; null for any other text. */
	region: readonly ProvinceSlug[] | null;
	/** Why it is `unknown`, when the words say no place; null otherwise. */
	placeless: Placeless | null;
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
		isAddress,
		unknown,
		outside,
		region,
		placeless,
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
			spot: typedSpot(asked),
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
			saysWhere: entry ? namesIt(entry.municipality, asked.names?.nl ?? asked.label) : false
		},
		choices: choicesView(found, locale),
		corrected,
		isHome: !corrected && !asked?.isSpot,
		isWithin,
		isAddress,
		unknown,
		outside,
		region,
		placeless,
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

/** Whether a name, in Dutch, is that of the municipality or has it in it: "Sint-Gillis-Dendermonde". */
const namesIt = (municipality: Pick<Municipality, 'name'>, name: string): boolean =>
	isItsName(municipality, name) || saysWhere(name, [municipality.name.nl]);

function choicesView({ choices, elsewhere }: FoundDesks, locale: Locale): ChoiceView[] {
	const here = choices.map(({ names, q, entry: { municipality } }) => ({
		label: placeLabel(names, locale),
		q,
		municipality: namesIt(municipality, names.nl) ? null : municipalityName(municipality, locale),
		country: null
	}));
	if (!elsewhere) return here;
	const { place, q } = elsewhere;
	return [{ label: place.names?.[locale] ?? q, q, municipality: null, country: place.country }, ...here];
}
