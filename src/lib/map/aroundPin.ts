import type { Feature, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { approximateArea } from './approximate';
import { FIRST_NAME } from './layers';
import { PALETTES, type Theme } from './palette';
import type { PinPlace } from './pinSteps';
import { roomLayer } from './room';

const SOURCE = 'pin';
const AREA = 'pin-area';
const ROOM = 'pin-room';
/** Of a pin, in CSS pixels: see `pin.css`. */
const SIDE = 44;

/** What the map itself draws around a pin: room in which no name stands, or the area that the pin stands for. */
export class AroundPin {
	readonly #map: MapLibreMap;

	/** @param map its style is loaded */
	constructor(map: MapLibreMap, at: PinPlace, theme: Theme) {
		this.#map = map;
		map.addSource(SOURCE, { type: 'geojson', data: point(at) });
		map.addLayer({ ...approximateArea(AREA, SOURCE, theme), layout: { visibility: 'none' } }, FIRST_NAME);
		map.addLayer(roomLayer(ROOM, SOURCE, SIDE, 'bottom'));
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
