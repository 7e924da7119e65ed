import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Person } from '../fixtures/people.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

// What is not saved comes back with its reason.

/** Somebody who offers or seeks a theme. */
const gives = ({ id }: Person, topic: string, direction: string, note: string) => site.sql`
	insert into public.profile_expertise (profile_id, topic_id, direction, note)
	select ${id}, id, ${direction}, ${note} from public.expertise_topic where slug = ${topic}`;

describe('without scripts', () => {
	it('a theme is made, renamed, and becomes part of another, and its history stays', async () => {
		const { admin, visitor } = await site.administrator();
		const mark = 'twee';
		const { sql } = site;
		await visitor.open('/beheer');
		await visitor.getByRole('link', { name: 'Thema’s' }).click();

		// A name that another theme has is refused, at the right field.
		visitor.getByLabel('Naam in het Nederlands').fill(`Buurtwerk ${mark}`);
		visitor.getByLabel('Naam in het Frans').fill('jeunes');
		visitor.getByLabel('Naam in het Engels').fill(`Neighbourhood work ${mark}`);
		await visitor.getByRole('button', { name: 'Maak het thema' }).click();
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(visitor.getByLabel('Naam in het Nederlands')).toHaveValue(`Buurtwerk ${mark}`);
		expect(summary.getByRole('link', { name: 'Een ander thema heet al zo' })).toHaveAttribute(
			'href',
			`#${visitor.getByLabel('Naam in het Frans').getAttribute('id')}`
		);
		visitor.getByLabel('Naam in het Frans').fill(`Travail de quartier ${mark}`);
		await visitor.getByRole('button', { name: 'Maak het thema' }).click();
		expect(
			visitor.getByRole('group', { name: `Het thema “Buurtwerk ${mark}” staat in de lijst.` })
		).toGetFocus();

		// Somebody else renames it while this form is open: nothing is lost, and saving again does it.
		await sql`
				update public.expertise_topic set name_en = ${`Local work ${mark}`} where slug = ${`buurtwerk-${mark}`}`;
		visitor.getByLabel('Naam in het Nederlands').fill(`Werken in de wijk ${mark}`);
		await visitor.getByRole('button', { name: 'Bewaar de namen' }).click();
		expect(visitor.getByRole('group', { name: 'Het thema is niet bewaard' })).toContainText(
			`Local work ${mark}`
		);
		await visitor.getByRole('button', { name: 'Bewaar de namen' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText(`Werken in de wijk ${mark}`);

		const both = await site.person({ fullName: 'Bo Beide', status: 'approved' });
		const one = await site.person({ fullName: 'Ed Eén', status: 'approved' });
		await gives(both, `buurtwerk-${mark}`, 'offered', 'Al jaren.');
		await gives(both, 'verenigingen', 'offered', 'Ook.');
		await gives(one, `buurtwerk-${mark}`, 'sought', 'Wie helpt?');

		await visitor.getByRole('link', { name: `Voeg “Werken in de wijk ${mark}” bij een ander thema` }).click();
		visitor.getByLabel('Het thema dat blijft').choose('Verenigingen ondersteunen');
		await visitor.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		expect(visitor.getByText('Dit kan je niet ongedaan maken.')).toBeVisible();
		expect(visitor.getByText('aanbiedt (1) of zoekt (1)')).toBeVisible();
		await visitor.getByRole('button', { name: 'Ja, voeg samen' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Verenigingen ondersteunen');
		expect(visitor.getByRole('group', { name: 'hoort nu bij' })).toGetFocus();
		const kept = await sql`
				select p.profile_id, p.direction, p.note from public.profile_expertise as p
				join public.expertise_topic as topic on topic.id = p.topic_id
				where topic.slug = 'verenigingen' and p.profile_id = any(${[both.id, one.id]}) order by p.direction`;
		expect(kept).toEqual([
			{ profile_id: both.id, direction: 'offered', note: 'Ook. – Al jaren.' },
			{ profile_id: one.id, direction: 'sought', note: 'Wie helpt?' }
		]);

		// Its old address leads on, to its history.
		await visitor.open(`/beheer/themas?thema=buurtwerk-${mark}`);
		expect(visitor).toHaveAddress(/thema=verenigingen$/);
		const history = visitor.getByRole('region', { name: 'Geschiedenis' }).getByRole('listitem');
		expect(history.first()).toContainText(
			`${admin.fullName} voegde het thema “Werken in de wijk ${mark}” bij “Verenigingen ondersteunen”.`
		);
		expect(history.filter({ hasText: `maakte het thema “Buurtwerk ${mark}”` })).toHaveCount(1);
		await visitor.open('/beheer/themas');
		const row = visitor.getByRole('row', { name: /Verenigingen ondersteunen/ });
		expect(row).toContainText(`Werken in de wijk ${mark}`);
		await visitor.open('/beheer/logboek?actie=topic_renamed');
		expect(visitor.getByText(`“Buurtwerk ${mark}” tot “Werken in de wijk ${mark}”`).first()).toBeVisible();
	});

	it('a report about a member is settled and opened again, and nobody sees their own', async () => {
		const { admin, visitor } = await site.administrator();
		const reporter = await site.person({ fullName: 'Mia Meldt', status: 'approved' });
		const reported = await site.person({
			fullName: 'Guy Gemeld',
			status: 'approved'
		});
		await site.sql`
				insert into public.colleague_report (reporter_id, reported_id, reason) values
					(${reporter.id}, ${reported.id}, 'Schrijft elke dag opnieuw.'),
					(${reporter.id}, ${admin.id}, 'Dit gaat over de beheerder.')`;
		await visitor.open('/beheer/meldingen');
		const card = visitor.getByRole('article', { name: `Over ${reported.fullName}` });
		expect(card).toContainText(/Gemeld door Mia Meldt, .*\d{4}/);
		expect(card).toContainText('Schrijft elke dag opnieuw.');
		expect(visitor.getByText('Dit gaat over de beheerder.')).toHaveCount(0);
		await card.getByRole('button', { name: 'Zet op afgehandeld' }).click();
		const settled = visitor.getByRole('group', { name: `${reported.fullName} staat op afgehandeld` });
		expect(settled).toGetFocus();
		await visitor.getByRole('heading', { name: 'Afgehandeld', exact: true }).click();
		expect(card).toContainText(`Afgehandeld door ${admin.fullName}`);
		await settled.getByRole('button', { name: 'Zet terug bij te doen' }).click();
		expect(visitor.getByRole('group', { name: 'staat weer bij te doen' })).toGetFocus();
		await card.getByRole('link', { name: 'Bekijk of wijzig' }).click();
		expect(visitor.getByRole('link', { name: 'Schors dit account' })).toBeVisible();
	});
});
