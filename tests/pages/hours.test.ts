/** Opening hours from the form, without scripts, to what a visitor reads: in words, and of one mind with the calendar. */
import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

const SLUG = 'loket-met-uren';

/** A desk of Gent that is online. @returns its editor, at its form */
async function atForm(hours: string | null): Promise<Visitor> {
	const { sql } = site;
	await sql`update public.local_government set participating_since = '2017-05-01' where slug = 'gemeente-gent'`;
	const [desk] = await sql<{ id: string }>`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, published, opening_hours)
		select ${SLUG}, id, 'Loket met uren', 'Kouter 1', '9000', 'Gent', 3.72, 51.05, '+3292669000', true, ${hours}
		from public.local_government where slug = 'gemeente-gent' returning id`;
	const editor = await site.signIn(
		await site.person({ fullName: 'Eva Redactie', status: 'approved', role: 'editor' })
	);
	await editor.open(`/mijn-bestuur/loketten/${desk?.id ?? ''}`);
	return editor;
}

const stored = async () => {
	const [desk] = await site.sql<{ opening_hours: string | null }>`
		select opening_hours from public.volunteer_desk where slug = ${SLUG}`;
	return desk?.opening_hours;
};
const publish = (editor: Visitor) => editor.getByRole('button', { name: 'Zet online' }).click();

describe('hours that somebody has as a text', () => {
	it('fill the week in, and are looked at before they are online', async () => {
		const editor = await atForm(null);
		editor.getByLabel('Plak of typ ze hier').fill('ma-vr 9u-12u, wo ook 13u-16u, gesloten op feestdagen');
		await publish(editor);
		expect(editor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText('Vul de uren in');
		expect(await stored()).toBeNull();
		await editor.getByRole('button', { name: 'Vul de uren in' }).click();
		await publish(editor);
		expect(await stored()).toBe('Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,13:00-16:00; PH off');
		const visitor = site.visitor();
		await visitor.open(`/loketten/${SLUG}`);
		expect(visitor.getByText('woensdag: 9 tot 12 uur en 13 tot 16 uur')).toBeVisible();
	});

	it('are not guessed where they can be read in two ways', async () => {
		const editor = await atForm(null);
		editor.getByLabel('Plak of typ ze hier').fill('di 9:00-12:00');
		await editor.getByRole('button', { name: 'Vul de uren in' }).click();
		expect(editor.getByText(/Is het: dinsdag: 9 tot 12 uur\? Of: zondag: 9 tot 12 uur\?/)).toBeVisible();
	});
});

it('hours that say more than a week are kept once it was shown what they mean', async () => {
	const editor = await atForm('Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00');
	expect(editor.getByText('eerste zaterdag van de maand: 10 tot 12 uur')).toBeVisible();
	const box = editor.getByLabel('De uren als tekst');
	box.fill('Mo-Fr 09:00-12:00 Sa[1] off');
	await publish(editor);
	expect(editor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText('→');
	box.fill('laatste donderdag van de maand 14u-16u');
	await publish(editor);
	expect(editor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText('wat deze uren betekenen');
	expect(editor.getByText('laatste donderdag van de maand: 14 tot 16 uur')).toBeVisible();
	await publish(editor);
	expect(await stored()).toBe('Th[-1] 14:00-16:00');
});

it('of two exceptions for the same day the shorter one goes, in words, calendar and state', async () => {
	const editor = await atForm('Mo-Fr 09:00-12:00; PH off');
	const year = new Date().getFullYear() + 1;
	for (const [number, first, last] of [
		[1, `${year}-03-01`, `${year}-03-31`],
		[2, `${year}-03-08`, `${year}-03-12`]
	] as const) {
		await editor.getByRole('button', { name: 'Voeg een uitzondering toe' }).click();
		const exception = editor.getByRole('region', { name: `Uitzondering ${number}` });
		exception.getByLabel('Eerste dag').fill(first);
		exception.getByLabel('Laatste dag').fill(last);
	}
	const second = editor.getByRole('region', { name: 'Uitzondering 2' });
	second.getByLabel('We hebben andere uren').check();
	second.getByLabel('Uitzondering 2: van').fill('10:00');
	second.getByLabel('Uitzondering 2: tot').fill('11:00');
	await publish(editor);
	expect(editor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText(
		'vallen binnen uitzondering 1'
	);
	second.getByLabel('Op deze dagen gaat deze uitzondering voor op een langere').check();
	await publish(editor);
	expect(await stored()).toBe(
		`Mo-Fr 09:00-12:00; PH off; ${year} Mar 01-${year} Mar 31 off; ${year} Mar 08-${year} Mar 12 Mo-Fr 10:00-11:00`
	);
});

it('whatever is stored, a visitor reads words: on the page, the poster and the card, in three languages', async () => {
	await atForm('Mo-Fr 09:00+; Sa[1] 10:00-12:00; week 1-53/2 Tu 17:00-19:00; easter -2 days off; PH off');
	const visitor = site.visitor();
	for (const language of ['', '/fr', '/en']) {
		for (const page of [`/loketten/${SLUG}`, `/loketten/${SLUG}/affiche`, `/loketten/${SLUG}.vcf`]) {
			// Lines of a card are folded.
			const said = (await (await visitor.ask(language + page)).text()).replaceAll('\r\n ', '');
			expect(said).not.toMatch(/Mo-Fr|Sa\[1\]|1-53\/2|easter -2|Specified as open end/);
			expect(said).toMatch(/eerste zaterdag|premier samedi|first Saturday/);
		}
	}
	const hsds = await (await visitor.ask('/api/v1/hsds/services?full=true')).text();
	expect(hsds).not.toMatch(/Sa\[1\]|1-53\/2/);
	expect(hsds).toContain('eerste zaterdag van de maand');
});
