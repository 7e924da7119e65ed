import { cards, count } from './support/home.ts';
import { expect, test } from './support/test.ts';

/** Addresses that no form makes, and what the page says about them. */
const MALFORMED = [
	{ query: 'page=-1', said: '“-1” is geen paginanummer.' },
	{ query: 'page=abc', said: '“abc” is geen paginanummer.' },
	{ query: 'page=9999', said: '“9999” is geen paginanummer.' },
	{ query: 'provincie=xyz', said: '“xyz” is geen keuze voor provincie.' },
	{ query: 'soort=gemeente&soort=koning', said: '“koning” is geen keuze voor soort.' },
	{ query: 'sorteer=willekeurig', said: '“willekeurig” is geen keuze voor sorteer.' },
	{ query: 'gekozen=atlantis', said: '“atlantis” is geen keuze voor gekozen.' },
	{ query: 'gekozen=%3Cscript%3E', said: '“<script>” is geen keuze voor gekozen.' },
	{ query: `q=${'gent '.repeat(2_000)}`, said: 'De zoektekst was te lang.' },
	{ query: 'q=ge%00nt%07', said: 'We lieten tekens weg die niet te lezen zijn.' }
];

test.describe('a malformed address', () => {
	test.use({ javaScriptEnabled: false });
	for (const { query, said } of MALFORMED) {
		test(`?${query.slice(0, 40)} still gives a page, which says what was left out`, async ({ page }) => {
			const answer = await page.goto(`/?${query}`);
			expect(answer?.status()).toBe(200);
			await expect(page.getByRole('main')).toContainText(
				'We konden een deel van het webadres niet gebruiken.'
			);
			await expect(page.getByRole('main')).toContainText(said);
		});
	}

	test('the part that is right still counts', async ({ page }) => {
		await page.goto('/?provincie=xyz&provincie=brussel');
		await expect(count(page)).toHaveText('19 gemeenten');
	});

	test('what cannot be decoded does no harm', async ({ request }) => {
		for (const path of ['/?q=%E0%A4%A', '/?q=%FF%FE', '/?=&&&==', '/%E0%A4%A', '/besturen/%00']) {
			const status = (await request.get(path)).status();
			expect([200, 400, 404], `${path} gave ${status}`).toContain(status);
		}
	});

	test('text in the address is shown as text', async ({ page }) => {
		await page.goto(`/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		await expect(page.getByRole('main').locator('img[src=x]')).toHaveCount(0);
		await expect(page.getByRole('main')).toContainText('<img src=x onerror=alert(1)>');
	});
});

test('a form action by a name that every object has does not exist', async ({ request, baseURL }) => {
	for (const name of ['__proto__', 'constructor', 'toString', 'zzz']) {
		const answer = await request.post(`/contact?/${name}`, {
			form: { name: 'Noor' },
			headers: { origin: baseURL ?? '', accept: 'text/html' }
		});
		expect(answer.status(), name).toBe(404);
	}
});

test('with scripts the same address gives the same page', async ({ page }) => {
	await page.goto('/?page=-1&provincie=xyz');
	await expect(page.getByRole('main')).toContainText('“-1” is geen paginanummer.');
	await expect(cards(page).first()).toBeVisible();
	await expect(count(page)).toHaveText('304 gemeenten');
});
