/** On an empty installation, by clicking alone: from a request that nothing is known about to a desk on the map. */
import { it } from 'vitest';
import { expect } from './expectations.ts';
import { registerAndConfirm, stranger } from './registering.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

const result = (visitor: Visitor) => visitor.getByRole('group', { name: 'Wat er gebeurde' });
const cardOf = (visitor: Visitor, name: string) => visitor.getByRole('article', { name, exact: true });

it('a request of an unknown domain becomes an editor of a government that takes part, with a desk on the map', async () => {
	const person = stranger({
		fullName: 'Fien Eerste',
		email: 'fien@stad-genk-zelf.example',
		government: 'Gemeente Genk'
	});
	const visitor = site.visitor();
	await registerAndConfirm(site, visitor, person);
	const { visitor: administrator } = await site.administrator();

	// The domain is nobody's yet: it is given to the government, and is known from then on.
	await administrator.open('/beheer/aanvragen');
	const card = cardOf(administrator, person.fullName);
	await card.getByRole('link', { name: 'Ken stad-genk-zelf.example toe aan Gemeente Genk' }).click();
	expect(administrator).toHaveAddress(/\/beheer\/besturen\/gemeente-genk\?domein=/);
	await administrator.getByRole('button', { name: 'Ken het domein toe' }).click();
	expect(result(administrator)).toContainText('stad-genk-zelf.example is van Gemeente Genk');
	const history = () => administrator.getByRole('region', { name: 'Wat er veranderde' });
	expect(history()).toContainText('Ada Beheer kende het domein stad-genk-zelf.example toe');
	for (const [typed, why] of [
		['gmail.com', 'kan iedereen een adres krijgen'],
		['stad-genk-ze1f.example', 'lijkt te veel op stad-genk-zelf.example'],
		['gеnk.be', 'letters van een ander alfabet']
	] as const) {
		administrator.getByLabel('Ken dit domein toe aan Gemeente Genk').fill(typed);
		await administrator.getByRole('button', { name: 'Ken het domein toe' }).click();
		expect(result(administrator), typed).toContainText(why);
	}

	// Approved, and with it the government takes part.
	await administrator.open('/beheer/aanvragen');
	expect(card).toContainText('Klopt: stad-genk-zelf.example hoort bij dit bestuur.');
	card.getByRole('checkbox', { name: /Gemeente Genk doet nog niet mee/ }).check();
	await card.getByRole('button', { name: 'Keur goed' }).click();
	expect(result(administrator)).toContainText(`Goedgekeurd: ${person.fullName}.`);
	expect(result(administrator)).toContainText('De deelname van Gemeente Genk is bewaard.');

	await administrator.open('/beheer/leden');
	await cardOf(administrator, person.fullName)
		.getByRole('link', { name: /^Bekijk of wijzig/ })
		.click();
	await administrator.getByRole('link', { name: 'Maak redacteur…' }).click();
	const change = administrator.getByRole('region', { name: 'Wijzig dit account' });
	expect(change).toContainText('houdt dan de pagina en de loketten van Gemeente Genk bij');
	expect(change).not.toContainText('beheren');
	await change.getByRole('button', { name: 'Maak redacteur' }).click();
	expect(result(administrator)).toContainText(person.fullName);

	await visitor.open('/mijn-bestuur');
	await visitor.getByRole('link', { name: 'Voeg een loket toe' }).click();
	visitor.getByLabel('Naam van het loket').fill('Vrijwilligerspunt Genk');
	visitor.getByLabel('Straat en nummer').fill('Stadsplein 1');
	visitor.getByLabel('Postcode').fill('3600');
	visitor.getByLabel('Telefoon', { exact: true }).fill('089 65 36 00');
	await visitor.getByRole('button', { name: 'Zoek dit adres' }).click();
	await visitor.getByRole('button', { name: 'Zet online' }).click();
	expect(visitor.getByRole('main')).toContainText('Vrijwilligerspunt Genk staat online');

	// Anybody finds it, on the map too.
	const anybody = site.visitor();
	await anybody.open('/loketten?q=genk');
	expect(anybody.getByRole('main')).toContainText('Vrijwilligerspunt Genk');
	await anybody.open('/besturen/genk');
	expect(anybody.getByRole('main')).toContainText('Vrijwilligerspunt Genk');
	const onMap = await fetch(`${site.url}/api/v1/desks.geojson`);
	expect(await onMap.text()).toContain('Vrijwilligerspunt Genk');

	// The next colleague is known, and nothing has to be given away for it.
	const colleague = stranger({
		fullName: 'Gust Tweede',
		email: 'gust@stad-genk-zelf.example',
		government: 'Gemeente Genk'
	});
	await registerAndConfirm(site, site.visitor(), colleague);
	await administrator.open('/beheer/aanvragen');
	const next = cardOf(administrator, colleague.fullName);
	expect(next).toContainText('Klopt: stad-genk-zelf.example hoort bij dit bestuur.');
	expect(next.getByRole('checkbox', { name: /doet nog niet mee/ })).toHaveCount(0);
});

