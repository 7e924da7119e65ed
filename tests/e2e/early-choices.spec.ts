/** On a slow line somebody chooses before the scripts are there. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** @returns lets the scripts come */
async function withoutScriptsYet(page: Page, path: string): Promise<() => void> {
	const withheld = Promise.withResolvers<undefined>();
	await page.route('**/_app/immutable/entry/*.js', async (route) => {
		await withheld.promise;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return () => withheld.resolve(undefined);
}

test('a box that was ticked counts once they are, and stays ticked', async ({ page }) => {
	const letThemCome = await withoutScriptsYet(page, '/loketten');
	const box = page.getByRole('checkbox', { name: /rolstoel/i });
	await page.locator('summary', { hasText: 'Filters' }).click();
	await box.check();
	letThemCome();
	await expect(page).toHaveURL(/rolstoel=ja/);
	await expect(box).toBeChecked();
});

test('an order that was chosen counts once they are, and stays chosen', async ({ page }) => {
	const letThemCome = await withoutScriptsYet(page, '/');
	await page.locator('summary', { hasText: 'Filters' }).click();
	const order = page.locator('#sorteer');
	await order.selectOption({ index: 1 });
	const chosen = await order.inputValue();
	letThemCome();
	await expect(page).toHaveURL(new RegExp(`sorteer=${chosen}`));
	await expect(order).toHaveValue(chosen);
	// What was folded open for it stays open.
	await expect(order).toBeVisible();
});
