/**
 * The frame in which every map of the whole directory stands: the picture made by the server and the interactive map
 * that takes its place. Both show `MAP_BOUNDS` as large as fits inside `MAP_PADDING_PX`, so that nothing jumps.
 *
 * As a picture: an SVG whose `viewBox` is the Mercator box of the bounds made `PICTURE_SPREAD` times as large, with
 * `preserveAspectRatio="xMidYMid meet"`, in an `<img>` in the middle of its box that is so many times as large as what the padding
 * leaves: so it shows what lies around up to the edge. As a map: `bounds` with
 * `fitBoundsOptions: { padding: MAP_PADDING_PX }`.
 */

/** West, south, east, north in degrees: Flanders and Brussels with a little air. */
export const MAP_BOUNDS: Bounds = [2.53, 50.68, 5.92, 51.51];
/** Space between the bounds and the edge of the map, in CSS pixels, on every side. */
export const MAP_PADDING_PX = 16;

/** How much larger the picture is than the bounds; the more, the smaller the maps whose edges it reaches. */
export const PICTURE_SPREAD = 1.25;

/** West, south, east, north in WGS84 degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
/** Longitude, latitude in WGS84 degrees. */
export type LonLat = readonly [lon: number, lat: number];

/** A rectangle of the Mercator square, in which x and y run from 0 to 1, y downward. */
export interface MercatorBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Place in the Mercator square (0 to 1, y downward), as MapLibre's `MercatorCoordinate` computes it. */
export function mercator([lon, lat]: LonLat): [x: number, y: number] {
	const y = 180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	return [(180 + lon) / 360, y / 360];
}

export function mercatorBox([west, south, east, north]: Bounds): MercatorBox {
	const [x, y] = mercator([west, north]);
	const [right, bottom] = mercator([east, south]);
	return { x, y, width: right - x, height: bottom - y };
}

/** The circumference of the earth, which the Mercator square is as wide as at the equator. */
const EQUATOR_METRES = 40_075_017;

/** How wide the Mercator square is on the ground at a latitude, in metres. */
export const squareMetres = (lat: number): number => EQUATOR_METRES * Math.cos((lat * Math.PI) / 180);

/** What is seen around a door, in metres: the nearest station, main road and water, as a rule. */
const AROUND_DOOR_METRES = 7_000;
/** Width to height of a picture of one place. */
export const LOCATOR_RATIO = 4 / 3;

/** The frame of one door, of its picture and of the map that takes the place of that. */
export function aroundDoor({ lon, lat }: { lon: number; lat: number }): MercatorBox {
	const [x, y] = mercator([lon, lat]);
	const width = AROUND_DOOR_METRES / squareMetres(lat);
	const height = width / LOCATOR_RATIO;
	return { x: x - width / 2, y: y - height / 2, width, height };
}

/** What `mercatorBox` makes a box of. */
export function boundsOfBox({ x, y, width, height }: MercatorBox): [number, number, number, number] {
	const lat = (at: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * at))) * 180) / Math.PI;
	return [x * 360 - 180, lat(y + height), (x + width) * 360 - 180, lat(y)];
}

/** Closer than this a small municipality would lose its surroundings, in metres. */
const CLOSEST_METRES = 12_000;
/** Air on each side of what was found, as a part of its own size. */
const AIR = 0.08;
/** Width to height: a frame between these fits a map of any shape without showing much else. */
const [NARROWEST, WIDEST] = [0.8, 1.4];

/**
 * The frame of what a search found: all of it, with a little air.
 * @param all corners of it; at least one
 */
export function frameOf(all: readonly LonLat[]): Bounds {
	const places = all.map(mercator);
	const side = (axis: 0 | 1): [middle: number, length: number] => {
		const [least, most] = [
			Math.min(...places.map((at) => at[axis])),
			Math.max(...places.map((at) => at[axis]))
		];
		return [(least + most) / 2, (most - least) * (1 + 2 * AIR)];
	};
	const [[x, across], [y, down]] = [side(0), side(1)];
	const closest = CLOSEST_METRES / squareMetres(all[0]?.[1] ?? 0);
	const width = Math.max(across, down * NARROWEST, closest);
	const height = Math.max(down, width / WIDEST);
	// As precise as a pixel: it is sent with the page.
	return boundsOfBox({ x: x - width / 2, y: y - height / 2, width, height }).map(
		(degrees) => Math.round(degrees * 1e4) / 1e4
	) as [number, number, number, number];
}

/** A drawing of `box` that is `width` units wide: its height, and where a place falls in it. */
export interface Drawing {
	width: number;
	height: number;
	project(place: LonLat): [x: number, y: number];
}

export function drawingOf(box: MercatorBox, width: number): Drawing {
	const scale = width / box.width;
	return {
		width,
		height: box.height * scale,
		project: (place) => {
			const [x, y] = mercator(place);
			return [(x - box.x) * scale, (y - box.y) * scale];
		}
	};
}

/**
 * How `box` is shown in a container of the given size in CSS pixels, padding included: what `fitBounds` and the picture
 * both come to. `left` and `top` are the place of the box's corner, `scale` the CSS pixels per Mercator unit.
 */
export function fitInto(
	box: MercatorBox,
	container: { width: number; height: number },
	padding: number = MAP_PADDING_PX
): { left: number; top: number; scale: number; zoom: number } {
	const scale = Math.min(
		(container.width - 2 * padding) / box.width,
		(container.height - 2 * padding) / box.height
	);
	return {
		left: (container.width - box.width * scale) / 2,
		top: (container.height - box.height * scale) / 2,
		scale,
		// At zoom 0 MapLibre draws the whole Mercator square 512 pixels wide.
		zoom: Math.log2(scale / 512)
	};
}
