import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import {
	confirm,
	fillIn,
	governmentBox,
	linkIn,
	register,
	registerAndConfirm,
	sendSignIn,
	signIn,
	signOut,
	stranger
} from './registering.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

const SUBJECT = 'Bevestig je e-mailadres';
const submit = { name: 'Vraag je account aan' };

function post(visitor: Visitor, changes: Record<string, string> = {}, headers = {}): Promise<Response> {
	const person = { ...stranger(), position: 'staff', signInWith: 'password', consent: 'on', ...changes };
	return visitor.post('/registreren', person, headers);
}

describe('without scripts', () => {
	it('somebody asks for an account, confirms the address and is in, waiting for approval', async () => {
		const visitor = site.visitor();
		const person = stranger();
		await register(visitor, person);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mailbox');
		expect(visitor.getByRole('main').getByRole('listitem')).toHaveCount(3);
		const mail = await site.mailTo(person.email, SUBJECT);
		// The page and the mail say the same of how long that is.
		expect(visitor.getByRole('main')).toContainText('werkt 24 uur');
		expect(mail.text).toMatch(/werkt 24\suur/);
		await visitor.open(linkIn(mail, '/auth/confirm'));
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Bevestig je e-mailadres');
		await visitor.getByRole('button', { name: 'Bevestig je adres' }).click();
		expect(visitor).toHaveAddress(/\/account\?klaar=bevestigd$/);
		expect(visitor.getByText('Een beheerder bekijkt je aanvraag')).toBeVisible();
	});

	it('a link that was used says so, and offers a new one', async () => {
		const visitor = site.visitor();
		const person = stranger();
		await registerAndConfirm(site, visitor, person);
		await visitor.open(linkIn(await site.mailTo(person.email, SUBJECT), '/auth/confirm'));
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link heb je al gebruikt');
		await visitor.forgetCookies();
		await confirm(site, visitor, person.email, SUBJECT);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
		visitor.getByLabel('E-mailadres').fill(person.email);
		await visitor.getByRole('button', { name: 'Stuur me een nieuwe link' }).click();
		expect(visitor.getByText('Hoort er iets bij dat adres')).toBeVisible();
	});

	it('what is missing is listed, the list has the focus, and what was typed is kept', async () => {
		const visitor = site.visitor();
		await visitor.open('/registreren');
		visitor.getByLabel('Functie').fill('Consulent');
		await visitor.getByRole('button', submit).click();
		const summary = visitor.getByRole('group', { name: 'Er ontbreekt nog iets of er klopt iets niet' });
		expect(summary).toGetFocus();
		expect(summary.getByRole('listitem')).toHaveCount(6);
		expect(visitor).toHaveTitle(/^Fout:/);
		expect(visitor.getByLabel('Functie')).toHaveValue('Consulent');
		expect(summary.getByRole('link', { name: /medewerker/ })).toHaveAttribute(
			'href',
			`#${visitor.getByLabel('medewerker').getAttribute('id')}`
		);
		expect(visitor.getByRole('group', { name: 'Je bent' })).toHaveAccessibleDescription(/Kies of je/);
	});

	it('a place with two governments, or a former one, is a choice between those of today', async () => {
		const visitor = site.visitor();
		const person = stranger({ government: 'Kruishoutem' });
		await fillIn(visitor, person);
		await visitor.getByRole('button', submit).click();
		const choice = visitor.getByRole('group', { name: 'Welk bestuur bedoel je?' });
		expect(choice.getByRole('radio')).toHaveCount(2);
		// The server sends no password back.
		const password = visitor.getByLabel('Wachtwoord', { exact: true });
		const again = visitor.getByRole('link', { name: 'Typ je wachtwoord opnieuw' });
		expect(password).toHaveValue('');
		expect(again).toHaveCount(1);
		choice.getByLabel('OCMW Kruisem, vroeger Kruishoutem').check();
		password.fill(person.password);
		await visitor.getByRole('button', submit).click();
		expect(visitor).toHaveAddress(/\/registreren\/bevestig$/);
	});

	it('a government that was chosen stays chosen while something else is mended', async () => {
		const visitor = site.visitor();
		await fillIn(visitor, stranger({ government: 'Gent' }));
		const send = visitor.getByRole('button', submit);
		await send.click();
		const choice = visitor.getByRole('group', { name: 'Welk bestuur bedoel je?' });
		choice.getByLabel('OCMW Gent', { exact: true }).check();
		visitor.getByLabel('Wachtwoord', { exact: true }).fill('te kort');
		await send.click();
		expect(visitor.getByRole('link', { name: 'Kies een wachtwoord van minstens' })).toBeVisible();
		// Written in the box: the server saw what was wrong.
		expect(governmentBox(visitor)).toHaveValue('OCMW Gent');
		visitor.getByLabel('Wachtwoord', { exact: true }).fill('vier losse woorden');
		await send.click();
		expect(visitor).toHaveAddress(/\/registreren\/bevestig$/);
	});

	it('somebody who signs in with links needs no password', async () => {
		const visitor = site.visitor();
		const person = stranger({ password: '' });
		await fillIn(visitor, person);
		visitor.getByLabel('Ik wil aanmelden met een link').check();
		await visitor.getByRole('button', submit).click();
		expect(visitor).toHaveAddress(/\/registreren\/bevestig$/);
	});
});

