import { it } from 'vitest';
import type { Person } from '../fixtures/people.ts';
import { expect } from './expectations.ts';
import { confirmation, signedIn } from './ownAccount.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

it('whoever leaves types a word, and is gone at once without a trace', async () => {
	const { me, visitor } = await signedIn(site, { fullName: 'Victor Vertrekker' });
	await visitor.open('/account/verlaten');
	// As the page about privacy promises, and the database does.
	expect(visitor.getByRole('main')).toContainText('dat je vroeger bij je account had');
	expect(visitor.getByRole('main').getByRole('link', { name: 'pauzeren' })).toHaveCount(1);
	await visitor.getByRole('button', { name: 'Wis mijn account' }).click();
	expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
	visitor.getByLabel('Typ “verlaat”').fill(' Verlaat ');
	await visitor.getByRole('button', { name: 'Wis mijn account' }).click();

	expect(visitor).toHaveAddress(/\/tot-ziens$/);
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Je account is weg');
	expect((await visitor.cookies()).map(({ name }) => name)).toEqual([]);
	await visitor.open('/account');
	expect(visitor).toHaveAddress(/\/aanmelden\?next=%2Faccount$/);

	expect(await tracesOf(me)).toEqual([]);
	await site.mailTo(me.email);
});

/** Names of the tables in which the person's id, name or address still stands, other than the trail without names. */
async function tracesOf({ id, email, fullName }: Person): Promise<string[]> {
	const tables = await site.sql<{ name: string }>`
		select format('%I.%I', table_schema, table_name) as name
		from information_schema.tables
		where table_schema in ('public', 'auth', 'private') and table_type = 'BASE TABLE'`;
	const found: string[] = [];
	for (const { name } of tables) {
		const [row] = await site.query<{ holds: boolean }>(
			`select exists (
				select from ${name} as one
				where one::text ilike $1 or one::text ilike $2
					or (one::text like $3 and '${name}' <> 'public.audit_entry')
			) as holds`,
			[`%${email}%`, `%${fullName}%`, `%${id}%`]
		);
		if (row?.holds) found.push(name);
	}
	// The last mail is on its way.
	return found.filter((name) => name !== 'public.email_outbox');
}

it('the last administrator is told to appoint another one before leaving', async () => {
	const { admin, visitor } = await site.administrator();
	await site.sql`
		update public.profile set role = 'member', status = 'pending' where role = 'admin' and id <> ${admin.id}`;
	await visitor.open('/account/verlaten');
	visitor.getByLabel('Typ “verlaat”').fill('verlaat');
	await visitor.getByRole('button', { name: 'Wis mijn account' }).click();
	const notice = confirmation(visitor, 'Je bent de enige beheerder');
	expect(notice).toGetFocus();
	expect(notice.getByRole('link')).toHaveAttribute('href', '/beheer/leden');
	await visitor.open('/account');
	expect(visitor.getByLabel('iemand een account aanvraagt')).toBeVisible();
});
