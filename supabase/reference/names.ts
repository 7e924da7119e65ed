/** Host of a website without `www.`: what the addresses of its staff end in. Empty when there is no website. */
export function emailDomainsOf(website: string | null): string[] {
	return website === null ? [] : [new URL(website).hostname.replace(/^www\./, '')];
}

/** Where an invented gemeente or OCMW has its website and mailboxes: a name that cannot exist. */
export function exampleHost(kind: 'gemeente' | 'ocmw', municipalitySlug: string): string {
	return kind === 'ocmw' ? `ocmw-${municipalitySlug}.example` : `${municipalitySlug}.example`;
}
