import type { BrowserContext, Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { expect, test, type Person } from './support/administration.ts';
import { watch } from './support/test.ts';

/** Of one request. */
const card = (page: Page, { fullName }: Person) => page.getByRole('article', { name: fullName, exact: true });
const result = (page: Page) => page.getByRole('group', { name: 'Wat er gebeurde' });
const statusOf = async (sql: Sql, { id }: Person): Promise<unknown> =>
	(await sql`select status from public.profile where id = ${id}`)[0]?.status;

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of 400/] });

	test('a request is approved with one click, and taken back before its mail has left', async ({
		page,
		admin,
		administration
	}) => {
		const anna = await administration.person({
			fullName: 'Anna Aanvraag',
			motivation: 'Graag.'
		});
		await page.goto('/beheer/aanvragen');
		await expect(card(page, anna)).toContainText('Klopt: gent.be hoort bij dit bestuur.');
		await card(page, anna).getByRole('button', { name: 'Keur goed' }).click();
		await expect(result(page)).toBeFocused();
		await expect(result(page)).toContainText(`Goedgekeurd: ${anna.fullName}.`);
		await expect(card(page, anna)).toHaveCount(0);
		expect(await statusOf(administration.sql, anna)).toBe('approved');

		// Undoing survives a reload.
		await page.goto('/beheer/aanvragen');
		const recent = page.getByRole('region', { name: 'Net beslist' });
		await expect(recent).toContainText(`${anna.fullName} is goedgekeurd door ${admin.fullName}.`);
		await recent.getByRole('button', { name: `Maak ongedaan ${anna.fullName}` }).click();
		await expect(result(page)).toContainText(`De aanvraag van ${anna.fullName} wacht weer`);
		await expect(card(page, anna)).toBeVisible();
		expect(await statusOf(administration.sql, anna)).toBe('pending');
	});

	test('a request is rejected with a reason in the language of who asked, and the mail says it', async ({
		page,
		admin,
		administration
	}) => {
		const chloe = await administration.person({
			fullName: 'Chloé Demande',
			email: `chloe@gmail.com`,
			locale: 'fr'
		});
		await page.goto('/beheer/aanvragen');
		await expect(card(page, chloe)).toContainText('Let op: bij gmail.com kan iedereen een adres krijgen.');
		await card(page, chloe).getByRole('link', { name: 'Wijs af' }).click();
		await page.getByRole('button', { name: 'Wijs af' }).click();
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
		await expect(summary).toBeFocused();
		await expect(summary).toContainText('Schrijf een reden in het Frans');

		await expect(page).toHaveTitle(/^Fout: Aanvraag van Chloé Demande/);

		// An example text comes below what was typed.
		const reason = page.getByLabel('Reden, in het Frans');
		await reason.fill('Bonjour Chloé,');
		await page.getByRole('button', { name: 'Geen adres van het werk' }).click();
		await expect(reason).toHaveValue(/^Bonjour Chloé,\n\n.*adresse e-mail professionnelle/);
		expect(await statusOf(administration.sql, chloe)).toBe('pending');
		await expect(reason).toHaveAttribute('lang', 'fr');
		await reason.fill('Écrivez-nous avec votre adresse de Gand.');
		await page.getByRole('button', { name: 'Wijs af' }).click();
		await expect(page).toHaveURL(/\/beheer\/aanvragen\?besluit=afwijzen/);
		await expect(result(page)).toBeFocused();
		await expect(result(page)).toContainText(`Afgewezen: ${chloe.fullName}.`);

		await page.getByRole('button', { name: `Verstuur de mail nu ${chloe.fullName}` }).click();
		await expect(result(page)).toContainText('De mail vertrekt nu.');
		const got = () => administration.mail.received.find(({ to }) => to.includes(chloe.email));
		await expect.poll(() => got()?.mail.text).toContain('Écrivez-nous avec votre adresse de Gand.');
		expect(admin.fullName).toBe('Ada Beheer');
	});

	test('many are decided together, after a page that lists them', async ({
		page,
		admin: _admin,
		administration
	}) => {
		const people = [
			await administration.person({ fullName: 'Bram Samen' }),
			await administration.person({ fullName: 'Cato Samen', locale: 'en' })
		];
		await page.goto('/beheer/aanvragen');
		const approve = page.getByRole('button', { name: 'Keur gekozen goed' });
		await approve.click();
		await expect(page.getByText('Je koos nog geen aanvraag. Vink er eerst een aan.')).toBeVisible();
		await page.goto('/beheer/aanvragen');
		for (const person of people) await card(page, person).getByRole('checkbox', { name: /^Kies/ }).check();
		await approve.click();
		await expect(page.getByText('Je keurt 2 aanvragen goed.')).toBeVisible();
		for (const { fullName } of people) await expect(page.getByText(fullName)).toBeVisible();
		await page.getByRole('button', { name: 'Keur goed' }).click();
		await expect(result(page)).toBeFocused();
		await expect(result(page)).toContainText('Goedgekeurd:');
		for (const person of people) {
			await expect(result(page)).toContainText(person.fullName);
			expect(await statusOf(administration.sql, person)).toBe('approved');
		}

		// What happened stays true when it is asked again: what was taken back is not called approved.
		const address = page.url();
		await page.getByRole('button', { name: `Maak ongedaan ${people[0]?.fullName}` }).click();
		await expect(result(page)).toContainText('Ongedaan gemaakt.');
		await page.goto(address);
		await expect(result(page)).toContainText(`Goedgekeurd: ${people[1]?.fullName}.`);
	});
});

