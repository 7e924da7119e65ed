/**
 * A site without example data, and people in it as the database knows them: what administrators decide about is made in
 * one step, so that these tests wait for no registration. Every test begins with nobody.
 */
import type { BrowserContext } from '@playwright/test';
import type postgres from 'postgres';
import type { MailServer } from '../../../src/lib/base/mail/smtp.fixture.ts';
import { makePerson, type Person, type PersonOptions } from '../../fixtures/people.ts';
import { sessionCookies } from '../../fixtures/session.ts';
import { expect, test as base } from './test.ts';

export { expect };

export type { Person, PersonOptions };

export interface Administration {
	/** Of the site, without slash at the end. */
	url: string;
	mail: MailServer;
	/** As the owner of the database. */
	sql: postgres.Sql;
	person(options: PersonOptions): Promise<Person>;
	/** Opens a session of that person in the browser. */
	signIn(context: BrowserContext, person: Person): Promise<void>;
}

export const test = base.extend<{ administration: Administration; admin: Person }>({
	administration: [
		async ({ emptySite }, use, { title }) => {
			await emptySite.beginTest(title);
			const { url, mail, sql, keys } = emptySite;
			await use({
				url,
				mail,
				sql,
				person: (options) =>
					sql.begin((transaction) =>
						makePerson((text, parameters) => transaction.unsafe(text, parameters), options)
					),
				signIn: async (context, person) => {
					const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = keys;
					const cookies = await sessionCookies(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, person);
					await context.addCookies(
						cookies.map((cookie) => ({ ...cookie, url, httpOnly: true, sameSite: 'Lax' as const }))
					);
				}
			});
		},
		{ auto: true }
	],

	// Whoever has a page of the site has it as every test begins.
	baseURL: async ({ administration }, use) => {
		await use(administration.url);
	},

	/** Signed in already. */
	admin: async ({ administration, context }, use) => {
		const admin = await administration.person({ fullName: 'Ada Beheer', status: 'approved', role: 'admin' });
		await administration.signIn(context, admin);
		await use(admin);
	}
});
