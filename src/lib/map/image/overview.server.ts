import type { Participation } from '$lib/domain/directory/directoryIndex';
import {
	drawingOf,
	MAP_BOUNDS,
	mercatorBox,
	PICTURE_SPREAD,
	type Bounds,
	type LonLat
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { municipalitiesWithin } from './boundaries.server';
import groundPaths from './ground.json';
import { GROUND_WIDTH, type GroundPicture } from './groundPicture';
import { penFor } from './pen.server';
import { lookOf, PARTICIPATING } from './theme.server';

export interface OverviewPicture {
	/** By NIS code; a municipality that is not in it does not take part. */
	participationByNis: ReadonlyMap<string, Participation>;
	/** NIS codes that answer the search; the others are faded. null = no search, nothing is faded. */
	matching: ReadonlySet<string> | null;
	/** NIS code of the municipality that was chosen, to be outlined; one that is not on the map is not. */
	selected?: string | undefined;
	desks: Iterable<{ lon: number; lat: number }>;
	/** Of which the picture is; all of the map without it. */
	frame?: Bounds | undefined;
	/** What the picture shows, in the reader's language. */
	title: string;
}

// Half a pixel on a map of a thousand pixels.
const OVERVIEW_WIDTH = 2000;
const whole = mercatorBox(MAP_BOUNDS);
const drawing = drawingOf(whole, OVERVIEW_WIDTH);
const pen = penFor(drawing, 2.8e-5);
const everyone = municipalitiesWithin(MAP_BOUNDS);
const ground = pen.area(everyone);
const borders = pen.borders(everyone);
/** Paper under ink, as on the interactive map, so that the outline stands out on every fill. */
const SELECTED_STYLE = '.around{stroke:var(--paper);stroke-width:7}.here{stroke:var(--ink);stroke-width:3.5}';

/** Place and size of what is seen, in units of the drawing, and its width of the Mercator square. */
function viewOf(frame: Bounds | undefined): {
	x: number;
	y: number;
	width: number;
	height: number;
	box: number;
} {
	if (!frame) {
		const [width, height] = [drawing.width * PICTURE_SPREAD, drawing.height * PICTURE_SPREAD];
		const [x, y] = [(drawing.width - width) / 2, (drawing.height - height) / 2].map((side) =>
			Number(side.toFixed(3))
		) as [number, number];
		return { x, y, width, height: Number(height.toFixed(3)), box: whole.width * PICTURE_SPREAD };
	}
	const [west, south, east, north] = frame;
	const [left, top] = drawing.project([west, north]).map(Math.round) as [number, number];
	const [right, bottom] = drawing.project([east, south]).map(Math.round) as [number, number];
	return { x: left, y: top, width: right - left, height: bottom - top, box: mercatorBox(frame).width };
}

/** The landscape, by the classes of its look; from below. */
const landscape = (names: readonly (keyof GroundPicture)[]): string =>
	`<g transform="scale(${OVERVIEW_WIDTH / GROUND_WIDTH})">` +
	names.map((name) => `<path class="${name}" d="${groundPaths[name]}"/>`).join('') +
	'</g>';
const [sea, onLand, ways] = [
	landscape(['sea']),
	landscape(['wood', 'urban', 'water', 'waterway']),
	landscape(['motorway', 'frontier'])
];

/**
 * The whole directory as an SVG picture: the same map, in the same frame, as the interactive one that may follow
 * (see `mapFrame`).
 */
export function renderOverviewSvg(picture: OverviewPicture): string {
	const { participationByNis, matching, selected, desks, title } = picture;
	const view = viewOf(picture.frame);
	const look = lookOf(view.box, view.width);
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
	const dots = pen.dots(Array.from(desks, ({ lon, lat }): LonLat => [lon, lat]));
	const outline = selected ? pen.area([selected]) : '';
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.width} ${view.height}" preserveAspectRatio="xMidYMid meet" role="img">`,
		`<title>${escapeXml(title)}</title><style>${look.style}${outline && SELECTED_STYLE}</style><defs>${look.patterns}</defs>`,
		// Also what the image shows around that.
		`<path class="abroad" d="M-2000-4000h6000v9000h-6000z"/>`,
		sea,
		// Faded land lies under all of it, and in full on what answers the search.
		matching ? `<path class="none faded" d="${ground}"/>` : `<path class="none" d="${ground}"/>`,
		matching ? layer(shown, 'none') : '',
		onLand,
		...areas,
		ways,
		`<path class="line" d="${borders.municipality}"/>`,
		edges(faded, 'edge faded'),
		edges(shown, 'edge'),
		`<path class="border" d="${borders.province}"/>`,
		outline && `<path class="around" d="${outline}"/><path class="here" d="${outline}"/>`,
		dots && `<path class="casing" d="${dots}"/><path class="desk" d="${dots}"/>`,
		'</svg>'
	].join('');
}