test('all requests of a page are chosen at once', async ({ page, admin: _admin, administration }) => {
	const people = [
		await administration.person({ fullName: 'Dora Allen' }),
		await administration.person({ fullName: 'Eef Allen' })
	];
	await page.goto('/beheer/aanvragen');
	const all = page.getByRole('checkbox', { name: 'Kies alles op deze pagina' });
	await all.check();
	for (const person of people)
		await expect(card(page, person).getByRole('checkbox', { name: /^Kies/ })).toBeChecked();
	for (const person of people) await card(page, person).getByRole('checkbox', { name: /^Kies/ }).uncheck();
	await expect(all).not.toBeChecked();
});

test('of two administrators at the same request the second is told what the first decided', async ({
	page,
	admin,
	administration,
	browser
}) => {
	const person = await administration.person({ fullName: 'Filip Tweemaal' });
	const second = await administration.person({ fullName: 'Bert Beheer', status: 'approved', role: 'admin' });
	const other: BrowserContext = await browser.newContext({ baseURL: administration.url, locale: 'nl-BE' });
	const problems = watch(other);
	await administration.signIn(other, second);
	const otherPage = await other.newPage();
	await Promise.all([page.goto('/beheer/aanvragen'), otherPage.goto('/beheer/aanvragen')]);

	await card(page, person).getByRole('button', { name: 'Keur goed' }).click();
	await expect(result(page)).toContainText(`Goedgekeurd: ${person.fullName}.`);
	await card(otherPage, person).getByRole('button', { name: 'Keur goed' }).click();
	await expect(result(otherPage)).toContainText(
		`${person.fullName} was al goedgekeurd, door ${admin.fullName} op`
	);

	// The page on which the second one was about to reject says so too.
	await otherPage.goto(`/beheer/aanvragen/beslissen?besluit=afwijzen&account=${person.id}`);
	await expect(otherPage.getByText('Je koos geen aanvraag die nog wacht.')).toBeVisible();
	const decisions = await administration.sql`
		select decided_by from public.account_decision where account_id = ${person.id}`;
	expect(decisions.map(({ decided_by }) => decided_by)).toEqual([admin.id]);
	expect(problems()).toEqual([]);
	await other.close();
});
