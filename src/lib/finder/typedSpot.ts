import type { AskedPlace } from '$lib/domain/desk/deskPlace';
import type { LonLat } from '$lib/domain/place/mapFrame';

/**
 * Where on the map the place is that somebody typed. A municipality is an area, which is outlined, and a device has a dot of its
 * own: null for both.
 */
export const typedSpot = (asked: Pick<AskedPlace, 'by' | 'lon' | 'lat'> | null): LonLat | null =>
	asked && asked.by !== 'municipality' && asked.by !== 'here' ? [asked.lon, asked.lat] : null;
