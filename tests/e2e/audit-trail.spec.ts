import { expect, test } from './support/administration.ts';

test.describe('the audit trail', () => {
	test.describe('with scripts', () => {
		test('tells who did what to whom, and can be read by action and by person', async ({
			page,
			admin,
			administration
		}) => {
			const person = await administration.person({ fullName: 'Xander Spoor' });
			await page.goto('/beheer/aanvragen');
			await page.getByRole('button', { name: `Keur goed ${person.fullName}` }).click();
			await expect(page.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('Goedgekeurd');

			await page.goto('/beheer/logboek');
			await page.getByLabel('Wat er gebeurde').selectOption('Goedgekeurd');
			await page.getByRole('button', { name: 'Toon' }).click();
			await expect(page).toHaveURL(/actie=approved/);
			const line = page.getByRole('listitem').filter({ hasText: person.fullName }).first();
			await expect(line).toContainText(`${admin.fullName} keurde de aanvraag van ${person.fullName} goed.`);
			await expect(line).toContainText('Gemeente Gent');
			await line.getByRole('link', { name: `Alles over ${person.fullName}` }).click();
			await expect(page.getByText(`${person.fullName} vroeg een account aan.`)).toBeVisible();
			await page.getByRole('link', { name: 'Toon iedereen' }).click();
			await expect(page).toHaveURL(/\/beheer\/logboek$/);
		});
	});
});

test.describe('mail, with scripts', () => {
	test('what was given up says why, and leaves when it is sent again', async ({
		page,
		admin,
		administration
	}) => {
		const address = 'opgegeven@gent.be';
		await administration.sql`
				insert into public.email_outbox (template, locale, to_address, params, status, attempts, last_error)
				values ('account_left', 'nl', ${address}, '{"name": "Opgegeven"}', 'dead', 6, '550 mailbox is vol')`;
		await page.goto('/beheer/mail');
		const card = page.getByRole('article').filter({ hasText: address });
		await expect(card).toContainText('550 mailbox is vol');
		await card.getByRole('button', { name: 'Verstuur nu' }).click();
		await expect(page.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('De mail vertrekt nu.');
		await expect
			.poll(() => administration.mail.received.filter(({ to }) => to.includes(address)).length)
			.toBe(1);
		await page.goto('/beheer/mail');
		await expect(card).toHaveCount(0);
		const entries = await administration.sql`
				select actor_id from public.audit_entry where action = 'mail_resent' and actor_id = ${admin.id}`;
		expect(entries.length).toBe(1);
	});
});
