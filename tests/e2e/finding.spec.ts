import type { Page } from '@playwright/test';
import { cards, count, searchBox } from './support/home.ts';
import { expect, test } from './support/test.ts';

/** What a person types, and the municipality that they mean. */
const WAYS_TO_A_PLACE = [
	{ typed: 'sint niklaas', found: 'Sint-Niklaas', because: 'a hyphen and capitals do not matter' },
	{ typed: '9100', found: 'Sint-Niklaas', because: 'a postcode leads to its municipality' },
	{ typed: 'Borgerhout', found: 'Antwerpen', because: 'a place lies in a municipality' },
	{ typed: 'Kruishoutem', found: 'Kruisem', because: 'a former municipality leads to its successor' },
	{ typed: 'Gand', found: 'Gent', because: 'a French name is a name' },
	{ typed: 'Bruxelles', found: 'Brussel', because: 'a French name is a name' },
	{ typed: 'B-9000', found: 'Gent', because: 'a postcode may have its country before it' },
	{ typed: 'Antwerpen centrum', found: 'Antwerpen', because: 'a word more is no other place' },
	{ typed: 'Antwerpn', found: 'Antwerpen', because: 'one letter is missing' },
	{ typed: 'Oudenarde', found: 'Oudenaarde', because: 'one letter is missing' }
];

async function visit(page: Page, typed: string): Promise<void> {
	await page.goto(`/?q=${encodeURIComponent(typed)}`);
}

test.describe('somebody who knows a place finds its municipality', () => {
	test.use({ javaScriptEnabled: false });
	for (const { typed, found, because } of WAYS_TO_A_PLACE) {
		test(`“${typed}” gives ${found}: ${because}`, async ({ page }) => {
			await visit(page, typed);
			await expect(cards(page).first().getByRole('heading')).toHaveText(new RegExp(`^${found}`));
		});
	}

	test('a guess is called a guess', async ({ page }) => {
		await visit(page, 'Antwerpn');
		await expect(page.getByRole('status').first()).toContainText('We vonden niets voor “Antwerpn”');
		await visit(page, 'Antwerpen');
		await expect(page.getByRole('status').first()).not.toContainText('We vonden niets');
	});

	test('words around a name do not hide it, and the page says what it shows', async ({ page }) => {
		await visit(page, 'gent vrijwilligersloket');
		await expect(cards(page).first().getByRole('heading')).toHaveText(/^Gent/);
		await expect(page.getByRole('status').first()).toContainText('We vonden niets voor');
	});

	test('an address with another language’s name leads to the municipality', async ({ page }) => {
		await page.goto('/fr/besturen/ixelles');
		await expect(page).toHaveURL(/\/fr\/besturen\/elsene$/);
		await page.goto('/en/besturen/ghent');
		await expect(page).toHaveURL(/\/en\/besturen\/gent$/);
	});

	test('a parameter that is there twice is used once, and the page says which', async ({ page }) => {
		await page.goto('/?q=gent&q=aalst');
		await expect(cards(page).first().getByRole('heading')).toHaveText(/^Gent/);
		await expect(page.getByText('We gebruikten alleen “gent”.')).toBeVisible();
	});

	test('the list says why a municipality was found', async ({ page }) => {
		await visit(page, 'Borgerhout');
		await expect(cards(page).first()).toContainText('Borgerhout ligt in Antwerpen.');
		await visit(page, 'Kruishoutem');
		await expect(cards(page).first()).toContainText('Kruishoutem hoort nu bij Kruisem.');
	});
});

test('typing shows the result, announces its number and puts the text in the address', async ({ page }) => {
	await page.goto('/');
	await searchBox(page).click();
	await page.keyboard.type('gand');
	await expect(count(page)).toHaveText('1 gemeente');
	await expect(page).toHaveURL(/\?q=gand$/);
	await expect(searchBox(page)).toBeFocused();
	await expect(searchBox(page)).toHaveValue('gand');
});

test.describe('nothing found', () => {
	test.use({ javaScriptEnabled: false });

	test('offers the names that come nearest and the way back', async ({ page }) => {
		await visit(page, 'Antwarpia');
		await expect(page.getByRole('heading', { name: 'Geen gemeente gevonden' })).toBeVisible();
		const nothing = page.locator('.nothing');
		await expect(nothing.getByText('Bedoelde je misschien:')).toBeVisible();
		await expect(nothing.getByRole('listitem').first()).toHaveText(/^Antwerpen/);
		await nothing.getByRole('link', { name: 'Toon alle gemeenten' }).click();
		await expect(count(page)).toHaveText('304 gemeenten');
	});

	test('offers no names when none comes near, and says of a number that it is no postcode', async ({
		page
	}) => {
		const nothing = page.locator('.nothing');
		await visit(page, 'xyzxyz');
		await expect(nothing).toContainText('We kennen geen gemeente, dorp of postcode');
		await expect(nothing).not.toContainText('Bedoelde je misschien');
		await visit(page, '4000');
		await expect(nothing).toContainText('“4000” is geen postcode in Vlaanderen of Brussel.');
		await expect(nothing).not.toContainText('Bedoelde je misschien');
	});

	test('says so when only the filters stand in the way, and clears them', async ({ page }) => {
		await page.goto('/?q=gent&provincie=limburg');
		const nothing = page.locator('.nothing');
		await expect(nothing).toContainText('“gent” vonden we wel, maar niet met deze filters');
		await nothing.getByRole('link', { name: 'Wis alle filters' }).click();
		await expect(cards(page).first().getByRole('heading')).toHaveText('Gent');
	});
});

test('who follows a link right after typing gets there, whatever the search still had to do', async ({
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
