import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

/** Gent has a desk that nobody confirmed, Genk looks for what nobody in Limburg offers, Halle takes part without a desk. */
async function makeSpots(): Promise<void> {
	const { sql } = site;
	await sql`
		update public.local_government
		set participating_since = '2024-01-01', participating_until = null, review_changes = false
		where slug in ('gemeente-gent', 'gemeente-genk', 'gemeente-halle')`;
	await sql`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, languages, published, opening_hours)
		select 'loket-witte-vlek', id, 'Loket Witte Vlek', 'Botermarkt 1', '9000', 'Gent', 3.7253, 51.0538,
			'+3292101010', '{nl}', true, 'Mo-Fr 09:00-12:00'
		from public.local_government where slug = 'gemeente-gent'`;
	for (const [government, direction] of [
		['gemeente-genk', 'sought'],
		['gemeente-gent', 'offered']
	] as const) {
		const { id } = await site.person({ fullName: 'Wim Weet', status: 'approved', government });
		await sql`update public.profile set listed = true, visible_fields = '{expertise}' where id = ${id}`;
		await sql`
			insert into public.profile_expertise (profile_id, topic_id, direction)
			select ${id}, id, ${direction} from public.expertise_topic where slug = 'crisis'`;
	}
}

/** As many months as asked for, the last one this month. */
async function makeMonths(count: number): Promise<void> {
	const { sql } = site;
	await sql`delete from public.coverage_snapshot`;
	await sql`
		insert into public.coverage_snapshot (month, province_code, municipalities, participating, with_desk, is_example)
		select (date_trunc('month', now()) - make_interval(months => ago))::date, code, 40, 30 - ago, 20 - ago, true
		from generate_series(0, ${count - 1}::int) as ago,
			unnest(array['10000', '20001', '30000', '40000', '70000', '04000']) as code`;
}

describe('without scripts', () => {
	it('white spots are found by what is missing and where, in table, map, address and file', async () => {
		const { visitor } = await site.administrator();
		await makeSpots();
		await visitor.open('/beheer');
		await visitor.getByRole('link', { name: 'Dekking' }).click();
		const rows = visitor.getByRole('table').first().locator('tbody tr');
		await visitor.open('/beheer/dekking?mist=bevestiging&provincie=oost-vlaanderen');
		expect(rows).toHaveCount(1);
		expect(rows).toContainText('Loket Witte Vlek');
		expect(visitor.getByRole('heading', { name: '1 gemeente met een witte vlek' })).toBeVisible();

		visitor.getByLabel('Oost-Vlaanderen').check(false);
		visitor.getByLabel(/Aanbod voor een gezocht thema/).check();
		await visitor.getByRole('button', { name: 'Toon', exact: true }).click();
		expect(visitor).toHaveAddress(/\?mist=thema$/);
		expect(rows).toHaveCount(1);
		expect(rows).toContainText('Genk');
		expect(rows).toContainText('Vrijwilligers bij een crisis');

		const picture = await visitor.ask('/beheer/dekking/kaart.svg?mist=thema');
		expect(picture.headers.get('cache-control')).toContain('no-store');
		expect(await picture.text()).toContain('faded');
		const link = visitor.getByRole('link', { name: 'Download deze lijst (csv)' });
		const file = await visitor.ask(link.getAttribute('href') ?? '');
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="dekking.csv"');
		expect((await file.text()).split('\r\n').slice(1)).toEqual([
			expect.stringMatching(/^71016;Genk;limburg;\d+;ja;0;;Vrijwilligers bij een crisis$/),
			''
		]);

		await visitor.open('/beheer/dekking?mist=loket&provincie=vlaams-brabant&gekozen=halle');
		expect(rows.filter({ hasText: 'Halle' })).toContainText('Heeft geen loket');
		await visitor.open('/beheer/dekking?mist=alles&gekozen=atlantis');
		expect(visitor.getByText('atlantis')).toBeVisible();
	});

	it('coverage is a line a province once there are two months, with its figures', async () => {
		const { visitor } = await site.administrator();
		await makeMonths(1);
		await visitor.open('/beheer/dekking');
		const overTime = visitor.getByRole('region', { name: 'Verloop per maand' });
		expect(overTime).toContainText('Er is nog maar één maand geteld.');
		expect(overTime.getByRole('table')).toContainText('75%');

		await makeMonths(13);
		await visitor.open('/beheer/dekking');
		// Drawn twice, for a wide screen and a narrow one.
		expect(overTime.getByRole('img', { name: 'Gemeenten die meedoen' }).first()).toBeVisible();
		await overTime.getByRole('link', { name: 'Gemeenten met een loket' }).click();
		expect(visitor).toHaveAddress(/\?lijn=loket#verloop$/);
		const chart = overTime.getByRole('img', { name: 'Gemeenten met een loket' }).first();
		expect(chart.locator('.line')).toHaveCount(6);
		await overTime.getByText('Toon de cijfers').click();
		const figures = overTime.getByRole('table');
		expect(figures.locator('tbody tr')).toHaveCount(13);
		expect(figures.locator('tbody tr').first()).toContainText('50%');
		expect(figures.locator('tbody tr').last()).toContainText('20%');
	});
});
