import type { Box } from './boundaries';

/**
 * The thirteen *centrumsteden* of Flemish policy and the City of Brussels: the names by which a reader finds the way on a
 * small map. The others follow as there is room.
 */
const CITIES: ReadonlySet<string> = new Set([
	'41002', // Aalst
	'11002', // Antwerpen
	'31005', // Brugge
	'21004', // Brussel
	'71016', // Genk
	'44021', // Gent
	'71072', // Hasselt
	'34022', // Kortrijk
	'24062', // Leuven
	'12025', // Mechelen
	'35013', // Oostende
	'36015', // Roeselare
	'46021', // Sint-Niklaas
	'13040' // Turnhout
]);

/** The rank that every city stays under. */
export const CITY_RANK = 0;

/**
 * Which name goes first where there is no room for both: a lower rank wins. After the cities the larger areas, because
 * only there a name stands clearly inside its own borders.
 */
export function labelRank(nisCode: string, [west, south, east, north]: Box): number {
	const size = (east - west) * (north - south);
	return CITIES.has(nisCode) ? CITY_RANK - size : 1 - size;
}
