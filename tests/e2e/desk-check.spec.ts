/** "Klopt dit nog?": from the list of the administrators, over the mail, to what visitors see. */
import { violations } from './support/axe.ts';
import { expect, test, type Administration } from './support/administration.ts';
import { linkIn } from './support/mailbox.ts';

const DESK = 'Vrijwilligersloket Proefkaai';
const ADDRESS = 'proefkaai@gent.example';

/** A desk of Gent that nobody ever confirmed, and of which only its own address can be asked. */
async function makeDesk({ sql }: Administration): Promise<void> {
	await sql`update public.local_government
		set participating_since = '2024-01-01', email_domains = '{gent.be}' where slug = 'gemeente-gent'`;
	await sql`delete from public.volunteer_desk where slug = 'proefkaai'`;
	await sql`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, email, published, verified_at,
				unconfirmed_since, location_approximate)
		select 'proefkaai', id, ${DESK}, 'Proefkaai 1', '9000', 'Gent', 3.72, 51.05, ${ADDRESS}, true,
			'2024-03-01', '2024-03-01', true
		from public.local_government where slug = 'gemeente-gent'`;
}

/** Waits for the last mail to an address. @returns the link in it, as path and query */
async function linkTo({ mail }: Administration, address: string): Promise<string> {
	const found = () => mail.received.findLast(({ to }) => to.includes(address));
	await expect.poll(() => found() !== undefined).toBe(true);
	return linkIn({ text: found()?.mail.text ?? '' }, '/loketten/nakijken');
}

test('an administrator finds a desk that nobody confirmed and has it asked about', async ({
	page,
	admin: _admin,
	administration
}) => {
	await makeDesk(administration);
	await page.goto('/beheer/loketten');
	const desk = page.getByRole('article', { name: DESK });
	await expect(desk).toContainText('Niet bevestigd sinds 1 maart 2024');
	await expect(desk).toContainText(`Adres van het loket: ${ADDRESS}`);
	await expect(desk.getByRole('link', { name: 'Werk bij' })).toHaveAttribute(
		'href',
		/\/mijn-bestuur\/loketten\/[0-9a-f-]{36}\?bestuur=gemeente-gent$/
	);
	expect(await violations(page)).toEqual([]);

	await page.getByRole('link', { name: 'Offline' }).click();
	await expect(page.getByText('Hier staat geen loket.')).toBeVisible();
	await page.getByRole('link', { name: 'Pin bij benadering' }).click();
	await expect(page).toHaveURL(/lijst=benaderd$/);
	await page.getByLabel('Gemeente, bestuur, loket of postcode').fill('gent');
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page).toHaveURL(/lijst=benaderd&q=gent/);
	await desk.getByRole('button', { name: 'Vraag het nu' }).click();
	await expect(page.getByText(`De vraag is verstuurd voor ${DESK}.`)).toBeVisible();
	await expect(desk).toContainText('één keer in deze ronde');
	expect(await linkTo(administration, ADDRESS)).toMatch(/token=[0-9a-f]{64}$/);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, expectedErrors: [/status of 400/] });

	test('a link in the mail confirms a desk with one button, and then says that it was used', async ({
		page,
		administration
	}) => {
		await makeDesk(administration);
		administration.mail.received.length = 0;
		await administration.sql`select private.ask_desk(id) from public.volunteer_desk where slug = 'proefkaai'`;
		const link = await linkTo(administration, ADDRESS);
		const answer = await page.goto(link);
		expect(answer?.headers()['cache-control']).toContain('no-store');
		await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
		await expect(page.getByRole('article')).toContainText('Proefkaai 1, 9000 Gent');

		await page.getByLabel('E-mailadres van je collega').fill('collega');
		await page.getByRole('button', { name: 'Geef door' }).click();
		await expect(page.getByRole('link', { name: /volledig e-mailadres/ })).toBeVisible();
		await expect(page.getByLabel('E-mailadres van je collega')).toHaveValue('collega');

		await page.getByRole('button', { name: 'Ja, alles klopt' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dank je, het loket is nagekeken');
		const [row] = await administration.sql`
			select verified_at > now() - interval '1 hour' as confirmed, unconfirmed_since
			from public.volunteer_desk where slug = 'proefkaai'`;
		expect(row).toEqual({ confirmed: true, unconfirmed_since: null });
		await page.goto(link);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link is al gebruikt');
		await expect(page.getByRole('button', { name: 'Ja, alles klopt' })).toHaveCount(0);
	});
});

test('a desk is handed over to a colleague, and nobody learns who has an account', async ({
	page,
	admin: _admin,
	administration
}) => {
	await makeDesk(administration);
	const colleague = await administration.person({ fullName: 'Cor Collega', status: 'approved' });
	administration.mail.received.length = 0;
	await page.goto('/beheer/loketten');
	await page.getByRole('button', { name: 'Vraag het nu' }).click();
	const link = await linkTo(administration, ADDRESS);
	await page.goto(link);
	expect(await violations(page)).toEqual([]);
	for (const email of ['niemand@elders.example', colleague.email]) {
		await page.goto(link);
		await page.getByLabel('E-mailadres van je collega').fill(email);
		await page.getByRole('button', { name: 'Geef door' }).click();
		await expect(page.getByRole('heading', { name: 'Doorgegeven' })).toBeVisible();
	}
	await page.goto(await linkTo(administration, colleague.email));
	await expect(page.getByRole('link', { name: 'Pas het loket aan' })).toHaveAttribute(
		'href',
		/\/mijn-bestuur\/loketten\/[0-9a-f-]{36}$/
	);
	expect(administration.mail.received.flatMap(({ to }) => to)).not.toContain('niemand@elders.example');
	await page.goto('/beheer/loketten');
	await expect(page.getByRole('article', { name: DESK })).toContainText('Verantwoordelijk: Cor Collega');
});

test('a desk that was told twice is merged, after one more question', async ({
	page,
	admin: _admin,
	administration
}) => {
	const { sql } = administration;
	await makeDesk(administration);
	await sql`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, published)
		select 'proefkaai-2', local_government_id, 'Loket Proefkaai', street, postcode, place, lon, lat, true
		from public.volunteer_desk where slug = 'proefkaai'`;
	await page.goto('/beheer/loketten/samenvoegen');
	await expect(page.getByRole('heading', { name: '1 mogelijk dubbel loket' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: `Houd dit loket ${DESK}` }).click();
	await expect(page.getByText(`${DESK} blijft zoals het is. Loket Proefkaai verdwijnt`)).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Voeg samen' }).click();
	await expect(page.getByText('De loketten zijn samengevoegd.')).toBeVisible();
	expect(await sql`select slug from public.volunteer_desk`).toEqual([{ slug: 'proefkaai' }]);
	await expect(page.getByRole('heading', { name: 'Geen dubbele loketten gevonden' })).toBeVisible();
});

test('a link that is broken says what to do', async ({ page }) => {
	await page.goto('/loketten/nakijken?token=geknipt');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet');
	await expect(page.getByRole('link', { name: 'Schrijf ons' })).toBeVisible();
});
