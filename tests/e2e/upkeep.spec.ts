import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test, type Administration } from './support/administration.ts';

// What is not saved comes back with its reason.
test.use({ expectedErrors: [/status of 4(00|09)/] });

/** A desk of a government that takes part, and nothing else of it. */
async function makeDesk({ sql }: Administration, government: string, name: string): Promise<string> {
	await sql`
		update public.local_government set participating_since = '2024-01-01', review_changes = false
		where slug = ${government}`;
	const [desk] = await sql<{ id: string }[]>`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, languages, published, opening_hours)
		select ${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}, id, ${name}, 'Botermarkt 1', '9000', 'Gent', 3.7253, 51.0538,
			'+3292101010', '{nl}', true, 'Mo-Fr 09:00-12:00'
		from public.local_government where slug = ${government}
		returning id`;
	return desk?.id ?? '';
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

test('an editor and a reviewer take one change from draft to public', async ({
	page,
	context,
	browser,
	administration
}) => {
	const id = await makeDesk(administration, 'gemeente-gent', 'Loket Vierogen');
	await administration.sql`update public.local_government set review_changes = true where slug = 'gemeente-gent'`;
	const editor = await administration.person({
		fullName: 'Eva Redacteur',
		status: 'approved',
		role: 'editor'
	});
	const reviewer = await administration.person({
		fullName: 'Rik Nazicht',
		status: 'approved',
		role: 'editor'
	});
	await administration.signIn(context, editor);

	await page.goto('/mijn-bestuur');
	await page.getByRole('link', { name: 'Pas aan Loket Vierogen' }).click();
	await page.getByLabel('Naam van het loket').fill('Loket Twee Paar Ogen');
	await page.getByLabel('Website', { exact: true }).fill('javascript:alert(1)');
	await page.getByRole('button', { name: 'Dien in' }).click();
	await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
	await page.getByLabel('Website', { exact: true }).fill('www.gent.be/vrijwilligers');
	await page.getByLabel('Telefoon', { exact: true }).fill('09/210 10 20');
	await page.getByRole('button', { name: 'Bewaar als ontwerp' }).click();
	await expect(heading(page, 'Je ontwerp is bewaard')).toBeVisible();

	await page.getByRole('region', { name: 'Jouw ontwerpen en voorstellen' }).getByRole('link').click();
	await expect(page.getByLabel('Website', { exact: true })).toHaveValue('https://www.gent.be/vrijwilligers');
	await page.getByLabel('Toelichting').fill('Nieuw nummer sinds maandag.');
	await page.getByRole('button', { name: 'Bekijk hoe het wordt' }).click();
	const preview = page.getByRole('group', { name: 'Zo ziet het publiek het' });
	await expect(preview.getByRole('article')).toContainText('09 210 10 20');
	await preview.getByRole('button', { name: 'Dien in' }).click();
	await expect(heading(page, 'Je wijziging wacht op nazicht')).toBeVisible();

	const other = await browser.newContext({ baseURL: administration.url });
	await administration.signIn(other, reviewer);
	const review = await other.newPage();
	await review.goto('/loketten/loket-vierogen');
	await expect(review.getByText('Loket Twee Paar Ogen')).toHaveCount(0);
	await review.goto('/mijn-bestuur');
	await review
		.getByRole('region', { name: 'Er wacht 1 wijziging op jou' })
		.getByRole('link', { name: 'Loket Vierogen' })
		.click();
	const difference = review.getByRole('region', { name: 'Wat er verandert' });
	await expect(difference).toContainText('09 210 10 20');
	await expect(difference).not.toContainText('Botermarkt');
	await expect(review.getByText('Nieuw nummer sinds maandag.')).toBeVisible();
	expect(await violations(review)).toEqual([]);
	await review.getByRole('button', { name: 'Keur af' }).click();
	await expect(review.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText('waarom');
	await review.getByRole('button', { name: 'Keur goed en zet online' }).click();
	await expect(heading(review, 'Goedgekeurd: de wijziging staat online')).toBeVisible();
	await review.goto('/loketten/loket-vierogen');
	await expect(heading(review, 'Loket Twee Paar Ogen').first()).toBeVisible();
	await other.close();

	await page.goto('/mijn-bestuur');
	await page
		.getByRole('region', { name: 'Jouw ontwerpen en voorstellen' })
		.getByRole('link', { name: 'Loket Twee Paar Ogen' })
		.click();
	await expect(page.getByText('Goedgekeurd door een redacteur')).toBeVisible();
	const [desk] =
		await administration.sql`select phone, published from public.volunteer_desk where id = ${id}`;
	expect(desk).toEqual({ phone: '+3292101020', published: true });
});

test('of two editors at once the second sees both versions and loses nothing', async ({
	page,
	context,
	administration
}) => {
	const id = await makeDesk(administration, 'ocmw-gent', 'Loket Samen');
	const { sql } = administration;
	const editor = await administration.person({
		fullName: 'Els Tweede',
		status: 'approved',
		role: 'editor',
		government: 'ocmw-gent'
	});
	await administration.signIn(context, editor);
	await page.goto(`/mijn-bestuur/loketten/${id}`);
	await page.getByLabel('Naam van het loket').fill('Loket van de tweede');
	await page.getByLabel('E-mailadres').fill('tweede@gent.be');
	await sql`update public.volunteer_desk set name = 'Loket van de eerste', phone = '+3292101099' where id = ${id}`;

	await page.getByRole('button', { name: 'Zet online' }).click();
	const panel = page.getByRole('group', { name: 'Iemand anders veranderde dit ook' });
	await expect(panel).toBeFocused();
	await expect(panel).toContainText('Loket van de eerste');
	await expect(panel).toContainText('Loket van de tweede');
	await expect(panel).toContainText('Loket Samen');
	await expect(page.getByLabel('Telefoon', { exact: true })).toHaveValue('09 210 10 99');
	await expect(page.getByLabel('E-mailadres')).toHaveValue('tweede@gent.be');
	expect(await violations(page)).toEqual([]);
	await panel.getByRole('button', { name: 'Neem over wat online staat Naam' }).click();
	await expect(page.getByLabel('Naam van het loket')).toHaveValue('Loket van de eerste');
	await page.getByRole('button', { name: 'Zet online' }).click();
	await expect(heading(page, 'Loket van de eerste staat online')).toBeVisible();
	const [desk] = await sql`select name, phone, email from public.volunteer_desk where id = ${id}`;
	expect(desk).toEqual({ name: 'Loket van de eerste', phone: '+3292101099', email: 'tweede@gent.be' });
});

test('the pin is moved by keyboard, and a pin in another municipality is asked about @map', async ({
	page,
	context,
	administration
}) => {
	const id = await makeDesk(administration, 'gemeente-deinze', 'Loket Speld');
	const editor = await administration.person({
		fullName: 'Piet Pin',
		status: 'approved',
		role: 'editor',
		government: 'gemeente-deinze'
	});
	await administration.signIn(context, editor);
	await page.goto(`/mijn-bestuur/loketten/${id}`);
	await page.getByText('Vul de plaats in met cijfers').click();
	// Until it is drawn a picture stands there.
	await expect(page.locator('[data-map-state="ready"]')).toBeVisible();
	await page.getByRole('button', { name: /Pin van Loket Speld/ }).press('Shift+ArrowUp');
	await expect(page.getByLabel('Breedtegraad')).toHaveValue('51.054698');
	await page.getByRole('button', { name: 'Pin naar het oosten' }).click();
	await expect(page.getByLabel('Lengtegraad')).toHaveValue('3.725443');
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Zet online' }).click();
	const doubts = page.getByRole('group', { name: 'Klopt dit?' });
	await expect(doubts).toContainText('De pin staat in Gent. Dit loket is van Deinze.');
	await doubts.getByRole('button', { name: 'Ja, het klopt: zet online' }).click();
	await expect(heading(page, 'Loket Speld staat online')).toBeVisible();
});
