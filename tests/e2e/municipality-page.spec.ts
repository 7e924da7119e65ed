import { expect, test } from './support/test.ts';

test.describe('the page of a municipality', () => {
	test.use({ javaScriptEnabled: false });

	test('says whether and since when gemeente and OCMW take part, with website and number', async ({
		page
	}) => {
		await page.goto('/besturen/gent');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gent');
		await expect(page.getByRole('main')).toContainText('Provincie Oost-Vlaanderen');
		await expect(page.getByRole('main')).toContainText('274.042 inwoners');
		const gemeente = page.locator('article#gemeente');
		await expect(gemeente).toContainText('Doet mee sinds 1 mei 2017');
		await expect(gemeente.getByRole('link', { name: 'Website van Gemeente Gent' })).toHaveAttribute(
			'href',
			/^https:\/\//
		);
		await expect(gemeente).toContainText('0207.451.227');
		await expect(page.locator('article#ocmw')).toContainText('Doet mee sinds 1 april 2025');
	});

	test('shows its desks with what a volunteer needs', async ({ page }) => {
		await page.goto('/besturen/gent');
		const desk = page.getByRole('article').filter({ hasText: 'Vrijwilligersloket Gent' }).first();
		for (const term of ['Adres', 'Openingsuren', 'Talen aan het loket']) {
			await expect(desk.getByText(term, { exact: true })).toBeVisible();
		}
		await expect(desk).toContainText('9000 Gent');
		for (const link of await page.getByRole('main').locator('a[href^="mailto:"]').all()) {
			expect(await link.getAttribute('href')).toMatch(/\.example$/);
		}
	});

	test('shows the neighbours that take part, and they show it', async ({ page }) => {
		await page.goto('/besturen/antwerpen');
		const neighbours = page.getByRole('complementary', { name: 'Buren die meedoen' });
		await expect(neighbours.getByRole('listitem').first()).toContainText(/Gemeente|OCMW/);
		await neighbours.getByRole('link', { name: 'Brasschaat' }).click();
		await expect(neighbours.getByRole('link', { name: 'Antwerpen' })).toBeVisible();
	});

	test('has a map of where it lies', async ({ page }) => {
		await page.goto('/besturen/gent');
		const picture = page.getByRole('img', { name: 'Kaart van Gent en de buurgemeenten' });
		await expect(picture).toBeVisible();
		expect(
			await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
		).toBe(true);
	});

	test('says which municipalities merged into it', async ({ page }) => {
		await page.goto('/besturen/kruisem');
		await expect(page.getByRole('main')).toContainText(/Kruishoutem/);
		await expect(page.getByRole('main')).toContainText(/Zingem/);
	});

	test('exists for one that does not take part, and says so', async ({ page }) => {
		await page.goto('/besturen/sint-niklaas');
		await expect(page.locator('article#gemeente')).not.toContainText('Doet mee sinds');
		await expect(page.locator('article#ocmw')).not.toContainText('Doet mee sinds');
		await expect(page.getByRole('main')).toContainText('Sint-Niklaas heeft hier nog geen vrijwilligersloket');
	});
});

test('search engines read it as government offices', async ({ page }) => {
	await page.goto('/besturen/gent');
	const block = await page.locator('script[type="application/ld+json"]').textContent();
	const data: { '@context': string; '@graph': Record<string, unknown>[] } = JSON.parse(block ?? '');
	expect(data['@context']).toBe('https://schema.org');
	expect(new Set(data['@graph'].map((office) => office['@type']))).toEqual(new Set(['GovernmentOffice']));
	expect(data['@graph'].map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Gemeente Gent', 'OCMW Gent', 'Vrijwilligersloket Gent'])
	);
});

test('a shared link shows title, text, picture and its own address', async ({ page, request, baseURL }) => {
	await page.goto('/besturen/gent?bron=nieuwsbrief');
	const property = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
	const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
	expect(canonical).toBe(`${baseURL}/besturen/gent`);
	expect(await property('og:url')).toBe(canonical);
	expect(await property('og:title')).toContain('Gent');
	expect(await property('og:description')).toContain('Gent');
	const picture = await request.get((await property('og:image')) ?? '');
	expect(picture.status()).toBe(200);
	expect(picture.headers()['content-type']).toBe('image/png');
});

const OLD_ADDRESSES = [
	{ old: '/besturen/kruishoutem', now: '/besturen/kruisem', because: 'it merged' },
	{ old: '/besturen/45017', now: '/besturen/kruisem', because: 'a NIS code of a merged municipality' },
	{ old: '/besturen/44021', now: '/besturen/gent', because: 'a NIS code' },
	{ old: '/besturen/ocmw-gent', now: '/besturen/gent', because: 'an OCMW shares the page' },
	{ old: '/besturen/GENT', now: '/besturen/gent', because: 'capitals do not matter' },
	{ old: '/fr/besturen/kruishoutem', now: '/fr/besturen/kruisem', because: 'the language stays' }
];
for (const { old, now, because } of OLD_ADDRESSES) {
	test(`${old} leads for good to ${now}: ${because}`, async ({ request, baseURL }) => {
		const answer = await request.get(old, { maxRedirects: 0 });
		expect(answer.status()).toBe(308);
		expect(new URL(answer.headers().location ?? '', baseURL).pathname).toBe(now);
	});
}

test.describe('an unknown municipality', () => {
	test.use({ expectedErrors: [/404/] });

	test('is a 404 that offers the closest names', async ({ page }) => {
		const answer = await page.goto('/besturen/oudenarde');
		expect(answer?.status()).toBe(404);
		const suggestion = page.getByRole('main').getByRole('link', { name: 'Oudenaarde' });
		await expect(suggestion).toBeVisible();
		await suggestion.click();
		await expect(page.getByRole('heading', { level: 1, name: 'Oudenaarde' })).toBeVisible();
	});

	test('is a 404 in the reader’s language, whatever was typed', async ({ page }) => {
		for (const slug of [
			'x'.repeat(500),
			'%3Cscript%3Ealert(1)%3C%2Fscript%3E',
			'%F0%9F%99%82',
			'..%2F..%2Fetc'
		]) {
			const answer = await page.goto(`/fr/besturen/${slug}`);
			expect(answer?.status(), slug).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		}
	});
});

test('a municipality without a desk names the nearest ones and how far they are', async ({ page }) => {
	await page.goto('/besturen/herstappe');
	const near = page.getByRole('heading', { name: 'Loketten in de buurt' });
	await expect(near).toBeVisible();
	const distances = await page.getByText(/ · \d+ km$/).allTextContents();
	const kilometres = distances.map((text) => Number(/(\d+) km/.exec(text)?.[1]));
	expect(kilometres).toHaveLength(3);
	expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b));
	await page.goto('/besturen/gent');
	await expect(near).toHaveCount(0);
});
