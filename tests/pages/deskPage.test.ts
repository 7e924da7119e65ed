import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

const DESK = '/loketten/vrijwilligersloket-gent';

describe('the page of a desk, without scripts', () => {
	it('has all that a volunteer needs to go there or get in touch', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		await visitor.getByRole('link', { name: 'Vrijwilligersloket Gent', exact: true }).click();
		expect(visitor).toHaveAddress(new RegExp(`${DESK}$`));
		const main = visitor.getByRole('main');
		expect(main.getByRole('heading', { level: 1 })).toHaveText('Vrijwilligersloket Gent');
		expect(main).toContainText(/Nu open|Gesloten, opent|Op afspraak/);
		expect(main).toContainText(/Gecontroleerd op|Nog niet gecontroleerd|Niet gecontroleerd sinds/);
		expect(main).toContainText('9000 Gent');
		// Whoever wants a number and the hours has both before anything else.
		const headings = main.getByRole('heading', { level: 2 });
		expect(headings.first()).toHaveText('Contact');
		expect(headings.nth(1)).toHaveText('Openingsuren');
		expect(main.getByRole('link', { name: /OpenStreetMap/ })).toHaveAttribute(
			'href',
			/^https:\/\/www\.openstreetmap\.org\/directions\?to=5\d/
		);
		// For who does not know the town, with the picture and without.
		const picture = main.getByRole('img', { name: /^Kaart: Vrijwilligersloket Gent ligt bij station Gent-/ });
		expect(picture).toBeVisible();
		const drawn = await (await visitor.ask(picture.getAttribute('src') ?? '')).text();
		for (const look of ['station', 'water-name', 'number']) expect(drawn).toContain(`<text class="${look}"`);
		expect(main).toContainText(/In de buurt, in rechte lijn: station Gent-\S+ \(\d,\d\skm\), de \w\d+ \(/);
		await main.getByText('De komende twee weken, dag per dag').first().click();
		expect(main.getByRole('row')).toHaveCount(14);
		expect(main.getByRole('heading', { name: 'Andere loketten in de buurt' })).toBeVisible();
		await main.getByRole('link', { name: /^(Gemeente|Stad|OCMW) Gent/ }).click();
		expect(visitor).toHaveAddress(/\/besturen\/gent#(gemeente|ocmw)$/);
	});
});

it('a desk has a card for an address book and data for search engines', async () => {
	const visitor = site.visitor();
	const card = await visitor.ask(`${DESK}.vcf`);
	expect(Object.fromEntries(card.headers)).toMatchObject({
		'content-type': 'text/vcard; charset=utf-8',
		'content-disposition': 'attachment; filename="vrijwilligersloket-gent.vcf"'
	});
	expect(await card.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*FN:Vrijwilligersloket Gent\r\n/);
	const html = await (await visitor.ask(DESK)).text();
	const data = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)?.[1] ?? '';
	const [office] = JSON.parse(data)['@graph'];
	expect(office).toMatchObject({
		'@type': 'GovernmentOffice',
		'@id': `${site.url}${DESK}#loket`,
		name: 'Vrijwilligersloket Gent',
		address: { postalCode: '9000' },
		openingHoursSpecification: expect.arrayContaining([
			expect.objectContaining({ dayOfWeek: expect.arrayContaining(['https://schema.org/Monday']) })
		])
	});
	const inFrench = await (await visitor.ask(`/fr${DESK}`)).text();
	expect(inFrench).toContain(`"@id":"${site.url}${DESK}#loket"`);
	// The body is named in French to who reads, and by its official name to a machine.
	expect(inFrench).toContain('>la commune de Gand<');
	expect(inFrench).toContain('"name":"Gemeente Gent"');
	expect(await (await visitor.ask('/sitemap.xml')).text()).toContain(`${DESK}</loc>`);
});

it('a desk that was taken off the site is gone, and leads to the others of its municipality', async () => {
	const visitor = site.visitor();
	await site.sql`update public.volunteer_desk set published = false where slug = 'vrijwilligersloket-gent'`;
	// The site asks once a second whether anything changed.
	await expect.poll(async () => (await visitor.ask(DESK)).status, { timeout: 30_000 }).toBe(410);
	await visitor.open(DESK);
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Dit loket staat niet meer op de site');
	expect(visitor.getByRole('heading', { level: 2 }).first()).toHaveText('Andere loketten in Gent');
	const others = visitor.locator('main ul a').all();
	expect(others.length).toBeGreaterThan(0);
	for (const link of others) expect((await visitor.ask(link.getAttribute('href') ?? '')).status).toBe(200);
	// What it was called is hidden.
	expect(visitor.getByRole('main')).not.toContainText('Vrijwilligersloket Gent,');
	for (const path of [`${DESK}.vcf`, `${DESK}/affiche`, `${DESK}/melding`])
		expect((await visitor.ask(path)).status, path).toBe(410);
	await visitor.open(`/fr${DESK}`);
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Ce guichet n’est plus sur le site');
});

it('a desk that does not exist is not found, with the way to the others', async () => {
	const visitor = site.visitor();
	for (const path of [
		'/loketten/bestaat-niet',
		'/loketten/bestaat-niet/melding',
		'/loketten/bestaat-niet/affiche'
	]) {
		const answer = await visitor.ask(path, { headers: { accept: 'text/html' } });
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain('href="/loketten"');
	}
	expect((await visitor.ask('/loketten/bestaat-niet.vcf')).status).toBe(404);
});
