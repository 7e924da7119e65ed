import { fromLambert72 } from '$lib/domain/place/lambert72';
import { MAP_BOUNDS, type LonLat } from '$lib/domain/place/mapFrame';

/** An address as a register knows it. */
export interface RegisterHit {
	street: string;
	houseNumber: string | null;
	postcode: string | null;
	/** Name of the municipality, as the register writes it. */
	municipality: string | null;
	/** NIS code, where the register gives one. */
	nisCode: string | null;
	/** WGS84 degrees. */
	point: LonLat;
}

/** What is asked of a register. */
export interface Wanted {
	street: string;
	houseNumber: string | null;
	postcode: string | null;
	place: string | null;
	/** NIS code of the municipality that is meant, where only one can be. */
	nisCode: string | null;
}

/**
 * Degrees where the register gives them, otherwise reprojected from Lambert 72.
 * @returns null without a usable point: registers write 0, 0 for an address that nobody has placed yet
 */
export function pointOf(given: {
	lon?: number | null | undefined;
	lat?: number | null | undefined;
	x?: number | null | undefined;
	y?: number | null | undefined;
}): LonLat | null {
	const { lon, lat, x, y } = given;
	const point: LonLat | null =
		typeof lon === 'number' && typeof lat === 'number'
			? [lon, lat]
			: typeof x === 'number' && typeof y === 'number'
				? fromLambert72(x, y)
				: null;
	if (!point) return null;
	const [west, south, east, north] = MAP_BOUNDS;
	const isOnTheMap = point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
	return isOnTheMap ? point : null;
}
