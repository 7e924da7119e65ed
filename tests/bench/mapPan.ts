/** What it costs the page to drag the map, with many desks on it. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { median, report } from './figures.ts';
import { startFillableSite } from './manyDesks.ts';

const SIZE = 20_000;
const ROUNDS = 3;
/** Pixels a step, and how many there are: more than a screen each way. */
const STEP = 24;
const STEPS = 24;
/** Milliseconds of the main thread for a frame: at sixty a second there are no more. */
const BOUND = 16;
/** Where desks are drawn together with their number, and where each is drawn. */
const ZOOMS = [
	{ name: 'with clusters', zoom: 9 },
	{ name: 'with single desks', zoom: 12 }
];
const VIEWPORT = { width: 1280, height: 900 };

export async function measureMapPan(browser: Browser, siteWithExamples: string): Promise<void> {
	const crowded = await startFillableSite();
	try {
		await crowded.fill(SIZE);
		const few = await openMap(browser, siteWithExamples);
		const many = await openMap(browser, crowded.url);
		for (const { name, zoom } of ZOOMS) {
			const costs = { few: [] as number[], many: [] as number[] };
			// The first round loads the tiles, for both alike.
			for (let round = 0; round <= ROUNDS; round++) {
				const baseline = await costOfPan(few, zoom);
				const cost = await costOfPan(many, zoom);
				if (round === 0) continue;
				costs.few.push(baseline);
				costs.many.push(cost);
			}
			report({
				name: `main thread for each frame of a map pan, ${SIZE} desks, ${name}`,
				value: median(costs.many),
				unit: 'ms',
				bound: { atMost: BOUND }
			});
			report({
				name: `the same against the example desks, ${name}`,
				value: median(costs.many) / median(costs.few),
				unit: 'ratio',
				bound: null
			});
		}
		await few.page.context().close();
		await many.page.context().close();
	} finally {
		await crowded.stop();
	}
}

interface OpenMap {
	page: Page;
	cdp: CDPSession;
	/** How often the map was drawn since it was opened. */
	framesDrawn(): Promise<number>;
}

async function openMap(browser: Browser, site: string): Promise<OpenMap> {
	const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
	const page = await context.newPage();
	await page.goto(`${site}/`);
	await page.locator('[data-map-state=ready]').waitFor({ timeout: 120_000 });
	const cdp = await context.newCDPSession(page);
	// The time that the thread worked, not the time that passed: the map is drawn without a graphics card here.
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	const frames = await page.locator('.engine').evaluateHandle((container: MapContainer) => {
		const counted = { drawn: 0 };
		container.__map?.on('render', () => counted.drawn++);
		return counted;
	});
	return { page, cdp, framesDrawn: async () => (await frames.jsonValue()).drawn };
}

/** Drags the map to and fro. @returns milliseconds that the main thread worked, for each frame that the map drew */
async function costOfPan({ page, cdp, framesDrawn }: OpenMap, zoom: number): Promise<number> {
	const engine = page.locator('.engine');
	await engine.evaluate(async (container: MapContainer, at) => {
		const map = container.__map;
		if (!map) throw new Error('There is no map.');
		map.jumpTo({ center: [4.4, 51], zoom: at });
		await map.once('idle');
	}, zoom);
	const box = await engine.boundingBox();
	if (!box) throw new Error('The map is not in view.');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	const drawnBefore = await framesDrawn();
	const before = await workedFor(cdp);
	await page.mouse.down();
	for (let step = 1; step <= STEPS; step++) {
		// Along a triangle: out, and back again.
		const away = STEP * (step <= STEPS / 2 ? step : STEPS - step);
		await page.mouse.move(x - away / 2, y - away / 3);
		await page.evaluate(() => new Promise(requestAnimationFrame));
	}
	await page.mouse.up();
	const worked = (await workedFor(cdp)) - before;
	const drawn = (await framesDrawn()) - drawnBefore;
	if (drawn < STEPS / 2) throw new Error(`The map drew only ${drawn} times while it was dragged.`);
	return worked / drawn;
}

/** Milliseconds that the main thread has worked since the page began. */
async function workedFor(cdp: CDPSession): Promise<number> {
	const { metrics } = await cdp.send('Performance.getMetrics');
	const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
	if (seconds === undefined) throw new Error('The browser does not tell how long it worked.');
	return seconds * 1000;
}
