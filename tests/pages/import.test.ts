import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

const HEADER = 'bestuur;naam;straat;postcode;plaats;lengtegraad;breedtegraad;telefoon;gepubliceerd';

async function upload(visitor: Visitor, name: string, file: string): Promise<void> {
	await visitor.open('/beheer/import');
	visitor.getByLabel('Bestand', { exact: true }).chooseFile(new File([file], name, { type: 'text/csv' }));
	await visitor.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
}

describe('without scripts', () => {
	it('a file is looked at first, row by row, and then carried out', async () => {
		const { visitor } = await site.administrator();
		const slug = `loket-${'zonder'}-script-gent`;
		await upload(visitor, 'brief.csv', 'Beste\nhierbij de loketten');
		expect(visitor.getByRole('group', { name: 'Dit bestand kan niet gelezen worden' })).toContainText(
			'één kolom'
		);

		const name = 'Loket zonder script';
		const street = 'Dampoortstraat';
		await upload(
			visitor,
			'loketten.csv',
			[
				HEADER,
				`gemeente-gent;${name};${street} 12;9000;Gent;3,7004;51,0589;92669000;ja`,
				`gemeente-gent;Stuk;${street} 14;negen;Gent;3,7004;51,0589;twaalf;ja`
			].join('\r\n')
		);
		expect(visitor.getByRole('heading', { name: 'Import van loketten.csv' })).toBeVisible();
		expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 3' })).toContainText(
			'telefoon: “twaalf” is geen telefoonnummer'
		);
		expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 3' })).toContainText('postcode: “negen”');
		await visitor.getByRole('link', { name: 'Nieuw 1' }).click();
		expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 2' })).toContainText('09 266 90 00');
		const before = await site.sql`select from public.volunteer_desk where slug = ${slug}`;
		expect(before).toHaveLength(0);

		await visitor.getByRole('button', { name: 'Voer uit' }).click();
		expect(visitor.getByRole('heading', { name: 'De import is uitgevoerd' })).toBeVisible();
		expect(visitor.getByText('Gemaakt: 1. Gewijzigd: 0.')).toBeVisible();
		const [desk] = await site.sql`
				select phone, published, location_approximate from public.volunteer_desk where slug = ${slug}`;
		expect(desk).toEqual({ phone: '+3292669000', published: true, location_approximate: false });
	});
});

it('hours as people write them are shown in words before anything is carried out', async () => {
	const { visitor } = await site.administrator();
	const row = (street: string, hours: string) =>
		`gemeente-gent;Loket ${street};${street} 1;9000;Gent;3,7004;51,0589;;ja;${hours}`;
	await upload(
		visitor,
		'uren.csv',
		[
			`${HEADER};openingsuren`,
			row('Kouter', 'ma-vr 9u-12u en 13u-16u'),
			row('Voorhavenlaan', 'di 9:00-12:00')
		].join('\r\n')
	);
	expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 3' })).toContainText(
		'Is het: dinsdag: 9 tot 12 uur? Of: zondag: 9 tot 12 uur?'
	);
	await visitor.getByRole('link', { name: 'Nieuw 2' }).click();
	expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 2' })).toContainText(
		'Dit betekent: maandag tot vrijdag: 9 tot 12 uur en 13 tot 16 uur'
	);
});

it('what somebody changed meanwhile makes the administrator look again', async () => {
	const { visitor } = await site.administrator();
	const { sql } = site;
	await sql`
		insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat)
		select 'loket-brugge', id, 'Loket', 'Markt 1', '8000', 'Brugge', 3.2247, 51.2089
		from public.local_government where slug = 'gemeente-brugge'`;
	await upload(visitor, 'namen.csv', 'slug;naam\nloket-brugge;Uit het bestand\n');
	expect(visitor.getByRole('listitem').filter({ hasText: 'Rij 2' })).toContainText('Uit het bestand');
	await sql`update public.volunteer_desk set name = 'Van iemand anders' where slug = 'loket-brugge'`;
	await visitor.getByRole('button', { name: 'Voer uit' }).click();
	expect(visitor.getByRole('heading', { name: 'Er is niets uitgevoerd' })).toBeVisible();
	const [desk] = await sql`select name from public.volunteer_desk where slug = 'loket-brugge'`;
	expect(desk?.name).toBe('Van iemand anders');
});

