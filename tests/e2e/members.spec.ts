import { expect, test } from './support/administration.ts';
import { expectToLookRight, LOOKS } from './support/look.ts';
import { watch } from './support/test.ts';

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of 400/] });

	test('suspending asks why and what it means, and restoring gives a member back', async ({
		page,
		admin,
		administration
	}) => {
		const person = await administration.person({
			fullName: 'Rik Redacteur',
			status: 'approved',
			role: 'editor',
			locale: 'fr'
		});
		await page.goto(`/beheer/leden?q=${encodeURIComponent(person.fullName)}`);
		await page.getByRole('link', { name: `Bekijk of wijzig ${person.fullName}` }).click();
		await page.getByRole('link', { name: 'Schors dit account' }).click();
		await expect(page.getByText('verliest meteen de toegang')).toBeVisible();
		await page.getByRole('button', { name: 'Schors', exact: true }).click();
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
		await expect(summary).toBeFocused();
		await expect(page).toHaveTitle(/^Fout: /);
		await page.getByLabel('Reden, in het Frans').fill('Werkt niet meer bij dit bestuur.');
		await page.getByRole('button', { name: 'Schors', exact: true }).click();
		const result = page.getByRole('group', { name: 'Wat er gebeurde' });
		await expect(result).toContainText(`${person.fullName} is geschorst`);
		const history = page.getByRole('region', { name: 'Beslissingen' });
		await expect(history).toContainText('Werkt niet meer bij dit bestuur.');
		await expect(history).toContainText(admin.fullName);
		await expect
			.poll(() => administration.mail.received.find(({ to }) => to.includes(person.email))?.mail.text)
			.toContain('Werkt niet meer bij dit bestuur.');

		await page.getByRole('link', { name: 'Herstel dit account' }).click();
		await page.getByRole('button', { name: 'Herstel', exact: true }).click();
		await expect(result).toContainText('is hersteld');
		const [row] = await administration.sql`select status, role from public.profile where id = ${person.id}`;
		expect(row).toEqual({ status: 'approved', role: 'member' });
	});
});

test('a suspended administrator is out at once, in a window that is still open too', async ({
	page,
	admin: _admin,
	administration,
	browser
}) => {
	const person = await administration.person({
		fullName: 'Stan Straks Weg',
		status: 'approved',
		role: 'admin'
	});
	const theirs = await browser.newContext({ baseURL: administration.url, locale: 'nl-BE' });
	const problems = watch(theirs);
	await administration.signIn(theirs, person);
	const theirPage = await theirs.newPage();
	await theirPage.goto('/beheer/leden');
	await expect(theirPage.getByRole('heading', { level: 1 })).toHaveText('Leden');

	await page.goto(`/beheer/leden/wijzigen?account=${person.id}&actie=suspend`);
	await page.getByLabel('Reden, in het Nederlands').fill('Test van de schorsing.');
	await page.getByRole('button', { name: 'Schors', exact: true }).click();
	await expect(page.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('is geschorst');

	expect((await theirPage.request.get('/beheer/leden')).status()).toBe(404);
	await theirPage.getByRole('link', { name: 'Logboek' }).click();
	await expect(theirPage.getByRole('heading', { name: 'Logboek' })).toHaveCount(0);
	expect((await theirPage.goto('/beheer/logboek'))?.status()).toBe(404);
	expect(problems().filter((problem) => !/status of 404/.test(problem))).toEqual([]);
	await theirs.close();
});

for (const look of LOOKS) {
	test(`axe finds nothing in the administration in ${look.language}, and nothing sticks out`, async ({
		page,
		admin,
		administration
	}) => {
		const asker = await administration.person({
			fullName: 'Wout Van-Den-Ellenlangen-Achternaam',
			email: 'wout@een-heel-lang-domein-zonder-einde.example',
			motivation: 'a'.repeat(200)
		});
		await administration.sql`
			insert into public.email_outbox (template, locale, to_address, status, attempts, last_error)
			values ('account_left', 'nl', ${asker.email}, 'dead', 6, '550 no such mailbox')`;
		await expectToLookRight(page, look, [
			'/beheer/aanvragen',
			`/beheer/aanvragen/beslissen?besluit=afwijzen&account=${asker.id}`,
			`/beheer/leden?q=${encodeURIComponent(admin.fullName)}`,
			`/beheer/leden/wijzigen?account=${admin.id}`,
			'/beheer/logboek',
			'/beheer/mail'
		]);
	});
}
