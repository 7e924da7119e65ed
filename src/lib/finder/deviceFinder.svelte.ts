/** The finder on the device: whether it answers instead of the site, and with what. */
import type { AskedPlace } from '$lib/domain/desk/deskPlace';
import type { DeskQuery } from '$lib/domain/desk/deskQuery';
import type { Locale } from '$lib/domain/directory/directory';
import type { LonLat } from '$lib/domain/place/mapFrame';
import type * as DeviceModule from './device';
import type { DeviceDirectory } from './device';
import type { FinderView } from './finderView';
import { whereAmI, type LocationProblem } from './location';

export type PlaceState = 'off' | 'busy' | 'on' | 'outside' | LocationProblem | 'failed';

type Device = typeof DeviceModule;

export class DeviceFinder {
	/** What became of the question where the device is. */
	place = $state<PlaceState>('off');
	/** ISO instant of the copy that answers while there is no network; null = there is one. */
	keptAt = $state<string | null>(null);
	/** There is neither a network nor a copy. */
	isLost = $state(false);
	#from = $state.raw<AskedPlace | null>(null);
	#directory = $state.raw<DeviceDirectory | null>(null);
	#device = $state.raw<Device | null>(null);
	/** Rises when a desk opens or closes. */
	#ticks = $state(0);

	/** Whether the device answers. */
	get isActive(): boolean {
		return this.#directory !== null && (this.keptAt !== null || this.#from !== null);
	}

	get isOffline(): boolean {
		return this.keptAt !== null || this.isLost;
	}

	/** Longitude and latitude of the device, once it has told. */
	get here(): LonLat | null {
		return this.#from && [this.#from.lon, this.#from.lat];
	}

	/** @returns null while the site answers */
	answer(params: URLSearchParams, locale: Locale): { query: DeskQuery; view: FinderView } | null {
		if (!this.isActive || !this.#device || !this.#directory || this.#ticks < 0) return null;
		return this.#device.findOnDevice(this.#directory, params, locale, this.#from);
	}

	/** What was found holds no longer. */
	tick(): void {
		this.#ticks++;
	}

	/** Asks the site for its directory; when that is a kept copy, the device answers from it. Never rejects. */
	async checkConnection(): Promise<void> {
		const directory = await this.#fetch();
		this.isLost = directory === null && !navigator.onLine;
		this.keptAt = directory?.keptAt ?? null;
	}

	/** There is a network again. */
	online(): void {
		this.keptAt = null;
		this.isLost = false;
	}

	/** Asks the device where it is, and tells nobody. Never rejects. */
	async locate(): Promise<void> {
		this.place = 'busy';
		const [answer, directory] = await Promise.all([whereAmI(), this.#directory ?? this.#fetch()]);
		if ('problem' in answer) {
			this.place = answer.problem;
			return;
		}
		try {
			if (!directory || !this.#device) throw new Error('There is no directory on this device');
			this.#from = await this.#device.placeOfDevice(directory, answer.place);
			this.place = this.#from.entry ? 'on' : 'outside';
		} catch (error) {
			console.warn('The nearest desks could not be found', error);
			this.place = 'failed';
		}
	}

	forgetPlace(): void {
		this.#from = null;
		this.place = 'off';
	}

	async #fetch(): Promise<DeviceDirectory | null> {
		try {
			this.#device ??= await import('./device');
			this.#directory = await this.#device.fetchDirectory();
			return this.#directory;
		} catch {
			return null;
		}
	}
}
