import type { Locator, Page } from '@playwright/test';
import { PASSWORD, expect, test, type Administration, type Person } from './support/administration.ts';
import { violations, violationsInBothSchemes } from './support/axe.ts';

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

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts, expectedErrors: [/status of (400|409)/] });

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
			const summary = page.getByRole('group', { name: 'Kijk dit nog even na' });
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
			expect(seen).toContain('0470 12 34 56');
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
			const me = await signedIn(
				{ administration, page },
				{ fullName: scripts ? 'Vera Vertrekker' : 'Victor Vertrekker' }
			);
			await page.goto('/account/verlaten');
			await expect(page.getByRole('main').getByRole('link', { name: 'pauzeren' })).toHaveCount(1);
			await page.getByRole('button', { name: 'Wis mijn account' }).click();
			await expect(page.getByRole('group', { name: 'Kijk dit nog even na' })).toBeFocused();
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
}

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

test('whoever walks away from changes is asked whether that is meant', async ({ administration, page }) => {
	await signedIn({ administration, page });
	await page.goto('/account');
	const name = page.getByLabel('Naam', { exact: true });
	await page.getByLabel('Toon mij aan collega’s').check();
	await name.fill('Niet bewaard');
	// The scripts are there once the preview follows.
	await expect(preview(page)).toContainText('Niet bewaard');
	page.once('dialog', (dialog) => void dialog.dismiss());
	await page.getByRole('link', { name: 'Over', exact: true }).first().click();
	await expect(name).toHaveValue('Niet bewaard');
	page.once('dialog', (dialog) => {
		expect(dialog.message()).toContain('nog niet bewaard');
		void dialog.accept();
	});
	await page.getByRole('link', { name: 'Over', exact: true }).first().click();
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

test('the download holds everything, as a file that no cache keeps', async ({ administration, page }) => {
	const me = await signedIn({ administration, page }, { motivation: 'Omdat het beter kan.' });
	await page.goto('/account');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download je gegevens' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/\.json$/);
	const answer = await page.context().request.get('/account/gegevens.json');
	expect(answer.headers()['cache-control']).toContain('no-store');
	const held = await answer.json();
	expect(held).toMatchObject({
		signIn: { id: me.id, email: me.email },
		profile: { full_name: me.fullName, motivation: 'Omdat het beter kan.' },
		localGovernment: 'Gemeente Gent',
		history: expect.arrayContaining([expect.objectContaining({ action: 'registered' })])
	});
	expect(JSON.stringify(held)).not.toContain('$2');
});

test('a visitor is refused on every question, and sees that nowhere', async ({
	administration,
	page,
	browser,
	baseURL
}) => {
	const me = await signedIn({ administration, page });
	await page.goto('/account/als-bezoeker');
	await expect(page.getByText('Een bezoeker krijgt niets van jou te zien')).toBeVisible();
	await expect(page.getByText('Geweigerd')).toHaveCount(6);
	await expect(page.getByRole('main')).toContainText(me.email);

	const visitor = await browser.newContext({ baseURL: baseURL ?? '' });
	for (const path of ['/account', '/account/als-bezoeker', '/account/gegevens.json', '/account/verlaten']) {
		const answer = await visitor.request.get(path, { maxRedirects: 0 });
		expect([answer.status(), answer.headers().location], path).toEqual([
			303,
			`/aanmelden?next=${encodeURIComponent(path)}`
		]);
		expect(await answer.text()).not.toContain(me.fullName);
	}
	await visitor.close();
});

test('what somebody sees while signed in is kept by no cache', async ({ administration, page }) => {
	await signedIn({ administration, page });
	for (const path of ['/account', '/account/toegang', '/account/als-bezoeker', '/account/verlaten']) {
		const answer = await page.context().request.get(path);
		expect(answer.headers()['cache-control'], path).toContain('no-store');
	}
});

test.describe('an account that is not open', () => {
	test.use({ expectedErrors: [/status of 404/] });

	test('waits in plain words, and can be completed meanwhile', async ({ administration, page }) => {
		await signedIn({ administration, page }, { status: 'pending' });
		await page.goto('/account');
		await expect(page.getByRole('heading', { name: 'Een beheerder bekijkt je aanvraag' })).toBeVisible();
		await page.getByLabel('Functie', { exact: true }).fill('Coach');
		await save(page);
		await expect(confirmation(page, 'Je gegevens zijn bewaard')).toBeFocused();
		expect(await seenByColleagues(page)).toMatch(/Jij krijgt\s+Niets/);
	});

	for (const [status, heading] of [
		['rejected', 'Je aanvraag is niet goedgekeurd'],
		['suspended', 'Je account is geschorst']
	] as const) {
		test(`and is ${status} offers a copy, leaving and signing out, and nothing else`, async ({
			administration,
			page
		}) => {
			await signedIn({ administration, page }, { status });
			await page.goto('/account');
			await expect(page.getByRole('heading', { name: heading })).toBeVisible();
			await expect(page.getByRole('button', { name: 'Bewaar' })).toHaveCount(0);
			const links = page.getByRole('main').getByRole('listitem').getByRole('link');
			await expect(links).toHaveText(['Download je gegevens', 'Verlaat Lokaal Vrijwilligen']);
			await expect(page.getByRole('button', { name: 'Meld je overal af' })).toBeVisible();
			for (const path of ['toegang', 'bestuur', 'pauze', 'als-bezoeker']) {
				expect((await page.goto(`/account/${path}`))?.status(), path).toBe(404);
			}
			expect((await page.context().request.get('/account/gegevens.json')).status()).toBe(200);
		});
	}

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

test.describe('the last administrator', () => {
	test.use({ expectedErrors: [/status of 409/] });

	test('is told to appoint another one before leaving', async ({ administration, admin, page }) => {
		await administration.sql`
			update public.profile set role = 'member', status = 'pending' where role = 'admin' and id <> ${admin.id}`;
		await page.goto('/account/verlaten');
		await page.getByLabel('Typ “verlaat”').fill('verlaat');
		await page.getByRole('button', { name: 'Wis mijn account' }).click();
		const notice = confirmation(page, 'Je bent de enige beheerder');
		await expect(notice).toBeFocused();
		await expect(notice.getByRole('link')).toHaveAttribute('href', '/beheer/leden');
		await page.goto('/account');
		await expect(page.getByLabel('iemand een account aanvraagt')).toBeVisible();
	});
});

test.describe('another local government', () => {
	test.use({ javaScriptEnabled: false, expectedErrors: [/status of 400/] });

	test('makes an approved account wait again, after saying so', async ({ administration, page }) => {
		await signedIn({ administration, page }, { government: 'gemeente-gent' });
		await page.goto('/account/bestuur');
		await expect(page.getByText('Nu hoort je account bij Gemeente Gent.')).toBeVisible();
		await expect(page.getByText('moet je account opnieuw goedkeuren')).toBeVisible();
		await page.getByRole('textbox').fill('Kruishoutem');
		await page.getByRole('button', { name: 'Verander van bestuur' }).click();
		await expect(page.getByRole('group', { name: 'Kijk dit nog even na' })).toBeFocused();
		await page.getByRole('radio', { name: /^OCMW Kruisem/ }).check();
		await page.getByRole('button', { name: 'Verander van bestuur' }).click();
		await expect(confirmation(page, 'Je account hoort nu bij OCMW Kruisem')).toBeFocused();
		await expect(page.getByRole('heading', { name: 'Een beheerder bekijkt je aanvraag' })).toBeVisible();
	});

	test('has to be one that exists, and another one than now', async ({ administration, page }) => {
		await signedIn({ administration, page }, { government: 'gemeente-gent' });
		for (const typed of ['', 'zzqqxx', 'Gemeente Gent', '<script>alert(1)</script>']) {
			await page.goto('/account/bestuur');
			await page.getByRole('textbox').fill(typed);
			await page.getByRole('button', { name: 'Verander van bestuur' }).click();
			await expect(page.getByRole('group', { name: 'Kijk dit nog even na' }), typed).toBeFocused();
			await expect(page.getByRole('textbox')).toHaveValue(typed);
		}
	});
});

test.describe('another e-mail address', () => {
	test.use({ expectedErrors: [/status of (400|429)/] });

	async function ask(page: Page, email: string, password: string): Promise<void> {
		await page.goto('/account/toegang');
		await page.getByLabel('Nieuw e-mailadres').fill(email);
		await page.getByLabel('Je huidige wachtwoord').fill(password);
		await page.getByRole('button', { name: 'Verander je e-mailadres' }).click();
	}

	test('asks for the password, and for a real and new address', async ({ administration, page }) => {
		const me = await signedIn({ administration, page });
		const summary = page.getByRole('group', { name: 'Kijk dit nog even na' });
		await ask(page, 'noor@', '');
		await expect(summary.getByRole('listitem')).toHaveCount(2);
		await ask(page, me.email.toUpperCase(), PASSWORD);
		await expect(summary).toContainText('Dit is al je e-mailadres');
		await ask(page, `nieuw.${me.email}`, 'niet mijn wachtwoord');
		await expect(summary).toContainText('Dit is niet je huidige wachtwoord');
		await expect(page.getByLabel('Nieuw e-mailadres')).toHaveValue(`nieuw.${me.email}`);
		await expect(page.getByLabel('Je huidige wachtwoord')).toHaveValue('');
	});

	test('counts once its mailbox has confirmed it; one that has an account gets the same answer', async ({
		administration,
		page
	}) => {
		const taken = await administration.person({ fullName: 'Iemand Anders', status: 'approved' });
		const answer = confirmation(page, 'Kijk in je mailbox');

		// Two people: who asked a moment ago waits, whatever became of it.
		const other = await signedIn({ administration, page });
		await ask(page, taken.email, PASSWORD);
		await expect(answer).toBeFocused();
		const told = (await answer.innerText()).replaceAll(taken.email, '').replaceAll(other.email, '');
		const me = await signedIn({ administration, page });
		await ask(page, `nieuw.${me.email}`, PASSWORD);
		await expect(answer).toBeFocused();
		const now = (await answer.innerText()).replaceAll(`nieuw.${me.email}`, '').replaceAll(me.email, '');
		expect(now).toBe(told);
		await expect(page.getByText(`Nu meld je je aan met ${me.email}.`)).toBeVisible();
		await expect
			.poll(() => administration.mail.received.filter(({ to }) => to.includes(taken.email)).length)
			.toBe(1);

		const [waiting] = await administration.sql<{ token: string }[]>`
			select email_change_token_new as token from auth.users where id = ${me.id}`;
		await page.goto(`/auth/confirm?token_hash=${waiting?.token ?? ''}&type=email_change`);
		await page.getByRole('button', { name: 'Bevestig de verandering' }).click();
		await expect(page).toHaveURL(/\/account/);
		await expect(page.getByRole('main')).toContainText(`nieuw.${me.email}`);
		// Whoever had the account until now is told.
		await expect
			.poll(() => administration.mail.received.filter(({ to }) => to.includes(me.email)).length)
			.toBe(1);
	});

	test('can be tried five times an hour', async ({ administration, page }) => {
		await signedIn({ administration, page });
		for (let attempt = 0; attempt < 5; attempt += 1) await ask(page, 'ergens@voorbeeld.example', 'fout');
		await ask(page, 'ergens@voorbeeld.example', PASSWORD);
		await expect(confirmation(page, 'Er is niets veranderd')).toContainText(/te vaak/);
	});
});

const LANGUAGES = { Dutch: '', French: '/fr', English: '/en' };
const PAGES = ['', '/toegang', '/bestuur', '/pauze', '/verlaten', '/als-bezoeker'];

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	test.describe(`${language}, light and dark`, () => {
		test.use({ expectedErrors: [/status of 400/] });

		test('axe finds nothing on any page of the own account', async ({ administration, page }) => {
			await signedIn({ administration, page }, { role: 'editor' });
			for (const path of PAGES) {
				await page.goto(`${prefix}/account${path}`);
				expect.soft(await violationsInBothSchemes(page), path).toEqual([]);
			}
			await page.goto(`${prefix}/account`);
			await page.locator('#fullName').fill('');
			await page.locator('main form').first().locator('button').click();
			await expect(page.locator('[aria-invalid]')).toHaveCount(1);
			expect.soft(await violationsInBothSchemes(page), 'form with errors').toEqual([]);
			await page.goto(`${prefix}/tot-ziens`);
			expect.soft(await violationsInBothSchemes(page), 'goodbye').toEqual([]);
		});
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('axe finds nothing, and nothing has to be moved sideways', async ({ administration, page }) => {
		await signedIn({ administration, page });
		for (const path of PAGES) {
			await page.goto(`/account${path}`);
			expect.soft(await violations(page), path).toEqual([]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect.soft(overflow, path).toBe(0);
		}
	});
});
