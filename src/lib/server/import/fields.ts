/** The columns that an import writes, and how each is read from and written to a cell. */
import type { Column } from '../../import/importPlan.ts';
import {
	booleanOf,
	dateOf,
	degreesOf,
	emailOf,
	hoursReader,
	languagesOf,
	lineOf,
	phoneOf,
	postcodeOf,
	textOf,
	websiteOf,
	wheelchairOf
} from './cells.ts';
import { booleanText, degreesText, languagesText, phoneText } from './cellText.ts';
import type { ExistingDesk, ExistingGovernment } from './existing.ts';

export interface Field<Row> {
	column: Column;
	/** Column of the database. */
	key: keyof Row & string;
	/** As a file writes it, without the neutraliser of formulas; empty for nothing. */
	text: (row: Row) => string;
	/** @throws CellProblem */
	read: (cell: string) => unknown;
	/** What "-" makes of it; undefined when it cannot be empty. */
	cleared?: null | [];
	/** Whether a new row needs it. */
	isRequired?: boolean;
}

const NAME = 150;
const PLACE = 100;
const DESCRIPTION = 2_000;

const text =
	<Row>(key: keyof Row & string) =>
	(row: Row): string =>
		String(row[key] ?? '');

interface Contact {
	phone: string | null;
	email: string | null;
	website: string | null;
	description: string | null;
}

const contactFields = <Row extends Contact>(): Field<Row>[] => [
	{ column: 'telefoon', key: 'phone', text: ({ phone }) => phoneText(phone), read: phoneOf, cleared: null },
	{ column: 'email', key: 'email', text: text('email'), read: emailOf, cleared: null },
	{ column: 'website', key: 'website', text: text('website'), read: websiteOf, cleared: null },
	{
		column: 'beschrijving',
		key: 'description',
		text: text('description'),
		read: textOf(DESCRIPTION),
		cleared: null
	}
];

/** Anew for every file: what was read once is remembered that long. */
export const deskFields = (): Field<ExistingDesk>[] => [
	{ column: 'naam', key: 'name', text: text('name'), read: lineOf(NAME), isRequired: true },
	{ column: 'straat', key: 'street', text: text('street'), read: lineOf(NAME), isRequired: true },
	{ column: 'postcode', key: 'postcode', text: text('postcode'), read: postcodeOf, isRequired: true },
	{ column: 'plaats', key: 'place', text: text('place'), read: lineOf(PLACE), isRequired: true },
	{ column: 'lengtegraad', key: 'lon', text: ({ lon }) => degreesText(lon), read: degreesOf },
	{ column: 'breedtegraad', key: 'lat', text: ({ lat }) => degreesText(lat), read: degreesOf },
	{
		column: 'bij_benadering',
		key: 'location_approximate',
		text: ({ location_approximate }) => booleanText(location_approximate),
		read: booleanOf
	},
	...contactFields<ExistingDesk>(),
	{
		column: 'openingsuren',
		key: 'opening_hours',
		text: text('opening_hours'),
		read: hoursReader(),
		cleared: null
	},
	{
		column: 'talen',
		key: 'languages',
		text: ({ languages }) => languagesText(languages),
		read: languagesOf,
		cleared: []
	},
	{ column: 'rolstoel', key: 'wheelchair', text: wheelchairText, read: wheelchairOf, cleared: null },
	{
		column: 'gepubliceerd',
		key: 'published',
		text: ({ published }) => booleanText(published),
		read: booleanOf
	}
];

export const governmentFields = (): Field<ExistingGovernment>[] => [
	{
		column: 'meedoen_sinds',
		key: 'participating_since',
		text: text('participating_since'),
		read: dateOf,
		cleared: null
	},
	{
		column: 'meedoen_tot',
		key: 'participating_until',
		text: text('participating_until'),
		read: dateOf,
		cleared: null
	},
	...contactFields<ExistingGovernment>()
];

function wheelchairText({ wheelchair }: { wheelchair: string | null }): string {
	if (wheelchair === null) return '';
	return { yes: 'ja', limited: 'beperkt', no: 'nee' }[wheelchair] ?? wheelchair;
}
