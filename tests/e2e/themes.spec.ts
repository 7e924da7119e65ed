import { expect, test, type Administration, type Person } from './support/administration.ts';
import { expectToLookRight, LOOKS } from './support/look.ts';

// What is not saved comes back with its reason.
test.use({ expectedErrors: [/status of 4(00|09)/] });

/** Somebody who offers or seeks a theme. */
const gives = (
	{ sql }: Administration,
	{ id }: Person,
	topic: string,
	direction: string,
	note: string
) => sql`
	insert into public.profile_expertise (profile_id, topic_id, direction, note)
	select ${id}, id, ${direction}, ${note} from public.expertise_topic where slug = ${topic}`;

test.describe('with scripts', () => {
	test('a theme is made, renamed, and becomes part of another, and its history stays', async ({
		page,
		admin,
		administration
	}) => {
		const mark = 'een';
		const { sql } = administration;
		await page.goto('/beheer');
		await page.getByRole('link', { name: 'Thema’s' }).click();

		// A name that another theme has is refused, at the right field.
		await page.getByLabel('Naam in het Nederlands').fill(`Buurtwerk ${mark}`);
		await page.getByLabel('Naam in het Frans').fill('jeunes');
		await page.getByLabel('Naam in het Engels').fill(`Neighbourhood work ${mark}`);
		await page.getByRole('button', { name: 'Maak het thema' }).click();
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
		await expect(summary).toBeFocused();
		await expect(page.getByLabel('Naam in het Nederlands')).toHaveValue(`Buurtwerk ${mark}`);
		await summary.getByRole('link', { name: 'Een ander thema heet al zo' }).click();
		await expect(page.getByLabel('Naam in het Frans')).toBeFocused();
		await page.getByLabel('Naam in het Frans').fill(`Travail de quartier ${mark}`);
		await page.getByRole('button', { name: 'Maak het thema' }).click();
		await expect(
			page.getByRole('group', { name: `Het thema “Buurtwerk ${mark}” staat in de lijst.` })
		).toBeFocused();

		// Somebody else renames it while this form is open: nothing is lost, and saving again does it.
		await sql`
				update public.expertise_topic set name_en = ${`Local work ${mark}`} where slug = ${`buurtwerk-${mark}`}`;
		await page.getByLabel('Naam in het Nederlands').fill(`Werken in de wijk ${mark}`);
		await page.getByRole('button', { name: 'Bewaar de namen' }).click();
		await expect(page.getByRole('group', { name: 'Het thema is niet bewaard' })).toContainText(
			`Local work ${mark}`
		);
		await page.getByRole('button', { name: 'Bewaar de namen' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Werken in de wijk ${mark}`);

		const both = await administration.person({ fullName: 'Bo Beide', status: 'approved' });
		const one = await administration.person({ fullName: 'Ed Eén', status: 'approved' });
		await gives(administration, both, `buurtwerk-${mark}`, 'offered', 'Al jaren.');
		await gives(administration, both, 'verenigingen', 'offered', 'Ook.');
		await gives(administration, one, `buurtwerk-${mark}`, 'sought', 'Wie helpt?');

		await page.getByRole('link', { name: `Voeg “Werken in de wijk ${mark}” bij een ander thema` }).click();
		await page.getByLabel('Het thema dat blijft').selectOption('Verenigingen ondersteunen');
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await expect(page.getByText('Dit kan je niet ongedaan maken.')).toBeVisible();
		await expect(page.getByText('aanbiedt (1) of zoekt (1)')).toBeVisible();
		await page.getByRole('button', { name: 'Ja, voeg samen' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verenigingen ondersteunen');
		await expect(page.getByRole('group', { name: 'hoort nu bij' })).toBeFocused();
		const kept = await sql`
				select p.profile_id, p.direction, p.note from public.profile_expertise as p
				join public.expertise_topic as topic on topic.id = p.topic_id
				where topic.slug = 'verenigingen' and p.profile_id in ${sql([both.id, one.id])} order by p.direction`;
		expect(kept).toEqual([
			{ profile_id: both.id, direction: 'offered', note: 'Ook. – Al jaren.' },
			{ profile_id: one.id, direction: 'sought', note: 'Wie helpt?' }
		]);

		// Its old address leads on, to its history.
		await page.goto(`/beheer/themas?thema=buurtwerk-${mark}`);
		await expect(page).toHaveURL(/thema=verenigingen$/);
		const history = page.getByRole('region', { name: 'Geschiedenis' }).getByRole('listitem');
		await expect(history.first()).toContainText(
			`${admin.fullName} voegde het thema “Werken in de wijk ${mark}” bij “Verenigingen ondersteunen”.`
		);
		await expect(history.filter({ hasText: `maakte het thema “Buurtwerk ${mark}”` })).toHaveCount(1);
		await page.goto('/beheer/themas');
		const row = page.getByRole('row', { name: /Verenigingen ondersteunen/ });
		await expect(row).toContainText(`Werken in de wijk ${mark}`);
		await page.goto('/beheer/logboek?actie=topic_renamed');
		await expect(page.getByText(`“Buurtwerk ${mark}” tot “Werken in de wijk ${mark}”`).first()).toBeVisible();
	});

	test('a report about a member is settled and opened again, and nobody sees their own', async ({
		page,
		admin,
		administration
	}) => {
		const reporter = await administration.person({ fullName: 'Mia Meldt', status: 'approved' });
		const reported = await administration.person({
			fullName: 'Guy Gemeld',
			status: 'approved'
		});
		await administration.sql`
				insert into public.colleague_report (reporter_id, reported_id, reason) values
					(${reporter.id}, ${reported.id}, 'Schrijft elke dag opnieuw.'),
					(${reporter.id}, ${admin.id}, 'Dit gaat over de beheerder.')`;
		await page.goto('/beheer/meldingen');
		const card = page.getByRole('article', { name: `Over ${reported.fullName}` });
		await expect(card).toContainText(/Gemeld door Mia Meldt, .*\d{4}/);
		await expect(card).toContainText('Schrijft elke dag opnieuw.');
		await expect(page.getByText('Dit gaat over de beheerder.')).toHaveCount(0);
		await card.getByRole('button', { name: 'Zet op afgehandeld' }).click();
		const settled = page.getByRole('group', { name: `${reported.fullName} staat op afgehandeld` });
		await expect(settled).toBeFocused();
		await page.getByRole('heading', { name: 'Afgehandeld', exact: true }).click();
		await expect(card).toContainText(`Afgehandeld door ${admin.fullName}`);
		await settled.getByRole('button', { name: 'Zet terug bij te doen' }).click();
		await expect(page.getByRole('group', { name: 'staat weer bij te doen' })).toBeFocused();
		await card.getByRole('link', { name: 'Bekijk of wijzig' }).click();
		await expect(page.getByRole('link', { name: 'Schors dit account' })).toBeVisible();
	});
});

for (const look of LOOKS) {
	test(`axe finds nothing in these rooms in ${look.language}, and nothing sticks out`, async ({
		page,
		admin,
		administration
	}) => {
		const reported = await administration.person({ fullName: 'A'.repeat(60), status: 'approved' });
		await administration.sql`
			insert into public.colleague_report (reporter_id, reported_id, reason, state, handled_at)
			select ${admin.id}, ${reported.id}, repeat('a', 200), state, case when state = 'done' then now() end
			from unnest(array['open', 'done']) as state`;
		await expectToLookRight(page, look, [
			'/beheer/themas',
			'/beheer/themas?thema=jongeren&klaar=bewaard',
			'/beheer/themas/samenvoegen?van=jongeren&bij=beleid',
			'/beheer/meldingen'
		]);
	});
}
