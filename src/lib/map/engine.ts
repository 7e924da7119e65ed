import { MAP_BOUNDS, MAP_PADDING_PX, type Bounds } from '$lib/domain/place/mapFrame.ts';
import { fitTo } from './camera';
import { FitControl } from './controls';
import { createLocalMap, type LocalMapOptions } from './localMap';
import { MapView, type MapViewOptions } from './mapView';

// Everything heavy hangs under this module: import it dynamically, after the first paint.

export type EngineOptions = Omit<MapViewOptions, 'boundaries'> &
	Omit<LocalMapOptions, 'camera'> & {
		/** Of the result, as the server's picture has it; null = all of the map. */
		frame: Bounds | null;
	};

/**
 * Makes the map, exactly over the server's picture.
 * @returns when its style is loaded; nothing need be painted yet.
 * @throws when the device has no WebGL 2.
 */
export async function createMapView(options: EngineOptions): Promise<MapView> {
	const { map, boundaries } = createLocalMap({
		...options,
		besideList: true,
		camera: { bounds: [...(options.frame ?? MAP_BOUNDS)], fitBoundsOptions: { padding: MAP_PADDING_PX } }
	});
	const fitControl = new FitControl(
		() => view.fitResult(),
		() => fitTo(map, [...MAP_BOUNDS], MAP_PADDING_PX)
	);
	map.addControl(fitControl, 'top-right');
	await map.once('style.load');
	const view = new MapView(map, fitControl, { ...options, boundaries });
	return view;
}
