import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { confirmation, signedIn } from './ownAccount.ts';
import type { Seen } from './seen.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

const save = (visitor: Visitor) => visitor.getByRole('button', { name: 'Bewaar' }).click();
const preview = (visitor: Visitor): Seen =>
	visitor.getByRole('complementary', { name: 'Zo zien collega’s je' });

/** What the list of colleagues really says about me. */
async function seenByColleagues(visitor: Visitor): Promise<string> {
	await visitor.open('/account/als-bezoeker');
	return visitor.locator('section').filter({ hasText: 'Hoe je in de lijst van collega’s staat' }).text();
}

describe('without scripts', () => {
	it('a change is kept, and that is said', async () => {
		const { visitor } = await signedIn(site);
		await visitor.open('/account');
		visitor.getByLabel('Naam', { exact: true }).fill('Noor van den Voorbeelde 🌻');
		visitor.getByLabel('politiek mandataris').check();
		visitor.getByLabel('Telefoon (niet verplicht)').fill('0470/12.34.56');
		visitor.getByLabel('Waarvoor mogen collega’s').fill('Verzekeringen\n<b>en</b> contracten');
		visitor.getByLabel('Français').check();
		visitor.getByLabel('er een nieuwe collega bijkomt').check();
		await save(visitor);
		expect(confirmation(visitor, 'Je gegevens zijn bewaard')).toGetFocus();
		await visitor.open('/account');
		expect(visitor.getByLabel('Naam', { exact: true })).toHaveValue('Noor van den Voorbeelde 🌻');
		expect(visitor.getByLabel('politiek mandataris')).toBeChecked();
		expect(visitor.getByLabel('Telefoon (niet verplicht)')).toHaveValue('0470 12 34 56');
		expect(visitor.getByLabel('Waarvoor mogen collega’s')).toHaveValue('Verzekeringen\n<b>en</b> contracten');
		expect(visitor.getByLabel('Français')).toBeChecked();
		expect(visitor.getByLabel('er een nieuwe collega bijkomt')).toBeChecked();
		// For administrators only.
		expect(visitor.getByLabel('iemand een account aanvraagt')).toHaveCount(0);
	});

	it('what is wrong is listed, the list has the focus, and what was typed is kept', async () => {
		const { visitor } = await signedIn(site);
		await visitor.open('/account');
		visitor.getByLabel('Naam', { exact: true }).fill('   ');
		visitor.getByLabel('Functie', { exact: true }).fill('Coach');
		visitor.getByLabel('Telefoon (niet verplicht)').fill('bel mij');
		await save(visitor);
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(summary.getByRole('listitem')).toHaveCount(2);
		expect(visitor).toHaveTitle(/^Fout:/);
		expect(visitor.getByLabel('Telefoon (niet verplicht)')).toHaveValue('bel mij');
		expect(visitor.getByLabel('Functie', { exact: true })).toHaveValue('Coach');
		expect(summary.getByRole('link', { name: /telefoonnummer/ })).toHaveAttribute(
			'href',
			`#${visitor.getByLabel('Telefoon (niet verplicht)').getAttribute('id')}`
		);
	});

	it('colleagues see what was chosen, field by field, and nothing while the account is paused', async () => {
		const { visitor } = await signedIn(site);
		expect(await seenByColleagues(visitor)).toMatch(/Jij krijgt\s+Niets/);

		await visitor.open('/account');
		visitor.getByLabel('Telefoon (niet verplicht)').fill('0470 12 34 56');
		visitor.getByLabel('Toon mij aan collega’s').check();
		visitor.getByLabel('mijn functie').check(false);
		visitor.getByLabel('mijn telefoonnummer').check();
		await save(visitor);
		expect(confirmation(visitor, 'Je gegevens zijn bewaard')).toBeVisible();
		expect(preview(visitor)).toContainText('0470 12 34 56');
		expect(preview(visitor)).not.toContainText('Consulent');
		const seen = await seenByColleagues(visitor);
		expect(seen).toContain('Noor Voorbeeld');
		expect(seen).toContain('0470 12 34 56');
		expect(seen).not.toContain('Consulent');

		await visitor.open('/account/pauze');
		await visitor.getByRole('button', { name: 'Pauzeer' }).click();
		expect(confirmation(visitor, 'Je account staat op pauze')).toGetFocus();
		expect(preview(visitor)).toContainText('Collega’s zien je niet zolang');
		expect(await seenByColleagues(visitor)).toMatch(/Jij krijgt\s+Niets/);
		await visitor.open('/account');
		expect(visitor.getByRole('heading', { name: 'Je account staat op pauze' })).toBeVisible();

		await visitor.getByRole('link', { name: 'Zet je account weer aan' }).click();
		await visitor.getByRole('button', { name: 'Zet weer aan' }).click();
		expect(confirmation(visitor, 'Je account staat weer aan')).toGetFocus();
		expect(await seenByColleagues(visitor)).toContain('Noor Voorbeeld');
	});
});

describe('an account that is not open', () => {
	it('waits in plain words, and can be completed meanwhile', async () => {
		const { visitor } = await signedIn(site, { status: 'pending' });
		await visitor.open('/account');
		expect(visitor.getByRole('heading', { name: 'Je aanvraag wacht nog' })).toBeVisible();
		visitor.getByLabel('Functie', { exact: true }).fill('Coach');
		await save(visitor);
		expect(confirmation(visitor, 'Je gegevens zijn bewaard')).toGetFocus();
		expect(await seenByColleagues(visitor)).toMatch(/Jij krijgt\s+Niets/);
	});

	for (const [status, heading] of [
		['rejected', 'Je aanvraag is niet goedgekeurd'],
		['suspended', 'Je account is geschorst']
	] as const) {
		it(`and is ${status} offers a copy, leaving and signing out, and nothing else`, async () => {
			const { visitor } = await signedIn(site, { status });
			await visitor.open('/account');
			expect(visitor.getByRole('heading', { name: heading })).toBeVisible();
			expect(visitor.getByRole('button', { name: 'Bewaar' })).toHaveCount(0);
			const links = visitor.getByRole('main').getByRole('listitem').getByRole('link');
			expect(links).toHaveText(['Download je gegevens', 'Verlaat Lokaal Vrijwilligen']);
			expect(visitor.getByRole('button', { name: 'Meld je overal af' })).toBeVisible();
			for (const path of ['toegang', 'bestuur', 'pauze', 'als-bezoeker']) {
				expect((await visitor.open(`/account/${path}`))?.status, path).toBe(404);
			}
			expect((await visitor.ask('/account/gegevens.json')).status).toBe(200);
		});
	}
});
