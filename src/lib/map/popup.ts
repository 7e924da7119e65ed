import { Popup, type LngLatLike, type Map as MapLibreMap } from 'maplibre-gl';
import { mount, unmount } from 'svelte';
import PlaceCard from './PlaceCard.svelte';
import type { Place } from './place';
import { shiftInto, type Rectangle } from './shiftInto';

/** CSS pixels between a popup and the edge of the map. */
const MARGIN = 8;

/** The one popup of a map. Its content is a component: no text of ours or others is ever read as HTML. */
export class PlacePopup {
	readonly #map: MapLibreMap;
	readonly #onclose: () => void;
	#open: { popup: Popup; card: Record<string, unknown>; focusBefore: Element | null } | null = null;

	/** @param onclose called when the reader closes it (button or Escape), not when another place replaces it. */
	constructor(map: MapLibreMap, onclose: () => void) {
		this.#map = map;
		this.#onclose = onclose;
		document.addEventListener('keydown', this.#closeOnEscape);
		// Such as a phone that is turned.
		map.on('resize', () => void map.once('idle').then(() => this.#open && this.#makeWhole(this.#open.popup)));
	}

	/**
	 * @param moveFocus true when the reader pointed at the map: then the link in the popup comes next. False when the
	 * place was chosen in the list, where the reader goes on.
	 */
	show(place: Place, position: LngLatLike, moveFocus: boolean): void {
		this.close();
		const target = document.createElement('div');
		const card = mount(PlaceCard, { target, props: { place } });
		const popup = new Popup({
			closeOnClick: false,
			// It would scroll the map's box to a popup that is still half outside.
			focusAfterOpen: false,
			// Of the style sheet, which knows the size of the map.
			maxWidth: 'var(--popup-max-width)',
			offset: 10
		});
		this.#open = { popup, card, focusBefore: document.activeElement };
		popup.setLngLat(position).setDOMContent(target).addTo(this.#map);
		popup.on('close', this.#closed);
		this.#makeWhole(popup);
		if (moveFocus) target.querySelector('a')?.focus({ preventScroll: true });
	}

	/** Takes it away without telling anyone. */
	close(): void {
		if (!this.#open) return;
		const { popup, card } = this.#open;
		this.#open = null;
		popup.remove();
		void unmount(card);
	}

	remove(): void {
		document.removeEventListener('keydown', this.#closeOnEscape);
		this.close();
	}

	/** Moves the map until the popup stands on it entirely, after any move that is going on. */
	#makeWhole(popup: Popup): void {
		if (this.#open?.popup !== popup) return;
		if (this.#map.isMoving()) {
			this.#map.once('moveend', () => this.#makeWhole(popup));
			return;
		}
		const [x, y] = shiftInto(popup.getElement().getBoundingClientRect(), this.#room(), MARGIN);
		if (x !== 0 || y !== 0) this.#map.panBy([x, y], { duration: 300 });
	}

	/** The map, without the line at its foot that says whose it is. */
	#room(): Rectangle {
		const container = this.#map.getContainer();
		const { left, top, right, bottom } = container.getBoundingClientRect();
		const credit = container.querySelector('.short-credit')?.getBoundingClientRect();
		return { left, top, right, bottom: credit && credit.height > 0 ? credit.top : bottom };
	}

	readonly #closed = (): void => {
		if (!this.#open) return;
		const { focusBefore } = this.#open;
		const focusIsLost = document.activeElement === null || document.activeElement === document.body;
		this.close();
		// Where the reader came from, not the top of the page.
		if (focusIsLost && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
		this.#onclose();
	};

	readonly #closeOnEscape = (event: KeyboardEvent): void => {
		// In a field, Escape belongs to the field.
		const inField = event.target instanceof Element && event.target.matches('input, select, textarea');
		if (event.key !== 'Escape' || event.defaultPrevented || inField) return;
		this.#open?.popup.remove();
	};
}
