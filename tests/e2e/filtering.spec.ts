import { ALL_MUNICIPALITIES, count, numberBehind, numberOf, openFilters } from './support/home.ts';
import { expect, test } from './support/test.ts';

test('the number behind a filter is the number it leaves @smoke', async ({ page }) => {
	await page.goto('/');
	await openFilters(page);
	for (const name of [/^Limburg/, /^OCMW/, /^Heeft een loket/, /^20\.000 tot 50\.000/]) {
		const box = page.getByRole('checkbox', { name });
		const promised = await numberBehind(box);
		await box.check();
		await expect(page).toHaveURL(/\?/);
		await expect.poll(() => numberOf(count(page))).toBe(promised);
		await box.uncheck();
		await expect.poll(() => numberOf(count(page))).toBe(ALL_MUNICIPALITIES);
	}
});

test('the back button takes the last filter away, and forward brings it back @smoke', async ({ page }) => {
	await page.goto('/');
	await openFilters(page);
	const box = page.getByRole('checkbox', { name: /^Limburg/ });
	await box.check();
	await expect(page).toHaveURL(/\?provincie=limburg$/);
	await expect(count(page)).not.toHaveText(`${ALL_MUNICIPALITIES} gemeenten`);
	await page.goBack();
	await expect(count(page)).toHaveText(`${ALL_MUNICIPALITIES} gemeenten`);
	await expect(box).not.toBeChecked();
	await page.goForward();
	await expect(box).toBeChecked();
	await expect(count(page)).not.toHaveText(`${ALL_MUNICIPALITIES} gemeenten`);
});
