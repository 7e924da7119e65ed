import { LngLatBounds, type GeoJSONSource, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl';
import { MAP_BOUNDS, MAP_PADDING_PX, type Bounds } from '$lib/domain/place/mapFrame.ts';
import { addBasemap, type Basemap } from './basemap';
import type { Boundaries } from './boundaries';
import { fitTo } from './camera';
import { FitControl } from './controls';
import { SingleFlag } from './featureState';
import { createLocalMap } from './localMap';
import { openCluster, pointedAt } from './pointing';
import { PlaceDot } from './placeDot';
import { PlacePopup } from './popup';
import { restyle } from './restyle';
import { boundsOf } from './resultBounds';
import { deskFeatures, SOURCES } from './sources';
import type { MapDesk, MapMunicipality } from './mapData';
import type { FramedView, MapNeeds, TypedPlace } from './types';

// Everything heavy hangs under this module: import it dynamically, after the first paint.

/** So many of the nearest desks are in view at first: the whole list may lie a province apart. */
const IN_VIEW = 6;

export interface DeskViewOptions extends MapNeeds {
	hasBasemap: boolean;
	/** In which the server's picture stands and the map begins; null = all of the map. */
	frame: Bounds | null;
	/** CSS pixels around that; by default as beside a list. */
	padding?: number;
	/** With the id of the desk chosen on the map; null = none any more. */
	onselect: (id: string | null) => void;
}

/** The desks that were found, on a map; in the list they stand in the same order. */
export class DeskView implements FramedView {
	readonly map: MapLibreMap;
	readonly #boundaries: Boundaries;
	readonly #municipalities: ReadonlyMap<string, MapMunicipality>;
	readonly #options: DeskViewOptions;
	readonly #outlined: SingleFlag;
	readonly #popup: PlacePopup;
	readonly #fitControl: FitControl;
	readonly #dot: PlaceDot;
	#desks: readonly MapDesk[] = [];
	#home: string | null = null;
	#place: TypedPlace | null = null;
	/** Where the map stands until something else is shown. */
	#frame: Bounds | null;
	#selected: string | null = null;
	#theme: MapNeeds['theme'];
	#overBasemap = false;

	/** @param map its style is loaded, so that sources and layers are there. */
	constructor(map: MapLibreMap, boundaries: Boundaries, options: DeskViewOptions) {
		this.map = map;
		this.#boundaries = boundaries;
		this.#options = options;
		this.#theme = options.theme;
		this.#desks = options.data.desks;
		this.#municipalities = new Map(options.data.municipalities.map((place) => [place.nisCode, place]));
		this.#frame = options.frame;
		this.#dot = new PlaceDot(map);
		this.#outlined = new SingleFlag(map, 'selected');
		this.#popup = new PlacePopup(map, () => this.#choose(null));
		this.#fitControl = new FitControl(
			() => this.fit(),
			() => fitTo(map, [...MAP_BOUNDS], MAP_PADDING_PX)
		);
		map.addControl(this.#fitControl, 'top-right');
		map.on('click', this.#click);
		if (matchMedia('(hover: hover)').matches) map.on('mousemove', this.#move);
	}

	/**
	 * @param desks null = all of them
	 * @param home NIS code of the municipality asked, to be outlined
	 * @param place the reader's own, or the one that was typed
	 * @param frame as the server has it; null where only the device knows what was found
	 */
	show(
		desks: readonly MapDesk[] | null,
		home: string | null,
		place: TypedPlace | null,
		frame: Bounds | null
	): void {
		this.#desks = desks ?? this.#options.data.desks;
		this.#home = home;
		void this.map.getSource<GeoJSONSource>(SOURCES.desks)?.setData(deskFeatures(this.#desks, null));
		this.#outlined.move(home !== null && this.#municipalities.has(home) ? home : null);
		this.#place = place;
		this.#dot.show(place);
		this.#fitControl.setHasResult(desks !== null);
		const isThere = frame !== null && frame === this.#frame;
		this.#frame = frame;
		if (desks !== null && !isThere) this.fit();
	}

	/** The municipality asked, the place and the nearest desks. */
	fit(): void {
		if (this.#frame) return fitTo(this.map, [...this.#frame], MAP_PADDING_PX);
		const bounds = new LngLatBounds();
		const box = this.#home === null ? null : boundsOf([this.#home], this.#boundaries.boxes);
		if (box) bounds.extend(box);
		if (this.#place) bounds.extend([...this.#place.at]);
		for (const { lon, lat } of this.#desks.slice(0, IN_VIEW)) bounds.extend([lon, lat]);
		if (bounds.isEmpty()) return;
		fitTo(this.map, [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
	}

	/** Chosen in the list: goes there and shows its popup, without taking the focus. */
	select(id: string | null): void {
		if (id === this.#selected) return;
		this.#selected = id;
		const desk = this.#desks.find((one) => one.id === id);
		if (!desk) return this.#popup.close();
		const { lon, lat } = desk;
		// Close enough that it stands by itself.
		this.map.easeTo({ center: [lon, lat], zoom: Math.max(this.map.getZoom(), 11.5), duration: 600 });
		this.#open(desk, false);
	}

	setTheme(theme: MapNeeds['theme']): void {
		this.#theme = theme;
		restyle(this.map, theme, this.#overBasemap);
	}

	/** Never rejects: without the basemap the map stays as it is. */
	async setBasemap(basemap: Basemap): Promise<void> {
		await addBasemap(this.map, basemap, (present) => {
			this.#overBasemap = present;
			restyle(this.map, this.#theme, present);
			this.#outlined.apply();
			void this.map.getSource<GeoJSONSource>(SOURCES.desks)?.setData(deskFeatures(this.#desks, null));
		});
	}

	remove(): void {
		this.#popup.remove();
		this.map.remove();
	}

	#open(desk: MapDesk, moveFocus: boolean): void {
		const municipality = this.#municipalities.get(desk.nisCode);
		this.#popup.show({ kind: 'desk', desk, municipality }, [desk.lon, desk.lat], moveFocus);
	}

	readonly #click = (event: MapMouseEvent): void => {
		const pointed = pointedAt(this.map, event);
		if (pointed?.kind === 'cluster') {
			void openCluster(this.map, pointed.feature);
			return;
		}
		const desk = pointed?.kind === 'desk' ? this.#desks.find(({ id }) => id === pointed.id) : undefined;
		if (desk) this.#open(desk, true);
		else this.#popup.close();
		this.#choose(desk?.id ?? null);
	};

	readonly #move = (event: MapMouseEvent): void => {
		if (this.map.isMoving()) return;
		const kind = pointedAt(this.map, event)?.kind;
		this.map.getCanvas().style.cursor = kind === 'desk' || kind === 'cluster' ? 'pointer' : '';
	};

	/** Chosen on the map: marked before the page is told, so that its answer changes nothing. */
	#choose(id: string | null): void {
		if (id === this.#selected) return;
		this.#selected = id;
		this.#options.onselect(id);
	}
}

/**
 * Makes the map, exactly over the server's picture.
 * @returns when its style is loaded; nothing need be painted yet.
 * @throws when the device has no WebGL 2.
 */
export async function createDeskView(options: DeskViewOptions): Promise<DeskView> {
	const { map, boundaries } = createLocalMap({
		...options,
		besideList: true,
		camera: {
			bounds: [...(options.frame ?? MAP_BOUNDS)],
			fitBoundsOptions: { padding: options.padding ?? MAP_PADDING_PX }
		}
	});
	await map.once('style.load');
	return new DeskView(map, boundaries, options);
}
