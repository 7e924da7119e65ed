/** A person on the way in, by the pages that people use. */
import type { Locator, Page } from '@playwright/test';
import { stranger, type NewPerson } from '../../fixtures/people.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { expect } from './test.ts';

export { stranger, type NewPerson };

/** A text box, which a script turns into a combobox with a list of the same name. */
export const governmentBox = (page: Page): Locator => page.locator('input[name="government"]');

/** Fills in the registration form; does not send it. */
export async function fillIn(page: Page, person: NewPerson): Promise<void> {
	await page.goto('/registreren');
	await page.getByLabel('Naam', { exact: true }).fill(person.fullName);
	await page.getByLabel('Functie').fill(person.jobTitle);
	await page.getByLabel('medewerker').check();
	await governmentBox(page).fill(person.government);
	await page.getByLabel('E-mailadres van je werk').fill(person.email);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(person.password);
	await page.getByRole('checkbox', { name: /Ik ga akkoord/ }).check();
}

/** Asks for an account; what follows is a mail. */
export async function register(page: Page, person: NewPerson): Promise<void> {
	await fillIn(page, person);
	await page.getByRole('button', { name: 'Vraag je account aan' }).click();
	await expect(page).toHaveURL(/\/registreren\/bevestig$/);
}

/** Follows the newest link in a mail of Auth and presses its button. @param subject a part of that of the mail */
export async function confirm(page: Page, address: string, subject: string): Promise<void> {
	await page.goto(linkIn(await mailTo(page, address, subject), '/auth/confirm'));
	await page.getByRole('main').getByRole('button').click();
}

/** Registers and proves the mailbox: signed in, waiting for approval. */
export async function registerAndConfirm(page: Page, person: NewPerson): Promise<void> {
	await register(page, person);
	await confirm(page, person.email, 'Bevestig je e-mailadres');
	await expect(page).toHaveURL(/\/account\?klaar=bevestigd$/);
	await expect(page.getByRole('group', { name: 'Je e-mailadres is bevestigd' })).toBeVisible();
}

/** Fills in and sends the form to sign in with a password, on the page that is open. */
export async function sendSignIn(page: Page, email: string, password: string): Promise<void> {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Meld je aan' }).click();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
	await page.goto('/aanmelden');
	await sendSignIn(page, email, password);
	await expect(page).toHaveURL(/\/account$/);
}

export async function signOut(
	page: Page,
	button: 'Meld je af' | 'Meld je overal af' = 'Meld je af'
): Promise<void> {
	await page.goto('/afmelden');
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bent afgemeld');
}