it('an export imported again changes nothing', async () => {
	const { visitor } = await site.administrator();
	await site.sql`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, opening_hours, description)
		select 'loket-genk', id, '=Loket "Genk"; eerste', 'Stadsplein 1', '3600', 'Genk', 5.500123456, 50.965,
			'+3289654321', 'Mo-Fr 09:00-12:00; PH off', E'Twee\nregels'
		from public.local_government where slug = 'gemeente-genk'`;
	for (const [kind, button] of [
		['loketten', 'Bewaar alle loketten'],
		['besturen', 'Bewaar alle besturen']
	] as const) {
		await visitor.open('/beheer/import');
		const link = visitor.getByRole('link', { name: button }).getAttribute('href') ?? '';
		const download = await visitor.ask(link);
		expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
		const file = new File([await download.arrayBuffer()], `${kind}.csv`, { type: 'text/csv' });
		visitor.getByLabel(kind === 'loketten' ? 'Loketten' : 'Lokale besturen').check();
		visitor.getByLabel('Bestand', { exact: true }).chooseFile(file);
		await visitor.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		expect(visitor.getByText('Er is niets om uit te voeren.')).toBeVisible();
		const outcomes = visitor.getByRole('navigation', { name: 'Rijen per uitkomst' }).getByRole('link');
		expect(outcomes).toHaveCount(1);
		expect(outcomes).toContainText('Ongewijzigd');
	}
});

it('what stands in many rows is corrected once, and what a column is is chosen', async () => {
	const { visitor } = await site.administrator();
	const row = (name: string, street: string, ramp: string) =>
		`Gent;${name};${street};9000;Gent;${ramp};09 266 90 00`;
	await upload(
		visitor,
		'kolommen.csv',
		[
			'Lokaal bestuur;Hoe het heet;Straat + nr;Postcode;Plaats;Drempel?;Bellen',
			row('Loket Zuid', 'Woodrow Wilsonplein 4', 'bij droog weer'),
			row('Loket Noord', 'Meulesteedsesteenweg 8', 'bij droog weer'),
			row('Loket West', 'Bevrijdingslaan 90', 'ja')
		].join('\r\n')
	);
	// Without the name of a desk nothing is read.
	expect(visitor.getByText('We vinden niet over welk loket', { exact: false })).toBeVisible();
	expect(visitor.getByRole('button', { name: 'Voer uit' })).toHaveCount(0);
	visitor.getByLabel('Kolom Hoe het heet lezen als').choose('naam');
	visitor.getByLabel('Kolom Drempel? lezen als').choose('rolstoel');
	await visitor.getByRole('button', { name: 'Lees het bestand opnieuw' }).click();
	expect(visitor.getByRole('link', { name: 'Nieuw 3' })).toBeVisible();
	expect(visitor.getByRole('link', { name: 'Niet alles gelezen 2' })).toBeVisible();
	expect(visitor.getByText('2 rijen: rolstoel niet begrepen')).toBeVisible();
	visitor.getByLabel('In plaats van “bij droog weer”').fill('beperkt');
	visitor.getByLabel('Kolom Bellen lezen als').choose('telefoon');
	await visitor.getByRole('button', { name: 'Lees het bestand opnieuw' }).click();
	expect(visitor.getByRole('link', { name: 'Niet alles gelezen', exact: false })).toHaveCount(0);
	await visitor.getByRole('button', { name: 'Voer uit' }).click();
	const desks = await site.sql`
		select name, wheelchair, phone from public.volunteer_desk
		where name in ('Loket Zuid', 'Loket Noord', 'Loket West') order by name`;
	expect(desks).toEqual([
		{ name: 'Loket Noord', wheelchair: 'limited', phone: '+3292669000' },
		{ name: 'Loket West', wheelchair: 'yes', phone: '+3292669000' },
		{ name: 'Loket Zuid', wheelchair: 'limited', phone: '+3292669000' }
	]);
});
