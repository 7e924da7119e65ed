import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { addBasemap, type Basemap } from './basemap';
import type { Boundaries } from './boundaries';
import { bringIntoView, fitTo } from './camera';
import type { FitControl } from './controls';
import { setFlag, SingleFlag } from './featureState';
import { matchingChanges, shouldFollow } from './matching';
import type { Theme } from './palette';
import { openCluster, pointedAt } from './pointing';
import { PlaceDot } from './placeDot';
import { PlacePopup } from './popup';
import { restyle } from './restyle';
import { boundsOf } from './resultBounds';
import { deskFeatures, SOURCES } from './sources';
import type { MapData, MapDesk, MapMunicipality } from './mapData';
import type { TypedPlace } from './types';

export interface MapViewOptions {
	data: MapData;
	boundaries: Boundaries;
	theme: Theme;
	onselect: (nisCode: string | null) => void;
	onhover: (nisCode: string | null) => void;
}

/** A loaded map and what the page can ask of it. Every NIS code is one of `data`; others are ignored. */
export class MapView {
	readonly map: MapLibreMap;
	readonly #options: MapViewOptions;
	readonly #municipalities: ReadonlyMap<string, MapMunicipality>;
	readonly #desks: ReadonlyMap<string, MapDesk>;
	readonly #nisCodes: readonly string[];
	readonly #popup: PlacePopup;
	readonly #hovered: SingleFlag;
	readonly #selected: SingleFlag;
	readonly #fitControl: FitControl;
	readonly #typed: PlaceDot;
	#matching: readonly string[] | null = null;
	#theme: Theme;
	#overBasemap = false;

	/** @param map its style is loaded, so that sources and layers are there. */
	constructor(map: MapLibreMap, fitControl: FitControl, options: MapViewOptions) {
		this.map = map;
		this.#options = options;
		this.#theme = options.theme;
		this.#fitControl = fitControl;
		this.#municipalities = new Map(options.data.municipalities.map((place) => [place.nisCode, place]));
		this.#desks = new Map(options.data.desks.map((desk) => [desk.id, desk]));
		this.#nisCodes = [...this.#municipalities.keys()];
		this.#hovered = new SingleFlag(map, 'hovered');
		this.#selected = new SingleFlag(map, 'selected');
		this.#typed = new PlaceDot(map);
		this.#popup = new PlacePopup(map, () => this.#choose(null));
		map.on('click', this.#click);
		// A finger does not hover: the tap that selects would leave its mark behind.
		if (matchMedia('(hover: hover)').matches) {
			map.on('mousemove', this.#move);
			map.on('mouseout', () => this.#hover(null));
		}
	}

	/**
	 * Fades what is not in the result; null = no search.
	 * @param follow whether the map may move to a small result.
	 */
	setMatching(matching: readonly string[] | null, follow = true): void {
		const before = this.#matching;
		const changes = matchingChanges(this.#nisCodes, before, matching);
		this.#matching = matching;
		this.#fitControl.setHasResult(matching !== null && matching.length > 0);
		if (changes.length === 0) return;
		for (const { nisCode, faded } of changes) setFlag(this.map, nisCode, 'faded', faded);
		this.#showDesks();
		if (follow && shouldFollow(before, matching)) this.fitResult();
	}

	/** Chosen outside the map: goes there when it is out of view and shows its popup, without taking the focus. */
	setSelected(nisCode: string | null): void {
		if (!this.#selected.move(this.#known(nisCode))) return;
		const municipality = nisCode === null ? undefined : this.#municipalities.get(nisCode);
		const box = municipality && this.#options.boundaries.boxes.get(municipality.nisCode);
		const label = municipality && this.#options.boundaries.labels.get(municipality.nisCode);
		if (!municipality || !box || !label) {
			this.#popup.close();
			return;
		}
		bringIntoView(this.map, box);
		this.#popup.show({ kind: 'municipality', municipality }, label, false);
	}

	setTyped(place: TypedPlace | null): void {
		this.#typed.show(place);
	}

	setHovered(nisCode: string | null): void {
		this.#hovered.move(this.#known(nisCode));
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		restyle(this.map, this.#theme, this.#overBasemap);
	}

	/** Moves to the result the reader arrived with, if it is a small one. */
	followResult(): void {
		if (shouldFollow(null, this.#matching)) this.fitResult();
	}

	fitResult(): void {
		const box = boundsOf(this.#matching ?? [], this.#options.boundaries.boxes);
		if (box) fitTo(this.map, box);
	}

	/** Never rejects: without the basemap the map stays as it is. */
	async setBasemap(basemap: Basemap): Promise<void> {
		await addBasemap(this.map, basemap, (present) => {
			this.#overBasemap = present;
			restyle(this.map, this.#theme, this.#overBasemap);
			this.#restoreState();
		});
	}

	remove(): void {
		this.#popup.remove();
		this.map.remove();
	}

	readonly #click = (event: MapMouseEvent): void => {
		const pointed = pointedAt(this.map, event);
		if (pointed?.kind === 'cluster') {
			void openCluster(this.map, pointed.feature);
			return;
		}
		const municipality = pointed ? this.#municipalities.get(pointed.nisCode) : undefined;
		const desk = pointed?.kind === 'desk' ? this.#desks.get(pointed.id) : undefined;
		if (pointed && desk) this.#popup.show({ kind: 'desk', desk, municipality }, pointed.position, true);
		else if (pointed && municipality)
			this.#popup.show({ kind: 'municipality', municipality }, pointed.position, true);
		else this.#popup.close();
		this.#choose(municipality?.nisCode ?? null);
	};

	readonly #move = (event: MapMouseEvent): void => {
		if (this.map.isMoving()) return;
		const pointed = pointedAt(this.map, event);
		this.map.getCanvas().style.cursor = pointed ? 'pointer' : '';
		this.#hover(pointed && pointed.kind !== 'cluster' ? pointed.nisCode : null);
	};

	#hover(nisCode: string | null): void {
		if (this.#hovered.move(this.#known(nisCode))) this.#options.onhover(nisCode);
	}

	/** Chosen on the map: marked before the page is told, so that its answer changes nothing. */
	#choose(nisCode: string | null): void {
		if (this.#selected.move(nisCode)) this.#options.onselect(nisCode);
	}

	#known(nisCode: string | null): string | null {
		return nisCode !== null && this.#municipalities.has(nisCode) ? nisCode : null;
	}

	#showDesks(): void {
		const source = this.map.getSource<GeoJSONSource>(SOURCES.desks);
		void source?.setData(deskFeatures(this.#options.data.desks, this.#matching));
	}

	#restoreState(): void {
		for (const { nisCode } of matchingChanges(this.#nisCodes, null, this.#matching))
			setFlag(this.map, nisCode, 'faded', true);
		this.#hovered.apply();
		this.#selected.apply();
		this.#showDesks();
	}
}
