import {
	ALL_MUNICIPALITIES,
	cards,
	count,
	numberBehind,
	numberOf,
	openFilters,
	searchBox
} from './support/home.ts';
import { expect, test } from './support/test.ts';

test('without a filter all 304 municipalities are there, those that take part first', async ({ page }) => {
	await page.goto('/');
	await expect(count(page)).toHaveText(`${ALL_MUNICIPALITIES} gemeenten`);
	await expect(cards(page).first()).toContainText('doet mee sinds');
});

test('the number behind a filter is the number it leaves', async ({ page }) => {
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

test('provinces and Brussels together are everything', async ({ page }) => {
	await page.goto('/');
	await openFilters(page);
	const group = page.getByRole('group', { name: 'Provincie' });
	let sum = 0;
	for (const box of await group.getByRole('checkbox').all()) sum += await numberBehind(box);
	expect(sum).toBe(ALL_MUNICIPALITIES);
});

test('filters narrow each other, values of one filter widen it', async ({ page }) => {
	await page.goto('/?provincie=limburg');
	const limburg = await numberOf(count(page));
	await page.goto('/?provincie=limburg&provincie=brussel');
	expect(await numberOf(count(page))).toBe(limburg + 19);
	await page.goto('/?provincie=limburg&provincie=brussel&loket=ja');
	const withDesk = await numberOf(count(page));
	expect(withDesk).toBeGreaterThan(0);
	expect(withDesk).toBeLessThan(limburg + 19);
	await expect(cards(page).first()).toContainText(/loket/);
});

test('the back button takes the last filter away, and forward brings it back', async ({ page }) => {
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

test('each filter at work can be taken away by itself, and all of them at once', async ({ page }) => {
	await page.goto('/?q=st&provincie=limburg&loket=ja');
	await page.getByRole('link', { name: 'Haal filter weg: Heeft een loket' }).click();
	await expect(page).toHaveURL(/\?q=st&provincie=limburg$/);
	await page.getByRole('link', { name: 'Wis alle filters' }).first().click();
	await expect(page).toHaveURL(/\?q=st$/);
	await expect(searchBox(page)).toHaveValue('st');
});

test.describe('order', () => {
	test.use({ javaScriptEnabled: false });

	test('by name follows the language', async ({ page }) => {
		await page.goto('/?sorteer=naam');
		const names = await cards(page).getByRole('heading').allInnerTexts();
		expect(names[0]).toBe('Aalst');
		expect(names).toEqual(names.toSorted(new Intl.Collator('nl').compare));
	});

	test('by inhabitants starts with Antwerp, by date with the longest taking part', async ({ page }) => {
		await page.goto('/?sorteer=inwoners');
		await expect(cards(page).first().getByRole('heading')).toHaveText('Antwerpen');
		await page.goto('/?sorteer=sinds');
		const years = (await cards(page).allInnerTexts()).map((text) =>
			Math.min(...[...text.matchAll(/sinds (\d{4})/g)].map(([, year]) => Number(year)))
		);
		expect(years).toEqual(years.toSorted((a, b) => a - b));
	});
});
