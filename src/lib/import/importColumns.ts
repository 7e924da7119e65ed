/**
 * What a header may call a column, in Dutch, French and English; `column` is the name that this product writes. A field
 * that is missing here does not compile.
 */
import type { DESK_FIELDS, DeskField } from '../domain/desk/fields.ts';
import type { GOVERNMENT_FIELDS, GovernmentField } from '../domain/government/fields.ts';

interface Named {
	column: string;
	also: readonly string[];
}

/** What tells which desk or government a row is about. */
const KEYS = {
	id: ['loket_id', 'identifiant', 'identifier'],
	slug: ['adres in de url', 'permalink'],
	bestuur: [
		'lokaal bestuur',
		'administration',
		'pouvoir local',
		'government',
		'local government',
		'naam bestuur',
		'eigenaar'
	],
	nis_code: ['nis', 'niscode', 'nis code', 'code ins', 'ins', 'refnis'],
	soort: ['type', 'soort bestuur', 'kind', 'genre', 'sorte'],
	kbo_nummer: [
		'kbo',
		'kbo nr',
		'ondernemingsnummer',
		'bce',
		'numero bce',
		'numero d entreprise',
		'kbo number'
	],
	versie: ['revisie', 'version', 'revision'],
	nieuw: ['nieuw loket', 'nouveau', 'new']
} as const;

/** What files of Belgian registers write in columns of their own, and an address has on its line. */
export const ADDRESS_PARTS = {
	number: ['huisnummer', 'huisnr', 'huis nr', 'nummer', 'nr', 'numero', 'n', 'num', 'house number', 'number'],
	box: ['busnummer', 'busnr', 'bus', 'bus nr', 'boite', 'boites', 'bte', 'box']
} as const;
/**
 * The name of the municipality, which is the place of a desk where no other column says that, and its government where none
 * is named.
 */
export const MUNICIPALITY_HEADINGS = [
	'gemeente',
	'gemeentenaam',
	'stad',
	'stad gemeente',
	'gemeente stad',
	'commune',
	'ville',
	'nom de la commune',
	'municipality',
	'city'
] as const;

const CONTACT = {
	phone: {
		column: 'telefoon',
		also: [
			'tel',
			'telefoonnummer',
			'tel nr',
			'gsm',
			'telephone',
			'numero de telephone',
			'phone',
			'phone number'
		]
	},
	email: {
		column: 'email',
		also: ['e mail', 'mail', 'e mailadres', 'mailadres', 'courriel', 'adresse e mail', 'email address']
	},
	website: {
		column: 'website',
		also: ['site', 'webpagina', 'webadres', 'webstek', 'url', 'site web', 'site internet', 'web']
	}
} as const;
const DESCRIPTION = { column: 'beschrijving', also: ['omschrijving', 'uitleg', 'description'] } as const;

/** In the order of the file. */
export const DESK_CELLS = {
	name: {
		column: 'naam',
		also: [
			'loket',
			'naam loket',
			'naam van het loket',
			'vrijwilligersloket',
			'nom',
			'nom du guichet',
			'guichet',
			'name'
		]
	},
	street: {
		column: 'straat',
		also: [
			'straat en nummer',
			'straat en huisnummer',
			'straat en nr',
			'straat nr',
			'straatnaam',
			'adres',
			'rue',
			'rue et numero',
			'rue et n',
			'nom de la rue',
			'nom de la voie',
			'adresse',
			'street',
			'street name',
			'address'
		]
	},
	postcode: {
		column: 'postcode',
		also: ['postnummer', 'post nr', 'pc', 'code postal', 'cp', 'postal code', 'zip', 'zip code']
	},
	place: {
		column: 'plaats',
		also: ['woonplaats', 'deelgemeente', 'localite', 'place', 'town']
	},
	lon: {
		column: 'lengtegraad',
		also: ['lon', 'lng', 'long', 'longitude', 'x', 'x coordinaat', 'lambert x', 'coord x', 'x lambert']
	},
	lat: {
		column: 'breedtegraad',
		also: ['lat', 'latitude', 'y', 'y coordinaat', 'lambert y', 'coord y', 'y lambert']
	},
	locationApproximate: {
		column: 'bij_benadering',
		also: ['ongeveer', 'punt bij benadering', 'approximatif', 'approximate', 'location approximate']
	},
	...CONTACT,
	openingHours: {
		column: 'openingsuren',
		also: [
			'openingstijden',
			'uren',
			'wanneer open',
			'heures d ouverture',
			'horaires',
			'opening hours',
			'openinghours',
			'hours'
		]
	},
	languages: {
		column: 'talen',
		also: ['taal', 'gesproken talen', 'langues', 'langue', 'languages', 'language']
	},
	wheelchair: {
		column: 'rolstoel',
		also: [
			'rolstoeltoegankelijk',
			'rolstoeltoegankelijkheid',
			'toegankelijk',
			'toegankelijkheid',
			'fauteuil roulant',
			'accessibilite',
			'pmr',
			'wheelchair'
		]
	},
	description: DESCRIPTION,
	published: { column: 'gepubliceerd', also: ['online', 'publie', 'en ligne', 'published'] }
} as const satisfies Readonly<Record<DeskField | Extract<keyof typeof DESK_FIELDS, 'published'>, Named>>;

type Participation = Extract<keyof typeof GOVERNMENT_FIELDS, 'participatingSince' | 'participatingUntil'>;

export const GOVERNMENT_CELLS = {
	participatingSince: {
		column: 'meedoen_sinds',
		also: [
			'neemt deel sinds',
			'doet mee sinds',
			'doet mee vanaf',
			'sinds',
			'startdatum',
			'participe depuis',
			'depuis',
			'participating since',
			'since'
		]
	},
	participatingUntil: {
		column: 'meedoen_tot',
		also: [
			'neemt deel tot',
			'doet mee tot',
			'deed mee tot',
			'tot',
			'einddatum',
			'participe jusqu au',
			'jusqu au',
			'participating until',
			'until'
		]
	},
	...CONTACT,
	description: DESCRIPTION
} as const satisfies Readonly<Record<GovernmentField | Participation, Named>>;

type Cell = (typeof DESK_CELLS)[keyof typeof DESK_CELLS] | (typeof GOVERNMENT_CELLS)[Participation];
/** A column of a file, by the name under which this product writes it. */
export type Column = keyof typeof KEYS | Cell['column'];

const columnsOf = <Of extends Cell>(cells: Readonly<Record<string, Of>>): Of['column'][] =>
	Object.values(cells).map(({ column }) => column);

export const DESK_COLUMNS = [
	'id',
	'slug',
	'bestuur',
	'nis_code',
	'soort',
	'kbo_nummer',
	...columnsOf(DESK_CELLS),
	'versie',
	'nieuw'
] as const;
export const GOVERNMENT_COLUMNS = [
	'bestuur',
	'nis_code',
	'soort',
	'kbo_nummer',
	'naam',
	...columnsOf(GOVERNMENT_CELLS),
	'versie'
] as const;

const ALSO = new Map<Column, readonly string[]>(
	Object.values<Cell>({ ...DESK_CELLS, ...GOVERNMENT_CELLS }).map(({ column, also }) => [column, also])
);

/** What else a header may call each. */
export const synonymsOf = (column: Column): readonly string[] =>
	Object.hasOwn(KEYS, column) ? KEYS[column as keyof typeof KEYS] : (ALSO.get(column) ?? []);
