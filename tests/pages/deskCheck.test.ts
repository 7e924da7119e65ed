import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { linkIn } from './registering.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

/** "Klopt dit nog?": from the list of the administrators, over the mail, to what visitors see. */

const DESK = 'Vrijwilligersloket Proefkaai';
const ADDRESS = 'proefkaai@gent.example';

/** A desk of Gent that nobody ever confirmed, and of which only its own address can be asked. */
async function makeDesk(): Promise<void> {
	const { sql } = site;
	await sql`update public.local_government
		set participating_since = '2024-01-01', email_domains = '{gent.be}' where slug = 'gemeente-gent'`;
	await sql`delete from public.volunteer_desk where slug = 'proefkaai'`;
	await sql`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, email, published, verified_at,
				unconfirmed_since, location_approximate, description)
		select 'proefkaai', id, ${DESK}, 'Proefkaai 1', '9000', 'Gent', 3.72, 51.05, ${ADDRESS}, true,
			'2024-03-01', '2024-03-01', true, 'Bel aan bij de achterdeur.'
		from public.local_government where slug = 'gemeente-gent'`;
}

/** @returns the link in the last mail to an address, as path and query */
const linkTo = async (address: string): Promise<string> =>
	linkIn(await site.mailTo(address), '/loketten/nakijken');

describe('without scripts', () => {
	it('a link in the mail confirms a desk with one button, and then says that it was used', async () => {
		const visitor = site.visitor();
		await makeDesk();
		await site.sql`select private.ask_desk(id) from public.volunteer_desk where slug = 'proefkaai'`;
		const link = await linkTo(ADDRESS);
		const answer = await visitor.open(link);
		expect(answer.headers.get('cache-control')).toContain('no-store');
		expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
		expect(visitor.getByRole('article')).toContainText('Proefkaai 1, 9000 Gent');
		// Nothing is confirmed that was not shown.
		expect(visitor.getByText('Bel aan bij de achterdeur.')).toBeVisible();
		expect(visitor.getByText(/51,05.*3,72/)).toBeVisible();

		visitor.getByLabel('E-mailadres van je collega').fill('collega');
		await visitor.getByRole('button', { name: 'Geef door' }).click();
		expect(visitor.getByRole('link', { name: /volledig e-mailadres/ })).toBeVisible();
		expect(visitor.getByLabel('E-mailadres van je collega')).toHaveValue('collega');

		await visitor.getByRole('button', { name: 'Ja, alles klopt' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Dank je, het loket is gecontroleerd');
		const [row] = await site.sql`
			select verified_at > now() - interval '1 hour' as confirmed, unconfirmed_since
			from public.volunteer_desk where slug = 'proefkaai'`;
		expect(row).toEqual({ confirmed: true, unconfirmed_since: null });
		await visitor.open(link);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link is al gebruikt');
		expect(visitor.getByRole('button', { name: 'Ja, alles klopt' })).toHaveCount(0);
	});
});

it('a desk is handed over to a colleague, and nobody learns who has an account', async () => {
	const { visitor } = await site.administrator();
	await makeDesk();
	const colleague = await site.person({ fullName: 'Cor Collega', status: 'approved' });
	await visitor.open('/beheer/loketten');
	await visitor.getByRole('button', { name: 'Vraag het nu' }).click();
	const link = await linkTo(ADDRESS);
	await visitor.open(link);
	for (const email of ['niemand@elders.example', colleague.email]) {
		await visitor.open(link);
		visitor.getByLabel('E-mailadres van je collega').fill(email);
		await visitor.getByRole('button', { name: 'Geef door' }).click();
		expect(visitor.getByRole('heading', { name: 'Doorgegeven' })).toBeVisible();
	}
	await visitor.open(await linkTo(colleague.email));
	expect(visitor.getByRole('link', { name: 'Pas het loket aan' })).toHaveAttribute(
		'href',
		/\/mijn-bestuur\/loketten\/[0-9a-f-]{36}$/
	);
	expect(site.mailsTo('niemand@elders.example')).toEqual([]);
	await visitor.open('/beheer/loketten');
	expect(visitor.getByRole('article', { name: DESK })).toContainText('Verantwoordelijk: Cor Collega');
});

it('a desk that was told twice is merged, after one more question', async () => {
	const { visitor } = await site.administrator();
	const { sql } = site;
	await makeDesk();
	await sql`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, published, opening_hours, description)
		select 'proefkaai-2', local_government_id, 'Loket Proefkaai', street, postcode, place, lon, lat, true,
			'Mo 09:00-12:00', 'Voor groepen na afspraak.'
		from public.volunteer_desk where slug = 'proefkaai'`;
	await visitor.open('/beheer/loketten/samenvoegen');
	expect(visitor.getByRole('heading', { name: '1 mogelijk dubbel loket' })).toBeVisible();
	await visitor.getByRole('link', { name: `Hou dit loket ${DESK}` }).click();
	expect(visitor.getByText(`${DESK} blijft zoals het is. Loket Proefkaai verdwijnt`)).toBeVisible();
	// What goes is read first.
	expect(visitor.getByText('Voor groepen na afspraak.')).toBeVisible();
	expect(visitor.getByText(/maandag/i)).toBeVisible();
	await visitor.getByRole('button', { name: 'Voeg samen' }).click();
	expect(visitor.getByText('De loketten zijn samengevoegd.')).toBeVisible();
	expect(await sql`select slug from public.volunteer_desk`).toEqual([{ slug: 'proefkaai' }]);
	expect(visitor.getByRole('heading', { name: 'Geen dubbele loketten gevonden' })).toBeVisible();
});

it('a link that is broken says what to do', async () => {
	const visitor = site.visitor();
	await visitor.open('/loketten/nakijken?token=geknipt');
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet');
	expect(visitor.getByRole('link', { name: 'Schrijf ons' })).toBeVisible();
});
