import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MunicipalityFeature } from './sources.ts';

/** Whether a WGS84 point lies in the municipality's full-quality polygon. */
export function isInside(
	polygon: MunicipalityFeature | undefined,
	[lon, lat]: readonly [number, number]
): boolean {
	return polygon !== undefined && booleanPointInPolygon([lon, lat], polygon);
}
