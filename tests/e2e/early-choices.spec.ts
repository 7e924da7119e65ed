/** On a slow line somebody chooses, types or presses before the scripts are there. */
import type { Page } from '@playwright/test';
import { governmentBox } from './support/account.ts';
import { alive } from './support/alive.ts';
import { count, searchBox } from './support/home.ts';
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

test('what was typed is looked for once they are', async ({ page }) => {
	const letThemCome = await withoutScriptsYet(page, '/');
	await searchBox(page).fill('gand');
	letThemCome();
	await expect(count(page)).toHaveText('1 gemeente');
	await expect(page).toHaveURL(/\?q=gand$/);
	await expect(searchBox(page)).toHaveValue('gand');
});

test('answers are proposed to what was typed once they are, and not in a box that was left', async ({
	page
}) => {
	let letThemCome = await withoutScriptsYet(page, '/registreren');
	const options = page.getByRole('option');
	await governmentBox(page).pressSequentially('kruishoutem');
	letThemCome();
	await expect(options).toHaveCount(2);
	await page.keyboard.press('Escape');

	letThemCome = await withoutScriptsYet(page, '/registreren');
	await governmentBox(page).fill('kruishoutem');
	await governmentBox(page).blur();
	letThemCome();
	await alive(page);
	await expect(page.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false');
});

test('a button that only they answer to was not pressed in vain', async ({ page, context }) => {
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation({ longitude: 3.72191, latitude: 51.05312 });
	const letThemCome = await withoutScriptsYet(page, '/loketten');
	await page.getByRole('button', { name: 'Gebruik mijn locatie' }).click();
	letThemCome();
	await expect(page.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
});
