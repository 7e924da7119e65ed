import { confirm, fillIn, governmentBox, register, registerAndConfirm, stranger } from './support/account.ts';
import { alive } from './support/alive.ts';
import { linkIn, mailTo } from './support/mailbox.ts';
import { expect, test } from './support/test.ts';

const SUBJECT = 'Bevestig je e-mailadres';
const submit = { name: 'Vraag je account aan' };

test.describe('with scripts @smoke', () => {
	test.use({ expectedErrors: [/status of 4\d\d/] });

	test('somebody asks for an account, confirms the address and is in, waiting for approval', async ({
		page
	}) => {
		const person = stranger();
		await register(page, person);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mailbox');
		await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
		const mail = await mailTo(page, person.email, SUBJECT);
		await page.goto(linkIn(mail, '/auth/confirm'));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bevestig je e-mailadres');
		await page.getByRole('button', { name: 'Bevestig je adres' }).click();
		await expect(page).toHaveURL(/\/account\?klaar=bevestigd$/);
		await expect(page.getByText('Een beheerder bekijkt je aanvraag')).toBeVisible();
	});

	test('a link that was used says so, and offers a new one', async ({ page }) => {
		const person = stranger();
		await registerAndConfirm(page, person);
		await page.goto(linkIn(await mailTo(page, person.email, SUBJECT), '/auth/confirm'));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link heb je al gebruikt');
		await page.context().clearCookies();
		await confirm(page, person.email, SUBJECT);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
		await page.getByLabel('E-mailadres').fill(person.email);
		await page.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		await expect(page.getByText('Hoort er iets bij dat adres')).toBeVisible();
	});

	test('what is missing is listed, the list has the focus, and what was typed is kept', async ({ page }) => {
		await page.goto('/registreren');
		await page.getByLabel('Functie').fill('Consulent');
		await page.getByRole('button', submit).click();
		const summary = page.getByRole('group', { name: 'Er ontbreekt nog iets of er klopt iets niet' });
		await expect(summary).toBeFocused();
		await expect(summary.getByRole('listitem')).toHaveCount(6);
		await expect(page).toHaveTitle(/^Fout:/);
		await expect(page.getByLabel('Functie')).toHaveValue('Consulent');
		await summary.getByRole('link', { name: /medewerker/ }).click();
		await expect(page.getByLabel('medewerker')).toBeFocused();
		await expect(page.getByRole('group', { name: 'Je bent' })).toHaveAccessibleDescription(/Kies of je/);
	});

	test('a place with two governments, or a former one, is a choice between those of today', async ({
		page
	}) => {
		const person = stranger({ government: 'Kruishoutem' });
		await fillIn(page, person);
		// From here on the page stays.
		await alive(page);
		await page.getByRole('button', submit).click();
		const choice = page.getByRole('group', { name: 'Welk bestuur bedoel je?' });
		await expect(choice.getByRole('radio')).toHaveCount(2);
		// The server sends no password back; a page that stayed has it still.
		const password = page.getByLabel('Wachtwoord', { exact: true });
		const again = page.getByRole('link', { name: 'Typ je wachtwoord opnieuw' });
		await expect(password).toHaveValue(person.password);
		await expect(again).toHaveCount(0);
		await choice.getByLabel('OCMW Kruisem, vroeger Kruishoutem').check();
		await page.getByRole('button', submit).click();
		await expect(page).toHaveURL(/\/registreren\/bevestig$/);
	});

	test('a government that was chosen stays chosen while something else is mended', async ({ page }) => {
		await fillIn(page, stranger({ government: 'Gent' }));
		const send = page.getByRole('button', submit);
		await send.click();
		const choice = page.getByRole('group', { name: 'Welk bestuur bedoel je?' });
		await choice.getByLabel('OCMW Gent', { exact: true }).check();
		await page.getByLabel('Wachtwoord', { exact: true }).fill('te kort');
		await send.click();
		await expect(page.getByRole('link', { name: 'Kies een wachtwoord van minstens' })).toBeVisible();
		// Still chosen in the list where the browser saw what was wrong, written in the box where the server did.
		const chosen = choice.locator('input:checked').and(page.getByLabel('OCMW Gent', { exact: true }));
		await expect
			.poll(
				async () => (await chosen.count()) === 1 || (await governmentBox(page).inputValue()) === 'OCMW Gent'
			)
			.toBe(true);
		await page.getByLabel('Wachtwoord', { exact: true }).fill('vier losse woorden');
		await send.click();
		await expect(page).toHaveURL(/\/registreren\/bevestig$/);
	});

	test('somebody who signs in with links needs no password', async ({ page }) => {
		const person = stranger({ password: '' });
		await fillIn(page, person);
		await page.getByLabel('Ik wil aanmelden met een link').check();
		await expect(page.getByLabel('Wachtwoord', { exact: true })).toBeHidden();
		await page.getByRole('button', submit).click();
		await expect(page).toHaveURL(/\/registreren\/bevestig$/);
	});
});

