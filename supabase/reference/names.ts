/** `Sint-Niklaas` -> `sint-niklaas`, `Liège/Luik` -> `liege-luik`: a-z, 0-9 and single hyphens. */
export function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

/** Host of a website without `www.`: what the addresses of its staff end in. Empty when there is no website. */
export function emailDomainsOf(website: string | null): string[] {
	return website === null ? [] : [new URL(website).hostname.replace(/^www\./, '')];
}