it('an address that names a local government fills it in, also one that merged', async () => {
	const visitor = site.visitor();
	const box = governmentBox(visitor);
	await visitor.open('/registreren?bestuur=ocmw-gent');
	expect(box).toHaveValue('OCMW Gent');
	await visitor.open('/registreren?bestuur=gemeente-kruishoutem');
	expect(box).toHaveValue('Gemeente Kruisem');
	expect(visitor.getByText('Kruishoutem is samengevoegd')).toBeVisible();
	await visitor.open('/registreren?bestuur=%3Cscript%3E');
	expect(box).toHaveValue('');
});

it('whoever registers with a known address sees what everybody sees, and its owner gets a mail', async () => {
	const visitor = site.visitor();
	const known = stranger();
	await registerAndConfirm(site, visitor, known);
	await signOut(visitor);
	const waiting = stranger();
	await register(visitor, waiting);

	const answers = [];
	for (const email of [stranger().email, known.email, waiting.email, known.email.toUpperCase()]) {
		const answer = await post(site.visitor(), { email });
		const { date: _, 'set-cookie': cookies = '', ...headers } = Object.fromEntries(answer.headers);
		answers.push({
			status: answer.status,
			headers,
			// The same name, length and flags; the value is another for everybody.
			cookies: cookies.replace(/=[\w-]+;/, ({ length }) => `=${length};`),
			body: await answer.text()
		});
	}
	expect(answers[0]?.status).toBe(303);
	expect(answers[0]?.cookies).toMatch(/^asked-account=\d+;.*HttpOnly/);
	for (const answer of answers) expect(answer).toEqual(answers[0]);

	await site.mailTo(known.email, 'al een account');
	// Who had not confirmed yet gets another link. Who asked last did so elsewhere: their password counts for nothing.
	await expect.poll(() => site.mailsTo(waiting.email).length).toBe(2);
	const [again] = site.mailsTo(waiting.email);
	await visitor.open(linkIn(again ?? { text: '' }, '/auth/confirm'));
	await visitor.getByRole('main').getByRole('button').click();
	expect(visitor).toHaveAddress(/\/wachtwoord\/nieuw\?eerste$/);
});

it('nothing bad that is typed is stored or breaks a page', async () => {
	const visitor = site.visitor();
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
		const answer = await post(visitor, changes);
		expect.soft(answer.status, JSON.stringify(changes).slice(0, 80)).toBe(400);
		const html = await answer.text();
		expect
			.soft(html, JSON.stringify(changes).slice(0, 80))
			.toContain('Er ontbreekt nog iets of er klopt iets niet');
		expect.soft(html).not.toContain('<img src=x');
		expect.soft(html).toMatch(/type="password" value=""/);
	}
});

