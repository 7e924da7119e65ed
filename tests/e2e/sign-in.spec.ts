import type { APIRequestContext, APIResponse } from '@playwright/test';
import {
	confirm,
	register,
	registerAndConfirm,
	sendSignIn,
	signIn,
	signOut,
	stranger
} from './support/account.ts';
import { linkIn, mailsTo, mailTo } from './support/mailbox.ts';
import { expect, test } from './support/test.ts';

const SESSION = /^sb-/;

/** As a browser without scripts sends it. */
const post = (
	request: APIRequestContext,
	path: string,
	baseURL: string | undefined,
	form: Record<string, string>
): Promise<APIResponse> =>
	request.post(path, {
		form,
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		maxRedirects: 0
	});

test.use({ expectedErrors: [/status of 4\d\d/] });

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts });

		test('somebody signs in with a password, and out', async ({ page, context }) => {
			const person = stranger();
			await registerAndConfirm(page, person);
			await signOut(page);
			expect((await context.cookies()).filter(({ name }) => SESSION.test(name))).toEqual([]);

			await page.goto('/account?x=1');
			await expect(page).toHaveURL(/\/aanmelden\?next=%2Faccount%3Fx%3D1$/);
			await sendSignIn(page, person.email, 'een ander wachtwoord');
			const problem = page.getByRole('group', { name: 'Aanmelden is niet gelukt' });
			await expect(problem).toBeFocused();
			await expect(page).toHaveTitle(/^Fout:/);
			await expect(page.getByLabel('E-mailadres')).toHaveValue(person.email);
			await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('');

			// Where to go is kept across attempts.
			await sendSignIn(page, person.email, person.password);
			await expect(page).toHaveURL(/\/account\?x=1$/);
			for (const cookie of await context.cookies()) {
				expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
			}
			await page.goto('/aanmelden');
			await expect(page).toHaveURL(/\/account$/);
		});

		test('somebody signs in with a link, which leads to where they were going', async ({ page }) => {
			const person = stranger();
			await registerAndConfirm(page, person);
			await signOut(page);
			await page.goto('/aanmelden?next=/account/verlaten');
			await page.getByLabel('E-mailadres').fill(person.email);
			await page.getByRole('button', { name: 'Stuur me een link' }).click();
			const sent = page.getByRole('group', { name: 'Kijk in je mailbox' });
			await expect(sent).toBeFocused();
			await confirm(page, person.email, 'Aanmelden');
			await expect(page).toHaveURL(/\/account\/verlaten$/);
		});

		test('somebody who forgot the password chooses another, and is out everywhere else', async ({
			page,
			browser,
			baseURL
		}) => {
			const person = stranger();
			await registerAndConfirm(page, person);
			const elsewhere = await browser.newContext({ baseURL });
			const otherPage = await elsewhere.newPage();
			await signIn(otherPage, person.email, person.password);
			await signOut(page);

			await page.goto('/wachtwoord');
			await page.getByLabel('E-mailadres').fill(person.email);
			await page.getByRole('button', { name: 'Stuur me een link' }).click();
			await expect(page.getByText('Heeft dit adres een account')).toBeVisible();
			await confirm(page, person.email, 'Nieuw wachtwoord');
			await expect(page).toHaveURL(/\/wachtwoord\/nieuw$/);
			await expect(page.getByLabel('Je huidige wachtwoord')).toHaveCount(0);

			const box = page.getByLabel('Nieuw wachtwoord');
			const save = page.getByRole('button', { name: 'Bewaar je wachtwoord' });
			await box.fill('kort');
			await save.click();
			await expect(page.getByRole('group', { name: 'Kijk dit nog even na' })).toBeFocused();
			await box.fill(person.password);
			await save.click();
			await expect(page.getByRole('link', { name: 'Dit is al je wachtwoord' })).toBeVisible();
			await box.fill('vier andere woorden nu');
			await save.click();
			await expect(page.getByRole('group', { name: 'Je wachtwoord is veranderd' })).toBeFocused();
			await mailTo(page, person.email, 'wachtwoord');

			await otherPage.goto('/account');
			await expect(otherPage).toHaveURL(/\/aanmelden/);
			await elsewhere.close();
			await signOut(page);
			await signIn(page, person.email, 'vier andere woorden nu');
		});

		test('a link that is broken or too old says so, and offers another', async ({ page }) => {
			await page.goto('/auth/confirm?token_hash=x&type=signup');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link is niet volledig');
			await page.goto(`/auth/confirm?token_hash=${'a'.repeat(56)}&type=recovery`);
			await page.getByRole('button', { name: 'Kies een wachtwoord' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
			await expect(page).toHaveURL(/\/auth\/confirm\?\/use$/);
			await page.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
			await expect(page.getByRole('group', { name: 'Kijk dit nog even na' })).toBeFocused();
			await page.getByLabel('E-mailadres').fill(stranger().email);
			await page.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
			await expect(page.getByText('Hoort er iets bij dat adres')).toBeVisible();
		});
	});
}

test('who is signed in changes the password only with the one in force', async ({ page }) => {
	const person = stranger();
	await registerAndConfirm(page, person);
	await page.goto('/wachtwoord/nieuw');
	const present = page.getByLabel('Je huidige wachtwoord');
	const save = page.getByRole('button', { name: 'Bewaar je wachtwoord' });
	await page.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	await expect(page.getByRole('link', { name: 'Vul je huidige wachtwoord in' })).toBeVisible();
	await present.fill('een ander wachtwoord');
	await page.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	await expect(page.getByRole('link', { name: 'Dit is niet je huidige wachtwoord' })).toBeVisible();
	await present.fill(person.password);
	await page.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	await expect(page.getByRole('group', { name: 'Je wachtwoord is veranderd' })).toBeVisible();
	await page.goto('/account');
	await expect(page).toHaveURL(/\/account$/);
});

