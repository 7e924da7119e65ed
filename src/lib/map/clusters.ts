/** How desks that stand close together are drawn as one ring with their number: on the map, and on the server's picture of it. */

/** Up to this zoom. */
export const CLUSTER_MAX_ZOOM = 11;
/**
 * In CSS pixels at whole zooms: about the width of a finger. On the example desks no ring stands for any that are more than 37 km
 * apart at zoom 7; with narrower ones (36) the rings of a phone leave no room for the cities' names and for a finger between them.
 */
export const CLUSTER_RADIUS = 52;
/** Size of a ring by how many desks it stands for. */
export const CLUSTER_SIZES = [
	[0, 0.68],
	[5, 0.8],
	[15, 1]
] as const;
