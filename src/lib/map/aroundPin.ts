import type { Feature, Point } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { approximateArea } from './approximate';
import { FIRST_NAME } from './layers';
import { PALETTES, type Theme } from './palette';
import { imageId } from './patterns';
import type { PinPlace } from './pinSteps';

const SOURCE = 'pin';
const AREA = 'pin-area';
const ROOM = 'pin-room';

/** What the map itself draws around a pin: room in which no name stands, or the area that the pin stands for. */
export class AroundPin {
	readonly #map: MapLibreMap;

	/** @param map its style is loaded */
	constructor(map: MapLibreMap, at: PinPlace, theme: Theme) {
		this.#map = map;
		map.addSource(SOURCE, { type: 'geojson', data: point(at) });
		map.addLayer({ ...approximateArea(AREA, SOURCE, theme), layout: { visibility: 'none' } }, FIRST_NAME);
		map.addLayer(roomLayer(theme));
	}

	move(at: PinPlace): void {
		void this.#map.getSource<GeoJSONSource>(SOURCE)?.setData(point(at));
	}

	/** @param isArea whether the place is known only about */
	show(isArea: boolean): void {
		this.#map.setLayoutProperty(AREA, 'visibility', isArea ? 'visible' : 'none');
		this.#map.setLayoutProperty(ROOM, 'visibility', isArea ? 'none' : 'visible');
	}

	setTheme(theme: Theme): void {
		this.#map.setPaintProperty(AREA, 'circle-color', PALETTES[theme].desk);
		this.#map.setPaintProperty(AREA, 'circle-stroke-color', PALETTES[theme].desk);
	}
}

const point = ({ lon, lat }: PinPlace): Feature<Point> => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates: [lon, lat] },
	properties: {}
});

/** The pin is an element of the page, of which the map knows nothing when it looks for room for names. */
function roomLayer(theme: Theme): LayerSpecification {
	return {
		id: ROOM,
		type: 'symbol',
		source: SOURCE,
		layout: {
			'icon-image': imageId('clear', theme),
			'icon-anchor': 'bottom',
			'icon-allow-overlap': true,
			'icon-padding': 0
		}
	};
}
