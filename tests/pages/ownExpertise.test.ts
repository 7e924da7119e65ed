import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Person, PersonOptions } from '../fixtures/people.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

/** Somebody, and whose browser. */
async function signedIn(options: Partial<PersonOptions> = {}): Promise<{ me: Person; visitor: Visitor }> {
	const me = await site.person({ fullName: 'Vera Volger', status: 'approved', ...options });
	return { me, visitor: await site.signIn(me) };
}

const theme = (visitor: Visitor, name: string) => visitor.getByRole('group', { name, exact: true });
const noteOf = (visitor: Visitor, slug: string) => visitor.locator(`#zin_${slug}`);
const confirmation = (visitor: Visitor, heading: string | RegExp) =>
	visitor.getByRole('group', { name: heading });

const choose = (visitor: Visitor, name: string, direction: 'Bied ik aan' | 'Zoek ik') =>
	theme(visitor, name).getByRole('radio', { name: direction }).check();
const save = (visitor: Visitor) => visitor.getByRole('button', { name: 'Bewaar' }).click();

describe('without scripts', () => {
	it('a member says what is offered and sought, and colleagues see it once that is chosen', async () => {
		const { visitor } = await signedIn();
		await visitor.open('/account/expertise');
		expect(visitor.getByRole('main')).toContainText('Collega’s zien dit nu niet');
		choose(visitor, 'Jongeren', 'Bied ik aan');
		noteOf(visitor, 'jongeren').fill('x'.repeat(301));
		choose(visitor, 'Meten en evalueren', 'Zoek ik');
		await save(visitor);
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(summary.getByRole('link', { name: /1 tekens te lang/ })).toHaveAttribute('href', '#zin_jongeren');
		expect(noteOf(visitor, 'jongeren')).toHaveValue('x'.repeat(301));
		expect(theme(visitor, 'Meten en evalueren').getByRole('radio', { name: 'Zoek ik' })).toBeChecked();

		noteOf(visitor, 'jongeren').fill('Tien jaar <b>jeugdraad</b>');
		await save(visitor);
		expect(confirmation(visitor, 'Bewaard')).toGetFocus();
		expect(visitor.getByRole('link', { name: 'Bekijk wie dit al deed' })).toHaveAttribute(
			'href',
			'/collegas/zoals-wij'
		);
		expect(
			confirmation(visitor, 'Bewaard').getByRole('link', { name: 'Meten en evalueren' })
		).toHaveAttribute('href', '/collegas?thema=evaluatie&richting=aangeboden');

		await visitor.open('/account/expertise');
		expect(noteOf(visitor, 'jongeren')).toHaveValue('Tien jaar <b>jeugdraad</b>');
		expect(theme(visitor, 'Jongeren').getByRole('radio', { name: 'Bied ik aan' })).toBeChecked();

		await visitor.open('/account');
		const preview = visitor.getByRole('complementary', { name: 'Zo zien collega’s je' });
		visitor.getByLabel('Toon mij aan collega’s').check();
		visitor.getByLabel('mijn thema’s van expertise').check();
		await visitor.getByRole('button', { name: 'Bewaar' }).click();
		expect(confirmation(visitor, 'Je gegevens zijn bewaard')).toBeVisible();
		expect(preview).toContainText('Jongeren: Tien jaar <b>jeugdraad</b>');
		await visitor.getByRole('link', { name: 'Wat je aanbiedt en zoekt' }).click();
		expect(visitor.getByRole('main')).toContainText('Collega’s zien dit.');
	});

	it('a search is followed, is no longer followed, and is followed again', async () => {
		const { visitor } = await signedIn();
		await visitor.open('/account/volgen');
		expect(visitor.getByRole('main')).toContainText('De mail staat uit');
		await visitor.getByRole('button', { name: 'Volg', exact: true }).click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
		expect(visitor).toHaveTitle(/^Fout:/);

		await visitor.open('/account/volgen?thema=jongeren&provincie=oost-vlaanderen');
		expect(visitor.getByLabel('Thema')).toHaveValue('jongeren');
		await visitor.getByRole('button', { name: 'Volg', exact: true }).click();
		expect(confirmation(visitor, 'Je volgt nu: Jongeren – Oost-Vlaanderen (provincie)')).toGetFocus();
		visitor.getByLabel('Plaats').choose('Hasselt');
		await visitor.getByRole('button', { name: 'Volg', exact: true }).click();
		expect(confirmation(visitor, 'Je volgt nu: Hasselt')).toGetFocus();
		const list = visitor.getByRole('region', { name: 'Dit volg je' }).getByRole('listitem');
		expect(list).toHaveCount(2);
		expect(list.filter({ hasText: 'Hasselt' })).toContainText('loketten en besturen');

		await visitor.getByRole('button', { name: /^Volg niet meer.*Jongeren/ }).click();
		expect(
			confirmation(visitor, 'Je volgt dit niet meer: Jongeren – Oost-Vlaanderen (provincie)')
		).toGetFocus();
		expect(list).toHaveCount(1);
		await visitor.getByRole('button', { name: 'Volg opnieuw' }).click();
		expect(list).toHaveCount(2);
		expect(list.getByRole('link', { name: /^Bekijk de collega’s.*Hasselt/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=hasselt'
		);
	});
});

it('a colleague with a followed theme comes in a weekly mail, which one click stops', async () => {
	const { sql } = site;
	const { me, visitor } = await signedIn({ locale: 'fr' });
	await sql`update public.profile set notifications = '{digest}' where id = ${me.id}`;
	await visitor.open('/account/volgen?thema=crisis&provincie=limburg');
	expect(visitor.getByRole('main')).toContainText('De mail staat aan');
	await visitor.getByRole('button', { name: 'Volg', exact: true }).click();
	expect(
		confirmation(visitor, 'Je volgt nu: Vrijwilligers bij een crisis – Limburg (provincie)')
	).toGetFocus();

	const seen = { status: 'approved', government: 'gemeente-hasselt' } as const;
	for (const [fullName, isListed] of [
		['Carla Crisis', true],
		['Verborgen Vic', false]
	] as const) {
		const { id } = await site.person({ ...seen, fullName });
		await sql`
			insert into public.profile_expertise (profile_id, topic_id, direction)
			select ${id}, id, 'offered' from public.expertise_topic where slug = 'crisis'`;
		await sql`update public.profile set visible_fields = '{expertise}', listed = ${isListed} where id = ${id}`;
	}
	await sql`update private.digest set covered_until = now() - interval '8 days' where profile_id = ${me.id}`;
	await sql`select private.queue_digests(7)`;

	const digest = await site.mailTo(me.email);
	expect(digest.subject).toBe('Ce que vous suivez : 1 nouveau collègue');
	expect(digest.text).toContain('Carla Crisis');
	expect(digest.text).toContain('Volontaires en cas de crise');
	expect(`${digest.text} ${digest.html}`).not.toContain('Verborgen Vic');
	const off = new URL(digest.headers['list-unsubscribe']?.slice(1, -1) ?? '');
	await visitor.open(off.pathname + off.search);
	expect(visitor.getByRole('main')).toContainText('avec les nouveautés de ce que vous suivez');

	// As a mail program does it: from no page, with nobody signed in.
	const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
	const program = site.visitor();
	expect((await program.ask(off.pathname + off.search, { method: 'POST', body })).status).toBe(200);
	await visitor.open('/account/volgen');
	expect(visitor.getByRole('main')).toContainText('De mail staat uit');
	await sql`update private.digest set covered_until = now() - interval '8 days' where profile_id = ${me.id}`;
	expect(await sql`select private.queue_digests(7)`).toEqual([{ queue_digests: 0 }]);
});
