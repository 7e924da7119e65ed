import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

// What is not saved comes back with its reason.

/** A desk of a government that takes part, and nothing else of it. */
async function makeDesk(government: string, name: string): Promise<string> {
	const { sql } = site;
	await sql`
		update public.local_government set participating_since = '2024-01-01', review_changes = false
		where slug = ${government}`;
	const [desk] = await sql<{ id: string }>`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, languages, published, opening_hours)
		select ${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}, id, ${name}, 'Botermarkt 1', '9000', 'Gent', 3.7253, 51.0538,
			'+3292101010', '{nl}', true, 'Mo-Fr 09:00-12:00'
		from public.local_government where slug = ${government}
		returning id`;
	return desk?.id ?? '';
}

const heading = (visitor: Visitor, name: string | RegExp) => visitor.getByRole('heading', { name });

it('a member sees what both changed and nothing else, and improves what was refused', async () => {
	const visitor = site.visitor();
	const id = await makeDesk('ocmw-gent', 'Loket Lid');
	const { sql } = site;
	const government = 'ocmw-gent';
	const reviewer = await site.person({
		fullName: 'Rita Redacteur',
		status: 'approved',
		role: 'editor',
		government
	});
	const member = await site.person({ fullName: 'Mia Lid', status: 'approved', government });
	await site.signIn(member, visitor);
	await visitor.open(`/mijn-bestuur/loketten/${id}`);
	visitor.getByLabel('Naam van het loket').fill('Loket van het lid');
	await sql`update public.volunteer_desk set name = 'Loket van de redacteur', email = 'nieuw@gent.be' where id = ${id}`;
	await visitor.getByRole('button', { name: 'Dien in' }).click();
	const panel = visitor.getByRole('group', { name: 'Iemand anders veranderde dit ook' });
	expect(panel.getByRole('heading', { level: 3 })).toHaveText(['Naam']);
	expect(panel).toContainText('E-mailadres');
	await visitor.getByRole('button', { name: 'Dien in' }).click();
	expect(heading(visitor, 'Je wijziging wacht op nazicht')).toBeVisible();

	await sql`
		update public.proposed_change
		set state = 'rejected', reason = 'Te lang.', reviewed_by = ${reviewer.id}, reviewed_at = now()
		where author_id = ${member.id}`;
	await visitor.open('/mijn-bestuur');
	await visitor
		.getByRole('region', { name: 'Jouw ontwerpen en voorstellen' })
		.getByRole('link', { name: 'Loket van de redacteur' })
		.click();
	expect(visitor.getByText('Te lang.')).toBeVisible();
	await visitor.getByRole('button', { name: 'Verbeter je voorstel' }).click();
	expect(visitor.getByLabel('Naam van het loket')).toHaveValue('Loket van het lid');
	visitor.getByLabel('Naam van het loket').fill('Ons loket');
	await visitor.getByRole('button', { name: 'Dien in' }).click();
	expect(heading(visitor, 'Je wijziging wacht op nazicht')).toBeVisible();
	const open = await sql`
		select content ->> 'name' as name, content ->> 'email' as email from public.proposed_change
		where author_id = ${member.id} and state = 'waiting'`;
	expect([...open]).toEqual([{ name: 'Ons loket', email: 'nieuw@gent.be' }]);
});

it('the history shows what changed and brings a version back', async () => {
	const visitor = site.visitor();
	const id = await makeDesk('gemeente-aalst', 'Loket Vroeger');
	await site.sql`update public.volunteer_desk set name = 'Loket Vergist' where id = ${id}`;
	const editor = await site.person({
		fullName: 'Han Historie',
		status: 'approved',
		role: 'editor',
		government: 'gemeente-aalst'
	});
	await site.signIn(editor, visitor);
	await visitor.open('/mijn-bestuur');
	await visitor.getByRole('link', { name: /^Geschiedenis Loket Vergist$/ }).click();
	const versions = visitor.getByRole('listitem');
	const first = versions.filter({ hasText: 'Eerste versie' });
	expect(versions.filter({ hasText: 'Dit staat nu online' })).toContainText('Loket Vroeger');
	await first.getByText('Zet deze versie terug').click();
	await first.getByRole('button', { name: 'Ja, zet terug' }).click();
	expect(heading(visitor, 'De oude versie van Loket Vroeger staat weer online')).toBeVisible();
	await visitor.open(`/mijn-bestuur/loketten/${id}/geschiedenis`);
	expect(visitor.getByRole('heading', { name: /, door jou$/ })).toBeVisible();
});

describe('without scripts', () => {
	it('a desk is added, looked up, put online and taken off', async () => {
		const visitor = site.visitor();
		await makeDesk('gemeente-genk', 'Loket Bestaat');
		const editor = await site.person({
			fullName: 'Nel Zonder',
			status: 'approved',
			role: 'editor',
			government: 'gemeente-genk'
		});
		await site.signIn(editor, visitor);
		await visitor.open('/mijn-bestuur');
		await visitor.getByRole('link', { name: 'Voeg een loket toe' }).click();
		visitor.getByLabel('Naam van het loket').fill('Vrijwilligerspunt Nieuw');
		visitor.getByLabel('Straat en nummer').fill('Stadsplein 1');
		visitor.getByLabel('Postcode').fill('3600');
		visitor.getByLabel('Telefoon', { exact: true }).fill('089 65 36 00');
		await visitor.getByRole('button', { name: 'Voeg uren toe: maandag' }).click();
		expect(visitor).toHaveAddress(/#hours/);
		await visitor.getByRole('button', { name: 'Verwijder' }).first().click();
		await visitor.getByRole('button', { name: 'Zoek dit adres' }).click();
		expect(visitor.getByRole('group', { name: /Alleen de plaats gevonden/ })).toBeVisible();
		expect(visitor.getByLabel('Naam van het loket')).toHaveValue('Vrijwilligerspunt Nieuw');
		await visitor.getByRole('button', { name: 'Zet online' }).click();
		expect(heading(visitor, 'Vrijwilligerspunt Nieuw staat online')).toBeVisible();
		const desk = visitor.getByRole('article', { name: 'Vrijwilligerspunt Nieuw' });
		expect(desk).toContainText('Pin staat ongeveer');
		await desk.getByRole('link', { name: 'Controleer' }).click();
		await visitor.getByRole('button', { name: 'Klopt nog' }).click();
		expect(heading(visitor, 'Vrijwilligerspunt Nieuw is gecontroleerd')).toBeVisible();
		await desk.getByRole('link', { name: 'Haal van de site' }).click();
		await visitor.getByRole('button', { name: 'Haal van de site' }).click();
		expect(desk).toContainText('Staat niet online');

		// The same again is likely a mistake.
		await visitor.getByRole('link', { name: 'Voeg een loket toe' }).click();
		visitor.getByLabel('Naam van het loket').fill('Vrijwilligerspunt Nieuw');
		visitor.getByLabel('Straat en nummer').fill('Stadsplein 1');
		visitor.getByLabel('Postcode').fill('3600');
		await visitor.getByRole('button', { name: 'Zoek dit adres' }).click();
		await visitor.getByRole('button', { name: 'Zet online' }).click();
		const doubts = visitor.getByRole('group', { name: 'Klopt dit?' });
		expect(doubts).toContainText('Dit lijkt op een loket dat er al is: Vrijwilligerspunt Nieuw');
		await doubts.getByRole('link', { name: 'Pas dat loket aan' }).click();
		expect(heading(visitor, 'Vrijwilligerspunt Nieuw aanpassen')).toBeVisible();
	});
});
