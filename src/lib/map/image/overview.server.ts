import type { Participation } from '$lib/domain/directory/directoryIndex';
import { drawingOf, MAP_BOUNDS, mercatorBox, type Bounds, type LonLat } from '$lib/domain/place/mapFrame';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { municipalitiesWithin } from './boundaries.server';
import { penFor } from './pen.server';
import { PARTICIPATIONS, patterns, STYLE } from './theme.server';

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
const drawing = drawingOf(mercatorBox(MAP_BOUNDS), 2000);
const pen = penFor(drawing, 1.9e-5);
const everyone = municipalitiesWithin(MAP_BOUNDS);
const ground = pen.area(everyone);
const borders = pen.borders(everyone);
/** Paper under ink, as on the interactive map, so that the outline stands out on every fill. */
const SELECTED_STYLE = '.around{stroke:var(--paper);stroke-width:7}.here{stroke:var(--ink);stroke-width:3.5}';

/** Of the whole drawing, or of the part of it that shows `frame`. */
function viewOf(frame: Bounds | undefined): { box: string; width: number } {
	if (!frame)
		return { box: `0 0 ${drawing.width} ${Number(drawing.height.toFixed(3))}`, width: drawing.width };
	const [west, south, east, north] = frame;
	const [left, top] = drawing.project([west, north]);
	const [right, bottom] = drawing.project([east, south]);
	const width = right - left;
	return { box: [left, top, width, bottom - top].map(Math.round).join(' '), width };
}

/**
 * The whole directory as an SVG picture: the same map, in the same frame, as the interactive one that may follow
 * (see `mapFrame`). Its background is transparent.
 */
export function renderOverviewSvg(picture: OverviewPicture): string {
	const { participationByNis, matching, selected, desks, title } = picture;
	const view = viewOf(picture.frame);
	// As coarse in a part of the map as in all of it.
	const tile = Math.max(4, Math.round((16 * view.width) / drawing.width));
	const groups = new Map<string, string[]>();
	for (const nisCode of everyone) {
		const participation = participationByNis.get(nisCode) ?? 'none';
		const faded = matching !== null && !matching.has(nisCode);
		// The ground itself shows who does not take part.
		if (participation === 'none' && faded === (matching !== null)) continue;
		const key = `${participation}${faded ? ' faded' : ''}`;
		groups.set(key, [...(groups.get(key) ?? []), nisCode]);
	}
	const areas = PARTICIPATIONS.flatMap((participation) => [participation, `${participation} faded`]).map(
		(key) => {
			const nisCodes = groups.get(key);
			return nisCodes ? `<path class="${key}" d="${pen.area(nisCodes)}"/>` : '';
		}
	);
	const dots = pen.dots(Array.from(desks, ({ lon, lat }): LonLat => [lon, lat]));
	const outline = selected ? pen.area([selected]) : '';
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.box}" preserveAspectRatio="xMidYMid meet" role="img">`,
		`<title>${escapeXml(title)}</title><style>${STYLE}${outline && SELECTED_STYLE}</style><defs>${patterns(tile)}</defs>`,
		`<path class="none${matching ? ' faded' : ''}" d="${ground}"/>`,
		...areas,
		`<path class="line" d="${borders.municipality}"/><path class="border" d="${borders.province}"/>`,
		outline && `<path class="around" d="${outline}"/><path class="here" d="${outline}"/>`,
		dots && `<path class="casing" d="${dots}"/><path class="desk" d="${dots}"/>`,
		'</svg>'
	].join('');
}
