import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Person } from '../fixtures/people.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

/** Of one request. */
const card = (visitor: Visitor, { fullName }: Person) =>
	visitor.getByRole('article', { name: fullName, exact: true });
const result = (visitor: Visitor) => visitor.getByRole('group', { name: 'Wat er gebeurde' });
const statusOf = async ({ id }: Person): Promise<unknown> =>
	(await site.sql`select status from public.profile where id = ${id}`)[0]?.status;

describe('without scripts', () => {
	it('a request is approved with one click, and taken back before its mail has left', async () => {
		const { admin, visitor } = await site.administrator();
		const anna = await site.person({
			fullName: 'Anna Aanvraag',
			motivation: 'Graag.'
		});
		await visitor.open('/beheer/aanvragen');
		expect(card(visitor, anna)).toContainText('Klopt: gent.be hoort bij dit bestuur.');
		await card(visitor, anna).getByRole('button', { name: 'Keur goed' }).click();
		expect(result(visitor)).toGetFocus();
		expect(result(visitor)).toContainText(`Goedgekeurd: ${anna.fullName}.`);
		expect(card(visitor, anna)).toHaveCount(0);
		expect(await statusOf(anna)).toBe('approved');

		// Undoing survives a reload.
		await visitor.open('/beheer/aanvragen');
		const recent = visitor.getByRole('region', { name: 'Net beslist' });
		expect(recent).toContainText(`${anna.fullName} is goedgekeurd door ${admin.fullName}.`);
		await recent.getByRole('button', { name: `Maak ongedaan ${anna.fullName}` }).click();
		expect(result(visitor)).toContainText(`De aanvraag van ${anna.fullName} wacht weer`);
		expect(card(visitor, anna)).toBeVisible();
		expect(await statusOf(anna)).toBe('pending');
	});

	it('a request is rejected with a reason in the language of who asked, and the mail says it', async () => {
		const { admin, visitor } = await site.administrator();
		const chloe = await site.person({
			fullName: 'Chloé Demande',
			email: `chloe@gmail.com`,
			locale: 'fr'
		});
		await visitor.open('/beheer/aanvragen');
		expect(card(visitor, chloe)).toContainText('Let op: bij gmail.com kan iedereen een adres krijgen.');
		await card(visitor, chloe).getByRole('link', { name: 'Wijs af' }).click();
		await visitor.getByRole('button', { name: 'Wijs af' }).click();
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(summary).toContainText('Schrijf een reden in het Frans');

		expect(visitor).toHaveTitle(/^Fout: Aanvraag van Chloé Demande/);

		// An example text comes below what was typed.
		const reason = visitor.getByLabel('Reden, in het Frans');
		reason.fill('Bonjour Chloé,');
		await visitor.getByRole('button', { name: 'Geen adres van het werk' }).click();
		expect(reason).toHaveValue(/^Bonjour Chloé,\n\n.*adresse e-mail professionnelle/);
		expect(await statusOf(chloe)).toBe('pending');
		expect(reason).toHaveAttribute('lang', 'fr');
		reason.fill('Écrivez-nous avec votre adresse de Gand.');
		await visitor.getByRole('button', { name: 'Wijs af' }).click();
		expect(visitor).toHaveAddress(/\/beheer\/aanvragen\?besluit=afwijzen/);
		expect(result(visitor)).toGetFocus();
		expect(result(visitor)).toContainText(`Afgewezen: ${chloe.fullName}.`);

		await visitor.getByRole('button', { name: `Verstuur de mail nu ${chloe.fullName}` }).click();
		expect(result(visitor)).toContainText('De mail vertrekt nu.');
		expect((await site.mailTo(chloe.email)).text).toContain('Écrivez-nous avec votre adresse de Gand.');
		expect(admin.fullName).toBe('Ada Beheer');
	});

	it('many are decided together, after a page that lists them', async () => {
		const { visitor } = await site.administrator();
		const people = [
			await site.person({ fullName: 'Bram Samen' }),
			await site.person({ fullName: 'Cato Samen', locale: 'en' })
		];
		await visitor.open('/beheer/aanvragen');
		const approve = visitor.getByRole('button', { name: 'Keur gekozen goed' });
		await approve.click();
		expect(visitor.getByText('Je koos nog geen aanvraag. Vink er eerst een aan.')).toBeVisible();
		await visitor.open('/beheer/aanvragen');
		for (const person of people) card(visitor, person).getByRole('checkbox', { name: /^Kies/ }).check();
		await approve.click();
		expect(visitor.getByText('Je keurt 2 aanvragen goed.')).toBeVisible();
		for (const { fullName } of people) expect(visitor.getByText(fullName)).toBeVisible();
		await visitor.getByRole('button', { name: 'Keur goed' }).click();
		expect(result(visitor)).toGetFocus();
		expect(result(visitor)).toContainText('Goedgekeurd:');
		for (const person of people) {
			expect(result(visitor)).toContainText(person.fullName);
			expect(await statusOf(person)).toBe('approved');
		}

		// What happened stays true when it is asked again: what was taken back is not called approved.
		const address = visitor.address;
		await visitor.getByRole('button', { name: `Maak ongedaan ${people[0]?.fullName}` }).click();
		expect(result(visitor)).toContainText('Ongedaan gemaakt.');
		await visitor.open(address);
		expect(result(visitor)).toContainText(`Goedgekeurd: ${people[1]?.fullName}.`);
	});
});

