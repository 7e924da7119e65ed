import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { SEA } from './ground/groundLayers';

const COPYRIGHT = 'https://www.openstreetmap.org/copyright';
/** In a frame on another site that page could not be shown. */
const target = (): string => (self === top ? '_self' : '_blank');

/** As OpenStreetMap asks: by name, with a link, on the map itself. HTML. */
export const groundCredit = (): string =>
	`<a href="${COPYRIGHT}" target="${target()}" rel="external noopener">${m.map_ground_attribution()}</a>`;

/** The same in a few words, on a small map on which all credits are folded away. Gone where there is no ground. */
export class ShortCredit implements IControl {
	readonly #element = document.createElement('div');
	#map: MapLibreMap | null = null;
	readonly #update = (): void => {
		const isHidden = this.#map?.getLayer(SEA) && this.#map.getLayoutProperty(SEA, 'visibility') === 'none';
		this.#element.hidden = Boolean(isHidden);
	};

	onAdd(map: MapLibreMap): HTMLElement {
		this.#map = map;
		this.#element.className = 'maplibregl-ctrl short-credit';
		const link = document.createElement('a');
		Object.assign(link, { href: COPYRIGHT, target: target(), rel: 'external noopener' });
		link.textContent = m.map_ground_attribution_short();
		this.#element.append(link);
		map.on('styledata', this.#update);
		return this.#element;
	}

	onRemove(): void {
		this.#map?.off('styledata', this.#update);
		this.#element.remove();
	}
}
