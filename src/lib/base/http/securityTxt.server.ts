const DAY_MS = 86_400_000;
/** RFC 9116 recommends less than a year ahead. */
const VALID_DAYS = 180;

/**
 * Whom to tell about a leak, as RFC 9116 has it.
 * @param contact a URI or an e-mail address; without it the contact form, opened about security
 * @param now milliseconds since 1970
 */
export function securityTxt(origin: string, contact: string | undefined, now: number): string {
	// By whole days, so that the answer is the same all day.
	const expires = new Date((Math.floor(now / DAY_MS) + VALID_DAYS) * DAY_MS);
	return [
		`Contact: ${contactUri(contact?.trim() ?? '') ?? `${origin}/contact?over=security`}`,
		`Expires: ${expires.toISOString()}`,
		'Preferred-Languages: nl, fr, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		''
	].join('\n');
}

function contactUri(contact: string): string | undefined {
	if (/^(https|mailto|tel):\S+$/.test(contact)) return contact;
	return /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : undefined;
}
