import type { Page } from '@playwright/test';
import { expect, test, type Administration, type Person } from './support/administration.ts';
import { EVERY_SCREEN, expectOpenPageToLookRight, LOOKS } from './support/look.ts';

/** Somebody whose browser this is. */
async function signedIn(
	{ administration, page }: { administration: Administration; page: Page },
	options: Partial<Parameters<Administration['person']>[0]> = {}
): Promise<Person> {
	const me = await administration.person({ fullName: 'Vera Volger', status: 'approved', ...options });
	await administration.signIn(page.context(), me);
	return me;
}

const theme = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const noteOf = (page: Page, slug: string) => page.locator(`#zin_${slug}`);
const confirmation = (page: Page, heading: string | RegExp) => page.getByRole('group', { name: heading });

/** Chooses and types with the keys alone. */
async function choose(page: Page, name: string, key: 'once' | 'twice'): Promise<void> {
	await theme(page, name).getByRole('radio', { name: 'Niets' }).focus();
	await page.keyboard.press('ArrowRight');
	if (key === 'twice') await page.keyboard.press('ArrowRight');
}

async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Bewaar' }).focus();
	await page.keyboard.press('Enter');
}

test.describe('with scripts', () => {
	test.use({ expectedErrors: [/status of (400|409)/] });

	test('a member says by keyboard what is offered and sought, and colleagues see it once that is chosen', async ({
		administration,
		page
	}) => {
		await signedIn({ administration, page });
		await page.goto('/account/expertise');
		await expect(page.getByRole('main')).toContainText('Collega’s zien dit nu niet');
		await expect(noteOf(page, 'jongeren')).toBeHidden();
		await choose(page, 'Jongeren', 'once');
		await page.keyboard.press('Tab');
		await expect(noteOf(page, 'jongeren')).toBeFocused();
		await page.keyboard.type('x'.repeat(301));
		await choose(page, 'Meten en evalueren', 'twice');
		await save(page);
		const summary = page.getByRole('group', { name: 'Dit klopt nog niet' });
		await expect(summary).toBeFocused();
		await summary.getByRole('link', { name: /1 tekens te lang/ }).press('Enter');
		await expect(noteOf(page, 'jongeren')).toBeFocused();
		await expect(noteOf(page, 'jongeren')).toHaveValue('x'.repeat(301));
		await expect(theme(page, 'Meten en evalueren').getByRole('radio', { name: 'Zoek ik' })).toBeChecked();

		await noteOf(page, 'jongeren').fill('Tien jaar <b>jeugdraad</b>');
		await save(page);
		await expect(confirmation(page, 'Bewaard')).toBeFocused();
		await expect(page.getByRole('link', { name: 'Bekijk wie dit al deed' })).toHaveAttribute(
			'href',
			'/collegas/zoals-wij'
		);
		await expect(
			confirmation(page, 'Bewaard').getByRole('link', { name: 'Meten en evalueren' })
		).toHaveAttribute('href', '/collegas?thema=evaluatie&richting=aangeboden');

		await page.goto('/account/expertise');
		await expect(noteOf(page, 'jongeren')).toHaveValue('Tien jaar <b>jeugdraad</b>');
		await expect(theme(page, 'Jongeren').getByRole('radio', { name: 'Bied ik aan' })).toBeChecked();

		await page.goto('/account');
		const preview = page.getByRole('complementary', { name: 'Zo zien collega’s je' });
		await page.getByLabel('Toon mij aan collega’s').check();
		await page.getByLabel('mijn thema’s van expertise').check();
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(confirmation(page, 'Je gegevens zijn bewaard')).toBeVisible();
		await expect(preview).toContainText('Jongeren: Tien jaar <b>jeugdraad</b>');
		await page.getByRole('link', { name: 'Wat je aanbiedt en zoekt' }).click();
		await expect(page.getByRole('main')).toContainText('Collega’s zien dit.');
	});

	test('a search is followed, is no longer followed, and is followed again', async ({
		administration,
		page
	}) => {
		await signedIn({ administration, page });
		await page.goto('/account/volgen');
		await expect(page.getByRole('main')).toContainText('De mail staat uit');
		await page.getByRole('button', { name: 'Volg', exact: true }).press('Enter');
		await expect(page.getByRole('group', { name: 'Dit klopt nog niet' })).toBeFocused();
		await expect(page).toHaveTitle(/^Fout:/);

		await page.goto('/account/volgen?thema=jongeren&provincie=oost-vlaanderen');
		await expect(page.getByLabel('Thema')).toHaveValue('jongeren');
		await page.getByRole('button', { name: 'Volg', exact: true }).press('Enter');
		await expect(confirmation(page, 'Je volgt nu: Jongeren – Oost-Vlaanderen (provincie)')).toBeFocused();
		await page.getByLabel('Plaats').selectOption({ label: 'Hasselt' });
		await page.getByRole('button', { name: 'Volg', exact: true }).press('Enter');
		await expect(confirmation(page, 'Je volgt nu: Hasselt')).toBeFocused();
		const list = page.getByRole('region', { name: 'Dit volg je' }).getByRole('listitem');
		await expect(list).toHaveCount(2);
		await expect(list.filter({ hasText: 'Hasselt' })).toContainText('loketten en besturen');

		await page.getByRole('button', { name: /^Volg niet meer.*Jongeren/ }).press('Enter');
		await expect(
			confirmation(page, 'Je volgt dit niet meer: Jongeren – Oost-Vlaanderen (provincie)')
		).toBeFocused();
		await expect(list).toHaveCount(1);
		await page.getByRole('button', { name: 'Volg opnieuw' }).press('Enter');
		await expect(list).toHaveCount(2);
		await expect(list.getByRole('link', { name: /^Bekijk de collega’s.*Hasselt/ })).toHaveAttribute(
			'href',
			'/collegas?gemeente=hasselt'
		);
	});
});

for (const { language, prefix } of LOOKS) {
	test(`axe finds nothing in ${language}, and nothing is cut off`, async ({ administration, page }) => {
		await signedIn({ administration, page });
		await page.goto(`${prefix}/account/volgen?thema=jongeren&gemeente=gent`);
		await page.locator('form[action="?/volg"] button').last().click();
		await expect(page.locator('[role=group][autofocus]')).toBeVisible();
		await expectOpenPageToLookRight(page, { screens: EVERY_SCREEN }, 'what is followed');
		await page.goto(`${prefix}/account/expertise`);
		await page.locator('input[name="keuze_jongeren"][value="sought"]').check();
		await page.locator('main form button').first().click();
		await expect(page.locator('[role=group][autofocus]')).toBeVisible();
		await expectOpenPageToLookRight(page, { screens: EVERY_SCREEN }, 'expertise');
	});
}
