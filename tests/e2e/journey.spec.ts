/**
 * The three promises, from the first click to the last trace: an account is approved, nobody without one sees anything of
 * it, and whoever leaves is gone. Without scripts: tests/pages/journey.test.ts.
 */
import { traces } from '../fixtures/traces.ts';
import { fillIn, sendSignIn, signOut, stranger } from './support/account.ts';
import { expect, test } from './support/administration.ts';
import { linkIn } from './support/mailbox.ts';

test.use({ expectedErrors: [/status of 40[04]/] });

test('somebody registers, waits unseen, is let in, pauses and leaves without a trace', async ({
	page,
	browser,
	administration
}) => {
	const { mail, sql, url } = administration;
	const surname = 'Zonnedauw';
	const person = stranger({
		fullName: `Wietse ${surname}`,
		email: `wietse.${surname.toLowerCase()}@gent.be`
	});
	const tracesOf = (wanted: string[]) => traces((text, parameters) => sql.unsafe(text, parameters), wanted);
	const words = [surname, person.email, '+32470998877', 'onuitwisbaar'];
	const mailed = (subject: RegExp) =>
		mail.received.find((one) => one.to.includes(person.email) && subject.test(one.mail.subject ?? ''));

	await test.step('registers, on a form that says what happens next', async () => {
		await fillIn(page, person);
		await page.getByLabel('Waarom wil je meedoen?').fill('Omdat het onuitwisbaar is.');
		await page.getByRole('button', { name: 'Vraag je account aan' }).click();
		await expect(page).toHaveURL(/\/registreren\/bevestig$/);
	});

	await test.step('confirms the address, by a button behind the link', async () => {
		await expect.poll(() => mailed(/Bevestig/)).toBeDefined();
		const text = mailed(/Bevestig/)?.mail.text ?? '';
		await page.goto(linkIn({ text }, '/auth/confirm'));
		await page.getByRole('main').getByRole('button').click();
		await expect(page).toHaveURL(/\/account\?klaar=bevestigd$/);
		await expect(page.getByRole('main')).toContainText('Een beheerder bekijkt je aanvraag');
	});

	await test.step('sees nothing of others while waiting', async () => {
		await administration.person({ fullName: 'Collega Blijft', status: 'approved' });
		for (const path of ['/beheer/aanvragen', '/beheer/leden', '/beheer/logboek', '/beheer/mail']) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBe(404);
		}
		await page.goto('/account');
		await expect(page.getByRole('main')).not.toContainText('Collega Blijft');
	});

	await test.step('is nowhere for a visitor', async () => {
		const visitor = await browser.newContext();
		for (const path of ['/', '/besturen/gent', '/privacy/wie-ziet-wat', '/api/v1/municipalities.json']) {
			const answer = await visitor.request.get(url + path);
			expect(await answer.text(), path).not.toContain(surname);
		}
		await visitor.close();
	});

	await test.step('is approved by an administrator', async () => {
		const context = await browser.newContext({
			extraHTTPHeaders: { 'x-test-client': '10.9.8.7' }
		});
		const ada = await administration.person({
			fullName: 'Ada Beheer',
			status: 'approved',
			role: 'admin'
		});
		await administration.signIn(context, ada);
		const desk = await context.newPage();
		await desk.goto(`${url}/beheer/aanvragen`);
		const card = desk.getByRole('article', { name: person.fullName, exact: true });
		await expect(card).toContainText('onuitwisbaar');
		await card.getByRole('button', { name: 'Keur goed' }).click();
		await desk.getByRole('button', { name: `Verstuur de mail nu ${person.fullName}` }).click();
		await expect(desk.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('vertrekt nu');
		await context.close();
	});

	await test.step('gets the mail, and signs in as a member', async () => {
		await expect.poll(() => mailed(/goedgekeurd/i)).toBeDefined();
		await signOut(page);
		await page.goto('/aanmelden');
		await sendSignIn(page, person.email, person.password);
		await expect(page).toHaveURL(/\/account$/);
		await page.getByRole('textbox', { name: 'Telefoon' }).fill('0470 99 88 77');
		await page.getByLabel('Toon mij aan collega’s').check();
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByRole('main')).toContainText('Je gegevens zijn bewaard');
		expect((await tracesOf(words)).length).toBeGreaterThan(0);
	});

	await test.step('pauses: no longer among colleagues', async () => {
		await page.goto('/account/pauze');
		await page.getByRole('button', { name: 'Pauzeer' }).click();
		await expect(page.getByRole('main')).toContainText('Je account staat op pauze');
	});

	await test.step('leaves, and nothing remains but entries that name nobody', async () => {
		const [row] = await sql<{ id: string }[]>`
			select id from auth.users where email = ${person.email}`;
		await page.goto('/account/verlaten');
		await page.getByLabel(/Typ .verlaat./).fill('verlaat');
		await page.getByRole('button', { name: 'Wis mijn account' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je account is weg');
		await expect.poll(() => mailed(/weg|gewist|vaarwel|verwijderd/i)).toBeDefined();
		await expect.poll(() => tracesOf(words)).toEqual([]);
		expect(await tracesOf([row?.id ?? 'nobody'])).toEqual(['public.account_decision', 'public.audit_entry']);

		await page.goto('/account');
		await expect(page).toHaveURL(/\/aanmelden/);
		await sendSignIn(page, person.email, person.password);
		await expect(page.getByRole('main')).not.toContainText('Mijn account');
	});
});
