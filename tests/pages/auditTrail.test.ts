import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

describe('the audit trail', () => {
	describe('without scripts', () => {
		it('tells who did what to whom, and can be read by action and by person', async () => {
			const { admin, visitor } = await site.administrator();
			const person = await site.person({ fullName: 'Xander Spoor' });
			await visitor.open('/beheer/aanvragen');
			await visitor.getByRole('button', { name: `Keur goed ${person.fullName}` }).click();
			expect(visitor.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('Goedgekeurd');

			await visitor.open('/beheer/logboek');
			visitor.getByLabel('Wat er gebeurde').choose('Goedgekeurd');
			await visitor.getByRole('button', { name: 'Toon' }).click();
			expect(visitor).toHaveAddress(/actie=approved/);
			const line = visitor.getByRole('listitem').filter({ hasText: person.fullName }).first();
			expect(line).toContainText(`${admin.fullName} keurde de aanvraag van ${person.fullName} goed.`);
			expect(line).toContainText('Gemeente Gent');
			await line.getByRole('link', { name: `Alles over ${person.fullName}` }).click();
			expect(visitor.getByText(`${person.fullName} vroeg een account aan.`)).toBeVisible();
			await visitor.getByRole('link', { name: 'Toon iedereen' }).click();
			expect(visitor).toHaveAddress(/\/beheer\/logboek$/);
		});
	});

	it('keeps what happened after somebody left, without the name', async () => {
		const { visitor } = await site.administrator();
		const person = await site.person({ fullName: 'Yara Vertrekt', status: 'approved' });
		await site.sql`delete from auth.users where id = ${person.id}`;
		await visitor.open(`/beheer/logboek?account=${person.id}`);
		expect(
			visitor.getByText(`Vertrokken account ${person.id.slice(0, 4)} vroeg een account aan.`)
		).toBeVisible();
		expect(
			visitor.getByText(`alleen wat over vertrokken account ${person.id.slice(0, 4)} gaat`)
		).toBeVisible();
		expect(visitor.getByText(person.fullName)).toHaveCount(0);
	});

	it('is turned over page by page', async () => {
		const { visitor } = await site.administrator();
		const person = await site.person({ fullName: 'Zoë Bladert' });
		await site.sql`
			insert into public.audit_entry (action, account_id)
			select case when n = 1 then 'paused' else 'resumed' end, ${person.id}::uuid
			from generate_series(1, 60) as n order by n`;
		await visitor.open(`/beheer/logboek?account=${person.id}`);
		expect(visitor.locator('main ol > li')).toHaveCount(50);
		await visitor.getByRole('link', { name: 'Toon ouder' }).click();
		// The registration and the first ten of the sixty.
		expect(visitor.locator('main ol > li')).toHaveCount(11);
		expect(visitor.getByText(`${person.fullName} pauzeerde het eigen account.`)).toBeVisible();
		await visitor.getByRole('link', { name: 'Naar het nieuwste' }).click();
		expect(visitor.locator('main ol > li')).toHaveCount(50);
	});
});

describe('mail, without scripts', () => {
	it('what was given up says why, and leaves when it is sent again', async () => {
		const { admin, visitor } = await site.administrator();
		const address = 'opgegeven@gent.be';
		await site.sql`
				insert into public.email_outbox (template, locale, to_address, params, status, attempts, last_error)
				values ('account_left', 'nl', ${address}, '{"name": "Opgegeven"}', 'dead', 6, '550 mailbox is vol')`;
		await visitor.open('/beheer/mail');
		const card = visitor.getByRole('article').filter({ hasText: address });
		expect(card).toContainText('550 mailbox is vol');
		await card.getByRole('button', { name: 'Verstuur nu' }).click();
		expect(visitor.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('De mail vertrekt nu.');
		await site.mailTo(address);
		await visitor.open('/beheer/mail');
		expect(card).toHaveCount(0);
		const entries = await site.sql`
				select actor_id from public.audit_entry where action = 'mail_resent' and actor_id = ${admin.id}`;
		expect(entries.length).toBe(1);
	});
});
