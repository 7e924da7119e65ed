import type { Page } from '@playwright/test';
import { expect, test, type Administration, type Person } from './support/administration.ts';
import { expectToLookRight, LOOKS } from './support/look.ts';
import { mapOf } from './support/map.ts';

const ALL = ['job_title', 'phone', 'bio', 'expertise'] as const;
const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name });
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'collega' });

/** Somebody who asks, and colleagues who show different things. */
async function makePeople(administration: Administration): Promise<Record<'asks' | 'knows' | 'shy', Person>> {
	const asks = await administration.person({
		fullName: 'Mila Vraagt',
		status: 'approved',
		government: 'gemeente-gent'
	});
	const knows = await administration.person({
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
	const shy = await administration.person({
		fullName: 'Rik Zwijgt',
		status: 'approved',
		role: 'editor',
		government: 'gemeente-genk',
		shows: [],
		expertise: { 'loket-oprichten': { direction: 'offered', note: 'Geheim recept' } },
		bio: 'Geheim verhaal'
	});
	await administration.person({
		fullName: 'Pia Pauze',
		status: 'approved',
		shows: ALL,
		paused: true,
		expertise: { 'loket-oprichten': { direction: 'offered' } }
	});
	return { asks, knows, shy };
}

test('colleagues are found by theme, place and words, with the map in step and everything in the address @map', async ({
	page,
	context,
	administration
}) => {
	const { asks } = await makePeople(administration);
	await administration.signIn(context, asks);
	await page.goto('/collegas');
	await expect(count(page)).toHaveText('2 collega’s');
	const names = page.getByRole('article').getByRole('heading');
	await expect(names).toHaveText(['Bo Weet', 'Rik Zwijgt']);
	await expect(card(page, 'Bo Weet')).toContainText(
		'Vrijwilligersloket oprichten: Wij begonnen in de bibliotheek.'
	);
	await expect(card(page, 'Rik Zwijgt')).not.toContainText('loket');

	await page.getByText('Filters', { exact: true }).click();
	// What Rik and Pia offer is nobody's to count.
	await page.getByLabel('Vrijwilligersloket oprichten (1)').check();
	await expect(page).toHaveURL(/\?thema=loket-oprichten$/);
	await expect(count(page)).toHaveText('1 collega');
	await page.getByLabel('Kan helpen (1)').check();
	await expect(page.getByLabel('Zoekt hulp (0)')).toBeVisible();
	await expect(page).toHaveURL(/thema=loket-oprichten&richting=aangeboden/);
	await expect(page.getByRole('link', { name: 'Volg dit' })).toHaveAttribute(
		'href',
		'/account/volgen?thema=loket-oprichten'
	);

	const map = await mapOf(page);
	await expect.poll(() => map.fadedCount(['46029', '71016', '44021'])).toBe(2);

	for (const [words, found] of [
		['bibliotheek', 1],
		['curacao lokeren', 1],
		['geheim', 0],
		['(.*', 0]
	] as const) {
		await page.goto(`/collegas?q=${encodeURIComponent(words)}`);
		await expect(count(page), words).toHaveText(found === 1 ? '1 collega' : '0 collega’s');
	}
	await expect(page.getByText('Niemand gevonden.')).toBeVisible();
	await page.goto('/collegas?gemeente=genk');
	await expect(names).toHaveText(['Rik Zwijgt']);
	await page.getByRole('link', { name: 'Haal filter weg: Genk' }).click();
	await expect(names).toHaveCount(2);
	await page.goto('/collegas?afstand=25');
	await expect(names).toHaveText(['Bo Weet']);
});

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of 4(00|29)/] });

	test('a message says whose address goes along, leaves once, and can be stopped by who gets it', async ({
		page,
		context,
		browser,
		administration
	}) => {
		const { asks, knows } = await makePeople(administration);
		await administration.signIn(context, asks);
		await page.goto('/collegas?thema=loket-oprichten');
		await card(page, 'Bo Weet').getByRole('link', { name: 'Schrijf een bericht' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bericht aan Bo Weet');
		await expect(page.getByText(asks.email)).toBeVisible();
		await expect(page.locator('body')).not.toContainText(knows.email);
		await expect(page.getByLabel('Onderwerp')).toHaveValue('Vraag over: Vrijwilligersloket oprichten');

		await page.getByLabel('Je bericht').fill('Te kort');
		await page.getByRole('button', { name: 'Verstuur het bericht' }).click();
		await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
		await page.getByLabel('Je bericht').fill('Hoe zijn jullie begonnen?\nEn wat kostte het?');
		await page.getByRole('button', { name: 'Verstuur het bericht' }).click();
		await expect(page.getByRole('group', { name: 'Je bericht aan Bo Weet is onderweg' })).toBeFocused();

		await page.getByRole('link', { name: 'Schrijf een bericht' }).click();
		await page.getByLabel('Onderwerp').fill('Nog iets');
		await page.getByLabel('Je bericht').fill('Ik vergat nog iets te vragen.');
		await page.getByRole('button', { name: 'Verstuur het bericht' }).click();
		const refused = page.getByRole('group', { name: 'Het is niet verstuurd' });
		await expect(refused).toContainText('Wacht een minuut');
		await expect(page.getByLabel('Je bericht')).toHaveValue('Ik vergat nog iets te vragen.');

		const other = await browser.newContext({ baseURL: administration.url });
		await administration.signIn(other, knows);
		const theirs = await other.newPage();
		await theirs.goto(`/collegas/melden?wie=${asks.id}`);
		await expect(theirs.getByRole('heading', { level: 1 })).toContainText('Iemand die je schreef');
		await theirs.getByRole('button', { name: 'Blokkeer' }).click();
		await expect(
			theirs.getByRole('group', { name: 'Je krijgt geen berichten meer van deze persoon' })
		).toBeFocused();
		await theirs.getByLabel('Wat is er mis?').fill('Dit bericht is niet gepast.');
		await theirs.getByRole('button', { name: 'Stuur de melding' }).click();
		await expect(theirs.getByRole('group', { name: 'Je melding is bij de beheerders' })).toBeFocused();
		const [report] = await administration.sql`
				select reason from public.colleague_report where reporter_id = ${knows.id} and reported_id = ${asks.id}`;
		expect(report).toEqual({ reason: 'Dit bericht is niet gepast.' });

		// Whoever is blocked reads what all read whom somebody does not want to hear from.
		await page.goto(`/collegas/${knows.id}`);
		await expect(page.getByText('Deze collega krijgt nu geen berichten')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Schrijf een bericht' })).toHaveCount(0);

		await theirs.goto('/account/blokkeren');
		await theirs.getByRole('button', { name: 'Sta berichten weer toe' }).click();
		await expect(theirs.getByText('Je blokkeerde niemand.')).toBeVisible();
		await other.close();
		await page.reload();
		await expect(page.getByRole('link', { name: 'Schrijf een bericht' })).toBeVisible();
	});
});

for (const look of LOOKS) {
	test(`axe finds nothing on the pages about colleagues in ${look.language}, and nothing sticks out`, async ({
		page,
		context,
		administration
	}) => {
		const { asks, knows } = await makePeople(administration);
		await administration.signIn(context, asks);
		await administration.sql`
			insert into public.colleague_block (blocker_id, blocked_id) values (${asks.id}, ${knows.id})
			on conflict do nothing`;
		await expectToLookRight(page, look, [
			'/collegas',
			'/collegas?thema=loket-oprichten&q=bestaat+niet',
			`/collegas/${knows.id}`,
			`/collegas/${knows.id}/bericht`,
			`/collegas/melden?wie=${knows.id}`,
			'/account/blokkeren'
		]);
	});
}
