/** What is read stays where it is: when the typeface comes, when the scripts take over, when the picture of the map is there. */
import type { Page } from '@playwright/test';
import { alive } from './support/alive.ts';
import { expect, test } from './support/test.ts';

/** As a phone has it. */
test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });

/** A part of what is in sight. Between "good" and nothing: https://web.dev/articles/cls */
const MOST = 0.02;

for (const path of [
	'/',
	'/loketten?q=9000',
	'/loketten/vrijwilligersloket-gent',
	'/besturen/gent',
	'/fr/loketten?q=9000',
	'/en'
]) {
	test(`nothing moves on ${path} once it can be read`, async ({ page }) => {
		await page.addInitScript(addUpShifts);
		const typeface = Promise.withResolvers<void>();
		await page.route('**/*.woff2', async (route) => {
			await typeface.promise;
			await route.continue();
		});
		await page.goto(path, { waitUntil: 'commit' });
		await alive(page);
		await drawn(page);
		expect(await page.evaluate(() => document.fonts.check('1em "Atkinson Hyperlegible Next Variable"'))).toBe(
			false
		);
		typeface.resolve();
		await page.waitForLoadState('load');
		await page.evaluate(() => document.fonts.ready);
		await drawn(page);
		expect(
			await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))
		).toBeLessThanOrEqual(MOST);
	});
}

/** In the page. */
function addUpShifts(): void {
	new PerformanceObserver((list) => {
		const { dataset } = document.documentElement;
		for (const entry of list.getEntries())
			if ('value' in entry) dataset.shift = String(Number(dataset.shift ?? 0) + Number(entry.value));
	}).observe({ type: 'layout-shift', buffered: true });
}

/** A frame is drawn before the second one begins; what moved in it is told after it. */
const drawn = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
		await new Promise((told) => setTimeout(told));
	});
