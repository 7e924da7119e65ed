import type { Participation } from '$lib/domain/directory/directoryIndex';
import type { Locale } from '$lib/domain/directory/directory';
import {
	boundsOfBox,
	drawingOf,
	MAP_BOUNDS,
	mercatorBox,
	PICTURE_SPREAD,
	type Bounds,
	type Drawing,
	type LonLat,
	type MercatorBox
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { municipalitiesWithin } from './boundaries.server';
import { NAME_ZOOMS } from '../ground/groundLook';
import { drawGround, unitsOf, type GroundClass } from './groundDrawing.server';
import groundPaths from './ground.json';
import { GROUND_WIDTH, type GroundPicture } from './groundPicture';
import { landscapeIn, type LandscapeFeature } from './landscape.server';
import { groupAt, MARK_STYLE, marksAt, type DrawnDesk } from './marks.server';
import { namesOf, NAME_STYLE } from './overviewNames.server';
import { penFor, type Pen } from './pen.server';
import { lookOf, PARTICIPATING, zoomOf } from './theme.server';
import { zoomsOf, zoomStyle } from './zooms.server';

export interface OverviewPicture {
	/** By NIS code; a municipality that is not in it does not take part. */
	participationByNis: ReadonlyMap<string, Participation>;
	/** NIS codes that answer the search; the others are faded. null = no search, nothing is faded. */
	matching: ReadonlySet<string> | null;
	/** NIS code of the municipality that was chosen, to be outlined; one that is not on the map is not. */
	selected?: string | undefined;
	desks: readonly DrawnDesk[];
	/** Where the place is that was typed. */
	typed?: LonLat | null | undefined;
	/** Of which the picture is; all of the map without it. */
	frame?: Bounds | null | undefined;
	/** The frame alone, for a picture in which no map takes its place. */
	isStill?: boolean;
	/** Names per NIS code, in the language in which the landscape is named too; without it no names. */
	names?: { byNis: ReadonlyMap<string, string>; locale: Locale } | undefined;
	/** What the picture shows, in the reader's language. */
	title: string;
}

/** What a picture is drawn on. */
interface Canvas {
	/** What a map of the picture shows. */
	box: MercatorBox;
	drawing: Drawing;
	pen: Pen;
	everyone: readonly string[];
	/** Path data of all of it, and of the borders in it. */
	land: string;
	borders: ReturnType<Pen['borders']>;
	/** Markup of the landscape, by the classes of its look; from below. */
	landscape: (names: readonly GroundClass[]) => string;
	/** What there is to name, on a picture near enough for it. */
	features: readonly LandscapeFeature[];
}

// Half a pixel on a map of a thousand pixels.
const OVERVIEW_WIDTH = 2000;
const FRAMED_WIDTH = 800;
/** Parts of its own size that a framed picture goes on to each side, for maps of another shape. */
const BEYOND = 0.4;
/** From this zoom on, on a map of middling width, the coarse landscape of the whole region would not do. */
const NEAR_ZOOM = 9.6;
const MIDDLING = 700;

const whole = mercatorBox(MAP_BOUNDS);
const wholeDrawing = drawingOf(whole, OVERVIEW_WIDTH);
const isOnOverview = (name: GroundClass): name is GroundClass & keyof GroundPicture => name in groundPaths;
/** Corners that span less would not be seen, in square degrees. */
const CORNER = 2.8e-5;
const penOfRegion = penFor(wholeDrawing, CORNER);
const region: Canvas = {
	box: whole,
	drawing: wholeDrawing,
	pen: penOfRegion,
	...allOf(penOfRegion, municipalitiesWithin(MAP_BOUNDS)),
	landscape: (names) =>
		`<g transform="scale(${OVERVIEW_WIDTH / GROUND_WIDTH})">` +
		names
			.filter(isOnOverview)
			.map((name) => `<path class="${name}" d="${groundPaths[name]}"/>`)
			.join('') +
		'</g>',
	features: []
};
/** Paper under ink, as on the interactive map, so that the outline stands out on every fill. */
const SELECTED_STYLE = '.around{stroke:var(--paper);stroke-width:7}.here{stroke:var(--ink);stroke-width:3.5}';
/** As here.css has it. */
const TYPED_STYLE = '.typed,.ring{stroke-linecap:round}.typed{stroke:var(--typed)}.ring{stroke:var(--paper)}';

/**
 * The whole directory as an SVG picture, or a part of it: the same map, in the same frame, as the interactive one that may follow
 * (see `mapFrame`).
 */
export async function renderOverviewSvg(picture: OverviewPicture): Promise<string> {
	const { participationByNis, matching, selected, title, names } = picture;
	const { box, drawing, pen, everyone, land, borders, landscape, features } = await canvasOf(picture.frame);
	const view = viewOf(picture, drawing);
	const look = lookOf((box.width * view.width) / drawing.width, view.width);
	const takesPart = (nisCode: string) => participationByNis.get(nisCode) ?? 'none';
	const [shown, faded] = [
		everyone.filter((nisCode) => !matching || matching.has(nisCode)),
		everyone.filter((nisCode) => matching && !matching.has(nisCode))
	];
	const layer = (nisCodes: readonly string[], className: string, of = pen.area) =>
		nisCodes.length > 0 ? `<path class="${className}" d="${of(nisCodes)}"/>` : '';
	const areas = PARTICIPATING.flatMap((participation) => [
		layer(
			shown.filter((nisCode) => takesPart(nisCode) === participation),
			participation
		),
		layer(
			faded.filter((nisCode) => takesPart(nisCode) === participation),
			`${participation} faded`
		)
	]);
	const edges = (nisCodes: readonly string[], className: string) =>
		layer(
			nisCodes.filter((nisCode) => takesPart(nisCode) !== 'none'),
			className,
			pen.edges
		);
	const outline = selected ? pen.area([selected]) : '';
	const zooms = zoomsOf(box);
	const marks = marksAt(picture.desks);
	const wishes = names ? namesOf({ ...names, matching, selected }, features, box, drawing) : () => [];
	const stops = stopsIn(features, box, drawing);
	const [x, y] = picture.typed ? drawing.project(picture.typed).map(Math.round) : [];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.width} ${view.height}" preserveAspectRatio="xMidYMid meet" role="img">`,
		`<title>${escapeXml(title)}</title><style>${look.style}${MARK_STYLE}${names ? NAME_STYLE : ''}${picture.typed ? TYPED_STYLE : ''}${outline && SELECTED_STYLE}`,
		`${zoomStyle(box, drawing.width, zooms)}</style><defs>${look.patterns}</defs>`,
		// Also what the image shows around that.
		`<path class="abroad" d="M-4000-4000h10000v10000h-10000z"/>`,
		landscape(['sea']),
		// Faded land lies under all of it, and in full on what answers the search.
		`<path class="${matching ? 'none faded' : 'none'}" d="${land}"/>`,
		matching ? layer(shown, 'none') : '',
		landscape(['wood', 'urban', 'water', 'waterway']),
		...areas,
		landscape(['rail', 'road', 'motorway', 'frontier']),
		`<path class="line" d="${borders.municipality}"/>`,
		edges(faded, 'edge faded'),
		edges(shown, 'edge'),
		`<path class="border" d="${borders.province}"/>`,
		outline && `<path class="around" d="${outline}"/><path class="here" d="${outline}"/>`,
		...zooms.map((zoom) =>
			groupAt(zoom, marks(zoom), drawing, box, {
				clear: x === undefined || y === undefined ? [] : [[x, y]],
				below: names && zoom >= NAME_ZOOMS.station ? stops : '',
				names: (unit) => wishes(zoom, unit)
			})
		),
		x === undefined || y === undefined
			? ''
			: [24, 20, 14]
					.map(
						(width, i) =>
							`<path class="${i === 1 ? 'ring' : 'typed'}" stroke-width="${width}" d="M${x} ${y}h0"/>`
					)
					.join(''),
		'</svg>'
	].join('');
}

