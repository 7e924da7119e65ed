import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/administration.ts';

const HEADER = 'bestuur;naam;straat;postcode;plaats;lengtegraad;breedtegraad;telefoon;gepubliceerd';

async function upload(page: Page, name: string, file: string | Buffer): Promise<void> {
	await page.goto('/beheer/import');
	await page
		.getByLabel('Bestand', { exact: true })
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(file) });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
}

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of 400/] });

	test('a file is looked at first, row by row, and then carried out', async ({
		page,
		admin: _admin,
		administration
	}) => {
		const slug = `loket-${'met'}-script-gent`;
		await upload(page, 'brief.csv', 'Beste\nhierbij de loketten');
		await expect(page.getByRole('group', { name: 'Dit bestand kan niet gelezen worden' })).toContainText(
			'één kolom'
		);

		const name = 'Loket met script';
		const street = 'Bevrijdingslaan';
		await upload(
			page,
			'loketten.csv',
			[
				HEADER,
				`gemeente-gent;${name};${street} 12;9000;Gent;3,7004;51,0589;92669000;ja`,
				`gemeente-gent;Stuk;${street} 14;negen;Gent;3,7004;51,0589;twaalf;ja`
			].join('\r\n')
		);
		await expect(page.getByRole('heading', { name: 'Import van loketten.csv' })).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: 'Rij 3' })).toContainText(
			'telefoon: “twaalf” is geen telefoonnummer'
		);
		await page.getByRole('link', { name: 'Nieuw 1' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: 'Rij 2' })).toContainText('09 266 90 00');
		expect(await violations(page)).toEqual([]);
		const before = await administration.sql`select from public.volunteer_desk where slug = ${slug}`;
		expect(before).toHaveLength(0);

		await page.getByRole('button', { name: 'Voer uit' }).click();
		await expect(page.getByRole('heading', { name: 'De import is uitgevoerd' })).toBeVisible();
		await expect(page.getByText('Gemaakt: 1. Gewijzigd: 0.')).toBeVisible();
		const [desk] = await administration.sql`
				select phone, published, location_approximate from public.volunteer_desk where slug = ${slug}`;
		expect(desk).toEqual({ phone: '+3292669000', published: true, location_approximate: false });
	});
});

test('an export imported again changes nothing', async ({ page, admin: _admin, administration }) => {
	await administration.sql`
		insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, phone, opening_hours, description)
		select 'loket-genk', id, '=Loket "Genk"; eerste', 'Stadsplein 1', '3600', 'Genk', 5.500123456, 50.965,
			'+3289654321', 'Mo-Fr 09:00-12:00; PH off', E'Twee\nregels'
		from public.local_government where slug = 'gemeente-genk'`;
	for (const [kind, button] of [
		['loketten', 'Bewaar alle loketten'],
		['besturen', 'Bewaar alle besturen']
	] as const) {
		await page.goto('/beheer/import');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: button }).click();
		const file = await readFile(await (await download).path());
		await page.getByLabel(kind === 'loketten' ? 'Loketten' : 'Lokale besturen').check();
		await page
			.getByLabel('Bestand', { exact: true })
			.setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: file });
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await expect(page.getByText('Er is niets om uit te voeren.')).toBeVisible();
		const outcomes = page.getByRole('navigation', { name: 'Rijen per uitkomst' }).getByRole('link');
		await expect(outcomes).toHaveCount(1);
		await expect(outcomes).toContainText('Ongewijzigd');
	}
});
