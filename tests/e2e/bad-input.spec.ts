import { cards, count } from './support/home.ts';
import { expect, test } from './support/test.ts';

test('with scripts the same address gives the same page', async ({ page }) => {
	await page.goto('/?page=-1&provincie=xyz');
	await expect(page.getByRole('main')).toContainText('“-1” is geen paginanummer.');
	await expect(cards(page).first()).toBeVisible();
	await expect(count(page)).toHaveText('304 gemeenten');
});
