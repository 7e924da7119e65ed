import { bboxClip } from '@turf/bbox-clip';
import polylabel from 'polylabel';
import type { Participation } from '$lib/domain/directory/directoryIndex';
import {
	drawingOf,
	mercatorBox,
	type Bounds,
	type Drawing,
	type LonLat,
	type MercatorBox
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { drawnMunicipality, municipalitiesWithin } from './boundaries.server';
import { placeLabels, type LabelWish } from './labels.server';
import { penFor, type Pen } from './pen.server';
import { lookOf, PARTICIPATING } from './theme.server';

export interface LocatorPicture {
	nisCode: string;
	/** NIS codes of the municipalities that share a border with it. */
	neighbours: readonly string[];
	participationByNis: ReadonlyMap<string, Participation>;
	/** Name per NIS code in the reader's language; one without a name gets no label. */
	names: ReadonlyMap<string, string>;
	desks: Iterable<{ lon: number; lat: number }>;
	/** The one place that it is about: a pin, as on the interactive map. */
	pin?: { lon: number; lat: number } | undefined;
	/** What the picture shows, in the reader's language. */
	title: string;
}

const WIDTH = 800;
const RATIO = 4 / 3;
/** Share of the municipality's own size that is added on each side. */
const MARGIN = 0.4;
/** Height of letters; a small picture gets `LARGE`, so labels are placed for that. */
const LETTERS = { normal: 26, large: 36 };

/**
 * One municipality with its neighbours around it, as an SVG picture of 4 by 3.
 * @returns undefined for a NIS code that is not on the map.
 */
export function renderLocatorSvg(picture: LocatorPicture): string | undefined {
	const found = drawnMunicipality(picture.nisCode);
	if (!found) return undefined;
	const { drawing, bounds, box } = frameAround(found.bounds);
	const look = lookOf(box.width, WIDTH);
	const pen = penFor(drawing, 0);
	const inFrame = municipalitiesWithin(bounds);
	const areas = PARTICIPATING.map((participation) => {
		const nisCodes = inFrame.filter((nisCode) => statusOf(nisCode, picture) === participation);
		return nisCodes.length > 0 ? `<path class="${participation}" d="${pen.area(nisCodes)}"/>` : '';
	});
	const edges = pen.edges(inFrame.filter((nisCode) => statusOf(nisCode, picture) !== 'none'));
	const borders = pen.borders(inFrame);
	const dotted = Array.from(picture.desks, ({ lon, lat }): LonLat => [lon, lat]);
	const dots = pen.dots(dotted);
	const pin = picture.pin && drawing.project([picture.pin.lon, picture.pin.lat]);
	const taken = [...dotted.map(drawing.project), ...(pin ? pinPoints(pin) : [])];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${WIDTH / RATIO}" role="img">`,
		`<title>${escapeXml(picture.title)}</title><style>${look.style}${LABEL_STYLE}</style><defs>${look.patterns}</defs>`,
		'<rect class="abroad" width="100%" height="100%"/>',
		`<path class="none" d="${pen.area(inFrame)}"/>`,
		...areas,
		`<path class="line" d="${borders.municipality}"/><path class="edge" d="${edges}"/><path class="border" d="${borders.province}"/>`,
		`<path class="here" d="${pen.area([picture.nisCode])}"/>`,
		dots && `<path class="casing" d="${dots}"/><path class="desk" d="${dots}"/>`,
		labels(picture, drawing, pen, taken),
		pin && pinAt(pin),
		'</svg>'
	].join('');
}

const LABEL_STYLE = [
	'.here{stroke:var(--ink);stroke-width:3}',
	`text{font:${LETTERS.normal}px system-ui,sans-serif;fill:var(--ink);stroke:var(--paper);stroke-width:6;stroke-linejoin:round;`,
	'paint-order:stroke;text-anchor:middle;dominant-baseline:central}.own{font-weight:700}',
	'.pin{fill:var(--desk);stroke:var(--paper);stroke-width:3}.eye{fill:var(--paper)}',
	`@media(max-width:480px){text{font-size:${LETTERS.large}px}}`
].join('');

