import {
	addProtocol,
	type ErrorEvent,
	type Map as MapLibreMap,
	type VectorSourceSpecification,
	type VectorTileSource
} from 'maplibre-gl';
import { FetchSource, PMTiles, Protocol, type RangeResponse } from 'pmtiles';
import { groundFile } from './groundFile';
import { GROUND_SOURCE } from './groundLayers';
import { GROUND_BOUNDS, GROUND_MAX_ZOOM, GROUND_MIN_ZOOM } from './groundTiles';

/** A part that does not come stands in the way of the first picture of the map no longer than this. */
const PATIENCE_MS = 8_000;

/** Parts of the file, each given up after a while. */
class PatientSource extends FetchSource {
	override getBytes(
		offset: number,
		length: number,
		signal?: AbortSignal,
		etag?: string
	): Promise<RangeResponse> {
		const patience = AbortSignal.timeout(PATIENCE_MS);
		// A browser that cannot join the two: leaving a view is the more common reason.
		const both = signal && 'any' in AbortSignal ? AbortSignal.any([signal, patience]) : (signal ?? patience);
		return super.getBytes(offset, length, both, etag);
	}
}

let protocol: Protocol | undefined;

/**
 * The tiles of the ground: parts of one file of this site. Maps of a page read its directory together.
 * @param attribution HTML
 */
export function groundSource(attribution: string): VectorSourceSpecification {
	const url = new URL(groundFile, location.href).href;
	if (!protocol) {
		protocol = new Protocol();
		protocol.add(new PMTiles(new PatientSource(url)));
		addProtocol('pmtiles', protocol.tile);
	}
	return {
		type: 'vector',
		tiles: [`pmtiles://${url}/{z}/{x}/{y}`],
		minzoom: GROUND_MIN_ZOOM,
		maxzoom: GROUND_MAX_ZOOM,
		bounds: GROUND_BOUNDS,
		attribution
	};
}

/** Where the ground does not come, the map stands without it and says nothing; it is asked again once there is a network. */
export function bearMissingGround(map: MapLibreMap): void {
	map.on('error', (event: ErrorEvent & { sourceId?: string }) => {
		if (event.sourceId !== GROUND_SOURCE) console.error(event.error);
	});
	const askAgain = (): void => {
		const source = map.getSource<VectorTileSource>(GROUND_SOURCE);
		source?.setTiles([...source.tiles]);
	};
	addEventListener('online', askAgain);
	map.on('remove', () => removeEventListener('online', askAgain));
}
