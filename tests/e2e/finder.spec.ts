import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Waar woon je?' });
const search = (page: Page): Locator => page.getByRole('button', { name: 'Zoek', exact: true });
const desks = (page: Page): Locator => page.locator('#resultaat article');
const own = (page: Page): Locator => page.locator('#resultaat article.own');
const GENT = { longitude: 3.72191, latitude: 51.05312 };
const PHONE = { width: 360, height: 740 };

/** The number behind a choice, which is what it will show. */
async function promised(choice: Locator): Promise<number> {
	return Number(/\((\d+)\)/.exec(await choice.locator('xpath=ancestor::label').innerText())?.[1]);
}

async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error('not reached with the Tab key');
}

test.describe('without scripts @smoke', () => {
	test.use({ javaScriptEnabled: false, viewport: PHONE });

	test('the desk of the own municipality stands first, and the nearest others follow', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('button', { name: 'Menu' }).click();
		await page.getByRole('link', { name: 'Vind een loket' }).click();
		await field(page).fill('9050');
		await search(page).click();
		await expect(page).toHaveURL(/\/loketten\?q=9050/);
		await expect(page.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
		await expect(own(page).first()).toContainText('Loket van jouw gemeente');
		await expect(own(page).first()).toContainText(/Gent\)?\s· \d+,\d\skm/);
		// The nearest twenty are shown, and not said to be all.
		await expect(desks(page)).not.toHaveCount(await own(page).count());
		await expect(page.getByRole('img', { name: /^Kaart van Gent/ })).toBeVisible();
	});

	test('filters are a plain form, hold for both groups, and stay in the address', async ({ page }) => {
		await page.goto('/loketten?q=gent');
		await page.locator('form details > summary').click();
		const french = page.getByRole('checkbox', { name: /^Frans/ });
		const wheelchair = page.getByRole('checkbox', { name: /^Met een rolstoel/ });
		const count = await promised(wheelchair);
		await wheelchair.check();
		await page.getByRole('button', { name: 'Toon resultaat' }).click();
		await expect(page).toHaveURL(/rolstoel=ja/);
		const near = page.locator('#resultaat section:not([aria-labelledby="ver"]) article');
		await expect(near).toHaveCount(Math.min(count, (await own(page).count()) + 20));
		// The answer comes first: the filters are folded again, and say how many are on.
		await page.locator('form details > summary').click();
		await french.check();
		await page.getByRole('button', { name: 'Toon resultaat' }).click();
		for (const desk of await desks(page).all()) await expect(desk).toContainText(/Talen: .*Frans/);
		// At whatever hour: what is shown is open, or what opens first.
		await page.goto('/loketten?q=gent&open=nu');
		for (const desk of await desks(page).all()) await expect(desk).toContainText(/Nu open|opent/);
	});

	test('a municipality without a desk says so, with the nearest one and whom to ask', async ({ page }) => {
		await page.goto('/loketten?q=Sint-Niklaas');
		await expect(page.getByText('Sint-Niklaas heeft nog geen vrijwilligersloket.')).toBeVisible();
		const nearest = page.getByRole('region', { name: 'Sint-Niklaas heeft nog geen' }).locator('article');
		await expect(nearest).toContainText('Dichtste loket');
		await expect(nearest).toContainText(/\d\skm in rechte lijn/);
		await expect(page.getByRole('link', { name: 'Meer over Sint-Niklaas' })).toBeVisible();
		await expect(page.getByText('Loket van jouw gemeente')).toHaveCount(0);
		await expect(
			page.getByRole('heading', { name: /loketten in de buurt|dichtste andere loketten/ })
		).toBeVisible();
	});

	test('what may mean several places is asked, what nobody knows is said, and nonsense does no harm', async ({
		page
	}) => {
		await page.goto('/loketten?q=sint');
		const choices = page.getByRole('navigation', { name: 'Bedoel je…' });
		await choices.getByRole('link').first().click();
		await expect(desks(page).first()).toBeVisible();
		await page.goto('/loketten?q=9999');
		await expect(page.getByText('“9999” is geen postcode in Vlaanderen of Brussel.')).toBeVisible();
		await page.goto(`/loketten?q=gent%00${'x'.repeat(3000)}&open=straks&taal=zz&page=0`);
		await expect(page.getByText('“straks” is geen keuze voor open.')).toBeVisible();
	});
});

