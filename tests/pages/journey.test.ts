/**
 * The three promises, from the first click to the last trace: an account is approved, nobody without one sees anything of
 * it, and whoever leaves is gone. With scripts: tests/e2e/journey.spec.ts.
 */
import { it, vi } from 'vitest';
import { traces } from '../fixtures/traces.ts';
import { expect } from './expectations.ts';
import { confirm, fillIn, sendSignIn, signOut, stranger } from './registering.ts';
import { useSite } from './site.ts';

const site = useSite();

const tracesOf = (words: string[]) => traces((text, parameters) => site.query(text, parameters), words);

it('without scripts somebody registers, waits unseen, is let in, pauses and leaves without a trace', async () => {
	const surname = 'Winterkoning';
	const person = stranger({ fullName: `Wietse ${surname}`, email: 'wietse.winterkoning@gent.be' });
	const words = [surname, person.email, '+32470998877', 'onuitwisbaar'];
	const visitor = site.visitor();

	await fillIn(visitor, person);
	visitor.getByLabel('Waarom wil je meedoen?').fill('Omdat het onuitwisbaar is.');
	await visitor.getByRole('button', { name: 'Vraag je account aan' }).click();
	expect(visitor).toHaveAddress(/\/registreren\/bevestig$/);
	await confirm(site, visitor, person.email, 'Bevestig');
	expect(visitor).toHaveAddress(/\/account\?klaar=bevestigd$/);
	expect(visitor.getByRole('main')).toContainText('Een beheerder bekijkt je aanvraag');

	// Waiting, one sees nothing of others…
	await site.person({ fullName: 'Collega Blijft', status: 'approved' });
	for (const path of ['/beheer/aanvragen', '/beheer/leden', '/beheer/logboek', '/beheer/mail']) {
		expect((await visitor.ask(path)).status, path).toBe(404);
	}
	await visitor.open('/account');
	expect(visitor.getByRole('main')).not.toContainText('Collega Blijft');
	// …and is nowhere for a visitor.
	for (const path of ['/', '/besturen/gent', '/privacy/wie-ziet-wat', '/api/v1/municipalities.json']) {
		expect((await site.visitor().read(path)).html, path).not.toContain(surname);
	}

	const { visitor: administrator } = await site.administrator();
	await administrator.open('/beheer/aanvragen');
	const card = administrator.getByRole('article', { name: person.fullName, exact: true });
	expect(card).toContainText('onuitwisbaar');
	await card.getByRole('button', { name: 'Keur goed' }).click();
	await administrator.getByRole('button', { name: `Verstuur de mail nu ${person.fullName}` }).click();
	expect(administrator.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('vertrekt nu');

	await site.mailTo(person.email, /goedgekeurd/i);
	await signOut(visitor);
	await visitor.open('/aanmelden');
	await sendSignIn(visitor, person.email, person.password);
	expect(visitor).toHaveAddress(/\/account$/);
	visitor.getByRole('textbox', { name: 'Telefoon' }).fill('0470 99 88 77');
	visitor.getByLabel('Toon mij aan collega’s').check();
	await visitor.getByRole('button', { name: 'Bewaar' }).click();
	expect(visitor.getByRole('main')).toContainText('Je gegevens zijn bewaard');
	expect((await tracesOf(words)).length).toBeGreaterThan(0);

	await visitor.open('/account/pauze');
	await visitor.getByRole('button', { name: 'Pauzeer' }).click();
	expect(visitor.getByRole('main')).toContainText('Je account staat op pauze');

	const [row] = await site.sql<{ id: string }>`select id from auth.users where email = ${person.email}`;
	await visitor.open('/account/verlaten');
	visitor.getByLabel(/Typ .verlaat./).fill('verlaat');
	await visitor.getByRole('button', { name: 'Wis mijn account' }).click();
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Je account is weg');
	await site.mailTo(person.email, /weg|gewist|vaarwel|verwijderd/i);
	// The mail is the last to know the address; its row goes once it was sent.
	await vi.waitFor(async () => expect(await tracesOf(words)).toEqual([]), { timeout: 60_000 });
	expect(await tracesOf([row?.id ?? 'nobody'])).toEqual(['public.account_decision', 'public.audit_entry']);

	await visitor.open('/account');
	expect(visitor).toHaveAddress(/\/aanmelden/);
	await sendSignIn(visitor, person.email, person.password);
	expect(visitor.getByRole('main')).not.toContainText('Mijn account');
});
