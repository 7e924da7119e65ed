import { card, cards, count, numberOf, openFilters, searchBox } from './support/home.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('the search is a plain form', async ({ page }) => {
	await page.goto('/');
	await searchBox(page).fill('9100');
	await page.getByRole('button', { name: 'Zoeken' }).click();
	await expect(page).toHaveURL(/[?&]q=9100/);
	await expect(card(page, '46021')).toBeVisible();
});

test('filters are sent with their button and stay as they were set', async ({ page }) => {
	await page.goto('/');
	await openFilters(page);
	await page.getByRole('checkbox', { name: /^Limburg/ }).check();
	await page.getByRole('checkbox', { name: /^OCMW/ }).check();
	await page.getByRole('button', { name: 'Zoeken' }).click();
	await expect(page).toHaveURL(/provincie=limburg/);
	await openFilters(page);
	await expect(page.getByRole('checkbox', { name: /^Limburg/ })).toBeChecked();
	await expect(page.getByRole('checkbox', { name: /^OCMW/ })).toBeChecked();
	expect(await numberOf(count(page))).toBeLessThan(100);
});

test('all municipalities can be reached page by page', async ({ page }) => {
	await page.goto('/');
	const seen = new Set<string>();
	for (;;) {
		// The foot of the page comes last: once it is there, so is the list.
		await expect(page.getByRole('contentinfo')).toBeVisible();
		for (const article of await cards(page).all()) seen.add((await article.getAttribute('data-nis')) ?? '');
		const next = page.getByRole('link', { name: 'Volgende' });
		if ((await next.count()) === 0) break;
		const address = await next.getAttribute('href');
		await next.click();
		await page.waitForURL((url) => url.search + url.hash === address?.slice(1));
	}
	expect(seen.size).toBe(304);
});

test('the picture of the map shows the same result as the list', async ({ page, request }) => {
	const picture = page.getByRole('img', { name: /^Kaart van Vlaanderen en Brussel/ });
	await page.goto('/?provincie=limburg');
	await expect(picture).toBeVisible();
	const source = (await picture.getAttribute('src')) ?? '';
	expect(source).toContain('provincie=limburg');
	const narrowed = await request.get(source);
	expect(narrowed.headers()['content-type']).toContain('image/svg+xml');
	const whole = await request.get('/kaart/overzicht.svg');
	expect(await narrowed.text()).not.toBe(await whole.text());
	// It is really drawn, not only asked for.
	expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(
		true
	);
});

test('“on the map” chooses the municipality', async ({ page }) => {
	await page.goto('/?q=gent');
	await card(page, '44021')
		.getByRole('link', { name: /Op de kaart/ })
		.click();
	await expect(page).toHaveURL(/gekozen=gent/);
	await expect(card(page, '44021')).toHaveClass(/selected/);
});