/** Stations, as the map has them near by. */
function stopsIn(features: readonly LandscapeFeature[], box: MercatorBox, drawing: Drawing): string {
	const toUnits = unitsOf(box, drawing);
	const dots = features
		.filter(({ layer }) => layer === 'station')
		.flatMap(({ parts }) => parts.flatMap(([point]) => (point ? [toUnits(point)] : [])))
		.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`);
	return dots.length > 0 ? `<path class="stop" d="${dots.join('')}"/>` : '';
}

async function canvasOf(frame: Bounds | null | undefined): Promise<Canvas> {
	if (!frame) return region;
	const box = mercatorBox(frame);
	if (zoomOf(box.width, MIDDLING) < NEAR_ZOOM) return partOf(box);
	const drawing = drawingOf(box, FRAMED_WIDTH);
	const longest = Math.max(box.width, box.height);
	const around = {
		x: box.x - longest * BEYOND,
		y: box.y - longest * BEYOND,
		width: box.width + 2 * longest * BEYOND,
		height: box.height + 2 * longest * BEYOND
	};
	const zoom = zoomOf(box.width, MIDDLING);
	const [features, nearer] = await Promise.all([landscapeIn(around, zoom - 1), landscapeIn(box, zoom + 1)]);
	const paths = drawGround(
		features,
		box,
		drawing,
		'result',
		Math.max(drawing.width, drawing.height) * BEYOND
	);
	const pen = penFor(drawing, 0);
	return {
		box,
		drawing,
		pen,
		...allOf(pen, municipalitiesWithin(boundsOfBox(around))),
		landscape: (names) =>
			names.map((name) => paths[name] && `<path class="${name}" d="${paths[name]}"/>`).join(''),
		// The stations and villages of a nearer map: they weigh little, and say most.
		features: [...features.filter((feature) => !isPlace(feature)), ...nearer.filter(isPlace)]
	};
}

const isPlace = ({ layer }: LandscapeFeature): boolean => layer === 'station' || layer === 'place';

function allOf(pen: Pen, everyone: readonly string[]): Pick<Canvas, 'everyone' | 'land' | 'borders'> {
	return { everyone, land: pen.area(everyone), borders: pen.borders(everyone) };
}

/** A part of the drawing of the region, as coarse as that. */
function partOf(box: MercatorBox): Canvas {
	const width = (OVERVIEW_WIDTH * box.width) / whole.width;
	const drawing = drawingOf(box, width);
	const pen = penFor(drawing, CORNER);
	const [x, y] = drawing.project([MAP_BOUNDS[0], MAP_BOUNDS[3]]).map(Math.round) as [number, number];
	return {
		...region,
		box,
		drawing,
		pen,
		...allOf(pen, region.everyone),
		landscape: (names) => `<g transform="translate(${x} ${y})">${region.landscape(names)}</g>`
	};
}

/** Place and size of what is seen, in units of the drawing. */
function viewOf({ isStill = false }: OverviewPicture, drawing: Drawing) {
	const spread = isStill ? 1 : PICTURE_SPREAD;
	const [width, height] = [drawing.width * spread, drawing.height * spread];
	const rounded = (side: number) => Number(side.toFixed(3));
	return {
		x: rounded((drawing.width - width) / 2),
		y: rounded((drawing.height - height) / 2),
		width: rounded(width),
		height: rounded(height)
	};
}
