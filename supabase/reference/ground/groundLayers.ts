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
	const coarse = (name: string) => overview.get(name) ?? [];
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
