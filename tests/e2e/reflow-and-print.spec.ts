import type { Page } from '@playwright/test';
import { cards } from './support/home.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';

const PAGES = [
	'/',
	'/?q=zzqqxx',
	'/?provincie=limburg&loket=ja&gekozen=genk',
	'/besturen/gent',
	'/besturen/kruisem',
	'/besturen/x',
	'/over',
	'/privacy',
	'/privacy/wie-ziet-wat',
	'/toegankelijkheid',
	'/contact',
	'/loketten?q=9000',
	'/loketten/vrijwilligersloket-gent',
	'/loketten/vrijwilligersloket-gent/affiche',
	'/insluiten',
	'/api/v1',
	'/aanmelden',
	'/embed/loket?gemeente=gent',
	'/embed/loket?gemeente=sint-niklaas&venster=nieuw',
	'/embed/kaart?gemeente=gent'
];

/** Elements that stick out of the page at the right, by their markup. */
function stickingOut(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.map((element) => element.outerHTML.slice(0, 100));
	});
}

test.use({ expectedErrors: [/404/] });

/** Each page is asked for once: without scripts a page is the same whether it was loaded or made that narrow. */
const SCREENS = [
	{ width: 320, height: 640, letters: '100%' },
	// 1280 × 1024 at 400 %
	{ width: 320, height: 256, letters: '100%' },
	// a phone of 360 pixels on its side
	{ width: 740, height: 360, letters: '100%' },
	{ width: 1280, height: 720, letters: '200%' },
	{ width: 360, height: 740, letters: '200%' },
	{ width: 320, height: 640, letters: '200%' }
];

test.describe('on narrow screens and with letters twice as large', () => {
	// The same page and style as with scripts, but for the map, which has its own test below.
	test.use({ javaScriptEnabled: false });
	for (const prefix of ['', '/fr', '/en']) {
		test(`no page scrolls sideways (${prefix || '/nl'})`, async ({ page }) => {
			for (const path of PAGES) {
				await page.goto(prefix + path);
				for (const { letters, ...viewport } of SCREENS) {
					await page.setViewportSize(viewport);
					await page.evaluate((size) => {
						document.documentElement.style.setProperty('font-size', size);
					}, letters);
					const where = `${path}, ${viewport.width} × ${viewport.height}, letters ${letters}`;
					expect.soft(await stickingOut(page), where).toEqual([]);
				}
			}
		});
	}
});

test.describe('with the map, on a screen of 320 pixels @map', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('no page scrolls sideways', async ({ page }) => {
		await page.goto('/?gekozen=gent');
		await mapOf(page);
		await expect(page.locator('.maplibregl-popup')).toBeVisible();
		expect(await stickingOut(page)).toEqual([]);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('the list comes first and the map is one tap away, and back @map', async ({ page }) => {
		await page.goto('/');
		await expect(cards(page).first()).toBeVisible();
		await page.getByRole('link', { name: 'Naar de kaart' }).tap();
		await expect(page.locator('[data-map-state]')).toBeInViewport();
		await mapOf(page);
		await page.getByRole('link', { name: 'Naar de lijst' }).tap();
		await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
	});

	test('sending a search brings the answer into view', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('searchbox').fill('Kruishoutem');
		await page.getByRole('button', { name: 'Zoek', exact: true }).tap();
		await expect(page.getByText('Kruisem heeft nog geen vrijwilligersloket.')).toBeInViewport();
	});

	test('“on the map” in the list goes to the map', async ({ page }) => {
		await page.goto('/?q=antwerpen');
		await cards(page)
			.first()
			.getByRole('link', { name: /Op de kaart/ })
			.tap();
		await expect(page).toHaveURL(/gekozen=antwerpen/);
		await expect(page.locator('[data-map-state]')).toBeInViewport();
		await expect(page.locator('#kaart')).toBeFocused();
	});

	test('what a finger has to hit is at least 24 pixels in size', async ({ page }) => {
		for (const path of ['/', '/besturen/gent', '/contact']) {
			await page.goto(path);
			const tooSmall = await page.evaluate(() =>
				[...document.querySelectorAll('a, button, summary, input, select, textarea')]
					.filter((element) => element.checkVisibility() && !element.closest('p, .visually-hidden, .skip'))
					.filter((element) => !(element instanceof HTMLInputElement && element.labels?.length))
					.filter((element) => {
						const { width, height } = element.getBoundingClientRect();
						return width > 0 && (width < 24 || height < 24);
					})
					.map((element) => element.outerHTML.slice(0, 100))
			);
			expect.soft(tooSmall, path).toEqual([]);
		}
	});
});

test.describe('on paper', () => {
	test('the list and the picture of the map remain, controls do not @map', async ({ page }) => {
		await page.goto('/?provincie=limburg');
		await mapOf(page);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(cards(page).first()).toBeVisible();
		await expect(page.locator('.picture')).toBeVisible();
		for (const control of ['form', '.engine', 'header nav', '.locate', '.to-map'])
			await expect(page.locator(control).first()).toBeHidden();
	});

	test('a desk has its hours, whatever is folded is open, and no state stands there', async ({ page }) => {
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		for (const [path, folded] of [
			['/loketten?q=9000', 'article >> nth=9'],
			['/loketten/vrijwilligersloket-gent', 'details table'],
			['/besturen/gent', 'details dl']
		] as const) {
			await page.goto(path);
			await expect(page.getByText('aandag tot vrijdag: 9 tot 16 uur').first()).toBeVisible();
			await expect(page.getByText('opent', { exact: false }).first()).toBeHidden();
			await expect(page.locator(folded)).toBeVisible();
			await expect(page.getByText('Afgedrukt op')).toBeVisible();
			await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
		}
	});

	test('the page of a municipality remains, without menus', async ({ page }) => {
		await page.goto('/besturen/gent');
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('article#gemeente')).toBeVisible();
		await expect(page.getByRole('navigation')).toHaveCount(0);
	});
});