it('markup, emoji and other alphabets are names, and a domain of look-alike letters is an address', async () => {
	const visitor = site.visitor();
	const odd = { fullName: '<b>Noor</b> 🌻 نور', email: stranger().email };
	// The browser that asks is the one that confirms.
	expect((await post(visitor, odd)).status).toBe(303);
	await visitor.open('/registreren');
	await confirm(site, visitor, odd.email, SUBJECT);
	expect(visitor.getByLabel('Naam', { exact: true })).toHaveValue(odd.fullName);

	// The first letter is Cyrillic; Auth, and so the administrators, see the name that computers use.
	const local = stranger().email.split('@')[0] ?? '';
	expect((await post(site.visitor(), { email: `${local}@аbc.example` })).status).toBe(303);
	await site.mailTo(`${local}@xn--bc-6kc.example`, SUBJECT);
});

describe('an address that is not yours', () => {
	it('a password that somebody else chose for an address never works, whoever confirms it', async () => {
		const visitor = site.visitor();
		const person = stranger();
		const first = 'gekozen door een ander';
		await visitor.open('/registreren');
		expect((await post(site.visitor(), { email: person.email, password: first })).status).toBe(303);
		const firstLink = linkIn(await site.mailTo(person.email, SUBJECT), '/auth/confirm');
		await register(visitor, person);
		await expect.poll(() => site.mailsTo(person.email).length).toBe(2);

		// Of two requests the last one counts.
		const elsewhere = site.visitor();
		await elsewhere.open(firstLink);
		await elsewhere.getByRole('main').getByRole('button').click();
		expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');

		await confirm(site, elsewhere, person.email, SUBJECT);
		expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Kies je wachtwoord');
		for (const password of [first, person.password]) {
			await visitor.open('/aanmelden');
			await sendSignIn(visitor, person.email, password);
			expect(visitor.getByRole('group', { name: 'Aanmelden is niet gelukt' })).toBeVisible();
		}
		elsewhere.getByLabel('Nieuw wachtwoord').fill('nu zelf gekozen woorden');
		await elsewhere.getByRole('button', { name: 'Bewaar je wachtwoord' }).click();
		expect(elsewhere).toHaveAddress(/\/account$/);
		await signIn(visitor, person.email, 'nu zelf gekozen woorden');
	});
});

it('what a browser keeps of a request tells nothing about the address', async () => {
	const visitor = site.visitor();
	const known = stranger();
	await registerAndConfirm(site, visitor, known);
	const kept = [];
	for (const email of [known.email, stranger().email]) {
		const cookies = (await post(site.visitor(), { email })).headers.get('set-cookie') ?? '';
		kept.push(cookies.replaceAll(/[0-9a-f]{64}/g, 'code').replaceAll(/expires=[^;]*/gi, ''));
	}
	expect(kept[0]).toContain('asked-account=code');
	expect(kept[1]).toBe(kept[0]);
});

it('in French and English the form speaks that language, its errors too', async () => {
	const visitor = site.visitor();
	for (const [prefix, sentence] of [
		['/fr', 'Indiquez votre administration locale'],
		['/en', 'Enter your local government']
	] as const) {
		const answer = await visitor.post(`${prefix}/registreren`, { fullName: 'Noor' });
		expect(answer.status).toBe(400);
		const html = await answer.text();
		expect(html).toContain(sentence);
		expect(html).not.toContain('Vul je');
	}
});

it('after three requests for one address it takes an hour until the next', async () => {
	const visitor = site.visitor();
	const { email } = stranger();
	let accepted = 0;
	for (;;) {
		const answer = await post(visitor, { email });
		if (answer.status === 429) {
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(await answer.text()).toContain('Je probeerde het te vaak');
			break;
		}
		expect(answer.status).toBe(303);
		accepted += 1;
		// Twice three, should a new hour begin meanwhile.
		expect(accepted).toBeLessThanOrEqual(6);
	}
	expect(accepted).toBeGreaterThanOrEqual(3);
});

it('a form on another site cannot register somebody', async () => {
	const visitor = site.visitor();
	expect((await post(visitor, {}, { origin: 'https://elders.example' })).status).toBe(403);
});
