import { describe, it } from 'vitest';
import { PASSWORD, type Person } from '../fixtures/people.ts';
import { expect } from './expectations.ts';
import { confirmation, signedIn } from './ownAccount.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

describe('another local government', () => {
	it('makes an approved account wait again, after saying so', async () => {
		const { visitor } = await signedIn(site, { government: 'gemeente-gent' });
		await visitor.open('/account/bestuur');
		expect(visitor.getByText('Nu hoort je account bij Gemeente Gent.')).toBeVisible();
		expect(visitor.getByText('moet je account opnieuw goedkeuren')).toBeVisible();
		visitor.getByRole('textbox').fill('Kruishoutem');
		await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toGetFocus();
		visitor.getByRole('radio', { name: /^OCMW Kruisem/ }).check();
		await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
		expect(confirmation(visitor, 'Je account hoort nu bij OCMW Kruisem')).toGetFocus();
		expect(visitor.getByRole('heading', { name: 'Je aanvraag wacht nog' })).toBeVisible();
	});

	it('has to be one that exists, and another one than now', async () => {
		const { visitor } = await signedIn(site, { government: 'gemeente-gent' });
		for (const typed of ['', 'zzqqxx', 'Gemeente Gent', '<script>alert(1)</script>']) {
			await visitor.open('/account/bestuur');
			visitor.getByRole('textbox').fill(typed);
			await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
			expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' }), typed).toGetFocus();
			expect(visitor.getByRole('textbox')).toHaveValue(typed);
		}
	});
});

describe('where somebody is signed in', () => {
	it('is a list, with how long it lasts, and each can be signed out of', async () => {
		const { me, visitor } = await signedIn(site);
		const elsewhere = await site.signIn(me);
		await visitor.open('/account/toegang');
		const sessions = visitor.getByRole('region', { name: 'Waar je aangemeld bent' });
		expect(sessions).toContainText('Wie 30 dagen niet langskomt, wordt afgemeld.');
		expect(sessions.getByRole('listitem')).toHaveCount(2);
		await sessions.getByRole('button', { name: /^Meld af: Aangemeld op/ }).click();
		expect(visitor.getByText('Die sessie is afgemeld')).toBeVisible();
		expect(visitor.getByRole('region', { name: 'Waar je aangemeld bent' }).getByRole('listitem')).toHaveCount(
			1
		);
		await elsewhere.open('/account');
		expect(elsewhere).toHaveAddress(/\/aanmelden/);
		await visitor
			.getByRole('region', { name: 'Waar je aangemeld bent' })
			.getByRole('button', { name: 'Meld af: Deze browser' })
			.click();
		expect(visitor).toHaveAddress('/afgemeld');
	});
});

describe('another e-mail address', () => {
	async function ask(visitor: Visitor, email: string, password: string): Promise<void> {
		await visitor.open('/account/toegang');
		visitor.getByLabel('Nieuw e-mailadres').fill(email);
		visitor.getByLabel('Je huidige wachtwoord').fill(password);
		await visitor.getByRole('button', { name: 'Verander je e-mailadres' }).click();
	}

	it('asks for the password, and for a real and new address', async () => {
		const { me, visitor } = await signedIn(site);
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		await ask(visitor, 'noor@', '');
		expect(summary.getByRole('listitem')).toHaveCount(2);
		await ask(visitor, me.email.toUpperCase(), PASSWORD);
		expect(summary).toContainText('Dit is al je e-mailadres');
		await ask(visitor, `nieuw.${me.email}`, 'niet mijn wachtwoord');
		expect(summary).toContainText('Dit is niet je huidige wachtwoord');
		expect(visitor.getByLabel('Nieuw e-mailadres')).toHaveValue(`nieuw.${me.email}`);
		expect(visitor.getByLabel('Je huidige wachtwoord')).toHaveValue('');
	});

	it('counts once its mailbox has confirmed it; one that has an account gets the same answer', async () => {
		const taken = await site.person({ fullName: 'Iemand Anders', status: 'approved' });
		const answerTo = async (visitor: Visitor, me: Person, email: string): Promise<string> => {
			await ask(visitor, email, PASSWORD);
			const answer = confirmation(visitor, 'Kijk in je mailbox');
			expect(answer).toGetFocus();
			return answer.text().replaceAll(email, '').replaceAll(me.email, '');
		};

		// Two people: who asked a moment ago waits, whatever became of it.
		const other = await signedIn(site);
		const told = await answerTo(other.visitor, other.me, taken.email);
		const { me, visitor } = await signedIn(site);
		const now = await answerTo(visitor, me, `nieuw.${me.email}`);
		expect(now).toBe(told);
		expect(visitor.getByText(`Nu meld je je aan met ${me.email}.`)).toBeVisible();
		await site.mailTo(taken.email);

		const [waiting] = await site.sql<{ token: string }>`
			select email_change_token_new as token from auth.users where id = ${me.id}`;
		await visitor.open(`/auth/confirm?token_hash=${waiting?.token ?? ''}&type=email_change`);
		await visitor.getByRole('button', { name: 'Bevestig de verandering' }).click();
		expect(visitor).toHaveAddress(/\/account/);
		expect(visitor.getByRole('main')).toContainText(`nieuw.${me.email}`);
		// Whoever had the account until now is told.
		await site.mailTo(me.email);
	});

	it('can be tried five times an hour', async () => {
		const { visitor } = await signedIn(site);
		for (let attempt = 0; attempt < 5; attempt += 1) await ask(visitor, 'ergens@voorbeeld.example', 'fout');
		await ask(visitor, 'ergens@voorbeeld.example', PASSWORD);
		expect(confirmation(visitor, 'Er is niets veranderd')).toContainText(/te vaak/);
	});
});
