/** Which municipalities are like one's own: Diest asks, Poperinge has the answer. */
import {
	expect,
	test,
	type Administration,
	type Person,
	type PersonOptions
} from './support/administration.ts';
import { expectToLookRight, LOOKS } from './support/look.ts';

const PAGE = '/collegas/zoals-wij';

/** Shown to colleagues with the expertise, unless told otherwise. */
const colleague = ({ person }: Administration, options: PersonOptions): Promise<Person> =>
	person({ status: 'approved', shows: ['expertise'], ...options });

test.beforeEach(async ({ administration: { sql } }) => {
	await sql`
		update public.local_government set participating_since = '2019-03-01' where slug = 'gemeente-poperinge'`;
	await sql`
		insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
		select 'loket-zoals-wij', id, 'Loket Poperinge', 'Grote Markt 1', '8970', 'Poperinge', 2.7264, 50.8553, true
		from public.local_government where slug = 'gemeente-poperinge'`;
});

/** Somebody in Diest who looks for two themes with a colleague, and somebody in Poperinge who offers one. */
async function petra(administration: Administration): Promise<Person> {
	await colleague(administration, {
		fullName: 'Omer Zelfde Stad',
		government: 'ocmw-diest',
		expertise: { werven: { direction: 'sought' }, waardering: { direction: 'offered' } }
	});
	await colleague(administration, {
		fullName: 'Pol Poperinge',
		government: 'gemeente-poperinge',
		expertise: { 'loket-oprichten': { direction: 'offered' } }
	});
	await colleague(administration, {
		fullName: 'Zita Zoekt Ook',
		government: 'gemeente-scherpenheuvel-zichem',
		expertise: { werven: { direction: 'sought' } }
	});
	return colleague(administration, {
		fullName: 'Petra Diest',
		government: 'gemeente-diest',
		shows: undefined,
		expertise: { 'loket-oprichten': { direction: 'sought' } }
	});
}

test.describe('with scripts', () => {
	test('a member sees who is like us and why, and changes what counts by keyboard', async ({
		page,
		context,
		administration
	}) => {
		await administration.signIn(context, await petra(administration));
		await page.goto(PAGE);
		const main = page.getByRole('main');
		await expect(main).toContainText('Deze lijst is gemaakt voor Diest.');
		await expect(main).toContainText('Jullie zoeken: Vrijwilligers werven en Vrijwilligersloket oprichten.');
		const results = page.getByRole('article');
		await expect(results).toHaveCount(12);
		const best = results.first();
		await expect(best.getByRole('heading', { level: 3 })).toHaveText('Poperinge');
		await expect(best).toContainText(
			'Biedt 1 van jullie 2 gezochte thema’s aan: Vrijwilligersloket oprichten.'
		);
		await expect(best).toContainText('doet mee sinds 2019 en heeft een loket.');
		await expect(best.getByRole('link', { name: 'Poperinge', exact: true })).toHaveAttribute(
			'href',
			'/besturen/poperinge'
		);
		await expect(best.getByRole('link', { name: /^Bekijk 1 collega ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=poperinge'
		);
		await expect(best.getByRole('link', { name: /^Bekijk wie dit aanbiedt ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=poperinge&thema=loket-oprichten&richting=aangeboden'
		);
		await expect(best.getByRole('link', { name: /^Op de kaart ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/?gekozen=poperinge#kaart'
		);
		await expect(results.nth(1)).toContainText('Zelfde grootteklasse, buren, op');
		await expect(results.nth(1)).toContainText('Zoekt zelf ook: Vrijwilligers werven.');
		await expect(results.nth(2).getByRole('link', { name: /collega/ })).toHaveCount(0);
		await expect(page.getByRole('article', { name: 'Diest' })).toHaveCount(0);

		const fold = page.getByText('Kies zelf wat telt');
		await fold.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('checkbox', { name: 'Vrijwilligersloket oprichten (1)' })).toBeChecked();
		const offers = page.getByLabel('Biedt onze thema’s aan');
		await offers.focus();
		await page.keyboard.press('ArrowUp');
		await expect(page).toHaveURL(/zoals-wij\?aanbod=0$/);
		await expect(best.getByRole('heading', { level: 3 })).toHaveText('Scherpenheuvel-Zichem');
		await expect(page.getByRole('status')).toContainText('Bovenaan: Scherpenheuvel-Zichem');
		await expect(main).toContainText('Telt niet: Biedt onze thema’s aan.');
		await expect(offers).toBeFocused();

		await page.getByRole('link', { name: 'Begin opnieuw' }).focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/zoals-wij$/);
		await expect(best.getByRole('heading', { level: 3 })).toHaveText('Poperinge');

		await page.getByRole('link', { name: 'Vooral dichtbij' }).focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('link', { name: 'Vooral dichtbij' })).toHaveAttribute('aria-current', 'true');
		await page.getByRole('link', { name: 'Toon nog 12 gemeenten' }).focus();
		await page.keyboard.press('Enter');
		await expect(results).toHaveCount(24);
		await expect(page).toHaveURL(/aantal=24#plaats-13$/);
	});
});

test('another theme, or none: the address says which, and nobody is made up', async ({
	page,
	context,
	administration
}) => {
	await administration.signIn(context, await petra(administration));
	await page.goto(`${PAGE}?thema=loket-oprichten`);
	await expect(page.getByRole('main')).toContainText('Je koos deze thema’s: Vrijwilligersloket oprichten.');
	await expect(page.getByRole('article').first()).toContainText(
		'Biedt het gezochte thema aan: Vrijwilligersloket oprichten.'
	);
	// What is ticked away leaves one theme, and then none.
	await page.getByRole('checkbox', { name: /^Vrijwilligersloket oprichten/ }).uncheck();
	await expect(page).toHaveURL(/\?thema=$/);
	await expect(page.getByRole('main')).toContainText('Je koos geen thema’s.');
	await expect(page.getByText(/gezochte? thema/)).toHaveCount(0);
	await page.getByRole('checkbox', { name: /^Vrijwilligers werven/ }).check();
	await expect(page).toHaveURL(/\?thema=werven$/);
	await expect(page.getByText('Geen enkele collega in een andere gemeente biedt dit thema')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Bekijk wie hetzelfde zoekt' })).toHaveAttribute(
		'href',
		'/collegas?thema=werven&richting=gezocht'
	);

	await page.goto(`${PAGE}?thema=tuinieren&grootte=9&voor=nergens`);
	await expect(page.getByText('“tuinieren” is geen keuze voor thema.')).toBeVisible();
	await expect(page.getByText('“nergens” is geen keuze voor voor.')).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Deze lijst is gemaakt voor Diest.');
});

for (const look of LOOKS) {
	test(`axe finds nothing in ${look.language}, and nothing sticks out`, async ({
		page,
		context,
		administration
	}) => {
		await administration.signIn(context, await petra(administration));
		await expectToLookRight(page, look, [
			PAGE,
			`${PAGE}?thema=werven&grootte=2&afstand=0`,
			`${PAGE}?thema=&grootte=0&afstand=0&buren=0&provincie=0&deelname=0&loket=0&soort=0`
		]);
	});
}
