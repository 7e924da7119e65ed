import type { Participation } from '$lib/domain/directory/directoryIndex';
import {
	at,
	BORDER_WIDTHS,
	FADED_OPACITY,
	GROUND_PALETTES,
	GROUND_WIDTHS,
	PARTICIPATION_OPACITY,
	type Stops
} from '../ground/groundLook';
import { PALETTES, type Theme } from '../palette';

/**
 * The look of the interactive map as it is at the zoom that a picture has: colours and patterns. A picture follows the reader's
 * colour scheme by itself, also inside `<img>`, where the page's own styles do not reach. Who takes part is told by the pattern
 * as well as by the colour: full, lines, dots, empty.
 */

/** Widths in CSS pixels for which a picture is drawn, each up to the next; in between the steps cannot be seen. */
const WIDTHS = { small: 400, middle: 700, large: 1050 };
type Size = keyof typeof WIDTHS;
const SIZES = Object.keys(WIDTHS) as Size[];
const MEDIA: Record<Exclude<Size, 'middle'>, string> = {
	small: '@media(max-width:480px)',
	large: '@media(min-width:900px)'
};
/** Side of one repetition of a pattern in CSS pixels: along the slanting lines, of a tile of 10 (see `patterns.ts`). */
const TILE = 10 / Math.SQRT2;

/** @param box width of what is shown, of the Mercator square */
export const zoomOf = (box: number, width: number): number => Math.log2(width / box / 512);

/**
 * Style and patterns of a picture.
 * @param box width of what it shows, of the Mercator square
 * @param units the same in units of the drawing
 */
export function lookOf(box: number, units: number): { style: string; patterns: string } {
	const zooms = (size: Size) => zoomOf(box, WIDTHS[size]);
	return {
		style: [
			`:root{${colours('light', zooms)}}`,
			`@media(prefers-color-scheme:dark){:root{${colours('dark', zooms)}}}`,
			'path{fill:none;stroke-linejoin:round;vector-effect:non-scaling-stroke}',
			`.abroad{fill:var(--abroad)}.none{fill:var(--none)}.faded{opacity:${FADED_OPACITY}}`,
			'pattern path{vector-effect:none;stroke:var(--part)}.dot{stroke-linecap:round}.both{fill:var(--part)}',
			'.sea,.water{fill:var(--water)}.wood{fill:var(--wood)}.urban{fill:var(--urban)}',
			'.waterway{stroke:var(--water)}.road{stroke:var(--road)}.motorway{stroke:var(--motorway)}',
			'.waterway,.road,.motorway{stroke-linecap:round}.rail{stroke:var(--rail);stroke-dasharray:6 3}',
			'.frontier{stroke:var(--frontier);stroke-dasharray:5 3}',
			'.line{stroke:var(--line)}.edge{stroke:var(--part)}.border{stroke:var(--border)}',
			'.casing,.desk{stroke:var(--paper);stroke-linecap:round}.desk{stroke:var(--desk)}',
			atSize('middle', zooms('middle')),
			`${MEDIA.small}{${atSize('small', zooms('small'))}}`,
			`${MEDIA.large}{${atSize('large', zooms('large'))}}`
		].join(''),
		patterns: SIZES.map((size) => pattern(size, rounded((TILE * units) / WIDTHS[size]))).join('')
	};
}

function colours(theme: Theme, zooms: (size: Size) => number): string {
	const { paper, ink, teal, desk, onDesk, here, land, line, provinceLine } = PALETTES[theme];
	const ground = GROUND_PALETTES[theme];
	return Object.entries({
		paper,
		ink,
		part: teal,
		desk,
		onDesk,
		typed: here,
		none: land,
		line,
		border: provinceLine,
		abroad: ground.neighbours,
		water: ground.water,
		wood: ground.wood,
		urban: ground.urban,
		motorway: ground.motorway,
		road: ground.road,
		rail: ground.rail,
		frontier: ground.border,
		waterName: ground.waterName,
		roadNumber: ground.roadNumber,
		stationName: ground.stationName,
		villageName: ground.villageName,
		townName: ground.townName,
		...Object.fromEntries(
			SIZES.map((size) => [`${size}Share`, rounded(at(PARTICIPATION_OPACITY[theme], zooms(size)))])
		)
	})
		.map(([name, value]) => `--${name}:${value}`)
		.join(';');
}

/** What depends on the zoom, and the patterns, which are as coarse on every screen. */
function atSize(size: Size, zoom: number): string {
	const width = (stops: Stops) => rounded(at(stops, zoom));
	const lines = { line: 'municipality', edge: 'participating', border: 'province' } as const;
	const ways = {
		waterway: 'waterway',
		road: 'road',
		motorway: 'motorway',
		rail: 'rail',
		frontier: 'border'
	} as const;
	const dot = size === 'small' ? 4 : 6;
	return [
		`.gemeente{fill:url(#lines-${size})}.ocmw{fill:url(#dots-${size})}`,
		...Object.entries(lines).map(([name, of]) => `.${name}{stroke-width:${width(BORDER_WIDTHS[of])}}`),
		...Object.entries(ways).map(([name, of]) => `.${name}{stroke-width:${width(GROUND_WIDTHS[of])}}`),
		`.desk{stroke-width:${dot}}.casing{stroke-width:${dot * 1.5}}`,
		`.both,.gemeente,.ocmw{fill-opacity:var(--${size}Share)}`
	].join('');
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function pattern(size: Size, tile: number): string {
	const attributes = `width="${tile}" height="${tile}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"`;
	const middle = rounded(tile / 2);
	return (
		`<pattern id="lines-${size}" ${attributes}>` +
		`<path stroke-width="${rounded(tile * 0.42)}" d="M${middle} 0v${tile}"/></pattern>` +
		`<pattern id="dots-${size}" ${attributes}>` +
		`<path class="dot" stroke-width="${rounded(tile * 0.54)}" d="M${middle} ${middle}h0"/></pattern>`
	);
}

/** Every kind of participation that is coloured, in the order in which it is drawn. */
export const PARTICIPATING: readonly Participation[] = ['ocmw', 'gemeente', 'both'];
