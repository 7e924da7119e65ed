/** Host of a website without `www.`: what the addresses of its staff end in. Empty when there is no website. */
export function emailDomainsOf(website: string | null): string[] {
	return website === null ? [] : [new URL(website).hostname.replace(/^www\./, '')];
}
