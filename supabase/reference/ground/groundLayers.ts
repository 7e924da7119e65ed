import type { GroundLayer } from '../../../src/lib/map/ground/groundTiles.ts';
import type { Sources } from '../sources.ts';
import type { Landscape, LandscapeFeature } from './landscape.ts';
import { nearOurs, outside } from './outskirts.ts';
import { villages, withNames } from './places.ts';

export type Layers = Record<GroundLayer, readonly LandscapeFeature[]>;

/** What tiles hold below the zoom of the detailed shapes, and from there on. */
export function groundLayers(
	{ overview, detail }: { overview: Landscape; detail: Landscape },
	sources: Sources
): { coarse: Layers; fine: Layers } {
	const isNear = nearOurs(sources);
	const coarse = (name: string) => (overview.get(name) ?? []).filter((one) => !isCut(name, one));
	const fine = (name: string) => detail.get(name) ?? [];
	const everywhere = (name: string) => [...outside(coarse(name), isNear), ...fine(name)];
	const places = [...withNames(coarse('place'), sources), ...villages(sources)];
	const border = [...coarse('frameborder'), ...coarse('border')];
	// No shape is taken from another: the coarse sea lies under the fine one, and both under our municipalities.
	const sea = [...coarse('framesea'), ...coarse('sea')];
	return {
		coarse: {
			sea,
			wood: coarse('wood'),
			urban: coarse('urban'),
			water: coarse('water'),
			waterway: coarse('waterway'),
			border,
			rail: [],
			road: coarse('road'),
			station: [],
			place: places
		},
		fine: {
			sea: [...sea, ...fine('sea')],
			wood: everywhere('wood'),
			urban: everywhere('urban'),
			water: everywhere('water'),
			waterway: everywhere('waterway'),
			border,
			rail: fine('rail'),
			road: everywhere('road'),
			station: fine('station'),
			place: places
		}
	};
}

/** West, south, east, north of the overview in degrees, a little inwards. */
const FRAME = [2.02, 50.22, 6.58, 51.98] as const;

/** Whether a wood or a town was cut off at the edge of the overview: it would stand there with a straight side. */
function isCut(name: string, { geometry }: LandscapeFeature): boolean {
	if ((name !== 'wood' && name !== 'urban') || geometry.type !== 'Polygon') return false;
	const [west, south, east, north] = FRAME;
	return geometry.coordinates
		.flat()
		.some(([lon = 0, lat = 0]) => lon < west || lat < south || lon > east || lat > north);
}
