import { violations } from './support/axe.ts';
import { expect, test, type Administration } from './support/administration.ts';
import type { BrowserContext, Page } from '@playwright/test';

/** What is not saved comes back with its reason. */
test.use({ expectedErrors: [/status of 400/] });

async function openForm(page: Page, context: BrowserContext, administration: Administration, hours: string) {
	const { sql } = administration;
	await sql`
		update public.local_government set participating_since = '2024-01-01', review_changes = false
		where slug = 'gemeente-gent'`;
	const [desk] = await sql<{ id: string }[]>`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, languages, published, opening_hours)
		select 'loket-uren', id, 'Loket Uren', 'Botermarkt 1', '9000', 'Gent', 3.7253, 51.0538,
			'+3292101010', '{nl}', true, ${hours}
		from public.local_government where slug = 'gemeente-gent' returning id`;
	const editor = await administration.person({
		fullName: 'Eva Redacteur',
		status: 'approved',
		role: 'editor'
	});
	await administration.signIn(context, editor);
	await page.goto(`/mijn-bestuur/loketten/${desk?.id ?? ''}`);
}

test('hours as a text are read while they are typed, and fill the week in', async ({
	page,
	context,
	administration
}) => {
	await openForm(page, context, administration, 'Mo-Fr 09:00-12:00');
	await page.getByText('Heb je de uren al in een tekst?').click();
	const box = page.getByLabel('Plak of typ ze hier');
	await box.fill('di 9-12');
	await expect(page.getByText(/Is het: dinsdag: 9 tot 12\suur\? Of: zondag/)).toBeVisible();
	await box.fill('di 9u-12u, eerste woensdag 14u-16u');
	await expect(
		page.getByText('Dit betekent: dinsdag: 9 tot 12 uur; eerste woensdag van de maand: 14 tot 16 uur')
	).toBeVisible();
	await box.fill('di 9u-12u, wo op afspraak 13u-16u');
	await expect(
		page.getByText('Dit betekent: dinsdag: 9 tot 12 uur; woensdag: 13 tot 16 uur, op afspraak')
	).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Vul de uren in' }).click();
	await expect(page.getByLabel('Dinsdag: van')).toHaveValue('09:00');
	await expect(page.getByLabel('Woensdag: alleen op afspraak')).toBeChecked();
	await expect(box).toHaveValue('');
});

test('an exception within another asks whether that is meant, as soon as it is', async ({
	page,
	context,
	administration
}) => {
	await openForm(page, context, administration, 'Mo-Fr 09:00-12:00; PH off');
	const year = new Date().getFullYear() + 1;
	const add = page.getByRole('button', { name: 'Voeg een uitzondering toe' });
	const exception = (number: number) => page.getByRole('region', { name: `Uitzondering ${number}` });
	const meant = exception(2).getByLabel('Op deze dagen gaat deze uitzondering voor op een langere');
	await add.click();
	await exception(1).getByLabel('Eerste dag').fill(`${year}-03-01`);
	await exception(1).getByLabel('Laatste dag').fill(`${year}-03-31`);
	await add.click();
	await exception(2)
		.getByLabel('Eerste dag')
		.fill(`${year - 2}-03-08`);
	await expect(exception(2).getByText('Deze uitzondering is al voorbij')).toBeVisible();
	await expect(meant).toHaveCount(0);
	await exception(2).getByLabel('Eerste dag').fill(`${year}-03-08`);
	await expect(meant).toBeVisible();
	await expect(page.getByText('Verbeter eerst wat er niet klopt bij de uren')).toBeVisible();
	await meant.check();
	await expect(page.getByText('Verbeter eerst wat er niet klopt bij de uren')).toHaveCount(0);
	expect(await violations(page)).toEqual([]);
});
