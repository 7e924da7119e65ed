import type { APIRequestContext, APIResponse } from '@playwright/test';
import {
	confirm,
	fillIn,
	governmentBox,
	register,
	registerAndConfirm,
	sendSignIn,
	signIn,
	signOut,
	stranger
} from './support/account.ts';
import { linkIn, mailsTo, mailTo } from './support/mailbox.ts';
import { expect, test } from './support/test.ts';

const SUBJECT = 'Bevestig je e-mailadres';
const submit = { name: 'Vraag je account aan' };

/** As a browser without scripts sends it. */
function post(
	request: APIRequestContext,
	baseURL: string | undefined,
	changes: Record<string, string> = {}
): Promise<APIResponse> {
	const { government, ...person } = stranger();
	return request.post('/registreren', {
		form: { ...person, government, position: 'staff', signInWith: 'password', consent: 'on', ...changes },
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		maxRedirects: 0
	});
}

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts, expectedErrors: [/status of 4\d\d/] });

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
			await expect(page).toHaveURL(/\/account\?klaar=confirmed$/);
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

		test('what is missing is listed, the list has the focus, and what was typed is kept', async ({
			page
		}) => {
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
			await page.getByRole('button', submit).click();
			const choice = page.getByRole('group', { name: 'Welk bestuur bedoel je?' });
			await expect(choice.getByRole('radio')).toHaveCount(2);
			// The server sends no password back; a page that stayed has it still.
			const password = page.getByLabel('Wachtwoord', { exact: true });
			const again = page.getByRole('link', { name: 'Typ je wachtwoord opnieuw' });
			await expect(password).toHaveValue(scripts ? person.password : '');
			await expect(again).toHaveCount(scripts ? 0 : 1);
			await choice.getByLabel('OCMW Kruisem, vroeger Kruishoutem').check();
			if (!scripts) await password.fill(person.password);
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
}

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

test('an address that names a local government fills it in, also one that merged', async ({ page }) => {
	const box = governmentBox(page);
	await page.goto('/registreren?bestuur=ocmw-gent');
	await expect(box).toHaveValue('OCMW Gent');
	await page.goto('/registreren?bestuur=gemeente-kruishoutem');
	await expect(box).toHaveValue('Gemeente Kruisem');
	await expect(page.getByText('Kruishoutem is samengevoegd')).toBeVisible();
	await page.goto('/registreren?bestuur=%3Cscript%3E');
	await expect(box).toHaveValue('');
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

test('whoever registers with a known address sees what everybody sees, and its owner gets a mail', async ({
	page,
	request,
	baseURL
}) => {
	const known = stranger();
	await registerAndConfirm(page, known);
	await signOut(page);
	const waiting = stranger();
	await register(page, waiting);

	const answers = [];
	for (const email of [stranger().email, known.email, waiting.email, known.email.toUpperCase()]) {
		const answer = await post(request, baseURL, { email });
		const { date: _, 'set-cookie': cookies = '', ...headers } = answer.headers();
		answers.push({
			status: answer.status(),
			headers,
			// The same name, length and flags; the value is another for everybody.
			cookies: cookies.replace(/=[\w-]+;/, ({ length }) => `=${length};`),
			body: await answer.text()
		});
	}
	expect(answers[0]?.status).toBe(303);
	expect(answers[0]?.cookies).toMatch(/^asked-account=\d+;.*HttpOnly/);
	for (const answer of answers) expect(answer).toEqual(answers[0]);

	await mailTo(page, known.email, 'al een account');
	// Who had not confirmed yet gets another link. Who asked last did so elsewhere: their password counts for nothing.
	await expect.poll(async () => (await mailsTo(page, waiting.email)).length).toBe(2);
	const [again] = await mailsTo(page, waiting.email);
	await page.goto(linkIn(again ?? { text: '' }, '/auth/confirm'));
	await page.getByRole('main').getByRole('button').click();
	await expect(page).toHaveURL(/\/wachtwoord\/nieuw\?eerste$/);
});

test('nothing bad that is typed is stored or breaks a page', async ({ request, baseURL }) => {
	const bad: Record<string, string>[] = [
		{ fullName: '' },
		{ fullName: 'a'.repeat(101) },
		{ fullName: '\u202E\u0000' },
		{ jobTitle: '🌻'.repeat(151) },
		{ position: 'admin' },
		{ government: '' },
		{ government: '<img src=x onerror=alert(1)>' },
		{ government: 'zzqqxx' },
		{ government: 'x'.repeat(100_000) },
		{ government: 'Kruishoutem', governmentChoice: 'Gemeente Kruishoutem', governmentAsked: 'Kruishoutem' },
		{ email: 'noor' },
		{ email: 'noor@voorbeeld' },
		{ email: 'noor@<b>.example' },
		{ email: `${'a'.repeat(250)}@b.example` },
		{ password: '' },
		{ password: 'te kort' },
		{ password: 'é'.repeat(37) },
		{ password: 'Noor van Voorbeeld' },
		{ motivation: 'a'.repeat(2_001) },
		{ consent: '' }
	];
	for (const changes of bad) {
		const answer = await post(request, baseURL, changes);
		expect.soft(answer.status(), JSON.stringify(changes).slice(0, 80)).toBe(400);
		const html = await answer.text();
		expect
			.soft(html, JSON.stringify(changes).slice(0, 80))
			.toContain('Er ontbreekt nog iets of er klopt iets niet');
		expect.soft(html).not.toContain('<img src=x');
		expect.soft(html).toMatch(/type="password" value=""/);
	}
});

test('markup, emoji and other alphabets are names, and a domain of look-alike letters is an address', async ({
	page,
	request,
	baseURL
}) => {
	const odd = { fullName: '<b>Noor</b> 🌻 نور', email: stranger().email };
	// The browser that asks is the one that confirms.
	expect((await post(page.request, baseURL, odd)).status()).toBe(303);
	await page.goto('/registreren');
	await confirm(page, odd.email, SUBJECT);
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(odd.fullName);

	// The first letter is Cyrillic; Auth, and so the administrators, see the name that computers use.
	const local = stranger().email.split('@')[0] ?? '';
	expect((await post(request, baseURL, { email: `${local}@аbc.example` })).status()).toBe(303);
	await mailTo(page, `${local}@xn--bc-6kc.example`, SUBJECT);
});

test.describe('an address that is not yours', () => {
	test.use({ expectedErrors: [/status of 4\d\d/] });

	test('a password that somebody else chose for an address never works, whoever confirms it', async ({
		page,
		request,
		browser,
		baseURL
	}) => {
		const person = stranger();
		const first = 'gekozen door een ander';
		await page.goto('/registreren');
		expect((await post(request, baseURL, { email: person.email, password: first })).status()).toBe(303);
		const firstLink = linkIn(await mailTo(page, person.email, SUBJECT), '/auth/confirm');
		await register(page, person);
		await expect.poll(async () => (await mailsTo(page, person.email)).length).toBe(2);

		// Of two requests the last one counts.
		const elsewhere = await browser.newContext({ baseURL });
		const otherPage = await elsewhere.newPage();
		await otherPage.goto(firstLink);
		await otherPage.getByRole('main').getByRole('button').click();
		await expect(otherPage.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');

		await confirm(otherPage, person.email, SUBJECT);
		await expect(otherPage.getByRole('heading', { level: 1 })).toHaveText('Kies je wachtwoord');
		for (const password of [first, person.password]) {
			await page.goto('/aanmelden');
			await sendSignIn(page, person.email, password);
			await expect(page.getByRole('group', { name: 'Aanmelden is niet gelukt' })).toBeVisible();
		}
		await otherPage.getByLabel('Nieuw wachtwoord').fill('nu zelf gekozen woorden');
		await otherPage.getByRole('button', { name: 'Bewaar je wachtwoord' }).click();
		await expect(otherPage).toHaveURL(/\/account$/);
		await elsewhere.close();
		await signIn(page, person.email, 'nu zelf gekozen woorden');
	});
});

test('what a browser keeps of a request tells nothing about the address', async ({
	page,
	request,
	baseURL
}) => {
	const known = stranger();
	await registerAndConfirm(page, known);
	const kept = [];
	for (const email of [known.email, stranger().email]) {
		const cookies = (await post(request, baseURL, { email })).headers()['set-cookie'] ?? '';
		kept.push(cookies.replaceAll(/[0-9a-f]{64}/g, 'code').replaceAll(/expires=[^;]*/gi, ''));
	}
	expect(kept[0]).toContain('asked-account=code');
	expect(kept[1]).toBe(kept[0]);
});

test('in French and English the form speaks that language, its errors too', async ({ request, baseURL }) => {
	for (const [prefix, sentence] of [
		['/fr', 'Indiquez votre administration locale'],
		['/en', 'Enter your local government']
	] as const) {
		const answer = await request.post(`${prefix}/registreren`, {
			form: { fullName: 'Noor' },
			headers: { origin: baseURL ?? '', accept: 'text/html' }
		});
		expect(answer.status()).toBe(400);
		const html = await answer.text();
		expect(html).toContain(sentence);
		expect(html).not.toContain('Vul je');
	}
});

test('after three requests for one address it takes an hour until the next', async ({ request, baseURL }) => {
	const { email } = stranger();
	let accepted = 0;
	for (;;) {
		const answer = await post(request, baseURL, { email });
		if (answer.status() === 429) {
			expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			expect(await answer.text()).toContain('Je probeerde het te vaak');
			break;
		}
		expect(answer.status()).toBe(303);
		accepted += 1;
		// Twice three, should a new hour begin meanwhile.
		expect(accepted).toBeLessThanOrEqual(6);
	}
	expect(accepted).toBeGreaterThanOrEqual(3);
});

test('a form on another site cannot register somebody', async ({ request }) => {
	expect((await post(request, 'https://elders.example')).status()).toBe(403);
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
