import { env } from '$env/dynamic/private';
import { getDirectory } from '$lib/directory/directory.server';
import { createGeocoder, type Geocode, type GeocodeHit, type GeocodeQuery } from './geocoder.server';
import { createVisitorLimit } from './visitors.server';

export type { GeocodeHit, GeocodeQuery } from './geocoder.server';

let geocoder: Geocode | undefined;
const withinLimit = createVisitorLimit();

/** `GEOCODER_FLANDERS_URL` and `GEOCODER_BRUSSELS_URL`, read at the first use; a register that is not set is not asked. */
const configured = (): Geocode =>
	(geocoder ??= createGeocoder({
		flandersUrl: env.GEOCODER_FLANDERS_URL?.trim() || undefined,
		brusselsUrl: env.GEOCODER_BRUSSELS_URL?.trim() || undefined,
		index: getDirectory
	}));

/**
 * Where an address is, best first. Never rejects and never takes longer than `GEOCODER_TIMEOUT_MS`: without an answer of a register it is
 * the place (`precise: false`), and nothing when that is not known either.
 */
export const geocode = (query: GeocodeQuery, signal?: AbortSignal): Promise<GeocodeHit[]> =>
	configured()(query, signal ? { signal } : {});

/**
 * The same for a visitor, who after too many questions a minute gets the place only.
 * @param clientAddress gives IPv4 or IPv6; only asked when a register is. Whoever has none, for the proxy named none,
 * gets the place too.
 */
export const geocodeFor = (
	clientAddress: () => string,
	query: GeocodeQuery,
	signal?: AbortSignal
): Promise<GeocodeHit[]> =>
	configured()(query, {
		...(signal ? { signal } : {}),
		mayAsk: () => isWithinLimit(clientAddress)
	});

function isWithinLimit(clientAddress: () => string): boolean {
	try {
		return withinLimit(clientAddress());
	} catch {
		return false;
	}
}
