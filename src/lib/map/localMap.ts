import 'maplibre-gl/dist/maplibre-gl.css';
import './controls.css';
import {
	AttributionControl,
	Map as MapLibreMap,
	NavigationControl,
	setWorkerUrl,
	type MapOptions
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { BoundaryTopology } from '$lib/domain/place/topology';
import { decodeBoundaries, type Boundaries } from './boundaries';
import { groundCredit, ShortCredit } from './credit';
import { bearMissingGround, groundSource } from './ground/groundSource';
import { mapLocale } from './locale';
import type { Theme } from './palette';
import { drawImage, IMAGE_PIXEL_RATIO } from './patterns';
import { buildSources } from './sources';
import { buildStyle } from './style';
import type { MapData } from './mapData';
import type { MapContainer } from './types';

// Everything heavy hangs under this module: import it dynamically, after the first paint.

setWorkerUrl(workerUrl);

/** How far the map can be dragged: room for any screen that shows the whole area, and no view of nothing. */
const MAX_BOUNDS: [number, number, number, number] = [-2.5, 47, 11, 55];
/** The boundaries are drawn for a map, not for a land register. */
const MAX_ZOOM = 13;
const MAX_ZOOM_WITH_BASEMAP = 18;

/** CSS pixels; as in MapLibre, which folds the credits away on such a map when the reader moves it. */
const NARROW = 640;

export interface LocalMapOptions {
	container: MapContainer;
	topology: BoundaryTopology;
	data: MapData;
	theme: Theme;
	hasBasemap: boolean;
	camera: Pick<MapOptions, 'bounds' | 'fitBoundsOptions' | 'center' | 'zoom'>;
	/** What is on it is chosen in a list beside it. */
	besideList?: boolean;
}

/**
 * Our map with its buttons to zoom, on nothing but what this site has itself. Sources and layers are there after `style.load`.
 * @throws when the device has no WebGL 2.
 */
export function createLocalMap({
	container,
	topology,
	data,
	theme,
	hasBasemap,
	camera,
	besideList = false
}: LocalMapOptions): {
	map: MapLibreMap;
	boundaries: Boundaries;
} {
	const boundaries = decodeBoundaries(topology);
	const map = new MapLibreMap({
		container,
		style: buildStyle(
			theme,
			getLocale(),
			buildSources(boundaries, data, m.map_attribution()),
			groundSource(groundCredit())
		),
		...camera,
		maxBounds: MAX_BOUNDS,
		maxZoom: hasBasemap ? MAX_ZOOM_WITH_BASEMAP : MAX_ZOOM,
		locale: mapLocale(),
		attributionControl: false,
		cooperativeGestures: fillsThePage(container),
		renderWorldCopies: false,
		dragRotate: false,
		touchPitch: false,
		fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
		validateStyle: import.meta.env.DEV
	});
	container.__map = map;
	bearMissingGround(map);
	describe(map, besideList ? `${m.map_keys()} ${m.map_keys_list()}` : m.map_keys());
	map.keyboard.disableRotation();
	map.touchZoomRotate.disableRotation();
	map.setMissingStyleImageResolver((id) => {
		const pixels = drawImage(id);
		if (pixels && !map.hasImage(id)) map.addImage(id, pixels, { pixelRatio: IMAGE_PIXEL_RATIO });
	});
	map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
	if (container.clientWidth <= NARROW) {
		map.addControl(new ShortCredit(), 'bottom-left');
		void map.once('idle').then(() => foldAttribution(container));
	}
	return { map, boundaries };
}

let described = 0;

/** For who comes to the map with the keyboard and does not see it: what the keys do. */
function describe(map: MapLibreMap, sentence: string): void {
	const text = document.createElement('p');
	text.id = `map-keys-${(described += 1)}`;
	text.hidden = true;
	text.textContent = sentence;
	map.getCanvasContainer().append(text);
	map.getCanvas().setAttribute('aria-describedby', text.id);
}

/** Two lines of credits would stand on the map itself: there they open with their button. */
function foldAttribution(container: HTMLElement): void {
	container.querySelector<HTMLElement>('.maplibregl-compact-show > summary')?.click();
}

/** Where the map is as wide as the page, or moved by a finger, a drag or a scroll must still move the page. */
function fillsThePage(container: HTMLElement): boolean {
	return matchMedia('(pointer: coarse)').matches || container.clientWidth > innerWidth * 0.85;
}
