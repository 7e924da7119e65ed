import type { Locator, Page } from '@playwright/test';
import { expect, test, type Administration, type Person } from './support/administration.ts';
import { violationsOfLookInBothSchemes } from './support/axe.ts';
import { expectOpenPageToLookRight } from './support/look.ts';

/** Somebody approved whose browser this is. */
async function signedIn(
	{ administration, page }: { administration: Administration; page: Page },
	options: Partial<Parameters<Administration['person']>[0]> = {}
): Promise<Person> {
	const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved', ...options });
	await administration.signIn(page.context(), me);
	return me;
}

const save = (page: Page) => page.getByRole('button', { name: 'Bewaar' }).click();
const confirmation = (page: Page, heading: string): Locator => page.getByRole('group', { name: heading });
const preview = (page: Page): Locator => page.getByRole('complementary', { name: 'Zo zien collega’s je' });

/** Fills in again when the scripts arrived between marking what is there and typing over it. */
async function fill(field: Locator, text: string): Promise<void> {
	await expect(async () => {
		await field.fill(text);
		await expect(field).toHaveValue(text, { timeout: 300 });
	}).toPass();
}

/** What the list of colleagues really says about me. */
async function seenByColleagues(page: Page): Promise<string> {
	await page.goto('/account/als-bezoeker');
	return page
		.locator('section', {
			has: page.getByRole('heading', { name: 'Hoe je in de lijst van collega’s staat' })
		})
		.innerText();
}

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of (400|409)/] });

	test('a change is kept, and that is said', async ({ administration, page }) => {
		await signedIn({ administration, page });
		await page.goto('/account');
		await page.getByLabel('Naam', { exact: true }).fill('Noor van den Voorbeelde 🌻');
		await page.getByLabel('politiek mandataris').check();
		await page.getByLabel('Telefoon (niet verplicht)').fill('0470/12.34.56');
		await page.getByLabel('Waarvoor mogen collega’s').fill('Verzekeringen\n<b>en</b> contracten');
		await page.getByLabel('Français').check();
		await page.getByLabel('er een nieuwe collega bijkomt').check();
		await save(page);
		await expect(confirmation(page, 'Je gegevens zijn bewaard')).toBeFocused();
		await page.goto('/account');
		await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Noor van den Voorbeelde 🌻');
		await expect(page.getByLabel('politiek mandataris')).toBeChecked();
		await expect(page.getByLabel('Telefoon (niet verplicht)')).toHaveValue('0470 12 34 56');
		await expect(page.getByLabel('Waarvoor mogen collega’s')).toHaveValue(
			'Verzekeringen\n<b>en</b> contracten'
		);
		await expect(page.getByLabel('Français')).toBeChecked();
		await expect(page.getByLabel('er een nieuwe collega bijkomt')).toBeChecked();
		// For administrators only.
		await expect(page.getByLabel('iemand een account aanvraagt')).toHaveCount(0);
	});

	test('what is wrong is listed, the list has the focus, and what was typed is kept', async ({
		administration,
		page
	}) => {
		await signedIn({ administration, page });
		await page.goto('/account');
		await fill(page.getByLabel('Naam', { exact: true }), '   ');
		await fill(page.getByLabel('Functie', { exact: true }), 'Coach');
		await fill(page.getByLabel('Telefoon (niet verplicht)'), 'bel mij');
		await save(page);
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
		await expect(summary).toBeFocused();
		await expect(summary.getByRole('listitem')).toHaveCount(2);
		await expect(page).toHaveTitle(/^Fout:/);
		await expect(page.getByLabel('Telefoon (niet verplicht)')).toHaveValue('bel mij');
		await expect(page.getByLabel('Functie', { exact: true })).toHaveValue('Coach');
		await summary.getByRole('link', { name: /telefoonnummer/ }).click();
		await expect(page.getByLabel('Telefoon (niet verplicht)')).toBeFocused();
	});

	test('colleagues see what was chosen, field by field, and nothing while the account is paused', async ({
		administration,
		page
	}) => {
		await signedIn({ administration, page });
		expect(await seenByColleagues(page)).toMatch(/Jij krijgt\s+Niets/);

		await page.goto('/account');
		await page.getByLabel('Telefoon (niet verplicht)').fill('0470 12 34 56');
		await page.getByLabel('Toon mij aan collega’s').check();
		await page.getByLabel('mijn functie').uncheck();
		await page.getByLabel('mijn telefoonnummer').check();
		await save(page);
		await expect(confirmation(page, 'Je gegevens zijn bewaard')).toBeVisible();
		await expect(preview(page)).toContainText('0470 12 34 56');
		await expect(preview(page)).not.toContainText('Consulent');
		const seen = await seenByColleagues(page);
		expect(seen).toContain('Noor Voorbeeld');
		expect(seen).toMatch(/0470\s12\s34\s56/);
		expect(seen).not.toContain('Consulent');

		await page.goto('/account/pauze');
		await page.getByRole('button', { name: 'Pauzeer' }).click();
		await expect(confirmation(page, 'Je account staat op pauze')).toBeFocused();
		await expect(preview(page)).toContainText('Collega’s zien je niet zolang');
		expect(await seenByColleagues(page)).toMatch(/Jij krijgt\s+Niets/);
		await page.goto('/account');
		await expect(page.getByRole('heading', { name: 'Je account staat op pauze' })).toBeVisible();

		await page.getByRole('link', { name: 'Zet je account weer aan' }).click();
		await page.getByRole('button', { name: 'Zet weer aan' }).click();
		await expect(confirmation(page, 'Je account staat weer aan')).toBeFocused();
		expect(await seenByColleagues(page)).toContain('Noor Voorbeeld');
	});

	test('whoever leaves types a word, and is gone at once without a trace', async ({
		administration,
		page
	}) => {
		const me = await signedIn({ administration, page }, { fullName: 'Vera Vertrekker' });
		await page.goto('/account/verlaten');
		await expect(page.getByRole('main').getByRole('link', { name: 'pauzeren' })).toHaveCount(1);
		await page.getByRole('button', { name: 'Wis mijn account' }).click();
		await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
		await page.getByLabel('Typ “verlaat”').fill(' Verlaat ');
		await page.getByRole('button', { name: 'Wis mijn account' }).click();

		await expect(page).toHaveURL(/\/tot-ziens$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je account is weg');
		expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
		await page.goto('/account');
		await expect(page).toHaveURL(/\/aanmelden\?next=%2Faccount$/);

		expect(await tracesOf(administration, me)).toEqual([]);
		await expect
			.poll(() => administration.mail.received.filter(({ to }) => to.includes(me.email)).length)
			.toBe(1);
	});
});

