import './pin.css';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import { aroundDoor, boundsOfBox } from '$lib/domain/place/mapFrame.ts';
import { AroundPin } from './aroundPin';
import { addBasemap, type Basemap } from './basemap';
import { zoomAround } from './camera';
import { SingleFlag } from './featureState';
import { createLocalMap, type LocalMapOptions } from './localMap';
import type { Theme } from './palette';
import { directionOf, place, stepped, type Direction, type PinPlace } from './pinSteps';
import { restyle } from './restyle';
import { firstZoomOf, NAMED_ZOOM, reaches } from './streets/streets';

// Everything heavy hangs under this module: import it dynamically, after the first paint.

/** Where there are streets: as far around the door as one walks in five minutes, in metres; around a village twice that. */
const AROUND = 500;
const AROUND_VILLAGE = 1_000;
/** CSS pixels between the pin and the edge of the map. */
const MARGIN = 40;

export interface PinOptions extends Omit<LocalMapOptions, 'camera'> {
	at: PinPlace;
	/** What the pin points at, for a screen reader. */
	label: string;
	/** Whether the place is known only about: then it is an area, and has a pin only where that can be moved. */
	approximate: boolean;
	/** Outlined; null for none. */
	nisCode: string | null;
	/** Told where somebody moved the pin to; null when it stays where it is. */
	onmove: ((at: PinPlace) => void) | null;
	basemap: Basemap | null;
}

/** One pin on a map of its own. */
export class Pin {
	readonly map: MapLibreMap;
	readonly #marker: Marker;
	readonly #around: AroundPin;
	readonly #outlined: SingleFlag;
	readonly #onmove: PinOptions['onmove'];
	#theme: Theme;
	#overBasemap = false;

	/** @param map its style is loaded, so that sources and layers are there. */
	constructor(map: MapLibreMap, { at, label, approximate, nisCode, onmove, theme }: PinOptions) {
		this.map = map;
		this.#theme = theme;
		this.#onmove = onmove;
		this.#outlined = new SingleFlag(map, 'selected');
		this.#marker = new Marker({
			element: pinElement(onmove !== null, label),
			anchor: 'bottom',
			draggable: onmove !== null
		});
		this.#marker.setLngLat(at).addTo(map);
		this.#around = new AroundPin(map, at, theme);
		this.surround(approximate);
		this.outline(nisCode);
		if (!onmove) return;
		this.#marker.on('dragend', () => this.#moved());
		this.#marker.getElement().addEventListener('keydown', (event) => {
			const direction = directionOf(event.key);
			if (!direction || event.ctrlKey || event.altKey || event.metaKey) return;
			// Neither the page nor the map under it moves along.
			event.preventDefault();
			event.stopPropagation();
			this.step(direction, event.shiftKey);
		});
	}

	step(direction: Direction, isLong: boolean): void {
		const { lng, lat } = this.#marker.getLngLat();
		this.#marker.setLngLat(stepped({ lon: lng, lat }, direction, isLong));
		this.#moved();
	}

	/** Set from outside the map: nobody is told. */
	place(at: PinPlace): void {
		const { lng, lat } = this.#marker.getLngLat();
		if (lng === at.lon && lat === at.lat) return;
		this.#marker.setLngLat(at);
		this.#around.move(at);
		this.#keepInView();
	}

	/** @param isArea whether the place is known only about */
	surround(isArea: boolean): void {
		this.#around.show(isArea);
		this.#marker.getElement().classList.toggle('about', isArea && this.#onmove === null);
	}

	name(label: string): void {
		this.#marker.getElement().setAttribute('aria-label', label);
	}

	outline(nisCode: string | null): void {
		this.#outlined.move(nisCode);
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		restyle(this.map, theme, this.#overBasemap);
		this.#around.setTheme(theme);
	}

	/** Never rejects: without the basemap the map stays as it is. */
	async setBasemap(basemap: Basemap): Promise<void> {
		await addBasemap(this.map, basemap, (present) => {
			this.#overBasemap = present;
			restyle(this.map, this.#theme, present);
			this.#outlined.apply();
		});
	}

	remove(): void {
		this.map.remove();
	}

	#moved(): void {
		const { lng, lat } = this.#marker.getLngLat();
		const at = place(lng, lat);
		this.#marker.setLngLat(at);
		this.#around.move(at);
		this.#keepInView();
		this.#onmove?.(at);
	}

	#keepInView(): void {
		const { x, y } = this.map.project(this.#marker.getLngLat());
		const { clientWidth, clientHeight } = this.map.getContainer();
		const isInView = x > MARGIN && y > MARGIN && x < clientWidth - MARGIN && y < clientHeight - MARGIN;
		if (!isInView) this.map.easeTo({ center: this.#marker.getLngLat(), duration: 300 });
	}
}

/**
 * Makes the map with its pin.
 * @returns when its style is loaded; nothing need be painted yet.
 * @throws when the device has no WebGL 2.
 */
export async function createPin(options: PinOptions): Promise<Pin> {
	const { basemap } = options;
	const { map } = createLocalMap({ ...options, camera: cameraOf(options) });
	await map.once('style.load');
	const pin = new Pin(map, options);
	// Of this server, so they belong to the first picture; what is online may hang.
	if (basemap?.kind === 'streets') await pin.setBasemap(basemap);
	else if (basemap) void pin.setBasemap(basemap);
	return pin;
}

/** On the ground alone, two to four kilometres around, exactly over the server's picture. */
function cameraOf({ at, approximate, basemap, container }: PinOptions): LocalMapOptions['camera'] {
	if (!basemap || (basemap.kind === 'streets' && !reaches(basemap, at)))
		return { bounds: boundsOfBox(aroundDoor(at)), fitBoundsOptions: { padding: 0 } };
	const zoom = zoomAround(at, approximate ? AROUND_VILLAGE : AROUND, container);
	// On a small map that is a little less far, or its streets would have no names.
	return {
		center: at,
		zoom: basemap.kind === 'streets' ? Math.max(zoom, firstZoomOf(basemap), NAMED_ZOOM) : zoom
	};
}

/** A drop with its point down, as on a paper map. Coloured by `pin.css`, so in dark mode too. */
function pinElement(isMovable: boolean, label: string): HTMLElement {
	const element = document.createElement(isMovable ? 'button' : 'div');
	if (element instanceof HTMLButtonElement) element.type = 'button';
	else element.setAttribute('role', 'img');
	element.className = 'pin';
	element.setAttribute('aria-label', label);
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 32 42');
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	path.setAttribute('d', 'M16 41C10 31 2 24 2 16a14 14 0 1 1 28 0c0 8-8 15-14 25Z');
	const middle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
	for (const [name, value] of [
		['cx', '16'],
		['cy', '16'],
		['r', '5']
	] as const)
		middle.setAttribute(name, value);
	svg.append(path, middle);
	element.append(svg);
	return element;
}