it('the queue has pages, and a page that is gone is the last one', async () => {
	const { visitor } = await site.administrator();
	const late = await site.person({ fullName: 'Zita Laatst', daysAgo: -1, confirmed: false });
	const { sql } = site;
	for (let i = 0; i < 25; i += 1) {
		await site.person({ fullName: `Yves Rij ${i}`, confirmed: false });
	}
	await visitor.open('/beheer/aanvragen?tab=onbevestigd');
	expect(visitor.getByRole('article')).toHaveCount(25);
	expect(card(visitor, late)).toHaveCount(0);
	await visitor.open('/beheer/aanvragen?tab=onbevestigd&pagina=9');
	expect(card(visitor, late)).toBeVisible();
	const [waiting] = await sql`
		select count(*)::int from public.profile as p join auth.users as u on u.id = p.id
		where p.status = 'pending' and u.email_confirmed_at is null`;
	expect(visitor.getByRole('link', { name: /^Wacht op bevestiging/ })).toContainText(String(waiting?.count));
});

it('rejecting people of two languages asks for a reason in each', async () => {
	const { visitor } = await site.administrator();
	const people = [
		await site.person({ fullName: 'Dirk Tweetalig' }),
		await site.person({ fullName: 'Emma Tweetalig', locale: 'en' })
	];
	await visitor.open('/beheer/aanvragen');
	for (const person of people) card(visitor, person).getByRole('checkbox', { name: /^Kies/ }).check();
	await visitor.getByRole('button', { name: 'Wijs gekozen af' }).click();
	await visitor.getByRole('button', { name: 'Heeft al een account' }).click();
	expect(visitor.getByLabel('Reden, in het Nederlands')).toHaveValue(/Je hebt al een account/);
	expect(visitor.getByLabel('Reden, in het Engels')).toHaveValue(/You already have an account/);
	await visitor.getByRole('button', { name: 'Wijs af' }).click();
	expect(result(visitor)).toContainText('Afgewezen: ');
	const reasons = await site.sql`
		select reason from public.account_decision where account_id = any(${people.map(({ id }) => id)})
		order by reason`;
	expect(reasons.map(({ reason }) => String(reason).slice(0, 9))).toEqual(['Je hebt a', 'You alrea']);
});

it('once the mail has left a decision stands, and the page says so', async () => {
	const { visitor } = await site.administrator();
	const person = await site.person({ fullName: 'Greet Telaat' });
	await visitor.open('/beheer/aanvragen');
	await card(visitor, person).getByRole('button', { name: 'Keur goed' }).click();
	expect(result(visitor)).toContainText('Goedgekeurd');
	const undo = visitor.getByRole('button', { name: `Maak ongedaan ${person.fullName}` });
	expect(undo).toBeVisible();
	const [mail] = await site.sql`
		select id from public.email_outbox where recipient_id = ${person.id}`;
	await visitor.post('/beheer/mail', { mail: String(mail?.id) });
	await site.mailTo(person.email);
	await undo.click();
	expect(result(visitor)).toContainText('Te laat');
	expect(await statusOf(person)).toBe('approved');
});