/** Names of the tables in which the person's id, name or address still stands, other than the trail without names. */
async function tracesOf({ sql }: Administration, { id, email, fullName }: Person): Promise<string[]> {
	const tables = await sql<{ name: string }[]>`
		select format('%I.%I', table_schema, table_name) as name
		from information_schema.tables
		where table_schema in ('public', 'auth', 'private') and table_type = 'BASE TABLE'`;
	const found: string[] = [];
	for (const { name } of tables) {
		const [row] = await sql<{ holds: boolean }[]>`
			select exists (
				select from ${sql.unsafe(name)} as one
				where one::text ilike ${`%${email}%`} or one::text ilike ${`%${fullName}%`}
					or (one::text like ${`%${id}%`} and ${name} <> 'public.audit_entry')
			) as holds`;
		if (row?.holds) found.push(name);
	}
	// The last mail is on its way.
	return found.filter((name) => name !== 'public.email_outbox');
}

test('the preview follows what is typed and ticked, before it is saved', async ({ administration, page }) => {
	await signedIn({ administration, page });
	await page.goto('/account');
	await expect(preview(page)).toContainText('Collega’s zien je niet.');
	await page.getByLabel('Toon mij aan collega’s').check();
	await expect(preview(page)).toContainText('Consulent');
	await page.getByLabel('Naam', { exact: true }).fill('Nora');
	await expect(preview(page)).toContainText('Nora');
	await page.getByLabel('mijn functie').uncheck();
	await expect(preview(page)).not.toContainText('Consulent');
});

