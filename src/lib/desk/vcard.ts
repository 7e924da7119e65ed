/**
 * A desk as a business card (vCard). Version 3.0 (RFC 2426): phones of every age and Outlook read it, where version 4.0
 * still is refused or read half by some of them, and a desk needs nothing that only 4.0 has.
 */
import type { Locale, VolunteerDesk } from '$lib/domain/directory/directory';

interface Card {
	desk: VolunteerDesk;
	/** Name of the government. */
	owner: string;
	/** Absolute address of the desk's page. */
	url: string;
	/** Of who keeps the card: in which the country is named. */
	locale: Locale;
	/** Opening hours and the like, as lines. */
	note: string[];
}

/** @returns text in UTF-8, for `text/vcard` */
export function deskCard({ desk, owner, url, locale, note }: Card): string {
	const country = new Intl.DisplayNames(locale, { type: 'region' }).of('BE') ?? 'België';
	const lines = [
		'BEGIN:VCARD',
		'VERSION:3.0',
		'PRODID:-//Lokaal Vrijwilligen//NONSGML Lokaal Vrijwilligen//NL',
		`FN:${text(desk.name)}`,
		// Made for people: what stands here is what an address book shows.
		`N:${text(desk.name)};;;;`,
		`ORG:${text(owner)}`,
		`ADR;TYPE=WORK:;;${text(desk.street)};${text(desk.place)};;${text(desk.postcode)};${text(country)}`,
		`UID:urn:uuid:${desk.id}`,
		`URL;TYPE=WORK:${url}`,
		`REV:${new Date(desk.updatedAt).toISOString()}`
	];
	if (desk.phone) lines.push(`TEL;TYPE=WORK,VOICE:${desk.phone}`);
	if (desk.email) lines.push(`EMAIL;TYPE=INTERNET,WORK:${desk.email}`);
	if (!desk.locationApproximate) lines.push(`GEO:${desk.lat};${desk.lon}`);
	if (note.length > 0) lines.push(`NOTE:${text(note.join('\n'))}`);
	lines.push('END:VCARD', '');
	return lines.map(folded).join('\r\n');
}

/** So that it neither ends its field nor begins another. */
const text = (value: string): string => value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');

/** Without the line break; counted in UTF-8. */
const LONGEST_LINE = 75;
const utf8 = new TextEncoder();

/** A long line goes on in the next, after a space; no letter is broken. */
function folded(line: string): string {
	let result = '';
	let octets = 0;
	for (const letter of line) {
		const size = utf8.encode(letter).length;
		if (octets + size > LONGEST_LINE) {
			result += '\r\n ';
			octets = 1;
		}
		result += letter;
		octets += size;
	}
	return result;
}
