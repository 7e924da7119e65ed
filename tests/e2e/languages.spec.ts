import { expect, test } from './support/test.ts';

test('the same page in another language is one click away, with the search kept', async ({ page }) => {
	await page.goto('/?provincie=limburg');
	await page.getByRole('link', { name: 'Français' }).click();
	await expect(page).toHaveURL(/\/fr\/?\?provincie=limburg$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/?\?provincie=limburg$/);
});
