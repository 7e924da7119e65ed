/** The interactive map as the tests reach it: by what it holds, never by the colour of a pixel. */
import type { Locator, Page } from '@playwright/test';
import type { MapContainer } from '../../../src/lib/map/types';
import { expect } from './test.ts';

/** Waits until the map has taken the place of the server's picture. */
export async function mapOf(page: Page): Promise<DirectoryMap> {
	const frame = page.locator('[data-map-state]');
	await frame.scrollIntoViewIfNeeded();
	await expect(frame).toHaveAttribute('data-map-state', 'ready');
	return new DirectoryMap(page);
}

export interface View {
	zoom: number;
	lng: number;
	lat: number;
}

export class DirectoryMap {
	readonly #page: Page;
	readonly #engine: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#engine = page.locator('.engine');
	}

	/** What the map knows of a municipality at this moment: hovered, selected, faded. */
	state(nisCode: string): Promise<Record<string, unknown>> {
		return this.#engine.evaluate((container: MapContainer, id) => {
			return container.__map?.getFeatureState({ source: 'municipalities', id }) ?? {};
		}, nisCode);
	}

	/** How many municipalities are faded because they are not in the result. */
	fadedCount(nisCodes: string[]): Promise<number> {
		return this.#engine.evaluate((container: MapContainer, ids) => {
			const map = container.__map;
			return ids.filter((id) => map?.getFeatureState({ source: 'municipalities', id })?.faded === true)
				.length;
		}, nisCodes);
	}

	view(): Promise<View> {
		return this.#engine.evaluate((container: MapContainer) => {
			const map = container.__map;
			const { lng, lat } = map?.getCenter() ?? { lng: 0, lat: 0 };
			return { zoom: map?.getZoom() ?? 0, lng, lat };
		});
	}

	/** NIS codes of the municipalities that are drawn now. */
	drawn(): Promise<string[]> {
		return this.#engine.evaluate((container: MapContainer) => {
			const features = container.__map?.queryRenderedFeatures({ layers: ['municipalities'] }) ?? [];
			return [...new Set(features.map((feature) => String(feature.properties.nisCode)))];
		});
	}

	/** A property of a layer as it is on the map. */
	layout(layer: string, name: 'text-field' | 'visibility'): Promise<unknown> {
		return this.#engine.evaluate(
			(container: MapContainer, [id, property]) => container.__map?.getLayoutProperty(id, property),
			[layer, name] as const
		);
	}

	/** Goes there at once, and waits until everything is drawn. */
	async moveTo({ lng, lat, zoom }: View): Promise<void> {
		await this.#engine.evaluate(
			async (container: MapContainer, to) => {
				const map = container.__map;
				map?.jumpTo({ center: [to.lng, to.lat], zoom: to.zoom });
				await map?.once('idle');
			},
			{ lng, lat, zoom }
		);
	}

	/** Waits until nothing moves and everything is drawn. */
	async idle(): Promise<void> {
		await this.#engine.evaluate(async (container: MapContainer) => {
			const map = container.__map;
			if (!map) return;
			map.triggerRepaint();
			await map.once('idle');
		});
	}

	/**
	 * Where a municipality is on the screen, at a point of it that no desk's icon covers.
	 * @throws when it is not in view
	 */
	async pointIn(nisCode: string): Promise<{ x: number; y: number }> {
		const point = await this.#engine.evaluate((container: MapContainer, id) => {
			const map = container.__map;
			if (!map) return null;
			const { left, top, width, height } = map.getCanvas().getBoundingClientRect();
			const step = 4;
			const around = 11;
			// A finger and a mouse are at whole pixels of the window, and a pixel further is another municipality.
			const [toPixelX, toPixelY] = [Math.ceil(left) - left, Math.ceil(top) - top];
			for (let y = step + toPixelY; y < height; y += step) {
				for (let x = step + toPixelX; x < width; x += step) {
					const [area] = map.queryRenderedFeatures([x, y], { layers: ['municipalities'] });
					if (String(area?.properties.nisCode) !== id) continue;
					const near: [[number, number], [number, number]] = [
						[x - around, y - around],
						[x + around, y + around]
					];
					const icons = map.queryRenderedFeatures(near, { layers: ['desks', 'desk-clusters'] });
					const onTop = document.elementFromPoint(left + x, top + y);
					if (icons.length === 0 && onTop === map.getCanvas()) return { x: left + x, y: top + y };
				}
			}
			return null;
		}, nisCode);
		if (!point) throw new Error(`${nisCode} is not in view.`);
		return point;
	}

	async click(nisCode: string): Promise<void> {
		const { x, y } = await this.pointIn(nisCode);
		await this.#page.mouse.click(x, y);
	}

	async hover(nisCode: string): Promise<void> {
		const { x, y } = await this.pointIn(nisCode);
		await this.#page.mouse.move(x, y);
	}
}

/** What the ground names on the map: stations, waters, roads, villages and towns. */
export function namesOnMap(page: Page): Promise<string[]> {
	return page.locator('.engine').evaluate((container: MapContainer) => {
		const map = container.__map;
		const layers = map?.getStyle().layers.filter((layer) => 'source' in layer && layer.source === 'ground');
		const named = layers?.filter(({ type }) => type === 'symbol').map(({ id }) => id) ?? [];
		const features = map?.queryRenderedFeatures({ layers: named }) ?? [];
		return [...new Set(features.map(({ properties }) => String(properties.n ?? properties.r)))];
	});
}