it('an editor asks that the government takes part, an administrator says so, and ends it without losing what was', async () => {
	const editor = await site.person({
		fullName: 'Ella Vraagt',
		status: 'approved',
		role: 'editor',
		government: 'gemeente-genk'
	});
	const visitor = await site.signIn(editor);
	await visitor.open('/mijn-bestuur');
	await visitor.getByRole('button', { name: 'Vraag om mee te doen' }).click();
	expect(visitor.getByRole('group', { name: 'Je vraag is verstuurd. Een beheerder beslist' })).toBeVisible();
	expect(visitor.getByRole('main')).toContainText('gevraagd om mee te doen. Een beheerder beslist.');

	const { visitor: administrator } = await site.administrator();
	await administrator.open('/beheer/besturen');
	await administrator.getByRole('link', { name: 'Gemeente Genk' }).click();
	expect(administrator.getByRole('main')).toContainText('Een redacteur vroeg');
	// What is no period comes back as it was typed, and what is no domain says so beside its box.
	administrator.getByLabel('Deed mee tot').fill('2017-01-01');
	await administrator.getByRole('button', { name: 'Bewaar de deelname' }).click();
	expect(result(administrator)).toContainText('is niet bewaard');
	expect(administrator.getByLabel('Deed mee tot')).toHaveValue('2017-01-01');
	administrator.getByLabel('Ken dit domein toe aan Gemeente Genk').fill('gmail.com');
	await administrator.getByRole('button', { name: 'Ken het domein toe' }).click();
	expect(administrator.getByLabel('Ken dit domein toe aan Gemeente Genk')).toHaveAttribute(
		'aria-invalid',
		'true'
	);
	await administrator.getByRole('button', { name: 'Bewaar de deelname' }).click();
	expect(result(administrator)).toContainText('De deelname van Gemeente Genk is bewaard.');
	await visitor.open('/mijn-bestuur');
	expect(visitor.getByRole('main')).not.toContainText('doet nog niet mee');

	// Two administrators at once: the second sees what the first did.
	const other = await site.signIn(
		await site.person({ fullName: 'Bob Beheer', status: 'approved', role: 'admin' })
	);
	await other.open('/beheer/besturen/gemeente-genk');
	administrator.getByLabel('Deed mee tot').fill('2026-11-01');
	administrator.getByLabel('Doet mee sinds').fill('2026-01-01');
	await administrator.getByRole('button', { name: 'Bewaar de deelname' }).click();
	expect(result(administrator)).toContainText('is bewaard');
	await other.getByRole('button', { name: 'Bewaar de deelname' }).click();
	expect(result(other)).toContainText('intussen');
	const history = other.getByRole('region', { name: 'Wat er veranderde' });
	expect(history).toContainText('Ella Vraagt vroeg dat het bestuur meedoet.');
	expect(history.getByRole('listitem')).toHaveCount(3);
	await other.open('/mijn-bestuur?bestuur=gemeente-genk');
	expect(other.getByRole('main')).toContainText('doet nog niet mee');
});

it('what a mail in answer to a person names is the one switch it leads to', async () => {
	const member = await site.person({
		fullName: 'Sara Schakel',
		status: 'approved',
		notifications: ['digest', 'first_message']
	});
	const visitor = site.visitor();
	await visitor.open('/account/mail?soort=first_message');
	expect(visitor).toHaveAddress(/\/aanmelden\?next=/);
	await site.signIn(member, visitor);
	await visitor.open('/account/mail?soort=first_message');
	await visitor.getByRole('main').getByRole('button').click();
	const [row] = await site.sql<{ notifications: string[] }>`
		select notifications from public.profile where id = ${member.id}`;
	expect(row?.notifications).not.toContain('first_message');
	expect(row?.notifications).toContain('digest');
});

it('the page after registering says that mail is slow, while it is', async () => {
	const slow = 'Onze mail is op dit moment traag';
	const visitor = site.visitor();
	await visitor.open('/registreren/bevestig');
	expect(visitor.getByRole('main')).not.toContainText(slow);
	await site.sql`
		insert into public.email_outbox (template, locale, to_address, attempts, last_error, next_attempt_at)
		values ('account_left', 'nl', 'x@voorbeeld.example', 1, 'ECONNECTION away', now() + interval '1 hour')`;
	await visitor.open('/registreren/bevestig');
	expect(visitor.getByRole('main')).toContainText(slow);
});
