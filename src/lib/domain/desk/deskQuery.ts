/** What the desk finder is asked, as it stands in the URL. A place where somebody is never stands there. */
import { MOMENTS } from '../openingHours/moment.ts';
import {
	defineQuery,
	flag,
	pageNumber,
	several,
	severalKnown,
	slug,
	text,
	type QueryOf
} from '../query/query.ts';

export const deskQuery = defineQuery({
	/** A postcode, place, municipality or address as typed. */
	q: text(),
	/** Asks for the desks of a municipality when `q` is empty. */
	bestuur: slug(),
	/** Only what is open at one of these moments. */
	open: several(MOMENTS),
	/** Tags of languages that a desk speaks. */
	taal: severalKnown(),
	/** Only where a wheelchair can enter. */
	rolstoel: flag('ja'),
	/** Of the list of all desks. */
	page: pageNumber(),
	/** The desk that is selected in the list and on the map. */
	gekozen: slug()
});

export type DeskQuery = QueryOf<typeof deskQuery>;