test('what is selected before the script is there can be typed over', async ({ administration, page }) => {
	await signedIn({ administration, page });
	const withheld = Promise.withResolvers<undefined>();
	await page.route('**/_app/immutable/entry/*.js', async (route) => {
		await withheld.promise;
		await route.continue();
	});
	await page.goto('/account', { waitUntil: 'commit' });
	const name = page.getByLabel('Naam', { exact: true });
	await name.selectText();
	withheld.resolve(undefined);
	// Svelte takes it away as the page becomes interactive.
	await expect(name).not.toHaveAttribute('value');
	await page.keyboard.type('Nora');
	await expect(name).toHaveValue('Nora');
});

/**
 * A link lets the browser paint before it asks (SvelteKit), so that the click may be over before the question is there, or
 * wait for its answer.
 */
async function answerOnLeaving(page: Page, answer: 'accept' | 'dismiss') {
	const [question] = await Promise.all([
		page.waitForEvent('dialog').then(async (dialog) => {
			await dialog[answer]();
			return dialog.message();
		}),
		page.getByRole('link', { name: 'Over', exact: true }).first().click()
	]);
	return question;
}

test('whoever walks away from changes is asked whether that is meant', async ({ administration, page }) => {
	await signedIn({ administration, page });
	await page.goto('/account');
	const name = page.getByLabel('Naam', { exact: true });
	await page.getByLabel('Toon mij aan collega’s').check();
	await name.fill('Niet bewaard');
	// The scripts are there once the preview follows.
	await expect(preview(page)).toContainText('Niet bewaard');
	expect(await answerOnLeaving(page, 'dismiss')).toContain('nog niet bewaard');
	await expect(name).toHaveValue('Niet bewaard');
	await answerOnLeaving(page, 'accept');
	await expect(page).toHaveURL(/\/over$/);
});

test.describe('two windows', () => {
	test.use({ expectedErrors: [/status of 409/] });

	test('a change made meanwhile in another one is not lost unseen', async ({
		administration,
		context,
		page
	}) => {
		await signedIn({ administration, page });
		const other = await context.newPage();
		await page.goto('/account');
		await other.goto('/account');
		await other.getByLabel('Functie', { exact: true }).fill('Schepen');
		await save(other);
		await expect(confirmation(other, 'Je gegevens zijn bewaard')).toBeVisible();
		await page.getByLabel('Naam', { exact: true }).fill('Nora');
		await save(page);
		await expect(confirmation(page, 'Er is niets bewaard')).toBeFocused();
		await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Nora');
		await save(page);
		await expect(confirmation(page, 'Je gegevens zijn bewaard')).toBeVisible();
	});
});

test.describe('an account that is not open', () => {
	test.use({ expectedErrors: [/status of 404/] });

	test('loses its form the moment it is suspended, in an open window too', async ({
		administration,
		page
	}) => {
		const me = await signedIn({ administration, page });
		await page.goto('/account');
		await page.getByLabel('Functie', { exact: true }).fill('Coach');
		await administration.sql`update public.profile set status = 'suspended' where id = ${me.id}`;
		await save(page);
		await expect(page.getByRole('heading', { name: 'Je account is geschorst' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Bewaar' })).toHaveCount(0);
	});
});

const PAGES = ['', '/toegang', '/bestuur', '/pauze', '/verlaten', '/als-bezoeker'];

test.describe('light and dark', () => {
	test.use({ expectedErrors: [/status of 400/] });

	test('axe finds nothing on any page of the own account', async ({ administration, page }) => {
		await signedIn({ administration, page }, { role: 'editor' });
		for (const path of PAGES) {
			await page.goto(`/account${path}`);
			expect.soft(await violationsOfLookInBothSchemes(page), path).toEqual([]);
		}
		await page.goto('/account');
		await page.locator('#fullName').fill('');
		await page.locator('main form').first().locator('button').click();
		await expect(page.locator('[aria-invalid]')).toHaveCount(1);
		expect.soft(await violationsOfLookInBothSchemes(page), 'form with errors').toEqual([]);
		await page.goto('/tot-ziens');
		expect.soft(await violationsOfLookInBothSchemes(page), 'goodbye').toEqual([]);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('axe finds nothing, and nothing has to be moved sideways', async ({ administration, page }) => {
		await signedIn({ administration, page });
		for (const path of PAGES) {
			await page.goto(`/account${path}`);
			await expectOpenPageToLookRight(page, { screens: [{ width: 360, colorScheme: 'light' }] }, path);
		}
	});
});
