/**
 * A desk as a business card (vCard). Version 3.0 (RFC 2426): phones of every age and Outlook read it, where version 4.0
 * still is refused or read half by some of them, and a desk needs nothing that only 4.0 has.
 */
import { VCard } from 'vcard-creator';
import type { VolunteerDesk } from '$lib/domain/directory';

interface Card {
	desk: VolunteerDesk;
	/** Name of the government. */
	owner: string;
	/** Absolute address of the desk's page. */
	url: string;
	/** Opening hours and the like, as lines. */
	note: string[];
}

/** @returns text in UTF-8, for `text/vcard` */
export function deskCard({ desk, owner, url, note }: Card): string {
	const card = new VCard()
		.addFullName(desk.name)
		// Made for people: what stands here is what an address book shows.
		.addName({ familyName: desk.name })
		.addCompany({ name: owner })
		.addAddress({
			street: desk.street,
			locality: desk.place,
			postalCode: desk.postcode,
			country: 'België',
			type: ['work']
		})
		.addUid(`urn:uuid:${desk.id}`)
		.addUrl({ url, type: ['work'] })
		.addRevision(new Date(desk.updatedAt));
	if (desk.phone) card.addPhoneNumber({ number: desk.phone, type: ['work', 'voice'] });
	if (desk.email) card.addEmail({ address: desk.email, type: ['internet', 'work'] });
	if (!desk.locationApproximate) card.addGeo({ latitude: desk.lat, longitude: desk.lon });
	if (note.length > 0) card.addNote(note.join('\n'));
	return card.buildVCard();
}
