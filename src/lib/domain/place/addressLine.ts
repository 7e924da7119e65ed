import type { VolunteerDesk } from '../directory/directory.ts';

/** A Belgian address on one line: "Voorbeeldstraat 99, 9000 Gent". */
export const addressLine = ({
	street,
	postcode,
	place
}: Pick<VolunteerDesk, 'street' | 'postcode' | 'place'>): string => `${street}, ${postcode} ${place}`;
