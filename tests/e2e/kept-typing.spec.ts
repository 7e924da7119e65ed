/** What somebody types is not lost when the session ends before it is sent. */
import type { Page } from '@playwright/test';
import { sendSignIn } from './support/account.ts';
import { PASSWORD } from '../fixtures/people.ts';
import { expect, test } from './support/administration.ts';

const onDevice = (page: Page) =>
	page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('typed ')).length);
const offer = (page: Page) =>
	page.getByRole('status').filter({ hasText: 'Je was hier nog iets aan het schrijven' });
const job = (page: Page) => page.getByLabel('Functie', { exact: true });

const endSession = (page: Page) => page.context().clearCookies({ name: /^sb-/ });

/** Types into the own profile, and sends it after the session has ended. */
async function sendInVain(page: Page): Promise<void> {
	await page.goto('/account');
	await job(page).fill('Coach van vrijwilligers');
	await page.getByLabel('politiek mandataris').check();
	await expect.poll(() => onDevice(page)).toBe(1);
	await endSession(page);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page).toHaveURL(/\/aanmelden\?next=%2Faccount&verzonden=nee$/);
	await expect(page.getByRole('main')).toContainText('Daarom is er niets verzonden');
	await expect(page.getByRole('main')).toContainText('Wat je typte, is op dit toestel bewaard');
}

test('what could not be sent is offered after signing in, put back, sent, and then gone', async ({
	administration,
	page
}) => {
	const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved' });
	await administration.signIn(page.context(), me);
	await sendInVain(page);
	await sendSignIn(page, me.email, PASSWORD);
	await expect(page).toHaveURL(/\/account$/);
	await expect(offer(page)).toBeVisible();
	await expect(job(page)).not.toHaveValue('Coach van vrijwilligers');

	await page.getByRole('button', { name: 'Zet het terug' }).click();
	await expect(page.getByRole('group', { name: 'Wat je typte, staat weer in het formulier' })).toBeFocused();
	await expect(job(page)).toHaveValue('Coach van vrijwilligers');
	await expect(page.getByLabel('politiek mandataris')).toBeChecked();
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('group', { name: 'Je gegevens zijn bewaard' })).toBeFocused();
	expect(await onDevice(page)).toBe(0);
	await page.goto('/account');
	await expect(job(page)).toHaveValue('Coach van vrijwilligers');
	await expect(offer(page)).toHaveCount(0);
});

test('somebody else who signs in on the device sees nothing of it, and it is gone', async ({
	administration,
	page
}) => {
	const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved' });
	const other = await administration.person({ fullName: 'Bram Ander', status: 'approved' });
	await administration.signIn(page.context(), me);
	await sendInVain(page);
	await sendSignIn(page, other.email, PASSWORD);
	await expect(page).toHaveURL(/\/account$/);
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Bram Ander');
	await expect.poll(() => onDevice(page)).toBe(0);
	await expect(offer(page)).toHaveCount(0);
	await expect(page.getByText('Coach van vrijwilligers')).toHaveCount(0);
});

test('it can be thrown away, and signing out throws it away', async ({ administration, page }) => {
	const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved' });
	await administration.signIn(page.context(), me);
	await sendInVain(page);
	await sendSignIn(page, me.email, PASSWORD);
	await page.getByRole('button', { name: 'Gooi het weg' }).click();
	await expect(page.getByRole('group', { name: 'Wat je typte, is weggegooid' })).toBeFocused();
	expect(await onDevice(page)).toBe(0);

	await job(page).fill('Iets anders');
	await expect.poll(() => onDevice(page)).toBe(1);
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto('/afmelden');
	await page.getByRole('button', { name: 'Meld je af' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bent afgemeld');
	await expect.poll(() => onDevice(page)).toBe(0);
});

test('leaving for good throws it away', async ({ administration, page }) => {
	const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved' });
	await administration.signIn(page.context(), me);
	await page.goto('/account');
	await job(page).fill('Coach van vrijwilligers');
	await expect.poll(() => onDevice(page)).toBe(1);
	page.on('dialog', (dialog) => void dialog.accept());
	await page.goto('/account/verlaten');
	await page.getByLabel('Typ “verlaat”').fill('verlaat');
	await page.getByRole('button', { name: 'Wis mijn account' }).click();
	await expect(page).toHaveURL(/\/tot-ziens$/);
	await expect.poll(() => onDevice(page)).toBe(0);
});

test('a form that leaves its page keeps the text of an administrator too', async ({
	administration,
	admin,
	page
}) => {
	const { id } = await administration.person({ fullName: 'Wim Wacht', status: 'approved' });
	const reason = page.getByLabel(/^Reden/);
	await page.goto(`/beheer/leden/wijzigen?account=${id}&actie=suspend`);
	await reason.fill('Werkt niet meer bij de stad.');
	await expect.poll(() => onDevice(page)).toBe(1);
	await endSession(page);
	await reason.locator('xpath=ancestor::form').getByRole('button').last().click();
	await expect(page.getByRole('main')).toContainText('Wat je typte, is op dit toestel bewaard');
	await sendSignIn(page, admin.email, PASSWORD);
	await page.getByRole('button', { name: 'Zet het terug' }).click();
	await expect(reason).toHaveValue('Werkt niet meer bij de stad.');
});

test('what somebody types where another was signed in before is theirs alone', async ({
	administration,
	page
}) => {
	const ada = await administration.person({ fullName: 'Ada Voorbeeld', status: 'approved' });
	const bea = await administration.person({ fullName: 'Bea Voorbeeld', status: 'approved' });
	await administration.signIn(page.context(), ada);
	await page.goto('/account/expertise');
	// In another tab.
	await page.context().clearCookies();
	await administration.signIn(page.context(), bea);
	await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
	await page.getByRole('banner').getByRole('link', { name: 'Mijn account' }).click();
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Bea Voorbeeld');
	await job(page).fill('Geheim van Bea');
	await expect.poll(() => onDevice(page)).toBe(1);
	await endSession(page);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await sendSignIn(page, ada.email, PASSWORD);
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Ada Voorbeeld');
	await expect.poll(() => onDevice(page)).toBe(0);
	await expect(offer(page)).toBeHidden();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('it is told plainly that nothing was sent, and what can be done', async ({ administration, page }) => {
		const me = await administration.person({ fullName: 'Noor Voorbeeld', status: 'approved' });
		await administration.signIn(page.context(), me);
		await page.goto('/account');
		await job(page).fill('Coach van vrijwilligers');
		await endSession(page);
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByRole('main')).toContainText('Daarom is er niets verzonden');
		await expect(page.getByRole('main')).toContainText('Dat konden we niet bewaren');
		await expect(page.getByRole('main')).toContainText('vul het formulier opnieuw in');
	});
});
