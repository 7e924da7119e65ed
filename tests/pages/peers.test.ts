import { beforeAll, describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Person, PersonOptions } from '../fixtures/people.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

/** Which municipalities are like one's own: Diest asks, Poperinge has the answer. */

const PAGE = '/collegas/zoals-wij';

/** Shown to colleagues with the expertise, unless told otherwise. */
const colleague = (options: PersonOptions): Promise<Person> =>
	site.person({ status: 'approved', shows: ['expertise'], ...options });

beforeAll(async () => {
	const { sql } = site;
	await sql`
		update public.local_government set participating_since = '2019-03-01' where slug = 'gemeente-poperinge'`;
	await sql`
		insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
		select 'loket-zoals-wij', id, 'Loket Poperinge', 'Grote Markt 1', '8970', 'Poperinge', 2.7264, 50.8553, true
		from public.local_government where slug = 'gemeente-poperinge'`;
});
/** Somebody in Diest who looks for two themes with a colleague, and somebody in Poperinge who offers one. */
async function petra(): Promise<Person> {
	await colleague({
		fullName: 'Omer Zelfde Stad',
		government: 'ocmw-diest',
		expertise: { werven: { direction: 'sought' }, waardering: { direction: 'offered' } }
	});
	await colleague({
		fullName: 'Pol Poperinge',
		government: 'gemeente-poperinge',
		expertise: { 'loket-oprichten': { direction: 'offered' } }
	});
	await colleague({
		fullName: 'Zita Zoekt Ook',
		government: 'gemeente-scherpenheuvel-zichem',
		expertise: { werven: { direction: 'sought' } }
	});
	return colleague({
		fullName: 'Petra Diest',
		government: 'gemeente-diest',
		shows: undefined,
		expertise: { 'loket-oprichten': { direction: 'sought' } }
	});
}

describe('without scripts', () => {
	it('a member sees who is like us and why, and changes what counts', async () => {
		const visitor = await site.signIn(await petra());
		await visitor.open(PAGE);
		const main = visitor.getByRole('main');
		expect(main).toContainText('Deze lijst is gemaakt voor Diest.');
		expect(main).toContainText('Jullie zoeken: Vrijwilligers werven en Vrijwilligersloket oprichten.');
		const results = visitor.getByRole('article');
		expect(results).toHaveCount(12);
		const best = results.first();
		expect(best.getByRole('heading', { level: 3 })).toHaveText('Poperinge');
		expect(best).toContainText('Biedt 1 van jullie 2 gezochte thema’s aan: Vrijwilligersloket oprichten.');
		expect(best).toContainText('doet mee sinds 2019 en heeft een loket.');
		expect(best.getByRole('link', { name: 'Poperinge', exact: true })).toHaveAttribute(
			'href',
			'/besturen/poperinge'
		);
		expect(best.getByRole('link', { name: /^Bekijk 1 collega ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=poperinge'
		);
		expect(best.getByRole('link', { name: /^Bekijk wie dit aanbiedt ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=poperinge&thema=loket-oprichten&richting=aangeboden'
		);
		expect(best.getByRole('link', { name: /^Op de kaart ?: Poperinge$/ })).toHaveAttribute(
			'href',
			'/?gekozen=poperinge#kaart'
		);
		expect(results.nth(1)).toContainText('Zelfde grootteklasse, buren, op');
		expect(results.nth(1)).toContainText('Zoekt zelf ook: Vrijwilligers werven.');
		expect(results.nth(2).getByRole('link', { name: /collega/ })).toHaveCount(0);
		expect(visitor.getByRole('article', { name: 'Diest' })).toHaveCount(0);

		const fold = visitor.getByText('Kies zelf wat telt');
		await fold.click();
		expect(visitor.getByRole('checkbox', { name: 'Vrijwilligersloket oprichten (1)' })).toBeChecked();
		const offers = visitor.getByLabel('Biedt onze thema’s aan');
		const apply = visitor.getByRole('button', { name: 'Toon resultaat' });
		offers.choose('0');
		await apply.click();
		expect(visitor).toHaveAddress(/[?&]aanbod=0/);
		expect(best.getByRole('heading', { level: 3 })).toHaveText('Scherpenheuvel-Zichem');
		expect(visitor.getByRole('status')).toContainText('Bovenaan: Scherpenheuvel-Zichem');
		expect(main).toContainText('Telt niet: Biedt onze thema’s aan.');

		await visitor.getByRole('link', { name: 'Begin opnieuw' }).click();
		expect(visitor).toHaveAddress(/zoals-wij$/);
		expect(best.getByRole('heading', { level: 3 })).toHaveText('Poperinge');

		await visitor.getByRole('link', { name: 'Vooral dichtbij' }).click();
		expect(visitor.getByRole('link', { name: 'Vooral dichtbij' })).toHaveAttribute('aria-current', 'true');
		await visitor.getByRole('link', { name: 'Toon nog 12 gemeenten' }).click();
		expect(results).toHaveCount(24);
		expect(visitor).toHaveAddress(/aantal=24#plaats-13$/);
	});
});

it('who is hidden, paused, waiting or silent about expertise changes nothing', async () => {
	const visitor = site.visitor();
	const me = await petra();
	await site.signIn(me, visitor);
	await visitor.open(PAGE);
	const before = visitor.getByRole('main').text();
	const offers = {
		expertise: { 'loket-oprichten': { direction: 'offered' } },
		government: 'gemeente-aarschot'
	} as const;
	await colleague({ ...offers, fullName: 'Hilde Verborgen', shows: undefined });
	await colleague({ ...offers, fullName: 'Paul Pauze', paused: true });
	await colleague({ ...offers, fullName: 'Wim Wacht', status: 'pending' });
	await colleague({ ...offers, fullName: 'Gerda Geschorst', status: 'suspended' });
	await visitor.open(visitor.address);
	expect(visitor.getByRole('main').text()).toBe(before);

	await colleague({ ...offers, fullName: 'Stille Sien', shows: [] });
	await visitor.open(`${PAGE}?aantal=48`);
	const aarschot = visitor.getByRole('article', { name: 'Aarschot' });
	expect(aarschot.getByRole('link', { name: /^Bekijk 1 collega ?: Aarschot$/ })).toBeVisible();
	expect(aarschot).not.toContainText('thema');
	expect(visitor.getByRole('article').filter({ hasText: 'Biedt' })).toHaveCount(1);
});

it('who has no local government chooses a municipality, and only its visible colleagues say what it looks for', async () => {
	const { admin, visitor } = await site.administrator();
	await petra();
	await site.sql`
		update public.profile set local_government_id = null where id = ${admin.id}`;
	await visitor.open(PAGE);
	expect(visitor.getByText('Je account hoort niet bij een lokaal bestuur.')).toBeVisible();
	expect(visitor.getByRole('article')).toHaveCount(0);
	visitor.getByLabel('Gemeente', { exact: true }).choose('Diest');
	await visitor.getByRole('button', { name: 'Toon de lijst' }).click();
	expect(visitor).toHaveAddress(/\?voor=diest$/);
	expect(visitor.getByRole('main')).toContainText('Collega’s in Diest zoeken: Vrijwilligers werven.');
	await visitor.open(`${PAGE}?voor=poperinge`);
	expect(visitor.getByRole('article', { name: 'Poperinge' })).toHaveCount(0);
	expect(visitor.getByRole('main')).toContainText('Deze lijst is gemaakt voor Poperinge.');
});
