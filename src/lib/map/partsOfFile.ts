import { addProtocol } from 'maplibre-gl';
import { FetchSource, PMTiles, Protocol, type RangeResponse } from 'pmtiles';

/** A part that does not come stands in the way of the first picture of the map no longer than this. */
const PATIENCE_MS = 8_000;

/** Parts of a file, each given up after a while. */
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
 * Where MapLibre finds the tiles of a PMTiles file of this site. Maps of a page read its directories together.
 * @param path of the file
 */
export function tilesIn(path: string): string[] {
	const url = new URL(path, location.href).href;
	if (!protocol) {
		protocol = new Protocol();
		addProtocol('pmtiles', protocol.tile);
	}
	if (!protocol.get(url)) protocol.add(new PMTiles(new PatientSource(url)));
	return [`pmtiles://${url}/{z}/{x}/{y}`];
}
