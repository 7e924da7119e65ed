import { expect, test } from './support/test.ts';

const MESSAGE = {
	name: 'Noor Voorbeeld',
	email: 'noor@voorbeeld.example',
	message: 'Ons bestuur wil graag meedoen.'
};

test.describe('with scripts @smoke', () => {
	test.use({ expectedErrors: [/status of 400/] });

	test('a message is sent and the sender is thanked', async ({ page }) => {
		await page.goto('/contact');
		await page.getByLabel('Naam').fill(MESSAGE.name);
		await page.getByLabel('E-mailadres').fill(MESSAGE.email);
		await page.getByLabel('Bericht', { exact: true }).fill(MESSAGE.message);
		await page.getByRole('button', { name: 'Verstuur je bericht' }).click();
		await expect(page).toHaveURL(/\/contact\/bedankt$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je bericht');
	});

	test('what is missing is listed, the list has the focus, and what was typed is kept', async ({ page }) => {
		await page.goto('/contact');
		await page.getByLabel('Naam').fill(MESSAGE.name);
		await page.getByLabel('E-mailadres').fill('noor@');
		await page.getByRole('button', { name: 'Verstuur je bericht' }).click();
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
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
		await expect(summary.getByRole('listitem')).toHaveCount(1);
	});
});
