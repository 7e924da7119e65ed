/** Where the device says it is. It is asked of the browser, used on this page, and sent nowhere. */
import type { LonLat } from '$lib/domain/place/mapFrame';

export type LocationProblem = 'denied' | 'timeout' | 'unavailable';

const PATIENCE_MS = 12_000;
/** Somebody does not walk to another municipality in a minute. */
const MAX_AGE_MS = 60_000;

export async function whereAmI(): Promise<{ place: LonLat } | { problem: LocationProblem }> {
	if (!('geolocation' in navigator)) return { problem: 'unavailable' };
	return new Promise((resolve) => {
		navigator.geolocation.getCurrentPosition(
			({ coords }) => resolve({ place: [coords.longitude, coords.latitude] }),
			({ code, PERMISSION_DENIED, TIMEOUT }) =>
				resolve({
					problem: code === PERMISSION_DENIED ? 'denied' : code === TIMEOUT ? 'timeout' : 'unavailable'
				}),
			{ enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: MAX_AGE_MS }
		);
	});
}