/** What no name may cover: dots of the size of a desk's, all over the pin. */
const pinPoints = ([x, y]: readonly [x: number, y: number]): [x: number, y: number][] =>
	[0, -20, -40, -64].flatMap((up): [number, number][] => [
		[x - 13, y + up],
		[x + 13, y + up]
	]);

/** The shape of `pin.ts` in the map's room, with its point at the place. */
const pinAt = ([x, y]: readonly [x: number, y: number]): string =>
	`<g transform="translate(${x} ${y}) scale(1.9) translate(-16 -41)">` +
	'<path class="pin" d="M16 41C10 31 2 24 2 16a14 14 0 1 1 28 0c0 8-8 15-14 25Z"/><circle class="eye" cx="16" cy="16" r="5"/></g>';

const statusOf = (nisCode: string, { participationByNis }: LocatorPicture) =>
	participationByNis.get(nisCode) ?? 'none';

/** The municipality in the middle of a frame of fixed proportions, with room for what lies around it. */
function frameAround(bounds: Bounds): { drawing: Drawing; bounds: Bounds; box: MercatorBox } {
	const own = mercatorBox(bounds);
	const width = Math.max(own.width, own.height * RATIO) * (1 + 2 * MARGIN);
	const height = width / RATIO;
	const box: MercatorBox = {
		x: own.x + (own.width - width) / 2,
		y: own.y + (own.height - height) / 2,
		width,
		height
	};
	const [west, south, east, north] = bounds;
	// Generous: it only decides which municipalities are looked at.
	const [lon, lat] = [((east - west) * width) / own.width, ((north - south) * height) / own.height];
	const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
	return {
		box,
		drawing: drawingOf(box, WIDTH),
		bounds: [middleLon - lon / 2, middleLat - lat / 2, middleLon + lon / 2, middleLat + lat / 2]
	};
}

function labels(
	picture: LocatorPicture,
	drawing: Drawing,
	pen: Pen,
	taken: readonly (readonly [number, number])[]
): string {
	const wish = (nisCode: string, reach: number): (LabelWish & { room: number })[] => {
		const text = picture.names.get(nisCode);
		const place = visibleMiddle(nisCode, drawing, pen);
		return text && place ? [{ text, ...place, size: LETTERS.large, reach }] : [];
	};
	// Its own name first, then those of the neighbours of which most is seen.
	const wishes = [
		...wish(picture.nisCode, 3),
		...picture.neighbours.flatMap((nisCode) => wish(nisCode, 1)).sort((a, b) => b.room - a.room)
	];
	return placeLabels(wishes, taken, drawing)
		.map(({ text, x, y }) => {
			const own = text === picture.names.get(picture.nisCode) ? ' class="own"' : '';
			return `<text${own} x="${x}" y="${y}">${escapeXml(text)}</text>`;
		})
		.join('');
}

/** The widest place of the part of a municipality that the frame shows; undefined when that is next to nothing. */
function visibleMiddle(
	nisCode: string,
	{ width, height }: Drawing,
	pen: Pen
): { x: number; y: number; room: number } | undefined {
	const visible = pen.rings(nisCode).flatMap((ring) => {
		const points = ring.map(([x, y]): [number, number] => [x, y]);
		const { geometry } = bboxClip({ type: 'Polygon', coordinates: [points] }, [0, 0, width, height]);
		const [outer] = geometry.type === 'Polygon' ? geometry.coordinates : [];
		const clipped = outer?.map(([x = 0, y = 0]): [number, number] => [x, y]) ?? [];
		return clipped.length > 3 ? [polylabel([clipped], 4)] : [];
	});
	const [best] = visible.sort((a, b) => b.distance - a.distance);
	return best && best.distance > 12 ? { x: best[0], y: best[1], room: best.distance } : undefined;
}
