import distance from '@turf/distance';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { VolunteerDesk } from '../directory/directory.ts';
import { oncePerDirectory } from '../directory/directoryIndex.ts';

/** Anything with a place on the map, WGS84 degrees. */
type Located = Pick<VolunteerDesk, 'lon' | 'lat'>;

export interface Nearby<Desk extends Located> {
	desk: Desk;
	/** Along the surface of the earth, whole metres. */
	distanceMetres: number;
}

export interface NearestQuery<Desk extends Located> {
	lon: number;
	lat: number;
	/** At most so many answers. */
	limit: number;
	/** Only these desks count. */
	where?: (desk: Desk) => boolean;
}

export type FindNearest<Desk extends Located> = (query: NearestQuery<Desk>) => Nearby<Desk>[];

/**
 * Makes a search tree over `desks`, once; every search after that costs little more with a hundred times the desks.
 * @returns a function that gives the nearest desks, nearest first; of equally near ones the first in `desks` first.
 */
export function nearestDesks<Desk extends Located>(desks: readonly Desk[]): FindNearest<Desk> {
	const tree = new KDBush(desks.length);
	for (const { lon, lat } of desks) tree.add(lon, lat);
	tree.finish();

	return ({ lon, lat, limit, where }) => {
		const accepts = where && ((item: number) => matches(desks[item], where));
		const found = desks.length === 0 ? [] : around(tree, lon, lat, limit, Infinity, accepts);
		return found
			.map((item) => ({ item, desk: desks[item] }))
			.filter((hit): hit is { item: number; desk: Desk } => hit.desk !== undefined)
			.map(({ item, desk }) => ({ item, desk, distanceMetres: metresBetween({ lon, lat }, desk) }))
			.sort((a, b) => a.distanceMetres - b.distanceMetres || a.item - b.item)
			.map(({ desk, distanceMetres }) => ({ desk, distanceMetres }));
	};
}

/** The search over all desks of one version of the directory. */
export const nearestOf = oncePerDirectory(({ directory }) => nearestDesks(directory.desks));

/** Great-circle distance in whole metres. */
export function metresBetween(a: Located, b: Located): number {
	return Math.round(distance([a.lon, a.lat], [b.lon, b.lat], { units: 'kilometers' }) * 1000);
}

function matches<Desk>(desk: Desk | undefined, where: (desk: Desk) => boolean): boolean {
	return desk !== undefined && where(desk);
}
