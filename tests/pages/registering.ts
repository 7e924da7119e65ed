/** A person on the way in, by the pages that people use. */
import { stranger, type NewPerson } from '../fixtures/people.ts';
import { expect } from './expectations.ts';
import type { Seen } from './seen.ts';
import type { Mail, Site } from './site.ts';
import type { Visitor } from './visitor.ts';

export { stranger, type NewPerson };

export const governmentBox = (visitor: Visitor): Seen => visitor.locator('input[name="government"]');

/** Fills in the registration form; does not send it. */
export async function fillIn(visitor: Visitor, person: NewPerson): Promise<void> {
	await visitor.open('/registreren');
	visitor.getByLabel('Naam', { exact: true }).fill(person.fullName);
	visitor.getByLabel('Functie').fill(person.jobTitle);
	visitor.getByLabel('medewerker').check();
	governmentBox(visitor).fill(person.government);
	visitor.getByLabel('E-mailadres van je werk').fill(person.email);
	visitor.getByLabel('Wachtwoord', { exact: true }).fill(person.password);
	visitor.getByRole('checkbox', { name: /Ik ga akkoord/ }).check();
}

/** Asks for an account; what follows is a mail. */
export async function register(visitor: Visitor, person: NewPerson): Promise<void> {
	await fillIn(visitor, person);
	await visitor.getByRole('button', { name: 'Vraag je account aan' }).click();
	expect(visitor).toHaveAddress(/\/registreren\/bevestig$/);
}

/** Follows the newest link in a mail of Auth and presses its button. @param subject a part of that of the mail */
export async function confirm(site: Site, visitor: Visitor, address: string, subject: string): Promise<void> {
	await visitor.open(linkIn(await site.mailTo(address, subject), '/auth/confirm'));
	await visitor.getByRole('main').getByRole('button').click();
}

/** Registers and proves the mailbox: signed in, waiting for approval. */
export async function registerAndConfirm(site: Site, visitor: Visitor, person: NewPerson): Promise<void> {
	await register(visitor, person);
	await confirm(site, visitor, person.email, 'Bevestig je e-mailadres');
	expect(visitor).toHaveAddress(/\/account\?klaar=bevestigd$/);
	expect(visitor.getByRole('group', { name: 'Je e-mailadres is bevestigd' })).toBeVisible();
}

/** Fills in and sends the form to sign in with a password, on the page that is open. */
export async function sendSignIn(visitor: Visitor, email: string, password: string): Promise<void> {
	visitor.getByLabel('E-mailadres').fill(email);
	visitor.getByLabel('Wachtwoord', { exact: true }).fill(password);
	await visitor.getByRole('button', { name: 'Meld je aan' }).click();
}

export async function signIn(visitor: Visitor, email: string, password: string): Promise<void> {
	await visitor.open('/aanmelden');
	await sendSignIn(visitor, email, password);
	expect(visitor).toHaveAddress(/\/account$/);
}

export async function signOut(
	visitor: Visitor,
	button: 'Meld je af' | 'Meld je overal af' = 'Meld je af'
): Promise<void> {
	await visitor.open('/afmelden');
	await visitor.getByRole('button', { name: button }).click();
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Je bent afgemeld');
}

/** The first link to a page of ours, as path and query. @param path without language prefix, such as `/auth/confirm` */
export function linkIn({ text }: Pick<Mail, 'text'>, path: string): string {
	for (const [href] of text.matchAll(/https?:\/\/[^\s<>]+/g)) {
		const { pathname, search } = new URL(href);
		if (pathname.replace(/^\/(fr|en)(?=\/)/, '') === path) return pathname + search;
	}
	throw new Error(`No link to ${path} in:\n${text}`);
}