it('evidence: what imitates, who asked twice, who is there already', async () => {
	const { visitor } = await site.administrator();
	const government = 'gemeente-aalst';
	await site.person({ fullName: 'Hanne Erbij', status: 'approved', government });
	const first = await site.person({
		fullName: 'Ilse Dubbel',
		email: 'ilse@aaist.be',
		government,
		daysAgo: 3
	});
	const again = await site.person({
		fullName: 'I. Dubbel',
		email: 'ilse+bis@aaist.be',
		government
	});
	await visitor.open('/beheer/aanvragen');
	expect(card(visitor, first)).toContainText('Pas op: aaist.be lijkt op aalst.be, maar is het niet.');
	expect(card(visitor, first)).toContainText('3 dagen geleden');
	expect(card(visitor, first)).toContainText(/Al goedgekeurd bij dit bestuur\s+Hanne Erbij/);
	expect(card(visitor, first)).toContainText(`${again.fullName}: wacht op een beslissing`);
	expect(card(visitor, again)).toContainText(`${first.fullName}: wacht op een beslissing`);
});

it('who did not confirm the address waits apart and cannot be approved', async () => {
	const { visitor } = await site.administrator();
	const person = await site.person({ fullName: 'Jef Onbevestigd', confirmed: false });
	await visitor.open('/beheer/aanvragen');
	expect(card(visitor, person)).toHaveCount(0);
	await visitor.getByRole('link', { name: /^Wacht op bevestiging/ }).click();
	expect(card(visitor, person)).toContainText('Nee, nog niet');
	expect(card(visitor, person).getByRole('button', { name: 'Keur goed' })).toHaveCount(0);
	await visitor.open(`/beheer/aanvragen/beslissen?besluit=goedkeuren&account=${person.id}`);
	await visitor.getByRole('button', { name: 'Keur goed' }).click();
	expect(result(visitor)).toContainText('bevestigde het e-mailadres nog niet');
	expect(await statusOf(person)).toBe('pending');
});

it('a request that changed since it was looked at is shown again, with what changed', async () => {
	const { visitor } = await site.administrator();
	const person = await site.person({ fullName: 'Wim Wissel' });
	const other = await site.person({ fullName: 'Bo Blijft' });
	const becomes = (name: string) =>
		site.sql`update public.profile set full_name = ${name}, job_title = 'Burgemeester' where id = ${person.id}`;
	await visitor.open('/beheer/aanvragen');
	await becomes('Burgemeester Echt');
	await card(visitor, person).getByRole('button', { name: 'Keur goed' }).click();
	expect(result(visitor)).toContainText('Over Burgemeester Echt is niets beslist.');
	expect(result(visitor)).toContainText('Intussen gewijzigd: naam en functie.');
	expect(await statusOf(person)).toBe('pending');

	// Of many, those that stayed the same are decided.
	const both = [person, other].map(({ id }) => `account=${id}`).join('&');
	await visitor.open(`/beheer/aanvragen/beslissen?besluit=goedkeuren&${both}`);
	await becomes('Weer Een Ander');
	await visitor.getByRole('button', { name: 'Keur goed' }).click();
	expect(result(visitor)).toContainText(`Goedgekeurd: ${other.fullName}.`);
	expect(result(visitor)).toContainText('Over Weer Een Ander is niets beslist.');
	expect(await statusOf(other)).toBe('approved');
	expect(await statusOf(person)).toBe('pending');

	// Looked at again, it is decided; not while the reason of a rejection is asked back.
	await becomes('De Laatste');
	await visitor.open(`/beheer/aanvragen/beslissen?besluit=afwijzen&account=${person.id}`);
	await becomes('De Allerlaatste');
	await visitor.getByRole('button', { name: 'Wijs af' }).click();
	expect(visitor.getByRole('region', { name: /^Over wie/ })).toContainText('Intussen gewijzigd: naam.');
	await visitor.getByLabel('Reden, in het Nederlands').fill('Dit is niemand van ons.');
	await visitor.getByRole('button', { name: 'Wijs af' }).click();
	expect(await statusOf(person)).toBe('rejected');
});

it('nobody decides on themselves, and nonsense decides nothing', async () => {
	const { admin, visitor } = await site.administrator();
	const post = async (form: Record<string, string>, action = 'approve') => {
		const answer = await visitor.post(`/beheer/aanvragen?/${action}`, form);
		return { status: answer.status, html: await answer.text() };
	};
	expect((await post({ account: admin.id })).html).toContain(
		'Over je eigen account beslist een andere beheerder.'
	);
	for (const account of ['', 'x', "' or true --", admin.id.slice(1)]) {
		expect((await post({ account })).status, account).toBe(400);
	}
	const nobody = '00000000-0000-4000-8000-000000000009';
	expect((await post({ account: nobody })).html).toContain('die persoon is vertrokken');
	expect((await post({ decision: nobody }, 'undo')).html).toContain('Die beslissing is er niet meer');
});
