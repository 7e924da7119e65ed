/** What a device can do without a network, once the finder was visited. */
import type { Locator, Page } from '@playwright/test';
import { lineTo } from './support/line.ts';
import { startSecondBuild } from './support/secondBuild.ts';
import { expect, test } from './support/test.ts';

test.use({
	serviceWorkers: 'allow',
	viewport: { width: 360, height: 740 },
	expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|Failed to fetch/]
});

const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Waar woon je?' });
const search = (page: Page): Locator => page.getByRole('button', { name: 'Zoek', exact: true });
const desks = (page: Page): Locator => page.locator('#resultaat article');
const keptNotice = (page: Page) => page.getByText(/^Je bent offline\. Gegevens van \d+ /);
const noConnection = (page: Page) => page.getByRole('heading', { level: 1, name: 'Geen verbinding' });
const GENT = '/loketten/vrijwilligersloket-gent';

/** Opens the finder and waits until the worker has kept all that belongs to it: it takes over when that is done. */
async function visitFinder(page: Page, url: string) {
	await page.goto(`${url}/loketten`);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const isKept = (page: Page, path: string) =>
	page.evaluate(async (address) => Boolean(await caches.match(address)), path);

/** Why this page cannot be put on the home screen. */
async function installProblems(page: Page) {
	const session = await page.context().newCDPSession(page);
	const { errors } = await session.send('Page.getAppManifest');
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	// What a test opens is a private window.
	return [...errors, ...installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')];
}

const keptNames = (page: Page) => page.evaluate(() => caches.keys());

test('what was visited once finds any desk, and says from when it is @smoke', async ({ page, baseURL }) => {
	const line = await lineTo(baseURL ?? '');
	await visitFinder(page, line.url);
	await expect.poll(() => installProblems(page)).toEqual([]);
	await page.goto(`${line.url}/loketten?q=9000`);
	await expect(desks(page).first()).toBeVisible();
	await line.cut();

	await test.step('the list answers, without the picture of what was looked for before', async () => {
		await page.goto(`${line.url}/loketten`);
		await expect(keptNotice(page)).toBeVisible();
		await field(page).fill('Borgerhout');
		await search(page).click();
		await expect(page.getByRole('heading', { name: 'In jouw gemeente: Antwerpen' })).toBeVisible();
		await expect(page.locator('[data-map-state] img')).toBeHidden();
	});

	await test.step('a desk that was never opened is drawn', async () => {
		const link = desks(page).first().getByRole('heading').getByRole('link');
		const name = await link.innerText();
		await link.click();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(keptNotice(page)).toBeVisible();
		for (const heading of ['Contact', 'Openingsuren'])
			await expect(page.getByRole('heading', { name: heading })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Probeer opnieuw' })).toBeVisible();
	});

	await test.step('any other page says that there is no connection, and what can be done', async () => {
		await page.goto(`${line.url}/over`);
		await expect(noConnection(page)).toBeVisible();
		await expect(page).toHaveURL(`${line.url}/over`);
		await page.goto(`${line.url}/fr/besturen/gent`);
		await expect(page.getByRole('heading', { level: 1, name: 'Pas de connexion' })).toBeVisible();
		await page.getByRole('link', { name: 'Chercher un guichet' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Trouver un guichet du volontariat' })
		).toBeVisible();
	});

	const kept = await page.evaluate(async () => {
		const requests = await Promise.all(
			(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
		);
		return requests.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
	});
	expect(kept.filter((path) => /^\/(account|beheer|mijn-bestuur|aanmelden|api)|9000/.test(path))).toEqual([]);
});

test('a desk that was opened is kept as it was, also when it was opened from the list', async ({
	page,
	baseURL
}) => {
	const line = await lineTo(baseURL ?? '');
	await visitFinder(page, line.url);
	// As when it is opened from the list: the framework asks for its data only.
	await page.evaluate(async (path) => fetch(`${path}/__data.json`), GENT);
	await expect.poll(() => isKept(page, GENT)).toBe(true);
	await line.cut();
	await page.goto(line.url + GENT);
	await expect(keptNotice(page)).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: 'Voorbeeldstraat' })).toBeVisible();
	// Reckoned on the device, as for a desk that was never opened.
	await expect(
		page
			.getByRole('main')
			.getByText(/^(Nu open|Gesloten, opent|Op afspraak)/)
			.first()
	).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Andere loketten in de buurt' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Zo kom je er' })).toBeVisible();
	await page.goto(`${line.url}/contact`);
	await expect(page.getByRole('link', { name: /Gent/ })).toHaveAttribute('href', GENT);
	await line.mend();
	await page.goto(`${line.url}/privacy`);
	await page.getByRole('button', { name: 'Wis wat bewaard is op dit toestel' }).click();
	await expect(page.getByRole('heading', { name: 'Gewist op dit toestel' })).toBeVisible();
	expect(await keptNames(page)).toEqual([]);
	expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a page that cannot be fetched leaves the one before with words about it, and is there when there is a network again', async ({
	page,
	baseURL
}) => {
	const line = await lineTo(baseURL ?? '');
	await page.goto(`${line.url}/contact`, { waitUntil: 'networkidle' });
	await line.cut();
	await page.getByRole('button', { name: 'Menu' }).click();
	await page.getByRole('link', { name: 'Vind een loket', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Geen verbinding.' })).toBeVisible();
	await expect(page).toHaveURL(/\/contact$/);
	await expect(page.getByRole('textbox', { name: 'Bericht' })).toBeVisible();
	await line.mend();
	await page.getByRole('link', { name: 'Probeer opnieuw' }).click();
	await expect(field(page)).toBeVisible();
});

test('a new version of the site leaves the finder whole, also in a tab of the version before', async ({
	page: oldTab,
	context,
	baseURL,
	exampleSite
}) => {
	const line = await lineTo(baseURL ?? '');
	const renewed = await startSecondBuild(exampleSite);
	try {
		await visitFinder(oldTab, line.url);
		const [before] = await keptNames(oldTab);
		const learns = oldTab.waitForResponse('**/_app/version.json');
		line.leadTo(renewed.url);

		// The browser looks for a new worker after any page.
		const page = await context.newPage();
		await page.goto(`${line.url}/over`);
		await expect.poll(() => keptNames(page)).toHaveLength(2);
		await page.waitForFunction(async () => {
			const { active, installing, waiting } = await navigator.serviceWorker.ready;
			return active?.state === 'activated' && !installing && !waiting;
		});

		await test.step('the next page that the old tab opens is of the new version', async () => {
			await (await learns).finished();
			await oldTab.getByRole('button', { name: 'Menu' }).click();
			await oldTab.getByRole('link', { name: 'Kaart', exact: true }).click();
			await oldTab.waitForURL(`${line.url}/`);
			expect(
				await oldTab.locator('script, link').evaluateAll((all) => all.map((one) => one.outerHTML).join())
			).toContain('-renewed');
		});

		const second = await context.newPage();
		await second.goto(`${line.url}/loketten`);
		await line.cut();
		for (const tab of [second, page]) {
			await tab.goto(`${line.url}/loketten`);
			await expect(keptNotice(tab)).toBeVisible();
			await field(tab).fill('9050');
			await search(tab).click();
			await expect(tab.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
			await desks(tab).first().getByRole('heading').getByRole('link').click();
			await expect(tab.getByRole('heading', { name: 'Openingsuren' })).toBeVisible();
		}
		// What only tabs of before needed is gone with them.
		await expect.poll(() => keptNames(page)).not.toContain(before);
	} finally {
		await renewed.stop();
	}
});