test('the local government is found and chosen with the keyboard alone', async ({ page }) => {
	await page.goto('/registreren');
	const box = page.getByRole('combobox', { name: 'Je lokaal bestuur' });
	await box.focus();
	await page.keyboard.type('kruishoutem');
	const options = page.getByRole('option');
	await expect(options).toHaveText([
		'Gemeente Kruisem, vroeger Kruishoutem',
		'OCMW Kruisem, vroeger Kruishoutem'
	]);
	await expect(box).toHaveAttribute('aria-expanded', 'true');
	await expect(page.getByText('2 besturen gevonden')).toBeAttached();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(box).toHaveValue('Gemeente Kruisem');
	await expect(box).toBeFocused();
	await expect(options).toHaveCount(0);

	await box.fill('9100');
	await expect(options.first()).toHaveText('Gemeente Sint-Niklaas (9100 Sint-Niklaas)');
	await page.keyboard.press('Escape');
	await expect(options).toHaveCount(0);
	await expect(box).toHaveValue('9100');
	await page.keyboard.press('ArrowUp');
	await expect(options.last()).toHaveAttribute('aria-selected', 'true');
	await options.first().click();
	await expect(box).toHaveValue('Gemeente Sint-Niklaas');
});

test('a password can be looked at before it is sent', async ({ page }) => {
	await page.goto('/registreren');
	const password = page.getByLabel('Wachtwoord', { exact: true });
	await password.fill('vier losse woorden');
	await expect(password).toHaveAttribute('type', 'password');
	await page.getByRole('button', { name: 'Toon wachtwoord' }).click();
	await expect(password).toHaveAttribute('type', 'text');
	await page.getByRole('button', submit).click();
	await expect(password).toHaveAttribute('type', 'password');
});

test('what is filled in and chosen before the script is there stays', async ({ page }) => {
	const withheld = Promise.withResolvers<undefined>();
	await page.route('**/_app/immutable/entry/*.js', async (route) => {
		await withheld.promise;
		await route.continue();
	});
	await page.goto('/registreren', { waitUntil: 'commit' });
	await page.getByLabel('Naam', { exact: true }).fill('Noor');
	await page.getByLabel('politiek mandataris').check();
	await page.getByLabel('Ik wil aanmelden met een link').check();
	await page.getByRole('checkbox', { name: /Ik ga akkoord/ }).check();
	withheld.resolve(undefined);
	await expect(page.getByRole('combobox', { name: 'Je lokaal bestuur' })).toBeVisible();
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Noor');
	await expect(page.getByLabel('politiek mandataris')).toBeChecked();
	await expect(page.getByLabel('Ik wil aanmelden met een link')).toBeChecked();
	await expect(page.getByRole('checkbox', { name: /Ik ga akkoord/ })).toBeChecked();
});
