import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { dateFormat } from '$lib/domain/text/dates';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { SEA } from './ground/groundLayers';
import { STREETS_SOURCE } from './streets/streets';

const COPYRIGHT = 'https://www.openstreetmap.org/copyright';
const PROTOMAPS = 'https://protomaps.com';
/** In a frame on another site that page could not be shown. */
const target = (): string => (self === top ? '_self' : '_blank');

/** As OpenStreetMap asks: by name, with a link, on the map itself. HTML. */
export const groundCredit = (): string => linked(COPYRIGHT, m.map_ground_attribution());

/**
 * The same for streets, with who built the file. HTML.
 * @param day of the data, YYYY-MM-DD; null where that is not known
 */
export function streetsCredit(day: string | null): string {
	const months = dateFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
	const words = day
		? m.map_streets_attribution_of({ month: months.format(new Date(day)) })
		: m.map_streets_attribution();
	return `${linked(COPYRIGHT, words)}, ${linked(PROTOMAPS, 'Protomaps')}`;
}

const linked = (href: string, words: string): string =>
	`<a href="${href}" target="${target()}" rel="external noopener">${words}</a>`;

/** The same in a few words, on a small map on which all credits are folded away. Gone where there is no ground. */
export class ShortCredit implements IControl {
	readonly #element = document.createElement('div');
	readonly #link = document.createElement('a');
	#map: MapLibreMap | null = null;
	readonly #update = (): void => {
		const isHidden = this.#map?.getLayer(SEA) && this.#map.getLayoutProperty(SEA, 'visibility') === 'none';
		this.#element.hidden = Boolean(isHidden);
		const hasStreets = this.#map?.getSource(STREETS_SOURCE) !== undefined;
		this.#link.textContent = hasStreets
			? m.map_streets_attribution_short()
			: m.map_ground_attribution_short();
	};

	onAdd(map: MapLibreMap): HTMLElement {
		this.#map = map;
		this.#element.className = 'maplibregl-ctrl short-credit';
		Object.assign(this.#link, { href: COPYRIGHT, target: target(), rel: 'external noopener' });
		this.#element.append(this.#link);
		this.#update();
		map.on('styledata', this.#update);
		return this.#element;
	}

	onRemove(): void {
		this.#map?.off('styledata', this.#update);
		this.#element.remove();
	}
}