test('a link to choose a password counts for the session it began, and for no other', async ({
	page,
	context
}) => {
	const person = stranger();
	await registerAndConfirm(page, person);
	await page.goto('/wachtwoord');
	await page.getByLabel('E-mailadres').fill(person.email);
	await page.getByRole('button', { name: 'Stuur me een link' }).click();
	await confirm(page, person.email, 'Nieuw wachtwoord');
	await expect(page).toHaveURL(/\/wachtwoord\/nieuw$/);
	const marker = (await context.cookies()).filter(({ name }) => !SESSION.test(name));
	expect(marker.length).toBeGreaterThan(0);
	await signOut(page);
	await signIn(page, person.email, person.password);
	await context.addCookies(marker);
	await page.goto('/wachtwoord/nieuw');
	await expect(page.getByLabel('Je huidige wachtwoord')).toBeVisible();
});

test('signing out everywhere ends the sessions on other devices', async ({ page, browser, baseURL }) => {
	const person = stranger();
	await registerAndConfirm(page, person);
	const elsewhere = await browser.newContext({ baseURL });
	const otherPage = await elsewhere.newPage();
	await signIn(otherPage, person.email, person.password);
	await signOut(page, 'Meld je overal af');
	await otherPage.goto('/account');
	await expect(otherPage).toHaveURL(/\/aanmelden/);
	await elsewhere.close();
});

test('opening the link of a mail uses nothing: only the button does', async ({ page, request }) => {
	const person = stranger();
	await register(page, person);
	const link = linkIn(await mailTo(page, person.email, 'Bevestig je e-mailadres'), '/auth/confirm');
	for (let visits = 0; visits < 3; visits += 1) {
		const answer = await request.get(link);
		expect(answer.status()).toBe(200);
		expect(answer.headers()).toMatchObject({
			'cache-control': expect.stringContaining('no-store'),
			'referrer-policy': 'strict-origin'
		});
		expect(await answer.text()).toContain('noindex');
	}
	await confirm(page, person.email, 'Bevestig je e-mailadres');
	await expect(page).toHaveURL(/\/account\?klaar=confirmed$/);
});

test('nobody learns from these forms who has an account', async ({ page, request, baseURL }) => {
	const known = stranger();
	await registerAndConfirm(page, known);
	await signOut(page);
	const waiting = stranger();
	await register(page, waiting);
	const forms = {
		'/aanmelden?/password': { password: 'een ander wachtwoord' },
		'/aanmelden?/link': {},
		'/wachtwoord': {},
		'/registreren/bevestig': {},
		'/auth/confirm?/again': { type: 'signup' }
	};
	for (const [path, fields] of Object.entries(forms)) {
		const answers = [];
		for (const email of [stranger().email, known.email, waiting.email]) {
			const answer = await post(request, path, baseURL, { email, ...fields });
			// Those that follow from the page, in which the address stands.
			const {
				date: _,
				etag: __,
				'content-length': ___,
				'content-security-policy': ____,
				...headers
			} = answer.headers();
			answers.push({
				status: answer.status(),
				headers,
				body: (await answer.text()).replaceAll(email, 'somebody')
			});
		}
		for (const answer of answers) expect.soft(answer, path).toEqual(answers[0]);
	}
	expect(await mailsTo(page, stranger().email)).toEqual([]);
});

test('nobody is sent to another site after signing in', async ({ page, request, baseURL }) => {
	const person = stranger();
	await registerAndConfirm(page, person);
	for (const next of [
		'https://elders.example',
		'//elders.example',
		'/\\elders.example',
		'/.//elders.example',
		'/\t/elders.example',
		'javascript:alert(1)'
	]) {
		const answer = await post(request, '/aanmelden?/password', baseURL, {
			email: person.email,
			password: person.password,
			next
		});
		expect.soft(answer.status(), next).toBe(303);
		expect.soft(answer.headers().location, next).toBe('/account');
		// Signed in by now.
		const visit = await request.get(`/aanmelden?next=${encodeURIComponent(next)}`, { maxRedirects: 0 });
		expect.soft(visit.headers().location, next).toBe('/account');
		await post(request, '/afmelden', baseURL, {});
	}
});

for (const [path, limit, fields] of [
	['/aanmelden?/password', 10, { password: 'een ander wachtwoord' }],
	['/aanmelden?/link', 5, {}],
	['/wachtwoord', 5, {}]
] as const) {
	test(`${path} can be asked ${limit} times for one address, then it says how long to wait`, async ({
		request,
		baseURL
	}) => {
		const { email } = stranger();
		let answered = 0;
		for (;;) {
			const answer = await post(request, path, baseURL, { email, ...fields });
			if (answer.status() === 429) {
				expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
				expect(await answer.text()).toContain('Je probeerde het te vaak');
				break;
			}
			answered += 1;
			// Twice as many, should a new period begin meanwhile.
			expect(answered).toBeLessThanOrEqual(2 * limit);
		}
		expect(answered).toBeGreaterThanOrEqual(limit);
	});
}

test('a form on another site can sign nobody in or out', async ({ request }) => {
	for (const path of [
		'/aanmelden?/password',
		'/aanmelden?/link',
		'/afmelden',
		'/wachtwoord',
		'/auth/confirm?/use'
	]) {
		expect((await post(request, path, 'https://elders.example', {})).status(), path).toBe(403);
	}
});

test('none of these pages is kept by a cache', async ({ request }) => {
	for (const path of [
		'/registreren',
		'/registreren/bevestig',
		'/aanmelden',
		'/afmelden',
		'/afgemeld',
		'/wachtwoord'
	]) {
		expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
	}
});
