/** What stands on the map of a picture: desks, rings with the number of them, and names; for each zoom that it may stand for. */
import { Supercluster } from '@maplibre/geojson-vt';
import {
	squareMetres,
	type Bounds,
	type Drawing,
	type LonLat,
	type MercatorBox
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { APPROXIMATE_METRES, LEAST_PIXELS, MIDDLE_LATITUDE } from '../approximate';
import { CLUSTER_MAX_ZOOM, CLUSTER_RADIUS, CLUSTER_SIZES } from '../clusters';
import { placeLabels, type LabelWish } from './labels.server';
import { unitsPerPixel } from './zooms.server';

/** Of their classes; the groups say how large each is. */
export const MARK_STYLE =
	'.sign,.gap,.hole{stroke-linecap:round}.sign{stroke:var(--desk)}.gap{stroke:var(--paper)}.hole{stroke:var(--onDesk)}' +
	'.about{fill:var(--desk);fill-opacity:.14;stroke:var(--desk);stroke-width:2.5;vector-effect:non-scaling-stroke}.count{fill:var(--onDesk);font-weight:700}.stop{stroke:var(--stationName);stroke-width:7;stroke-linecap:square}';

export interface DrawnDesk {
	lon: number;
	lat: number;
	/** Its place is known only about. */
	locationApproximate?: boolean;
}

interface Mark {
	at: LonLat;
	/** How many desks; 1 for one by itself. */
	count: number;
	isAbout: boolean;
}

/** CSS pixels of the icons of the map, at their full size: see `patterns.ts`. */
const RING = { outer: 39, middle: 36, inner: 32 };
const DOT = { casing: 19, desk: 15, hole: 6 };
const WORLD_BOUNDS: Bounds = [-180, -85, 180, 85];

/** As the map makes them of the same desks, by the same library. */
export function marksAt(desks: readonly DrawnDesk[]): (zoom: number) => Mark[] {
	const index = new Supercluster({ radius: CLUSTER_RADIUS, extent: 512, maxZoom: CLUSTER_MAX_ZOOM });
	index.load(
		desks.map(({ lon, lat, locationApproximate = false }) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: { isAbout: locationApproximate }
		}))
	);
	return (zoom) =>
		index.getClusters([...WORLD_BOUNDS], zoom).map(({ geometry, properties }) => {
			const [lon = 0, lat = 0] = geometry.coordinates;
			return {
				at: [lon, lat],
				count: properties && 'point_count' in properties ? Number(properties.point_count) : 1,
				isAbout: Boolean(properties && 'isAbout' in properties && properties.isAbout)
			};
		});
}

/** As large as the map has its icons at a zoom: see `layers.ts`. */
const dotSize = (zoom: number) => between(zoom, [6, 0.75], [9, 1]);
const ringSize = (zoom: number, count: number) =>
	between(zoom, [6, 0.62], [7.5, 1]) * (CLUSTER_SIZES.findLast(([from]) => count >= from)?.[1] ?? 1);

function between(zoom: number, [from, least]: [number, number], [to, most]: [number, number]): number {
	return least + (most - least) * Math.min(Math.max((zoom - from) / (to - from), 0), 1);
}

/**
 * One group of a picture: what stands there at a zoom.
 * @param more markup `below` all of it, points to be kept `clear`, and what is to be named, for so many units in a CSS pixel
 */
export function groupAt(
	zoom: number,
	marks: readonly Mark[],
	drawing: Drawing,
	box: MercatorBox,
	more: { below: string; clear: readonly [x: number, y: number][]; names: (unit: number) => LabelWish[] }
): string {
	const unit = unitsPerPixel(box, drawing.width, zoom);
	const inSight = marks
		.map((mark) => ({ ...mark, point: drawing.project(mark.at) }))
		.filter(({ point: [x, y] }) => isNear(x, drawing.width) && isNear(y, drawing.height));
	const middle = zoom + 0.5;
	const radius = Math.max(
		LEAST_PIXELS * unitsPerPixel(box, drawing.width, middle),
		((APPROXIMATE_METRES / squareMetres(MIDDLE_LATITUDE)) * drawing.width) / box.width
	);
	const dots = (some: typeof inSight) =>
		some.map(({ point: [x, y] }) => `M${Math.round(x)} ${Math.round(y)}h0`).join('');
	const stroke = (name: string, some: typeof inSight, pixels: number) =>
		some.length > 0
			? `<path class="${name}" stroke-width="${Math.round(pixels * 10) / 10}" d="${dots(some)}"/>`
			: '';
	const [rings, single] = [
		inSight.filter(({ count }) => count > 1),
		inSight.filter(({ count }) => count === 1)
	];
	const [about, doors] = [single.filter(({ isAbout }) => isAbout), single.filter(({ isAbout }) => !isAbout)];
	const bySize = [...Map.groupBy(rings, ({ count }) => ringSize(middle, count))];
	const placed = placeLabels(
		more.names(unit),
		[...inSight.map(({ point }) => point), ...more.clear],
		drawing,
		(i) => {
			const count = inSight[i]?.count ?? 1;
			return (unit * (count > 1 ? RING.outer * ringSize(zoom, count) : DOT.casing * dotSize(zoom))) / 2;
		}
	);
	return [
		`<g class="z${zoom}">`,
		more.below,
		...about.map(
			({ point: [x, y] }) =>
				`<circle class="about" cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(radius)}"/>`
		),
		stroke('gap', doors, DOT.casing * dotSize(middle)),
		stroke('sign', doors, DOT.desk * dotSize(middle)),
		stroke('hole', doors, DOT.hole * dotSize(middle)),
		...bySize.flatMap(([size, some]) => [
			stroke('sign', some, RING.outer * size),
			stroke('gap', some, RING.middle * size),
			stroke('sign', some, RING.inner * size)
		]),
		...rings.map(
			({ count, point: [x, y] }) =>
				`<text class="count" x="${Math.round(x)}" y="${Math.round(y)}">${count}</text>`
		),
		...placed.map(
			({ text, look, x, y }) =>
				`<text${look ? ` class="${look}"` : ''} x="${x}" y="${y}">${escapeXml(text)}</text>`
		),
		'</g>'
	].join('');
}

/** In the drawing, or so near to it that a picture of another shape shows it. */
const isNear = (at: number, length: number) => at > -length && at < 2 * length;
