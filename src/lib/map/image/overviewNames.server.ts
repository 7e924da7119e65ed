/** Which names stand on a picture of the directory, at which zoom: as on the interactive map, the most important first. */
import type { Locale } from '$lib/domain/directory/directory';
import type { Drawing, MercatorBox } from '$lib/domain/place/mapFrame';
import { NAME_ZOOMS } from '../ground/groundLook';
import { CITIES } from '../labels';
import { drawnMunicipality } from './boundaries.server';
import { groundNames } from './groundNames.server';
import { oncePerName, type LabelWish } from './labels.server';
import type { LandscapeFeature } from './landscape.server';

export const NAME_STYLE =
	'text{font-family:system-ui,sans-serif;fill:var(--ink);stroke:var(--paper);stroke-width:.3em;stroke-linejoin:round;' +
	'paint-order:stroke;text-anchor:middle;dominant-baseline:central}.count{stroke:none}.city{font-size:1.15em}' +
	'.found{font-size:1.15em;font-weight:700}.station{fill:var(--stationName);font-weight:600}' +
	'.water-name{fill:var(--waterName);font-style:italic}.number{fill:var(--roadNumber)}.village{fill:var(--villageName)}.town{fill:var(--townName)}';

interface Named {
	byNis: ReadonlyMap<string, string>;
	locale: Locale;
	matching: ReadonlySet<string> | null;
	selected: string | undefined;
}

/** From this zoom on the map names more than the cities. */
const TOWN_ZOOM = 8;
/** As many found ones as have their name from afar. */
const FEW = 12;
const LETTERS = { municipality: 13.8, ground: 12 };
const MOST = { stations: 6, waters: 4, roads: 6, villages: 6 };
/** In letters, around the desks that stand in a name's place. */
const AROUND: readonly (readonly [number, number])[] = [
	[0, 0],
	...[1.2, 2].flatMap((far): [number, number][] => [
		[0, -far],
		[0, far],
		[-2.2 * far, -far * 0.6],
		[2.2 * far, -far * 0.6],
		[-2.2 * far, far * 0.6],
		[2.2 * far, far * 0.6]
	])
];

/** @returns wishes at a zoom, for so many units of the drawing in a CSS pixel */
export function namesOf(
	{ byNis, locale, matching, selected }: Named,
	features: readonly LandscapeFeature[],
	box: MercatorBox,
	drawing: Drawing
): (zoom: number, unit: number) => LabelWish[] {
	const found = [...(selected ? [selected] : []), ...(matching && matching.size <= FEW ? matching : [])];
	return (zoom, unit) => {
		const municipality = (nisCode: string, look: string): LabelWish[] => {
			const text = byNis.get(nisCode);
			const label = drawnMunicipality(nisCode)?.shape.properties.label;
			if (!text || !label) return [];
			const [x, y] = drawing.project(label);
			if (x < 0 || y < 0 || x > drawing.width || y > drawing.height) return [];
			const size = LETTERS.municipality * unit;
			return [
				{ text, size, look, places: AROUND.map(([right, down]) => [x + right * size, y + down * size]) }
			];
		};
		const ours = [
			...found.map((nisCode) => municipality(nisCode, 'found')),
			...CITIES.map((nisCode) => municipality(nisCode, 'city')),
			...(zoom >= TOWN_ZOOM ? [...byNis.keys()].map((nisCode) => municipality(nisCode, '')) : [])
		].flat();
		const ground =
			features.length > 0 ? groundNames(features, box, drawing, locale, LETTERS.ground * unit) : null;
		const from = (least: number, wishes: LabelWish[] | undefined, most = Infinity) =>
			zoom >= Math.floor(least) ? (wishes ?? []).slice(0, most) : [];
		return oncePerName([
			...ours,
			...from(NAME_ZOOMS.station, ground?.stations, MOST.stations),
			...from(NAME_ZOOMS.water, ground?.waters, MOST.waters),
			...from(NAME_ZOOMS.motorway, ground?.roads, MOST.roads),
			...from(NAME_ZOOMS.village, ground?.villages, MOST.villages),
			...from(NAME_ZOOMS.city, ground?.towns)
		]);
	};
}
