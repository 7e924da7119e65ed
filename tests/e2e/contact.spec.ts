import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './support/test.ts';

const MESSAGE = {
	name: 'Noor Voorbeeld',
	email: 'noor@voorbeeld.example',
	message: 'Ons bestuur wil graag meedoen.'
};

/** As a browser without scripts sends it. */
const fromOwnPage = (origin: string | undefined) => ({ origin: origin ?? '', accept: 'text/html' });

function send(request: APIRequestContext, baseURL: string | undefined, form = MESSAGE) {
	return request.post('/contact', { form, headers: fromOwnPage(baseURL), maxRedirects: 0 });
}

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts, expectedErrors: [/status of 400/] });

		test('a message is sent and the sender is thanked', async ({ page }) => {
			await page.goto('/contact');
			await page.getByLabel('Naam').fill(MESSAGE.name);
			await page.getByLabel('E-mailadres').fill(MESSAGE.email);
			await page.getByLabel('Bericht', { exact: true }).fill(MESSAGE.message);
			await page.getByRole('button', { name: 'Verstuur je bericht' }).click();
			await expect(page).toHaveURL(/\/contact\/bedankt$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je bericht');
		});

		test('what is missing is listed, the list has the focus, and what was typed is kept', async ({
			page
		}) => {
			await page.goto('/contact');
			await page.getByLabel('Naam').fill(MESSAGE.name);
			await page.getByLabel('E-mailadres').fill('noor@');
			await page.getByRole('button', { name: 'Verstuur je bericht' }).click();
			const summary = page.getByRole('group', { name: 'Kijk dit nog even na' });
			await expect(summary).toBeFocused();
			await expect(summary.getByRole('listitem')).toHaveCount(2);
			await expect(page).toHaveTitle(/^Fout:/);
			await expect(page.getByLabel('Naam')).toHaveValue(MESSAGE.name);
			const email = page.getByLabel('E-mailadres');
			await expect(email).toHaveValue('noor@');
			await expect(email).toHaveAttribute('aria-invalid', 'true');
			await expect(email).toHaveAccessibleDescription(/Vul een e-mailadres in zoals/);
			await summary.getByRole('link', { name: /e-mailadres/ }).click();
			await expect(email).toBeFocused();
			await email.fill(MESSAGE.email);
			if (scripts) await expect(summary.getByRole('listitem')).toHaveCount(1);
		});
	});
}

test('in French and English the form speaks that language, its errors too', async ({ request, baseURL }) => {
	for (const [prefix, locale] of [
		['/fr', 'fr'],
		['/en', 'en']
	] as const) {
		const answer = await request.post(`${prefix}/contact`, {
			form: { ...MESSAGE, email: '' },
			headers: fromOwnPage(baseURL),
			maxRedirects: 0
		});
		expect(answer.status()).toBe(400);
		const html = await answer.text();
		expect(html).toContain(`lang="${locale}"`);
		expect(html).not.toContain('Vul je e-mailadres in');
	}
});

test('after five messages in an hour the sender has to wait, and is told how long', async ({
	request,
	baseURL
}) => {
	let accepted = 0;
	for (;;) {
		const answer = await send(request, baseURL);
		if (answer.status() === 429) {
			expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			expect(await answer.text()).toContain('Je stuurde het afgelopen uur al vijf berichten');
			break;
		}
		expect(answer.status()).toBe(303);
		accepted += 1;
		// Twice five, should a new hour begin meanwhile.
		expect(accepted).toBeLessThanOrEqual(10);
	}
	expect(accepted).toBeGreaterThanOrEqual(5);
});

test('a form that fills in the hidden field is not stored', async ({ request, baseURL }) => {
	const answer = await request.post('/contact', {
		form: { ...MESSAGE, trap: 'https://spam.example' },
		headers: fromOwnPage(baseURL),
		maxRedirects: 0
	});
	expect(answer.status()).toBe(400);
	expect(await answer.text()).toContain('Verstuur het gewoon nog een keer');
});

test('a form on another site cannot send in somebody’s name', async ({ request }) => {
	const answer = await request.post('/contact', {
		form: MESSAGE,
		headers: fromOwnPage('https://elders.example'),
		maxRedirects: 0
	});
	expect(answer.status()).toBe(403);
});

test('what is typed is never kept in a shared cache', async ({ request }) => {
	expect((await request.get('/contact')).headers()['cache-control']).toContain('no-store');
});
