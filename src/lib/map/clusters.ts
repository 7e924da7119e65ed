/** How desks that stand close together are drawn as one ring with their number: on the map, and on the server's picture of it. */

/** Up to this zoom. */
export const CLUSTER_MAX_ZOOM = 11;
/** Below this the map of a very small screen begins; its rings are as near to each other as those of a larger one. */
const SMALLEST_ZOOM = 6;

/**
 * In CSS pixels at whole zooms. On the example desks no ring stands for any that are more than 37 km apart on a phone, and 19 km at
 * zoom 7; as little as rings may be apart without standing on each other, and a finger finds one.
 */
export const clusterRadiusAt = (zoom: number): number => (zoom < SMALLEST_ZOOM ? 15 : 28);

/** Size of a ring by how many desks it stands for. */
export const CLUSTER_SIZES = [
	[0, 0.68],
	[5, 0.8],
	[15, 1]
] as const;
