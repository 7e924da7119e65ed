import type { SymbolLayerSpecification } from 'maplibre-gl';
import { imageId } from './patterns';

/** Side of the image that is clear, in CSS pixels. */
const SIDE = 44;

/**
 * A layer that keeps room for what the map does not place itself, an element of the page or a circle: no name stands there. To lie
 * above the names, as room is given from above.
 * @param side CSS pixels
 */
export const roomLayer = (
	id: string,
	source: string,
	side: number,
	anchor: 'center' | 'bottom' = 'center'
): SymbolLayerSpecification => ({
	id,
	type: 'symbol',
	source,
	layout: {
		// See-through, so the same in every theme.
		'icon-image': imageId('clear', 'light'),
		'icon-size': side / SIDE,
		'icon-anchor': anchor,
		'icon-allow-overlap': true,
		'icon-padding': 0
	}
});
