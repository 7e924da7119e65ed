import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import {
	confirm,
	linkIn,
	register,
	registerAndConfirm,
	sendSignIn,
	signIn,
	signOut,
	stranger
} from './registering.ts';
import { useSite } from './site.ts';

const site = useSite();

const SESSION = /^sb-/;

describe('without scripts', () => {
	it('somebody signs in with a password, and out', async () => {
		const visitor = site.visitor();
		const person = stranger();
		await registerAndConfirm(site, visitor, person);
		await signOut(visitor);
		expect((await visitor.cookies()).filter(({ name }) => SESSION.test(name))).toEqual([]);

		await visitor.open('/account?x=1');
		expect(visitor).toHaveAddress(/\/aanmelden\?next=%2Faccount%3Fx%3D1$/);
		await sendSignIn(visitor, person.email, 'een ander wachtwoord');
		const problem = visitor.getByRole('group', { name: 'Aanmelden is niet gelukt' });
		expect(problem).toGetFocus();
		expect(visitor).toHaveTitle(/^Fout:/);
		expect(visitor.getByLabel('E-mailadres')).toHaveValue(person.email);
		expect(visitor.getByLabel('Wachtwoord', { exact: true })).toHaveValue('');

		// Where to go is kept across attempts.
		await sendSignIn(visitor, person.email, person.password);
		expect(visitor).toHaveAddress(/\/account\?x=1$/);
		for (const cookie of await visitor.cookies()) {
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax' });
		}
		await visitor.open('/aanmelden');
		expect(visitor).toHaveAddress(/\/account$/);
	});

	it('somebody signs in with a link, which leads to where they were going', async () => {
		const visitor = site.visitor();
		const person = stranger();
		await registerAndConfirm(site, visitor, person);
		await signOut(visitor);
		await visitor.open('/aanmelden?next=/account/verlaten');
		visitor.getByLabel('E-mailadres').fill(person.email);
		await visitor.getByRole('button', { name: 'Stuur me een link' }).click();
		const sent = visitor.getByRole('group', { name: 'Kijk in je mailbox' });
		expect(sent).toGetFocus();
		await confirm(site, visitor, person.email, 'Aanmelden');
		expect(visitor).toHaveAddress(/\/account\/verlaten$/);
	});

	it('somebody who forgot the password chooses another, and is out everywhere else', async () => {
		const visitor = site.visitor();
		const person = stranger();
		await registerAndConfirm(site, visitor, person);
		const elsewhere = site.visitor();
		await signIn(elsewhere, person.email, person.password);
		await signOut(visitor);

		await visitor.open('/wachtwoord');
		visitor.getByLabel('E-mailadres').fill(person.email);
		await visitor.getByRole('button', { name: 'Stuur me een link' }).click();
		expect(visitor.getByText('Heeft dit adres een account')).toBeVisible();
		await confirm(site, visitor, person.email, 'Kies een nieuw wachtwoord');
		expect(visitor).toHaveAddress(/\/wachtwoord\/nieuw$/);
		expect(visitor.getByLabel('Je huidige wachtwoord')).toHaveCount(0);

		const box = visitor.getByLabel('Nieuw wachtwoord');
		const save = visitor.getByRole('button', { name: 'Bewaar je wachtwoord' });
		box.fill('kort');
		await save.click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
		box.fill(person.password);
		await save.click();
		expect(visitor.getByRole('link', { name: 'Dit is al je wachtwoord' })).toBeVisible();
		box.fill('vier andere woorden nu');
		await save.click();
		expect(visitor.getByRole('group', { name: 'Je wachtwoord is veranderd' })).toGetFocus();
		await site.mailTo(person.email, 'wachtwoord');

		await elsewhere.open('/account');
		expect(elsewhere).toHaveAddress(/\/aanmelden/);
		await signOut(visitor);
		await signIn(visitor, person.email, 'vier andere woorden nu');
	});

	it('a link that is broken or too old says so, and offers another', async () => {
		const visitor = site.visitor();
		await visitor.open('/auth/confirm?token_hash=x&type=signup');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link is niet volledig');
		await visitor.open(`/auth/confirm?token_hash=${'a'.repeat(56)}&type=recovery`);
		await visitor.getByRole('button', { name: 'Kies een wachtwoord' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
		expect(visitor).toHaveAddress(/\/auth\/confirm\?\/use$/);
		await visitor.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
		visitor.getByLabel('E-mailadres').fill(stranger().email);
		await visitor.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		expect(visitor.getByText('Hoort er iets bij dat adres')).toBeVisible();
	});
});

it('who is signed in changes the password only with the one in force', async () => {
	const visitor = site.visitor();
	const person = stranger();
	await registerAndConfirm(site, visitor, person);
	await visitor.open('/wachtwoord/nieuw');
	const present = visitor.getByLabel('Je huidige wachtwoord');
	const save = visitor.getByRole('button', { name: 'Bewaar je wachtwoord' });
	visitor.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	expect(visitor.getByRole('link', { name: 'Vul je huidige wachtwoord in' })).toBeVisible();
	present.fill('een ander wachtwoord');
	visitor.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	expect(visitor.getByRole('link', { name: 'Dit is niet je huidige wachtwoord' })).toBeVisible();
	present.fill(person.password);
	visitor.getByLabel('Nieuw wachtwoord').fill('vier andere woorden nu');
	await save.click();
	expect(visitor.getByRole('group', { name: 'Je wachtwoord is veranderd' })).toBeVisible();
	await visitor.open('/account');
	expect(visitor).toHaveAddress(/\/account$/);
});

it('a link to choose a password counts for the session it began, and for no other', async () => {
	const visitor = site.visitor();
	const person = stranger();
	await registerAndConfirm(site, visitor, person);
	await visitor.open('/wachtwoord');
	visitor.getByLabel('E-mailadres').fill(person.email);
	await visitor.getByRole('button', { name: 'Stuur me een link' }).click();
	await confirm(site, visitor, person.email, 'Kies een nieuw wachtwoord');
	expect(visitor).toHaveAddress(/\/wachtwoord\/nieuw$/);
	const marker = (await visitor.cookies()).filter(({ name }) => !SESSION.test(name));
	expect(marker.length).toBeGreaterThan(0);
	await signOut(visitor);
	await signIn(visitor, person.email, person.password);
	for (const { name, value } of marker) await visitor.keepCookie(name, value);
	await visitor.open('/wachtwoord/nieuw');
	expect(visitor.getByLabel('Je huidige wachtwoord')).toBeVisible();
});

it('signing out everywhere ends the sessions on other devices', async () => {
	const visitor = site.visitor();
	const person = stranger();
	await registerAndConfirm(site, visitor, person);
	const elsewhere = site.visitor();
	await signIn(elsewhere, person.email, person.password);
	await signOut(visitor, 'Meld je overal af');
	await elsewhere.open('/account');
	expect(elsewhere).toHaveAddress(/\/aanmelden/);
});

it('opening the link of a mail uses nothing: only the button does', async () => {
	const visitor = site.visitor();
	const person = stranger();
	await register(visitor, person);
	const link = linkIn(await site.mailTo(person.email, 'Bevestig je e-mailadres'), '/auth/confirm');
	for (let visits = 0; visits < 3; visits += 1) {
		const answer = await visitor.ask(link);
		expect(answer.status).toBe(200);
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			'cache-control': expect.stringContaining('no-store'),
			'referrer-policy': 'strict-origin'
		});
		expect(await answer.text()).toContain('noindex');
	}
	await confirm(site, visitor, person.email, 'Bevestig je e-mailadres');
	expect(visitor).toHaveAddress(/\/account\?klaar=bevestigd$/);
});

