/** Whom to ask where a municipality has no desk: its gemeente, its OCMW, and a line that always answers. */
import { KINDS, type Locale, type LocalGovernment } from '$lib/domain/directory/directory';
import type { MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import { bodyLabel } from '$lib/domain/government/bodyName';

export interface Contact extends Pick<LocalGovernment, 'kind' | 'email'> {
	/** In the reader's language. */
	name: string;
	/** E.164; null when nobody told. */
	phone: string | null;
	/** As it is dialled. */
	phoneText: string | null;
	/** Of the other of the two where it has none itself: they are one administration. */
	website: string | null;
}

/**
 * Both bodies, with what is known of them.
 * @param readPhone turns an E.164 number into one that people dial
 */
export function contactsOf(
	entry: MunicipalityEntry,
	locale: Locale,
	readPhone: (e164: string) => string
): Contact[] {
	return KINDS.flatMap((kind): Contact[] => {
		const body = entry[kind];
		const other = kind === 'gemeente' ? entry.ocmw : entry.gemeente;
		if (!body) return [];
		const { phone, email, website } = body;
		return [
			{
				kind,
				name: bodyLabel(body, entry.municipality, locale),
				email,
				phone,
				phoneText: phone && readPhone(phone),
				website: website ?? other?.website ?? null
			}
		];
	});
}
