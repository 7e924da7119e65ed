import { confirm, registerAndConfirm, sendSignIn, signIn, signOut, stranger } from './support/account.ts';
import { mailTo } from './support/mailbox.ts';
import { expect, test } from './support/test.ts';

const SESSION = /^sb-/;

test.use({ expectedErrors: [/status of 4\d\d/] });

test.describe('with scripts @smoke', () => {
	test('somebody signs in with a password, and out', async ({ page, context }) => {
		const person = stranger();
		await registerAndConfirm(page, person);
		await signOut(page);
		expect((await context.cookies()).filter(({ name }) => SESSION.test(name))).toEqual([]);

		await page.goto('/account?x=1');
		await expect(page).toHaveURL(/\/aanmelden\?next=%2Faccount%3Fx%3D1$/);
		await sendSignIn(page, person.email, 'een ander wachtwoord');
		const problem = page.getByRole('group', { name: 'Aanmelden is niet gelukt' });
		await expect(problem).toBeFocused();
		await expect(page).toHaveTitle(/^Fout:/);
		await expect(page.getByLabel('E-mailadres')).toHaveValue(person.email);
		await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('');

		// Where to go is kept across attempts.
		await sendSignIn(page, person.email, person.password);
		await expect(page).toHaveURL(/\/account\?x=1$/);
		for (const cookie of await context.cookies()) {
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
		}
		await page.goto('/aanmelden');
		await expect(page).toHaveURL(/\/account$/);
	});

	test('somebody signs in with a link, which leads to where they were going', async ({ page }) => {
		const person = stranger();
		await registerAndConfirm(page, person);
		await signOut(page);
		await page.goto('/aanmelden?next=/account/verlaten');
		await page.getByLabel('E-mailadres').fill(person.email);
		await page.getByRole('button', { name: 'Stuur me een link' }).click();
		const sent = page.getByRole('group', { name: 'Kijk in je mailbox' });
		await expect(sent).toBeFocused();
		await confirm(page, person.email, 'Aanmelden');
		await expect(page).toHaveURL(/\/account\/verlaten$/);
	});

	test('somebody who forgot the password chooses another, and is out everywhere else', async ({
		page,
		browser,
		baseURL
	}) => {
		const person = stranger();
		await registerAndConfirm(page, person);
		const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
		const otherPage = await elsewhere.newPage();
		await signIn(otherPage, person.email, person.password);
		await signOut(page);

		await page.goto('/wachtwoord');
		await page.getByLabel('E-mailadres').fill(person.email);
		await page.getByRole('button', { name: 'Stuur me een link' }).click();
		await expect(page.getByText('Heeft dit adres een account')).toBeVisible();
		await confirm(page, person.email, 'Kies een nieuw wachtwoord');
		await expect(page).toHaveURL(/\/wachtwoord\/nieuw$/);
		await expect(page.getByLabel('Je huidige wachtwoord')).toHaveCount(0);

		const box = page.getByLabel('Nieuw wachtwoord');
		const save = page.getByRole('button', { name: 'Bewaar je wachtwoord' });
		await box.fill('kort');
		await save.click();
		await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
		await box.fill(person.password);
		await save.click();
		await expect(page.getByRole('link', { name: 'Dit is al je wachtwoord' })).toBeVisible();
		await box.fill('vier andere woorden nu');
		await save.click();
		await expect(page.getByRole('group', { name: 'Je wachtwoord is veranderd' })).toBeFocused();
		await mailTo(page, person.email, 'wachtwoord');

		await otherPage.goto('/account');
		await expect(otherPage).toHaveURL(/\/aanmelden/);
		await elsewhere.close();
		await signOut(page);
		await signIn(page, person.email, 'vier andere woorden nu');
	});

	test('a link that is broken or too old says so, and offers another', async ({ page }) => {
		await page.goto('/auth/confirm?token_hash=x&type=signup');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link is niet volledig');
		await page.goto(`/auth/confirm?token_hash=${'a'.repeat(56)}&type=recovery`);
		await page.getByRole('button', { name: 'Kies een wachtwoord' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
		await expect(page).toHaveURL(/\/auth\/confirm\?\/use$/);
		await page.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
		await page.getByLabel('E-mailadres').fill(stranger().email);
		await page.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		await expect(page.getByText('Hoort er iets bij dat adres')).toBeVisible();
	});
});