it('nobody learns from these forms who has an account', async () => {
	const visitor = site.visitor();
	const known = stranger();
	await registerAndConfirm(site, visitor, known);
	await signOut(visitor);
	const waiting = stranger();
	await register(visitor, waiting);
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
			const answer = await visitor.post(path, { email, ...fields });
			// Those that follow from the page, in which the address stands.
			const {
				date: _,
				etag: __,
				'content-length': ___,
				'content-security-policy': ____,
				...headers
			} = Object.fromEntries(answer.headers);
			answers.push({
				status: answer.status,
				headers,
				body: (await answer.text()).replaceAll(email, 'somebody')
			});
		}
		for (const answer of answers) expect.soft(answer, path).toEqual(answers[0]);
	}
	expect(site.mailsTo(stranger().email)).toEqual([]);
});

it('nobody is sent to another site after signing in', async () => {
	const visitor = site.visitor();
	const person = stranger();
	await registerAndConfirm(site, visitor, person);
	for (const next of [
		'https://elders.example',
		'//elders.example',
		'/\\elders.example',
		'/.//elders.example',
		'/\t/elders.example',
		'javascript:alert(1)'
	]) {
		const answer = await visitor.post('/aanmelden?/password', {
			email: person.email,
			password: person.password,
			next
		});
		expect.soft(answer.status, next).toBe(303);
		expect.soft(answer.headers.get('location'), next).toBe('/account');
		// Signed in by now.
		const visit = await visitor.ask(`/aanmelden?next=${encodeURIComponent(next)}`);
		expect.soft(visit.headers.get('location'), next).toBe('/account');
		await visitor.post('/afmelden', {});
	}
});

for (const [path, limit, fields] of [
	['/aanmelden?/password', 10, { password: 'een ander wachtwoord' }],
	['/aanmelden?/link', 5, {}],
	['/wachtwoord', 5, {}]
] as const) {
	it(`${path} can be asked ${limit} times for one address, then it says how long to wait`, async () => {
		const visitor = site.visitor();
		const { email } = stranger();
		let answered = 0;
		for (;;) {
			const answer = await visitor.post(path, { email, ...fields });
			if (answer.status === 429) {
				expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
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

it('a form on another site can sign nobody in or out', async () => {
	const visitor = site.visitor();
	for (const path of [
		'/aanmelden?/password',
		'/aanmelden?/link',
		'/afmelden',
		'/wachtwoord',
		'/auth/confirm?/use'
	]) {
		expect((await visitor.post(path, {}, { origin: 'https://elders.example' })).status, path).toBe(403);
	}
});

it('none of these pages is kept by a cache', async () => {
	const visitor = site.visitor();
	for (const path of [
		'/registreren',
		'/registreren/bevestig',
		'/aanmelden',
		'/afmelden',
		'/afgemeld',
		'/wachtwoord'
	]) {
		expect((await visitor.ask(path)).headers.get('cache-control'), path).toContain('no-store');
	}
});
