import { expect, test, type Administration } from './support/administration.ts';
import { expectOpenPageToLookRight, LOOKS } from './support/look.ts';
import { mapOf } from './support/map.ts';

const GENT = '44021';
const GENK = '71016';

/** Gent has a desk that nobody confirmed, Genk looks for what nobody in Limburg offers, Halle takes part without a desk. */
async function makeSpots(administration: Administration): Promise<void> {
	const { sql } = administration;
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
		const { id } = await administration.person({ fullName: 'Wim Weet', status: 'approved', government });
		await sql`update public.profile set listed = true, visible_fields = '{expertise}' where id = ${id}`;
		await sql`
			insert into public.profile_expertise (profile_id, topic_id, direction)
			select ${id}, id, ${direction} from public.expertise_topic where slug = 'crisis'`;
	}
}

/** As many months as asked for, the last one this month. */
async function makeMonths({ sql }: Administration, count: number): Promise<void> {
	await sql`delete from public.coverage_snapshot`;
	await sql`
		insert into public.coverage_snapshot (month, province_code, municipalities, participating, with_desk, is_example)
		select (date_trunc('month', now()) - make_interval(months => ago))::date, code, 40, 30 - ago, 20 - ago, true
		from generate_series(0, ${count - 1}::int) as ago,
			unnest(array['10000', '20001', '30000', '40000', '70000', '04000']) as code`;
}

test.describe('with scripts', () => {
	test('white spots are found by what is missing and where, in table, map, address and file @map', async ({
		page,
		admin: _admin,
		administration
	}) => {
		await makeSpots(administration);
		await page.goto('/beheer');
		await page.getByRole('link', { name: 'Dekking' }).click();
		const rows = page.getByRole('table').first().locator('tbody tr');
		await page.goto('/beheer/dekking?mist=bevestiging&provincie=oost-vlaanderen');
		await expect(rows).toHaveCount(1);
		await expect(rows).toContainText('Loket Witte Vlek');
		await expect(page.getByRole('heading', { name: '1 gemeente met een witte vlek' })).toBeVisible();

		await page.getByLabel('Oost-Vlaanderen').uncheck();
		await page.getByLabel(/Aanbod voor een gezocht thema/).check();
		await page.getByRole('button', { name: 'Toon', exact: true }).click();
		await expect(page).toHaveURL(/\?mist=thema$/);
		await expect(rows).toHaveCount(1);
		await expect(rows).toContainText('Genk');
		await expect(rows).toContainText('Vrijwilligers bij een crisis');

		const picture = await page.request.get('/beheer/dekking/kaart.svg?mist=thema');
		expect(picture.headers()['cache-control']).toContain('no-store');
		expect(await picture.text()).toContain('faded');
		const link = page.getByRole('link', { name: 'Download deze lijst (csv)' });
		const file = await page.request.get((await link.getAttribute('href')) ?? '');
		expect(file.headers()['content-disposition']).toBe('attachment; filename="dekking.csv"');
		expect((await file.text()).split('\r\n').slice(1)).toEqual([
			expect.stringMatching(/^71016;Genk;limburg;\d+;ja;0;;Vrijwilligers bij een crisis$/),
			''
		]);

		const map = await mapOf(page);
		expect(await map.fadedCount([GENT, GENK])).toBe(1);
		await map.click(GENK);
		await expect(page).toHaveURL(/gekozen=genk$/);
		await expect(rows).toHaveClass(/selected/);
		await page.goto('/beheer/dekking?mist=loket&provincie=vlaams-brabant&gekozen=halle');
		await expect(rows.filter({ hasText: 'Halle' })).toContainText('Heeft geen loket');
		await page.goto('/beheer/dekking?mist=alles&gekozen=atlantis');
		await expect(page.getByText('atlantis')).toBeVisible();
	});

	test('coverage is a line a province once there are two months, with its figures', async ({
		page,
		admin: _admin,
		administration
	}) => {
		await makeMonths(administration, 1);
		await page.goto('/beheer/dekking');
		const overTime = page.getByRole('region', { name: 'Verloop per maand' });
		await expect(overTime).toContainText('Er is nog maar één maand geteld.');
		await expect(overTime.getByRole('table')).toContainText('75%');

		await makeMonths(administration, 13);
		await page.goto('/beheer/dekking');
		await expect(overTime.getByRole('img', { name: 'Gemeenten die meedoen' })).toBeVisible();
		await overTime.getByRole('link', { name: 'Gemeenten met een loket' }).click();
		await expect(page).toHaveURL(/\?lijn=loket#verloop$/);
		const chart = overTime.getByRole('img', { name: 'Gemeenten met een loket' });
		await expect(chart.locator('.line')).toHaveCount(6);
		await overTime.getByText('Toon de cijfers').click();
		const figures = overTime.getByRole('table');
		await expect(figures.locator('tbody tr')).toHaveCount(13);
		await expect(figures.locator('tbody tr').first()).toContainText('50%');
		await expect(figures.locator('tbody tr').last()).toContainText('20%');
	});
});

for (const look of LOOKS) {
	test(`axe finds nothing on the white spots in ${look.language}, and nothing sticks out`, async ({
		page,
		admin: _admin,
		administration
	}) => {
		await makeSpots(administration);
		await makeMonths(administration, 13);
		await page.goto(`${look.prefix}/beheer/dekking?gekozen=gent`);
		await page.locator('#verloop ~ details > summary').click();
		await expectOpenPageToLookRight(page, look, 'white spots');
	});
}
