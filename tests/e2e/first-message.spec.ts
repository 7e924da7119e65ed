/** From a question to the first message about it: with the keys alone, and what really arrives in which mailbox. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/administration.ts';

/** As many stops as a long page has. */
const STOPS = 250;

/** Goes on with the Tab key until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor();
	for (let stop = 0; stop < STOPS; stop += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not lead to ${target}.`);
}

async function follow(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

test('who looks for help to found a desk, finds governments alike and writes to one, by keyboard alone', async ({
	page,
	context,
	administration
}) => {
	const { sql, mail } = administration;
	const asks = await administration.person({
		fullName: 'Toets Enbord',
		status: 'approved',
		government: 'gemeente-diest'
	});
	const knows = await administration.person({
		fullName: 'Lore Loket',
		status: 'approved',
		government: 'gemeente-poperinge',
		shows: ['expertise'],
		expertise: { 'loket-oprichten': { direction: 'offered' } },
		notifications: ['first_message']
	});
	await administration.signIn(context, asks);

	await page.goto('/account/expertise');
	const theme = page.getByRole('group', { name: 'Vrijwilligersloket oprichten', exact: true });
	await tabTo(page, theme.getByRole('radio', { name: 'Niets' }));
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(theme.getByRole('radio', { name: 'Zoek ik' })).toBeChecked();
	await follow(page, page.getByRole('button', { name: 'Bewaar' }));
	await expect(page.getByRole('group', { name: 'Bewaard' })).toBeFocused();

	await follow(page, page.getByRole('link', { name: 'Bekijk wie dit al deed' }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Besturen zoals wij');
	await expect(page.getByRole('main')).toContainText('Jullie zoeken: Vrijwilligersloket oprichten.');
	const peer = page.getByRole('article', { name: 'Poperinge' });
	await expect(peer).toContainText('Biedt het gezochte thema aan: Vrijwilligersloket oprichten.');
	await follow(page, peer.getByRole('link', { name: 'Bekijk wie dit aanbiedt' }));

	await expect(page).toHaveURL(/\/collegas\?gemeente=poperinge&thema=loket-oprichten&richting=aangeboden/);
	await follow(
		page,
		page.getByRole('article').getByRole('link', { name: /^Schrijf een bericht ?: Lore Loket$/ })
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bericht aan Lore Loket');
	await tabTo(page, page.getByLabel('Je bericht'));
	await page.keyboard.type('Hoe zijn jullie begonnen?');
	await page.keyboard.press('Enter');
	await page.keyboard.type('En <b>wat</b> kostte het?');
	await follow(page, page.getByRole('button', { name: 'Verstuur het bericht' }));
	await expect(page.getByRole('group', { name: 'Je bericht aan Lore Loket is onderweg' })).toBeFocused();

	const mailTo = (address: string) => mail.received.filter(({ to }) => to.includes(address));
	await expect.poll(() => mailTo(knows.email).length + mailTo(asks.email).length).toBe(2);
	const [message] = mailTo(knows.email);
	expect(message?.mail.subject).toContain('Toets Enbord');
	expect(message?.mail.replyTo?.map(({ address }) => address)).toEqual([asks.email]);
	expect(message?.mail.text).toContain('En <b>wat</b> kostte het?');
	expect(message?.mail.text).toContain('Vraag over: Vrijwilligersloket oprichten');
	expect(message?.mail.html).not.toContain('<b>wat</b>');
	expect(message?.mail.text).toContain(`/collegas/melden?wie=${asks.id}`);
	expect(message?.mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
		'List-Unsubscribe=One-Click'
	);
	const [copy] = mailTo(asks.email);
	expect(copy?.mail.text).toContain('Hoe zijn jullie begonnen?');
	// The address of who got it is nowhere in what the sender gets.
	expect(copy?.raw).not.toContain(knows.email);
	expect(copy?.raw).not.toContain(Buffer.from(knows.email).toString('base64').slice(0, 20));

	// Nothing of it is kept once it is delivered.
	const waiting = () => sql`select from public.email_outbox where params ->> 'senderId' = ${asks.id}`;
	await expect.poll(async () => (await waiting()).length).toBe(0);
});
