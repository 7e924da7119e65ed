import { bboxClip } from '@turf/bbox-clip';
import polylabel from 'polylabel';
import type { Participation } from '$lib/domain/directory/directoryIndex';
import {
	aroundDoor,
	boundsOfBox,
	drawingOf,
	LOCATOR_RATIO,
	mercatorBox,
	squareMetres,
	type Bounds,
	type Drawing,
	type LonLat,
	type MercatorBox
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import type { Locale } from '$lib/domain/directory/directory';
import { APPROXIMATE_METRES } from '../approximate';
import { drawnMunicipality, municipalitiesWithin } from './boundaries.server';
import { drawGround } from './groundDrawing.server';
import { groundNames, type GroundNames } from './groundNames.server';
import { nearby, oncePerName, placeLabels, type LabelWish } from './labels.server';
import { landscapeIn } from './landscape.server';
import { penFor, type Pen } from './pen.server';
import { lookOf, PARTICIPATING, zoomOf } from './theme.server';

export interface LocatorPicture {
	nisCode: string;
	/** NIS codes of the municipalities that share a border with it. */
	neighbours: readonly string[];
	participationByNis: ReadonlyMap<string, Participation>;
	/** Name per NIS code in the reader's language; one without a name gets no label. */
	names: ReadonlyMap<string, string>;
	locale: Locale;
	desks: Iterable<{ lon: number; lat: number }>;
	/** The one place that it is about, and then its surroundings alone: a pin, or an area where it is known only about. */
	pin?: { lon: number; lat: number; approximate: boolean } | undefined;
	/** What the picture shows, in the reader's language. */
	title: string;
	/** Whose the landscape is, as it stands in the picture. */
	credit: string;
}

const WIDTH = 800;
const HEIGHT = WIDTH / LOCATOR_RATIO;
/** Share of the municipality's own size that is added on each side. */
const MARGIN = 0.4;
/** Width at which a picture is seen as a rule, in CSS pixels: the landscape is as fine as the map has it there. */
const SEEN = 480;
/** Height of letters; a small picture gets `large`, so labels are placed for that. */
const LETTERS = { normal: 26, large: 36 };
const GROUND_LETTERS = { normal: 21, large: 29 };
/** As many names as say where this is; more would be a heap. */
const MOST = { waters: 4, roads: 6, stations: 6, villages: 8 };

/**
 * One municipality with its neighbours around it, or one place with its surroundings, as an SVG picture of 4 by 3.
 * @returns undefined for a NIS code that is not on the map.
 */
export async function renderLocatorSvg(picture: LocatorPicture): Promise<string | undefined> {
	const found = drawnMunicipality(picture.nisCode);
	if (!found) return undefined;
	const box = picture.pin ? aroundDoor(picture.pin) : frameAround(found.bounds);
	const drawing = drawingOf(box, WIDTH);
	const look = lookOf(box.width, WIDTH);
	const landscape = await landscapeIn(box, zoomOf(box.width, SEEN));
	const ground = drawGround(landscape, box, drawing, picture.pin ? 'door' : 'municipality');
	const ways = (...names: (keyof typeof ground)[]) =>
		names.map((name) => ground[name] && `<path class="${name}" d="${ground[name]}"/>`);
	const pen = penFor(drawing, 0);
	const inFrame = municipalitiesWithin(boundsOfBox(box));
	const areas = PARTICIPATING.map((participation) => {
		const nisCodes = inFrame.filter((nisCode) => statusOf(nisCode, picture) === participation);
		return nisCodes.length > 0 ? `<path class="${participation}" d="${pen.area(nisCodes)}"/>` : '';
	});
	const edges = pen.edges(inFrame.filter((nisCode) => statusOf(nisCode, picture) !== 'none'));
	const borders = pen.borders(inFrame);
	const dotted = Array.from(picture.desks, ({ lon, lat }): LonLat => [lon, lat]);
	const dots = pen.dots(dotted);
	const pin = picture.pin && drawing.project([picture.pin.lon, picture.pin.lat]);
	const names = groundNames(landscape, box, drawing, picture.locale, GROUND_LETTERS.large);
	const stations = names.dots.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('');
	const taken = [
		...dotted.map(drawing.project),
		...names.dots,
		...(picture.pin && pin && !picture.pin.approximate ? pinPoints(pin) : []),
		...CREDIT_POINTS
	];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
		`<title>${escapeXml(picture.title)}</title><style>${look.style}${LABEL_STYLE}</style><defs>${look.patterns}</defs>`,
		'<rect class="abroad" width="100%" height="100%"/>',
		...ways('sea'),
		`<path class="none" d="${pen.area(inFrame)}"/>`,
		...ways('wood', 'urban', 'water', 'waterway'),
		...areas,
		...ways('rail', 'road', 'motorway', 'frontier'),
		`<path class="line" d="${borders.municipality}"/><path class="edge" d="${edges}"/><path class="border" d="${borders.province}"/>`,
		`<path class="here" d="${pen.area([picture.nisCode])}"/>`,
		picture.pin?.approximate && pin ? areaAt(pin, picture.pin, box) : '',
		stations && `<path class="stop" d="${stations}"/>`,
		dots && `<path class="casing" d="${dots}"/><path class="desk" d="${dots}"/>`,
		labels(wishesOf(picture, names, drawing, pen), taken, drawing),
		pin && !picture.pin?.approximate ? pinAt(pin) : '',
		`<text class="credit" x="10" y="${HEIGHT - 16}">${escapeXml(picture.credit)}</text>`,
		'</svg>'
	].join('');
}