test.describe('on a phone @smoke', () => {
	test.use({ viewport: PHONE });

	test('the keyboard alone leads to the page of the desk', async ({ page }) => {
		await page.goto('/loketten');
		await tabTo(page, field(page));
		await page.keyboard.type('9000');
		await page.keyboard.press('Enter');
		// Sent by the browser itself, where the scripts have not come yet, it leads to the answer in the page.
		await expect(page).toHaveURL(/\?q=9000(#resultaat)?$/);
		const first = own(page).first().getByRole('heading').getByRole('link');
		const name = await first.innerText();
		await tabTo(page, first);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/loketten\/[a-z0-9-]+$/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	});

	test('“op de kaart” brings the map into view', async ({ page }) => {
		await page.goto('/loketten?q=9000');
		await own(page)
			.first()
			.getByRole('link', { name: /op de kaart$/ })
			.click();
		await expect(page).toHaveURL(/gekozen=/);
		await expect(page.getByRole('region', { name: 'Kaart met de loketten' })).toBeInViewport({ ratio: 0.5 });
	});
});

test.describe('“mijn locatie”', () => {
	test('finds the own municipality on the device and tells nobody where that is', async ({
		page,
		context
	}) => {
		await context.grantPermissions(['geolocation']);
		await context.setGeolocation(GENT);
		const sent: string[] = [];
		context.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
		await page.goto('/loketten');
		await page.getByRole('button', { name: 'Gebruik mijn locatie' }).click();
		await expect(page.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
		await expect(own(page).first()).toContainText(/\d,\d\skm/);
		await page.locator('form details > summary').click();
		await page.getByRole('checkbox', { name: /^Met een rolstoel/ }).check();
		await expect(page).toHaveURL(/\/loketten\?rolstoel=ja$/);
		await expect(page.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
		expect(sent.filter((text) => /3[.,]72|51[.,]05/.test(text))).toEqual([]);
		await page.getByRole('button', { name: 'Gebruik mijn locatie niet meer' }).click();
		await expect(page.getByRole('heading', { name: 'Loketten die bij je filters passen' })).toBeVisible();
	});

	test('names the nearest desks to who is elsewhere', async ({ page, context }) => {
		await context.grantPermissions(['geolocation']);
		await context.setGeolocation({ longitude: 5.5797, latitude: 50.6326 });
		await page.goto('/loketten');
		await page.getByRole('button', { name: 'Gebruik mijn locatie' }).click();
		await expect(page.getByText('Je bent nu buiten Vlaanderen en Brussel.')).toBeVisible();
		await expect(
			page.getByRole('heading', { name: /oketten in de buurt|dichtste|Verder weg/ }).first()
		).toBeVisible();
	});

	test('says what to do when the device may not tell', async ({ page }) => {
		await page.goto('/loketten');
		await page.getByRole('button', { name: 'Gebruik mijn locatie' }).click();
		await expect(page.getByText('We mogen je locatie niet gebruiken.')).toBeVisible();
		await expect(field(page)).toBeEnabled();
	});
});

test('list and map are in step @map', async ({ page }) => {
	await page.goto('/loketten?q=9000');
	await expect(page.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready');
	const first = own(page).first();
	const name = await first.getByRole('heading').innerText();
	await first.getByRole('link', { name: `${name} op de kaart` }).click();
	await expect(page).toHaveURL(/gekozen=/);
	const card = page.getByRole('group', { name });
	await expect(card).toBeVisible();
	await expect(first).toHaveClass(/selected/);
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
	await expect(first).not.toHaveClass(/selected/);
});

test('what was typed while the page was still loading is what is looked for', async ({ page }) => {
	let arrive = (): void => undefined;
	const arriving = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await arriving;
		await route.continue();
	});
	await page.goto('/loketten', { waitUntil: 'commit' });
	await field(page).fill('9000');
	arrive();
	// The page's own scripts have begun.
	await expect(page.locator('[data-map-state]')).not.toHaveAttribute('data-map-state', 'image');
	await expect(field(page)).toHaveValue('9000');
	await search(page).click();
	await expect(own(page).first()).toContainText('Gent');
});
