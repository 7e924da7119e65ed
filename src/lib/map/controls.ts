import type { IControl } from 'maplibre-gl';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** On a grid of 20: a frame with arrows to its corners, and a lens. */
const ICONS = {
	whole: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M3 3l5 5M17 3l-5 5M17 17l-5-5M3 17l5-5',
	result: 'M2 6V2h4M14 2h4v4M18 14v4h-4M6 18H2v-4M13 10a3 3 0 1 1-6 0a3 3 0 1 1 6 0'
} as const;

/** Two buttons below + and −: fit the map to the result of the search, or to the whole area. */
export class FitControl implements IControl {
	readonly #result: HTMLButtonElement;
	readonly #element = document.createElement('div');

	constructor(fitResult: () => void, fitWhole: () => void) {
		this.#element.className = 'maplibregl-ctrl maplibregl-ctrl-group';
		this.#result = button(m.map_zoom_to_result(), 'result', fitResult);
		this.#element.append(button(m.map_zoom_to_whole(), 'whole', fitWhole), this.#result);
		this.setHasResult(false);
	}

	/** Without a search there is no result to zoom to. */
	setHasResult(hasResult: boolean): void {
		this.#result.disabled = !hasResult;
	}

	onAdd(): HTMLElement {
		return this.#element;
	}

	onRemove(): void {
		this.#element.remove();
	}
}

function button(label: string, icon: keyof typeof ICONS, onclick: () => void): HTMLButtonElement {
	const element = document.createElement('button');
	element.type = 'button';
	element.title = label;
	element.setAttribute('aria-label', label);
	element.addEventListener('click', onclick);
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 20 20');
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	path.setAttribute('d', ICONS[icon]);
	svg.append(path);
	element.append(svg);
	return element;
}
