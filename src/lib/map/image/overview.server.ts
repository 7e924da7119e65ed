import type { Participation } from '$lib/domain/directory/directoryIndex';
import {
	drawingOf,
	MAP_BOUNDS,
	MAP_PADDING_PX,
	mercatorBox,
	type Bounds,
	type LonLat
} from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { municipalitiesWithin } from './boundaries.server';
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
const whole = mercatorBox(MAP_BOUNDS);
const drawing = drawingOf(whole, 2000);
const pen = penFor(drawing, 1.9e-5);
const everyone = municipalitiesWithin(MAP_BOUNDS);
const ground = pen.area(everyone);
const borders = pen.borders(everyone);
/** Paper under ink, as on the interactive map, so that the outline stands out on every fill. */
const SELECTED_STYLE = '.around{stroke:var(--paper);stroke-width:7}.here{stroke:var(--ink);stroke-width:3.5}';

/**
 * Of the whole drawing, which stands in its frame as the interactive map does: what lies around it is seen up to the edge. Or of the
 * part of it that shows `frame`, and no more.
 */
function viewOf(frame: Bounds | undefined): { open: string; close: string; box: number; units: number } {
	if (!frame) {
		const [double, height] = [2 * MAP_PADDING_PX, Number(drawing.height.toFixed(3))];
		return {
			open:
				'role="img"><rect class="abroad" width="100%" height="100%"/>' +
				`<svg x="${MAP_PADDING_PX}" y="${MAP_PADDING_PX}" width="100%" height="100%" viewBox="0 0 ${drawing.width} ${height}" ` +
				`style="width:calc(100% - ${double}px);height:calc(100% - ${double}px);overflow:visible" preserveAspectRatio="xMidYMid meet">`,
			close: '</svg></svg>',
			box: whole.width,
			units: drawing.width
		};
	}
	const [west, south, east, north] = frame;
	const [left, top] = drawing.project([west, north]);
	const [right, bottom] = drawing.project([east, south]);
	const [x, y, width, height] = [left, top, right - left, bottom - top].map(Math.round);
	return {
		open:
			`viewBox="${x} ${y} ${width} ${height}" role="img">` +
			`<rect class="abroad" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
		close: '</svg>',
		box: mercatorBox(frame).width,
		units: right - left
	};
}

/**
 * The whole directory as an SVG picture: the same map, in the same frame, as the interactive one that may follow
 * (see `mapFrame`).
 */
export function renderOverviewSvg(picture: OverviewPicture): string {
	const { participationByNis, matching, selected, desks, title } = picture;
	const view = viewOf(picture.frame);
	const look = lookOf(view.box, view.units);
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
		`<svg xmlns="http://www.w3.org/2000/svg" ${view.open}<title>${escapeXml(title)}</title><style>${look.style}${outline && SELECTED_STYLE}</style><defs>${look.patterns}</defs>`,
		// Faded land lies under all of it, and in full on what answers the search.
		matching ? `<path class="none faded" d="${ground}"/>` : `<path class="none" d="${ground}"/>`,
		matching ? layer(shown, 'none') : '',
		...areas,
		`<path class="line" d="${borders.municipality}"/>`,
		edges(faded, 'edge faded'),
		edges(shown, 'edge'),
		`<path class="border" d="${borders.province}"/>`,
		outline && `<path class="around" d="${outline}"/><path class="here" d="${outline}"/>`,
		dots && `<path class="casing" d="${dots}"/><path class="desk" d="${dots}"/>`,
		view.close
	].join('');
}
