import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Person } from '../fixtures/people.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

const ALL = ['job_title', 'phone', 'bio', 'expertise'] as const;
const card = (visitor: Visitor, name: string) => visitor.getByRole('article').filter({ hasText: name });

/** Somebody who asks, and colleagues who show different things. */
async function makePeople(): Promise<Record<'asks' | 'knows' | 'shy', Person>> {
	const asks = await site.person({
		fullName: 'Mila Vraagt',
		status: 'approved',
		government: 'gemeente-gent'
	});
	const knows = await site.person({
		fullName: 'Bo Weet',
		status: 'approved',
		government: 'ocmw-lokeren',
		shows: ALL,
		expertise: {
			'loket-oprichten': { direction: 'offered', note: 'Wij begonnen in de bibliotheek.' },
			werven: { direction: 'sought' }
		},
		bio: 'Ik werkte vroeger in Curaçao.',
		phone: '+3293400001',
		notifications: ['first_message']
	});
	const shy = await site.person({
		fullName: 'Rik Zwijgt',
		status: 'approved',
		role: 'editor',
		government: 'gemeente-genk',
		shows: [],
		expertise: { 'loket-oprichten': { direction: 'offered', note: 'Geheim recept' } },
		bio: 'Geheim verhaal'
	});
	await site.person({
		fullName: 'Pia Pauze',
		status: 'approved',
		shows: ALL,
		paused: true,
		expertise: { 'loket-oprichten': { direction: 'offered' } }
	});
	return { asks, knows, shy };
}

describe('without scripts', () => {
	it('a message says whose address goes along, leaves once, and can be stopped by who gets it', async () => {
		const visitor = site.visitor();
		const { asks, knows } = await makePeople();
		await site.signIn(asks, visitor);
		await visitor.open('/collegas?thema=loket-oprichten');
		await card(visitor, 'Bo Weet').getByRole('link', { name: 'Schrijf een bericht' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Bericht aan Bo Weet');
		expect(visitor.getByText(asks.email)).toBeVisible();
		expect(visitor.locator('body')).not.toContainText(knows.email);
		expect(visitor.getByLabel('Onderwerp')).toHaveValue('Vraag over: Vrijwilligersloket oprichten');

		visitor.getByLabel('Je bericht').fill('Te kort');
		await visitor.getByRole('button', { name: 'Verstuur het bericht' }).click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
		visitor.getByLabel('Je bericht').fill('Hoe zijn jullie begonnen?\nEn wat kostte het?');
		await visitor.getByRole('button', { name: 'Verstuur het bericht' }).click();
		expect(visitor.getByRole('group', { name: 'Je bericht aan Bo Weet is onderweg' })).toGetFocus();

		await visitor.getByRole('link', { name: 'Schrijf een bericht' }).click();
		visitor.getByLabel('Onderwerp').fill('Nog iets');
		visitor.getByLabel('Je bericht').fill('Ik vergat nog iets te vragen.');
		await visitor.getByRole('button', { name: 'Verstuur het bericht' }).click();
		const refused = visitor.getByRole('group', { name: 'Het is niet verstuurd' });
		expect(refused).toContainText('Wacht een minuut');
		expect(visitor.getByLabel('Je bericht')).toHaveValue('Ik vergat nog iets te vragen.');

		const theirs = await site.signIn(knows);
		await theirs.open(`/collegas/melden?wie=${asks.id}`);
		expect(theirs.getByRole('heading', { level: 1 })).toContainText('Iemand die je schreef');
		await theirs.getByRole('button', { name: 'Blokkeer' }).click();
		expect(
			theirs.getByRole('group', { name: 'Je krijgt geen berichten meer van deze persoon' })
		).toGetFocus();
		theirs.getByLabel('Wat is er mis?').fill('Dit bericht is niet gepast.');
		await theirs.getByRole('button', { name: 'Stuur de melding' }).click();
		expect(theirs.getByRole('group', { name: 'Je melding is bij de beheerders' })).toGetFocus();
		const [report] = await site.sql`
				select reason from public.colleague_report where reporter_id = ${knows.id} and reported_id = ${asks.id}`;
		expect(report).toEqual({ reason: 'Dit bericht is niet gepast.' });

		// Whoever is blocked reads what all read whom somebody does not want to hear from.
		await visitor.open(`/collegas/${knows.id}`);
		expect(visitor.getByText('Deze collega krijgt nu geen berichten')).toBeVisible();
		expect(visitor.getByRole('link', { name: 'Schrijf een bericht' })).toHaveCount(0);

		await theirs.open('/account/blokkeren');
		await theirs.getByRole('button', { name: 'Sta berichten weer toe' }).click();
		expect(theirs.getByText('Je blokkeerde niemand.')).toBeVisible();
		await visitor.open(visitor.address);
		expect(visitor.getByRole('link', { name: 'Schrijf een bericht' })).toBeVisible();
	});
});

describe('without scripts', () => {
	it('the filters are a form, and the map is a picture', async () => {
		const visitor = site.visitor();
		const { asks, shy } = await makePeople();
		await site.signIn(asks, visitor);
		await visitor.open('/collegas');
		await visitor.getByText('Filters', { exact: true }).click();
		visitor.getByLabel('Limburg (1)').check();
		await visitor.getByRole('button', { name: 'Toon resultaat' }).click();
		expect(visitor.getByRole('article').getByRole('heading')).toHaveText([shy.fullName]);
		const picture = visitor.getByRole('img', { name: /Kaart van Vlaanderen en Brussel/ });
		expect(picture).toBeVisible();
		const drawn = await visitor.ask(picture.getAttribute('src') ?? '');
		expect(drawn.headers.get('content-type')).toContain('image/svg+xml');
		expect(await drawn.text()).toContain('<path');
	});
});
