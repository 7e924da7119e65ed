import type {
	ErrorEvent,
	Map as MapLibreMap,
	VectorSourceSpecification,
	VectorTileSource
} from 'maplibre-gl';
import { tilesIn } from '../partsOfFile';
import { STREETS_SOURCE } from '../streets/streets';
import { groundFile } from './groundFile';
import { GROUND_SOURCE } from './groundLayers';
import { GROUND_BOUNDS, GROUND_MAX_ZOOM, GROUND_MIN_ZOOM } from './groundTiles';

/** Both may be missing: what is under our map is there for who looks for the way, not for the map to stand on. */
const MAY_BE_MISSING: readonly (string | undefined)[] = [GROUND_SOURCE, STREETS_SOURCE];

/**
 * The tiles of the ground: parts of one file of this site.
 * @param attribution HTML
 */
export const groundSource = (attribution: string): VectorSourceSpecification => ({
	type: 'vector',
	tiles: tilesIn(groundFile),
	minzoom: GROUND_MIN_ZOOM,
	maxzoom: GROUND_MAX_ZOOM,
	bounds: GROUND_BOUNDS,
	attribution
});

/**
 * Where the ground, or the streets on it, do not come, the map stands without and says nothing; they are asked again once there is a
 * network.
 */
export function bearMissingGround(map: MapLibreMap): void {
	map.on('error', (event: ErrorEvent & { sourceId?: string }) => {
		if (!MAY_BE_MISSING.includes(event.sourceId)) console.error(event.error);
	});
	const askAgain = (): void => {
		for (const id of [GROUND_SOURCE, STREETS_SOURCE]) {
			const source = map.getSource<VectorTileSource>(id);
			source?.setTiles([...source.tiles]);
		}
	};
	addEventListener('online', askAgain);
	map.on('remove', () => removeEventListener('online', askAgain));
}
