import { namesOnMap } from './support/map.ts';
import { expect, test } from './support/test.ts';

const DESK = '/loketten/vrijwilligersloket-gent';

test.describe('the page of a desk, without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('is a sheet of paper too: exactly one', async ({ page }) => {
		await page.goto(DESK);
		await page.getByRole('link', { name: 'Druk een affiche af (A4)' }).click();
		// With all of its styles: a click waits for the first of an answer only.
		await page.waitForURL('**/affiche');
		await expect(
			page.getByRole('img', { name: /QR-code naar .*\/loketten\/vrijwilligersloket-gent$/ })
		).toBeVisible();
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
		expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
	});
});

test('the page of a desk shows it on a map @map', async ({ page }) => {
	await page.goto(DESK);
	await page.getByRole('heading', { name: 'Zo kom je er' }).scrollIntoViewIfNeeded();
	await expect(page.locator('[data-map-state="ready"]')).toBeVisible();
	// Near enough to find the door: by the station, a river and a main road.
	const near = ['Gent-Sint-Pieters', 'Ringvaart', 'R40'];
	await expect.poll(() => namesOnMap(page)).toEqual(expect.arrayContaining(near));
});

test.describe('on an Android phone', () => {
	test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/140.0 Mobile' });

	test('the page of a desk opens the map of the device, and is the same page as for any other', async ({
		page
	}) => {
		const answer = await page.goto(DESK);
		expect(answer?.headers().vary).toBe('Accept-Encoding');
		await expect(page.getByRole('link', { name: 'Open in je kaartapp' })).toHaveAttribute(
			'href',
			/^geo:51\.\d+/
		);
	});
});

test('the page of a desk is passed on: by its address, where the device has nothing for it', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
	await page.goto(DESK);
	await page.getByRole('button', { name: 'Deel deze pagina' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'is gekopieerd' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`${DESK}$`));
});
