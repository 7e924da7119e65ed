import type { Map as MapLibreMap } from 'maplibre-gl';
import { SOURCES } from './sources';

export type Flag = 'hovered' | 'selected' | 'faded';

/** What follows the reader is feature state: no source is rebuilt. Names fade with their municipality. */
export function setFlag(map: MapLibreMap, nisCode: string, flag: Flag, value: boolean): void {
	map.setFeatureState({ source: SOURCES.municipalities, id: nisCode }, { [flag]: value });
	if (flag === 'faded') map.setFeatureState({ source: SOURCES.names, id: nisCode }, { faded: value });
}

/** A flag that only one municipality has at a time. */
export class SingleFlag {
	readonly #map: MapLibreMap;
	readonly #flag: Flag;
	#nisCode: string | null = null;

	constructor(map: MapLibreMap, flag: Flag) {
		this.#map = map;
		this.#flag = flag;
	}

	get nisCode(): string | null {
		return this.#nisCode;
	}

	/** @returns whether anything changed. */
	move(nisCode: string | null): boolean {
		if (nisCode === this.#nisCode) return false;
		if (this.#nisCode !== null) setFlag(this.#map, this.#nisCode, this.#flag, false);
		this.#nisCode = nisCode;
		this.apply();
		return true;
	}

	/** Again, after the sources were rebuilt. */
	apply(): void {
		if (this.#nisCode !== null) setFlag(this.#map, this.#nisCode, this.#flag, true);
	}
}
