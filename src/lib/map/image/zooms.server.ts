/** A picture is shown in many sizes, and a map of that size has another zoom: what depends on it is drawn once for each. */
import { PICTURE_SPREAD, type MercatorBox } from '$lib/domain/place/mapFrame';

/** CSS pixels of the smallest and the largest map that shows a box from side to side; beyond those the nearest has to do. */
const SMALLEST = 310;
const LARGEST = 1_700;
/** The world is so many pixels wide at zoom 0. */
const WORLD = 512;

/** Whole zooms at which maps of a box may be. */
export function zoomsOf({ width }: MercatorBox): number[] {
	const [first, last] = [SMALLEST, LARGEST].map((pixels) => Math.floor(Math.log2(pixels / width / WORLD)));
	return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, i) => (first ?? 0) + i);
}

/** Units of a drawing in which a box is `units` wide for one CSS pixel. */
export const unitsPerPixel = (box: MercatorBox, units: number, zoom: number): number =>
	units / box.width / (WORLD * 2 ** zoom);

/**
 * Style that shows the group of the class `z7` on a picture that stands for a map of zoom 7 to 8, and no other such group; in it
 * 1em is a letter of 12 CSS pixels, about.
 * @param box what the map shows, of which the picture is `PICTURE_SPREAD` times as large (see domain/place/mapFrame.ts)
 */
export function zoomStyle(box: MercatorBox, units: number, zooms: readonly number[]): string {
	const letters = (zoom: number) => `font-size:${(12 * unitsPerPixel(box, units, zoom + 0.25)).toFixed(1)}px`;
	const side = (length: number, zoom: number) => Math.round(PICTURE_SPREAD * WORLD * 2 ** zoom * length);
	const from = (zoom: number, style: string) =>
		`@media(min-width:${side(box.width, zoom)}px)and (min-height:${side(box.height, zoom)}px){${style}}`;
	return zooms
		.flatMap((zoom, i) => [
			i === 0
				? `.z${zoom}{${letters(zoom)}}`
				: `.z${zoom}{display:none}${from(zoom, `.z${zooms[i - 1]}{display:none}.z${zoom}{display:inline;${letters(zoom)}}`)}`,
			from(zoom + 0.5, `.z${zoom}{${letters(zoom + 0.5)}}`)
		])
		.join('');
}
