import type { Box } from './boundaries';

/**
 * The thirteen *centrumsteden* of Flemish policy and the City of Brussels, the largest first: the names by which a reader
 * finds the way on a small map. The others follow as there is room.
 */
export const CITIES: readonly string[] = [
	'11002', // Antwerpen
	'44021', // Gent
	'21004', // Brussel
	'31005', // Brugge
	'24062', // Leuven
	'41002', // Aalst
	'71072', // Hasselt
	'12025', // Mechelen
	'46021', // Sint-Niklaas
	'34022', // Kortrijk
	'35013', // Oostende
	'71016', // Genk
	'36015', // Roeselare
	'13040' // Turnhout
];

/** The rank that every city stays under. */
export const CITY_RANK = 0;

/**
 * Which name goes first where there is no room for both: a lower rank wins. The cities by their population, then the larger
 * areas, because only there a name stands clearly inside its own borders.
 */
export function labelRank(nisCode: string, [west, south, east, north]: Box): number {
	const city = CITIES.indexOf(nisCode);
	return city < 0 ? 1 - (east - west) * (north - south) : CITY_RANK + city - CITIES.length;
}
