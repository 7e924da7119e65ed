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
	await expect(desk).toContainText('Niet gecontroleerd sinds 1 maart 2024');
	await expect(desk).toContainText(`Adres van het loket: ${ADDRESS}`);
	await expect(desk.getByRole('link', { name: 'Werk bij' })).toHaveAttribute(
		'href',
		/\/mijn-bestuur\/loketten\/[0-9a-f-]{36}\?bestuur=gemeente-gent$/
	);
	expect(await violations(page)).toEqual([]);

	await page.getByRole('link', { name: 'Offline' }).click();
	await expect(page.getByText('Hier staat geen loket.')).toBeVisible();
	await page.getByRole('link', { name: 'Pin niet op de juiste plaats' }).click();
	await expect(page).toHaveURL(/lijst=benaderd$/);
	await page.getByLabel('Gemeente, bestuur, loket of postcode').fill('gent');
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page).toHaveURL(/lijst=benaderd&q=gent/);
	await desk.getByRole('button', { name: 'Vraag het nu' }).click();
	await expect(page.getByText(`De vraag is verstuurd voor ${DESK}.`)).toBeVisible();
	await expect(desk).toContainText('één keer in deze ronde');
	expect(await linkTo(administration, ADDRESS)).toMatch(/token=[0-9a-f]{64}$/);
});