const LABEL_STYLE = [
	'.here{stroke:var(--ink);stroke-width:2.5}',
	`text{font:${LETTERS.normal}px system-ui,sans-serif;fill:var(--ink);stroke:var(--paper);stroke-width:6;stroke-linejoin:round;`,
	'paint-order:stroke;text-anchor:middle;dominant-baseline:central}.own{font-weight:700}',
	`.station,.water-name,.number,.village,.town{font-size:${GROUND_LETTERS.normal}px;stroke-width:5}`,
	'.station{fill:var(--stationName);font-weight:600}.water-name{fill:var(--waterName);font-style:italic}',
	'.number{fill:var(--roadNumber)}.village{fill:var(--villageName)}.town{fill:var(--townName)}',
	'.casing{stroke-width:14}.desk{stroke-width:9}',
	'.stop{stroke:var(--stationName);stroke-width:8;stroke-linecap:square}',
	'.credit{font-size:18px;text-anchor:start;stroke-width:5}',
	'.pin{fill:var(--desk);stroke:var(--paper);stroke-width:3}.eye{fill:var(--paper)}',
	'.about{fill:var(--desk);fill-opacity:.14;stroke:var(--desk);stroke-width:2.5;vector-effect:non-scaling-stroke}',
	`@media(max-width:480px){text{font-size:${LETTERS.large}px}.station,.water-name,.number,.village,.town{font-size:${GROUND_LETTERS.large}px}.credit{font-size:26px}}`
].join('');

/** Where the credit stands no name does. */
const CREDIT_POINTS = Array.from({ length: 12 }, (_, i): [number, number] => [14 + 26 * i, HEIGHT - 16]);

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

/** As `aroundPin.ts` draws it. */
function areaAt([x, y]: readonly [number, number], { lat }: { lat: number }, box: MercatorBox): string {
	const radius = Math.round(((APPROXIMATE_METRES / squareMetres(lat)) * WIDTH) / box.width);
	return `<circle class="about" cx="${Math.round(x)}" cy="${Math.round(y)}" r="${radius}"/>`;
}

const statusOf = (nisCode: string, { participationByNis }: LocatorPicture) =>
	participationByNis.get(nisCode) ?? 'none';

