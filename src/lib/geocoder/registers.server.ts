/** Which registers of addresses the site asks, as the page about privacy says. */
import { env } from '$env/dynamic/private';

/**
 * `GEOCODER_FLANDERS_URL` and `GEOCODER_BRUSSELS_URL`.
 * @returns the host of each that is set, once; none where an address is as precise as its place
 */
export function registerHosts(settings: Record<string, string | undefined> = env): string[] {
	const set = [settings.GEOCODER_FLANDERS_URL, settings.GEOCODER_BRUSSELS_URL];
	return [...new Set(set.flatMap((address) => URL.parse(address?.trim() ?? '')?.host ?? []))];
}
