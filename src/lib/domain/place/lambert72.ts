/** From the plane coordinates of Belgian registers to degrees. */
import proj4 from 'proj4';
import type { LonLat } from './mapFrame.ts';

/**
 * Belge 1972 / Belgian Lambert 72, with the seven parameters of the National Geographic Institute (EPSG:15929). It gives
 * its rotations as those of the frame; PROJ wants those of the vector, so their signs are turned.
 */
const LAMBERT_72 =
	'+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 ' +
	'+y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7329,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs';

const toDegrees = proj4(LAMBERT_72, 'EPSG:4326');

/** Belgian Lambert 2008 (EPSG:3812), on the ellipsoid of today: no shift to WGS84. */
const LAMBERT_2008 =
	'+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 ' +
	'+y_0=665262 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs';

const from2008 = proj4(LAMBERT_2008, 'EPSG:4326');

/**
 * @param x,y metres in Lambert 72 (EPSG:31370)
 * @returns WGS84 degrees (EPSG:4326); within a metre of the Institute's own grid everywhere in Belgium
 */
export function fromLambert72(x: number, y: number): LonLat {
	const [lon, lat] = toDegrees.forward([x, y]);
	return [lon, lat];
}

/** @param x,y metres in Lambert 2008 (EPSG:3812) @returns WGS84 degrees (EPSG:4326) */
export function fromLambert2008(x: number, y: number): LonLat {
	const [lon, lat] = from2008.forward([x, y]);
	return [lon, lat];
}

/** The plane that a pair of metres in Belgium can only belong to: the two lie half a million metres apart. */
export function fromLambert(x: number, y: number): LonLat | null {
	if (isBetween(x, 20_000, 300_000) && isBetween(y, 20_000, 250_000)) return fromLambert72(x, y);
	if (isBetween(x, 520_000, 800_000) && isBetween(y, 520_000, 760_000)) return fromLambert2008(x, y);
	return null;
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;
