import './here.css';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { TypedPlace } from './types';

/** The dot of a place that is no desk: where the reader is, or what was typed. */
export class PlaceDot {
	readonly #map: MapLibreMap;
	#marker: Marker | null = null;

	constructor(map: MapLibreMap) {
		this.#map = map;
	}

	/** @param place null = there is none */
	show(place: TypedPlace | null): void {
		this.#marker?.remove();
		this.#marker =
			place && new Marker({ element: dot(place.label) }).setLngLat([...place.at]).addTo(this.#map);
	}
}

function dot(label: string): HTMLElement {
	const element = document.createElement('div');
	element.className = 'here';
	element.setAttribute('role', 'img');
	element.setAttribute('aria-label', label);
	return element;
}
