import './here.css';
import type { FeatureCollection, Point } from 'geojson';
import { Marker, type GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import { roomLayer } from './room';
import type { TypedPlace } from './types';

const SOURCE = 'typed-place';
/** Of the dot with its ring, in CSS pixels: see `here.css`. */
const SIDE = 24;

/** The dot of a place that is no desk: where the reader is, or what was typed. */
export class PlaceDot {
	readonly #map: MapLibreMap;
	#marker: Marker | null = null;

	/** @param map its style is loaded */
	constructor(map: MapLibreMap) {
		this.#map = map;
		map.addSource(SOURCE, { type: 'geojson', data: points(null) });
		map.addLayer(roomLayer('typed-place-room', SOURCE, SIDE));
	}

	/** @param place null = there is none */
	show(place: TypedPlace | null): void {
		void this.#map.getSource<GeoJSONSource>(SOURCE)?.setData(points(place));
		this.#marker?.remove();
		this.#marker =
			place && new Marker({ element: dot(place.label) }).setLngLat([...place.at]).addTo(this.#map);
	}
}

const points = (place: TypedPlace | null): FeatureCollection<Point> => ({
	type: 'FeatureCollection',
	features: place
		? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...place.at] }, properties: {} }]
		: []
});

function dot(label: string): HTMLElement {
	const element = document.createElement('div');
	element.className = 'here';
	element.setAttribute('role', 'img');
	element.setAttribute('aria-label', label);
	return element;
}
