/** What somebody finds their bearings by: the nearest station, main road and water of a place, as the map has them. */
import { LRUCache } from 'lru-cache';
import { mercator, squareMetres } from '$lib/domain/place/mapFrame';
import { GROUND_MAX_ZOOM } from '../ground/groundTiles';
import type { Near, Surroundings } from '../surroundings';
import { landscapeIn, type LandscapeFeature, type MercatorPoint } from './landscape.server';

/** Farther away it helps nobody, in metres. */
const FARTHEST = { station: 12_000, road: 3_000, water: 3_000 };

const known = new LRUCache<string, Promise<Surroundings>>({ max: 2_000 });

/** @returns the same promise for the same place */
export function surroundingsOf({ lon, lat }: { lon: number; lat: number }): Promise<Surroundings> {
	const key = `${lon} ${lat}`;
	const before = known.get(key);
	if (before) return before;
	const found = find(lon, lat);
	known.set(key, found);
	return found;
}

async function find(lon: number, lat: number): Promise<Surroundings> {
	const at = mercator([lon, lat]);
	const square = squareMetres(lat);
	const within = async (metres: number, zoom: number): Promise<LandscapeFeature[]> => {
		const side = metres / square;
		return landscapeIn({ x: at[0] - side, y: at[1] - side, width: 2 * side, height: 2 * side }, zoom);
	};
	const [near, far] = await Promise.all([
		within(FARTHEST.road, GROUND_MAX_ZOOM),
		within(FARTHEST.station, GROUND_MAX_ZOOM - 1)
	]);
	const nearest = (
		features: readonly LandscapeFeature[],
		farthest: number,
		nameOf: (feature: LandscapeFeature) => string | undefined
	) => {
		let best: (Near & { feature: LandscapeFeature }) | null = null;
		for (const feature of features) {
			const name = nameOf(feature);
			if (name === undefined) continue;
			const metres = Math.min(...feature.parts.map((part) => distanceTo(part, at))) * square;
			if (metres <= (best?.metres ?? farthest)) best = { name, metres, feature };
		}
		return best;
	};
	const plain = (found: Near | null) => found && { name: found.name, metres: Math.round(found.metres) };
	const water = nearest(near, FARTHEST.water, ({ layer, properties }) =>
		layer === 'sea' ? '' : layer === 'waterway' ? properties.n : undefined
	);
	return {
		station: plain(
			nearest(far, FARTHEST.station, ({ layer, properties }) =>
				layer === 'station' ? properties.n : undefined
			)
		),
		road: plain(
			nearest(near, FARTHEST.road, ({ layer, properties }) => (layer === 'road' ? properties.r : undefined))
		),
		water: water && {
			name: water.name,
			metres: Math.round(water.metres),
			kind: water.feature.layer === 'sea' ? 'sea' : /kanaal/i.test(water.name) ? 'canal' : 'river'
		}
	};
}

/** From a place to a line, or a point; in the unit of both. */
function distanceTo(line: readonly MercatorPoint[], [x, y]: MercatorPoint): number {
	let least = Infinity;
	for (const [i, [fromX, fromY]] of line.entries()) {
		const [toX, toY] = line[i + 1] ?? [fromX, fromY];
		const [dx, dy] = [toX - fromX, toY - fromY];
		const length = dx * dx + dy * dy;
		const part = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
		const along = Math.min(Math.max(part, 0), 1);
		least = Math.min(least, Math.hypot(fromX + along * dx - x, fromY + along * dy - y));
	}
	return least;
}
