/** Whoever decides about what changed meanwhile decides nothing, sees what it says now, and can then decide. */
import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

/** A desk of Gent, which takes part. */
async function makeDesk(name: string): Promise<string> {
	const { sql } = site;
	await sql`update public.local_government set participating_since = '2017-05-01' where slug = 'gemeente-gent'`;
	const [desk] = await sql<{ id: string }>`
		insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
		select ${name.toLowerCase().replaceAll(' ', '-')}, id, ${name}, 'Kouter 1', '9000', 'Gent', 3.72, 51.05, true
		from public.local_government where slug = 'gemeente-gent' returning id`;
	return desk?.id ?? '';
}

const editorOfGent = () => site.person({ fullName: 'Eva Redactie', status: 'approved', role: 'editor' });

describe('a suggestion', () => {
	/** A member suggests another name and a website. @returns the desk and the suggestion, open before an editor */
	async function suggest(name: string) {
		const { sql } = site;
		const desk = await makeDesk(name);
		const author = await site.person({ fullName: 'Mia Lid', status: 'approved' });
		const writer = await site.signIn(author);
		await writer.open(`/mijn-bestuur/loketten/${desk}`);
		writer.getByLabel('Naam van het loket').fill('Loket van het lid');
		writer.getByLabel('Website').fill('https://lid.example');
		await writer.getByRole('button', { name: 'Dien in' }).click();
		const [change] = await sql<{ id: string }>`
			select id from public.proposed_change where author_id = ${author.id}`;
		return { desk, change: change?.id ?? '', editor: await site.signIn(await editorOfGent()) };
	}

	it('of what another changed as well is chosen part by part', async () => {
		const { sql } = site;
		const { desk, change, editor } = await suggest('Loket Keuze');
		await sql`update public.volunteer_desk set name = 'Loket van een ander' where id = ${desk}`;
		await editor.open(`/mijn-bestuur/wijzigingen/${change}`);
		const choice = editor.getByRole('group', { name: /^Naam: ook iemand anders wijzigde dit intussen/ });
		expect(choice).toContainText('Eerst stond er: Loket Keuze');
		await editor.getByRole('button', { name: 'Keur goed en zet online' }).click();
		expect(editor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText(
			'Naam: kies wat er moet staan'
		);
		choice.getByLabel('Wat er nu staat: Loket van een ander').check();
		await editor.getByRole('button', { name: 'Keur goed en zet online' }).click();
		expect(await sql`select name, website from public.volunteer_desk where id = ${desk}`).toEqual([
			{ name: 'Loket van een ander', website: 'https://lid.example' }
		]);
	});

	it('of a new desk says where its page will be', async () => {
		const { sql } = site;
		await makeDesk('Loket Buur');
		const author = await site.person({ fullName: 'Mia Lid', status: 'approved' });
		// As the Data API takes it: the site itself makes the address of the name.
		const [change] = await sql<{ id: string }>`
			insert into public.proposed_change (subject, local_government_id, author_id, base_revision, state, content)
			select 'desk', local_government_id, ${author.id}, 0, 'waiting',
				private.desk_content(d) || '{"name": "Loket Nieuw", "slug": "gent-is-failliet"}'
			from public.volunteer_desk as d where slug = 'loket-buur' returning id`;
		const editor = await site.signIn(await editorOfGent());
		await editor.open(`/mijn-bestuur/wijzigingen/${change?.id}`);
		expect(editor.getByText('/loketten/gent-is-failliet')).toBeVisible();
	});

	it('for a desk that went off the site does not say that it goes online', async () => {
		const { sql } = site;
		const { desk, change, editor } = await suggest('Loket Verborgen');
		await sql`update public.volunteer_desk set published = false where id = ${desk}`;
		await editor.open(`/mijn-bestuur/wijzigingen/${change}`);
		expect(editor.getByRole('button', { name: 'Keur goed en zet online' })).toHaveCount(0);
		await editor.getByRole('button', { name: 'Keur goed' }).click();
		expect(editor.getByText('Goedgekeurd. Het loket staat nog altijd niet op de site')).toBeVisible();
		expect(await sql`select name, published from public.volunteer_desk where id = ${desk}`).toEqual([
			{ name: 'Loket van het lid', published: false }
		]);
	});

	it('that its author wrote over is not put online unseen', async () => {
		const { sql } = site;
		const { desk, change, editor } = await suggest('Loket Overschreven');
		await editor.open(`/mijn-bestuur/wijzigingen/${change}`);
		await sql`
			update public.proposed_change set content = content || '{"website": "https://anders.example"}' where id = ${change}`;
		await editor.getByRole('button', { name: 'Keur goed en zet online' }).click();
		expect(editor.getByText(/^Intussen gewijzigd: /)).toBeVisible();
		expect(editor.getByText('https://anders.example')).toBeVisible();
		expect(await sql`select website from public.volunteer_desk where id = ${desk}`).toEqual([
			{ website: null }
		]);
		await editor.getByRole('button', { name: 'Keur goed en zet online' }).click();
		expect(await sql`select website from public.volunteer_desk where id = ${desk}`).toEqual([
			{ website: 'https://anders.example' }
		]);
	});
});

describe('a report', () => {
	it('of a visitor that says something else by now stays open', async () => {
		const { sql } = site;
		const desk = await makeDesk('Loket Gemeld');
		const [report] = await sql<{ id: string }>`
			insert into public.desk_report (desk_id, topic, message, locale)
			values (${desk}, 'hours', 'De deur was dicht.', 'nl') returning id`;
		const editor = await site.signIn(await editorOfGent());
		await editor.open('/mijn-bestuur/meldingen');
		const shown = editor.getByRole('article', { name: 'Loket Gemeld' });
		await sql`update public.desk_report set message = 'Het telefoonnummer is fout.' where id = ${report?.id ?? ''}`;
		await shown.getByRole('button', { name: /^Afgehandeld/ }).click();
		expect(editor.getByText(/^Intussen gewijzigd: /)).toBeVisible();
		expect(shown).toContainText('Het telefoonnummer is fout.');
		await shown.getByRole('button', { name: /^Afgehandeld/ }).click();
		expect(editor.getByText('Er zijn geen open meldingen.')).toBeVisible();
	});

	it('about a colleague does too', async () => {
		const { sql } = site;
		const { visitor } = await site.administrator();
		const [reporter, reported] = await Promise.all(
			['Rik Melder', 'Ria Gemeld'].map((fullName) => site.person({ fullName, status: 'approved' }))
		);
		await sql`
			insert into public.colleague_report (reporter_id, reported_id, reason)
			values (${reporter?.id ?? ''}, ${reported?.id ?? ''}, 'Schrijft onbeleefd.')`;
		await visitor.open('/beheer/meldingen');
		await sql`update public.colleague_report set reason = 'Het was een misverstand.'`;
		await visitor.getByRole('button', { name: 'Zet op afgehandeld' }).click();
		expect(visitor.getByText(/^Intussen gewijzigd: /)).toBeVisible();
		expect(visitor.getByText('Het was een misverstand.')).toBeVisible();
		expect(await sql`select state from public.colleague_report`).toEqual([{ state: 'open' }]);
	});
});

describe('what becomes one', () => {
	it('of two themes, one of which has another name by now, stays two', async () => {
		const { sql } = site;
		const { visitor } = await site.administrator();
		const slugs = ['samen-een', 'samen-twee'];
		for (const slug of slugs) {
			await sql`
				insert into public.expertise_topic (slug, name_nl, name_fr, name_en)
				values (${slug}, ${`nl ${slug}`}, ${`fr ${slug}`}, ${`en ${slug}`})`;
		}
		await visitor.open('/beheer/themas/samenvoegen?van=samen-een');
		visitor.getByLabel('Het thema dat blijft').choose('nl samen-twee');
		await visitor.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await sql`update public.expertise_topic set name_nl = 'Iets anders' where slug = 'samen-een'`;
		await visitor.getByRole('button', { name: 'Ja, voeg samen' }).click();
		expect(visitor.getByText(/^Intussen gewijzigd: /)).toBeVisible();
		expect(
			await sql`select from public.expertise_topic where slug = any(${slugs}) and merged_into is not null`
		).toEqual([]);
	});

	it('of two desks, one of which changed, stays two', async () => {
		const { sql } = site;
		const { visitor } = await site.administrator();
		const [kept, gone] = [await makeDesk('Loket Blijft'), await makeDesk('Loket Verdwijnt')];
		await visitor.open(`/beheer/loketten/samenvoegen?houd=${kept}&weg=${gone}`);
		await sql`update public.volunteer_desk set phone = '+3292101010' where id = ${gone}`;
		await visitor.getByRole('button', { name: 'Voeg samen' }).click();
		expect(visitor.getByText(/^Intussen gewijzigd: /)).toBeVisible();
		expect(await sql`select from public.volunteer_desk where id = any(${[kept, gone]})`).toHaveLength(2);
	});
});