/** The municipality in the middle of a frame of fixed proportions, with room for what lies around it. */
function frameAround(bounds: Bounds): MercatorBox {
	const own = mercatorBox(bounds);
	const width = Math.max(own.width, own.height * LOCATOR_RATIO) * (1 + 2 * MARGIN);
	const height = width / LOCATOR_RATIO;
	return { x: own.x + (own.width - width) / 2, y: own.y + (own.height - height) / 2, width, height };
}

/** What a picture of a municipality shows; undefined for a NIS code that is not on the map. */
export function locatorFrame(nisCode: string): Bounds | undefined {
	const found = drawnMunicipality(nisCode);
	return found && boundsOfBox(frameAround(found.bounds));
}

/** What is to be named, the most important first; names of ours before those of the landscape. */
function wishesOf(picture: LocatorPicture, ground: GroundNames, drawing: Drawing, pen: Pen): LabelWish[] {
	const ofGround = [
		...ground.stations.slice(0, MOST.stations),
		...ground.waters.slice(0, MOST.waters),
		...ground.roads.slice(0, MOST.roads)
	];
	const municipality = (nisCode: string, reach: number, at: readonly [number, number] | undefined) => {
		const text = picture.names.get(nisCode);
		const look = nisCode === picture.nisCode ? 'own' : '';
		const [size, placed] = [LETTERS.large, at && nearby(at, LETTERS.large, reach)];
		return text && placed ? [{ text, size, look, places: placed }] : [];
	};
	const around = [...ground.villages.slice(0, MOST.villages), ...ground.towns];
	if (picture.pin) {
		// Near by a name stands where the town is, and nowhere else.
		const ours = [...picture.names.keys()].flatMap((nisCode) => {
			const label = drawnMunicipality(nisCode)?.shape.properties.label;
			const [x, y] = label ? drawing.project(label) : [-1, -1];
			const isIn = x >= 0 && y >= 0 && x <= drawing.width && y <= drawing.height;
			return isIn ? municipality(nisCode, 3, [x, y]) : [];
		});
		return [...ours, ...ofGround, ...around];
	}
	const middle = visibleMiddle(picture.nisCode, drawing, pen);
	// Of the neighbours the ones first of which most is seen.
	const neighbours = picture.neighbours
		.map((nisCode) => ({ nisCode, place: visibleMiddle(nisCode, drawing, pen) }))
		.sort((a, b) => (b.place?.room ?? 0) - (a.place?.room ?? 0))
		.flatMap(({ nisCode, place }) => municipality(nisCode, 1, place?.at));
	return [...municipality(picture.nisCode, 3, middle?.at), ...neighbours, ...ofGround, ...around];
}

function labels(
	wishes: readonly LabelWish[],
	taken: readonly (readonly [number, number])[],
	drawing: Drawing
): string {
	return placeLabels(oncePerName(wishes), taken, drawing)
		.map(
			({ text, look, x, y }) =>
				`<text${look ? ` class="${look}"` : ''} x="${x}" y="${y}">${escapeXml(text)}</text>`
		)
		.join('');
}

/** The widest place of the part of a municipality that the frame shows; undefined when that is next to nothing. */
function visibleMiddle(
	nisCode: string,
	{ width, height }: Drawing,
	pen: Pen
): { at: [x: number, y: number]; room: number } | undefined {
	const visible = pen.rings(nisCode).flatMap((ring) => {
		const points = ring.map(([x, y]): [number, number] => [x, y]);
		const { geometry } = bboxClip({ type: 'Polygon', coordinates: [points] }, [0, 0, width, height]);
		const [outer] = geometry.type === 'Polygon' ? geometry.coordinates : [];
		const clipped = outer?.map(([x = 0, y = 0]): [number, number] => [x, y]) ?? [];
		return clipped.length > 3 ? [polylabel([clipped], 4)] : [];
	});
	const [best] = visible.sort((a, b) => b.distance - a.distance);
	return best && best.distance > 12 ? { at: [best[0], best[1]], room: best.distance } : undefined;
}
