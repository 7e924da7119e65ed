import { count, searchBox } from './support/home.ts';
import { expect, test } from './support/test.ts';

test('typing shows the result, announces its number and puts the text in the address @smoke', async ({
	page
}) => {
	await page.goto('/');
	await searchBox(page).click();
	await page.keyboard.type('gand');
	await expect(count(page)).toHaveText('1 gemeente');
	await expect(page).toHaveURL(/\?q=gand$/);
	await expect(searchBox(page)).toBeFocused();
	await expect(searchBox(page)).toHaveValue('gand');
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(`on a phone, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
		test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

		test('the desk comes into view, and the keyboard goes on from there @smoke', async ({ page }) => {
			await page.goto('/');
			await searchBox(page).fill('9100');
			await searchBox(page).press('Enter');
			const desk = page
				.getByRole('region', { name: 'Waar kan je terecht?' })
				.getByRole('heading', { level: 3 })
				.getByRole('link')
				.first();
			await expect(desk).toBeInViewport();
			await page.keyboard.press('Tab');
			await expect(desk).toBeFocused();
		});
	});
}

test('who follows a link right after typing gets there, whatever the search still had to do @smoke', async ({
	page
}) => {
	await page.goto('/');
	// The page is alive once its map has begun to load.
	await expect(page.locator('[data-map-state]')).not.toHaveAttribute('data-map-state', 'image');
	// Typed and clicked in one breath: within the pause after which the search starts by itself.
	await page.evaluate(() => {
		const field = document.querySelector<HTMLInputElement>('input[type=search]');
		if (!field) throw new Error('no search field');
		field.value = 'gent';
		field.dispatchEvent(new Event('input', { bubbles: true }));
		document.querySelector<HTMLAnchorElement>('article h3 a')?.click();
	});
	await expect(page).toHaveURL(/\/besturen\//);
	await page.waitForLoadState('networkidle');
	await expect(page).toHaveURL(/\/besturen\//);
});
