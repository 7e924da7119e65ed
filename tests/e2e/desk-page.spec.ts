import { expect, test as onOwnSite } from './support/administration.ts';
import { test } from './support/test.ts';

const DESK = '/loketten/vrijwilligersloket-gent';

test.describe('the page of a desk, without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('has all that a volunteer needs to go there or get in touch', async ({ page }) => {
		await page.goto('/besturen/gent');
		await page.getByRole('link', { name: 'Vrijwilligersloket Gent', exact: true }).click();
		await expect(page).toHaveURL(new RegExp(`${DESK}$`));
		const main = page.getByRole('main');
		await expect(main.getByRole('heading', { level: 1 })).toHaveText('Vrijwilligersloket Gent');
		await expect(main).toContainText(/Nu open|Gesloten, opent|Op afspraak/);
		await expect(main).toContainText(/Nagekeken op|Nog niet nagekeken|Niet bevestigd sinds/);
		await expect(main).toContainText('9000 Gent');
		await expect(main.getByRole('link', { name: /OpenStreetMap/ })).toHaveAttribute(
			'href',
			/^https:\/\/www\.openstreetmap\.org\/directions\?to=5\d/
		);
		await expect(main.getByRole('img', { name: /Kaart van Gent/ })).toBeVisible();
		await main.getByText('De komende twee weken, dag per dag').first().click();
		await expect(main.getByRole('row')).toHaveCount(14);
		await expect(main.getByRole('heading', { name: 'Andere loketten in de buurt' })).toBeVisible();
		await main.getByRole('link', { name: /^(Gemeente|Stad|OCMW) Gent/ }).click();
		await expect(page).toHaveURL(/\/besturen\/gent#(gemeente|ocmw)$/);
	});

	test('is a sheet of paper too: exactly one', async ({ page }) => {
		await page.goto(DESK);
		await page.getByRole('link', { name: 'Druk een affiche af (A4)' }).click();
		await expect(
			page.getByRole('img', { name: /QR-code naar .*\/loketten\/vrijwilligersloket-gent$/ })
		).toBeVisible();
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
		expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
	});
});

test('the page of a desk shows it on a map @map', async ({ page }) => {
	await page.goto(DESK);
	await page.getByRole('heading', { name: 'Zo kom je er' }).scrollIntoViewIfNeeded();
	await expect(page.locator('[data-map-state="ready"]')).toBeVisible();
});

test('a desk has a card for an address book and data for search engines', async ({ request }) => {
	const card = await request.get(`${DESK}.vcf`);
	expect(card.headers()).toMatchObject({
		'content-type': 'text/vcard; charset=utf-8',
		'content-disposition': 'attachment; filename="vrijwilligersloket-gent.vcf"'
	});
	expect(await card.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*FN:Vrijwilligersloket Gent\r\n/);
	const html = await (await request.get(DESK)).text();
	const data = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)?.[1] ?? '';
	expect(JSON.parse(data)).toMatchObject({
		'@type': 'GovernmentOffice',
		name: 'Vrijwilligersloket Gent',
		address: { postalCode: '9000' }
	});
	expect(await (await request.get('/sitemap.xml')).text()).toContain(`${DESK}</loc>`);
});

test('a desk that does not exist is not found, with the way to the others', async ({ request }) => {
	for (const path of [
		'/loketten/bestaat-niet',
		'/loketten/bestaat-niet/melding',
		'/loketten/bestaat-niet/affiche'
	]) {
		const answer = await request.get(path, { headers: { accept: 'text/html' } });
		expect(answer.status()).toBe(404);
		expect(await answer.text()).toContain('href="/loketten"');
	}
	expect((await request.get('/loketten/bestaat-niet.vcf')).status()).toBe(404);
});

onOwnSite.describe('what somebody says is wrong about a desk', () => {
	// Until the server has seen the new desk.
	onOwnSite.use({ javaScriptEnabled: false, expectedErrors: [/status of 40[04]/] });

	onOwnSite(
		'goes to its editor, who handles it and can take that back',
		async ({ administration, browser, page }) => {
			const { sql } = administration;
			await sql`update public.local_government set participating_since = '2017-05-01' where slug = 'gemeente-gent'`;
			await sql`
			insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select 'loket-proef', id, 'Proefloket', 'Kouter 1', '9000', 'Gent', 3.72, 51.05, true
			from public.local_government where slug = 'gemeente-gent'`;
			const editor = await administration.person({
				fullName: 'Eva Redactie',
				status: 'approved',
				role: 'editor'
			});
			const member = await administration.person({ fullName: 'Mia Lid', status: 'approved' });
			await sql`update public.profile set notifications = '{desk_work}' where id = ${editor.id}`;

			await expect(async () => {
				expect((await page.goto('/loketten/loket-proef'))?.status()).toBe(200);
			}).toPass();
			await page.getByRole('link', { name: 'Meld het' }).click();
			await page.getByLabel('Wat klopt er niet?').fill('De deur was dicht op maandag.');
			await page.getByRole('button', { name: 'Verstuur je melding' }).click();
			await expect(page.getByRole('group', { name: 'Kijk dit nog even na' })).toContainText(
				'Kies waar het over gaat'
			);
			await expect(page.getByLabel('Wat klopt er niet?')).toHaveValue('De deur was dicht op maandag.');
			await page.getByLabel('De openingsuren').check();
			await page.getByLabel('E-mailadres (niet verplicht)').fill('noor@voorbeeld.example');
			await page.getByRole('button', { name: 'Verstuur je melding' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je melding');
			expect(
				await sql`select recipient_id from public.email_outbox where template = 'desk_report'`
			).toMatchObject([{ recipient_id: editor.id }]);

			const context = await browser.newContext({ javaScriptEnabled: false, baseURL: administration.url });
			await administration.signIn(context, editor);
			const queue = await context.newPage();
			await queue.goto('/mijn-bestuur/meldingen');
			const report = queue.getByRole('article', { name: 'Proefloket' });
			await expect(report).toContainText('De deur was dicht op maandag.');
			await expect(report.getByRole('link', { name: /noor@voorbeeld\.example/ })).toBeVisible();
			await report.getByRole('button', { name: /^Afgehandeld/ }).click();
			await expect(queue.getByText('Er zijn geen open meldingen.')).toBeVisible();
			await queue
				.getByRole('group')
				.getByRole('button', { name: /^Zet terug/ })
				.first()
				.click();
			await expect(report.getByRole('button', { name: /^Afgehandeld/ })).toBeVisible();

			await context.clearCookies();
			await administration.signIn(context, member);
			await queue.goto('/mijn-bestuur/meldingen');
			await expect(queue.getByRole('heading', { name: 'Alleen redacteurs zien meldingen' })).toBeVisible();
			await expect(queue.getByText('De deur was dicht')).toHaveCount(0);
			await context.close();
		}
	);
});
