import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import type { Seen } from './seen.ts';
import { PASSWORD, type Person, type PersonOptions } from './people.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite({ exampleData: false });

/** Somebody approved, and whose browser. */
async function signedIn(options: Partial<PersonOptions> = {}): Promise<{ me: Person; visitor: Visitor }> {
	const me = await site.person({ fullName: 'Noor Voorbeeld', status: 'approved', ...options });
	return { me, visitor: await site.signIn(me) };
}

const save = (visitor: Visitor) => visitor.getByRole('button', { name: 'Bewaar' }).click();
const confirmation = (visitor: Visitor, heading: string): Seen =>
	visitor.getByRole('group', { name: heading });
const preview = (visitor: Visitor): Seen =>
	visitor.getByRole('complementary', { name: 'Zo zien collega’s je' });

/** What the list of colleagues really says about me. */
async function seenByColleagues(visitor: Visitor): Promise<string> {
	await visitor.open('/account/als-bezoeker');
	return visitor.locator('section').filter({ hasText: 'Hoe je in de lijst van collega’s staat' }).text();
}

describe('without scripts', () => {
	it('a change is kept, and that is said', async () => {
		const { visitor } = await signedIn();
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
		const { visitor } = await signedIn();
		await visitor.open('/account');
		visitor.getByLabel('Naam', { exact: true }).fill('   ');
		visitor.getByLabel('Functie', { exact: true }).fill('Coach');
		visitor.getByLabel('Telefoon (niet verplicht)').fill('bel mij');
		await save(visitor);
		const summary = visitor.getByRole('group', { name: 'Kijk dit nog even na' });
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
		const { visitor } = await signedIn();
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

	it('whoever leaves types a word, and is gone at once without a trace', async () => {
		const { me, visitor } = await signedIn({ fullName: 'Victor Vertrekker' });
		await visitor.open('/account/verlaten');
		expect(visitor.getByRole('main').getByRole('link', { name: 'pauzeren' })).toHaveCount(1);
		await visitor.getByRole('button', { name: 'Wis mijn account' }).click();
		expect(visitor.getByRole('group', { name: 'Kijk dit nog even na' })).toGetFocus();
		visitor.getByLabel('Typ “verlaat”').fill(' Verlaat ');
		await visitor.getByRole('button', { name: 'Wis mijn account' }).click();

		expect(visitor).toHaveAddress(/\/tot-ziens$/);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Je account is weg');
		expect((await visitor.cookies()).map(({ name }) => name)).toEqual([]);
		await visitor.open('/account');
		expect(visitor).toHaveAddress(/\/aanmelden\?next=%2Faccount$/);

		expect(await tracesOf(me)).toEqual([]);
		await site.mailTo(me.email);
	});
});

/** Names of the tables in which the person's id, name or address still stands, other than the trail without names. */
async function tracesOf({ id, email, fullName }: Person): Promise<string[]> {
	const tables = await site.sql<{ name: string }>`
		select format('%I.%I', table_schema, table_name) as name
		from information_schema.tables
		where table_schema in ('public', 'auth', 'private') and table_type = 'BASE TABLE'`;
	const found: string[] = [];
	for (const { name } of tables) {
		const [row] = await site.query<{ holds: boolean }>(
			`select exists (
				select from ${name} as one
				where one::text ilike $1 or one::text ilike $2
					or (one::text like $3 and '${name}' <> 'public.audit_entry')
			) as holds`,
			[`%${email}%`, `%${fullName}%`, `%${id}%`]
		);
		if (row?.holds) found.push(name);
	}
	// The last mail is on its way.
	return found.filter((name) => name !== 'public.email_outbox');
}

it('the download holds everything, as a file that no cache keeps', async () => {
	const { me, visitor } = await signedIn({ motivation: 'Omdat het beter kan.' });
	await visitor.open('/account');
	const link = visitor.getByRole('link', { name: 'Download je gegevens' });
	const answer = await visitor.ask(link.getAttribute('href') ?? '');
	expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.json"$/);
	expect(answer.headers.get('cache-control')).toContain('no-store');
	const held = await answer.json();
	expect(held).toMatchObject({
		signIn: { id: me.id, email: me.email },
		profile: { full_name: me.fullName, motivation: 'Omdat het beter kan.' },
		localGovernment: 'Gemeente Gent',
		history: expect.arrayContaining([expect.objectContaining({ action: 'registered' })])
	});
	expect(JSON.stringify(held)).not.toContain('$2');
});

it('a visitor is refused on every question, and sees that nowhere', async () => {
	const { me, visitor } = await signedIn();
	await visitor.open('/account/als-bezoeker');
	expect(visitor.getByText('Een bezoeker krijgt niets van jou te zien')).toBeVisible();
	expect(visitor.getByText('Geweigerd')).toHaveCount(6);
	expect(visitor.getByRole('main')).toContainText(me.email);

	const stranger = site.visitor();
	for (const path of ['/account', '/account/als-bezoeker', '/account/gegevens.json', '/account/verlaten']) {
		const answer = await stranger.ask(path);
		expect([answer.status, answer.headers.get('location')], path).toEqual([
			303,
			`/aanmelden?next=${encodeURIComponent(path)}`
		]);
		expect(await answer.text()).not.toContain(me.fullName);
	}
});

it('what somebody sees while signed in is kept by no cache', async () => {
	const { visitor } = await signedIn();
	for (const path of ['/account', '/account/toegang', '/account/als-bezoeker', '/account/verlaten']) {
		const answer = await visitor.ask(path);
		expect(answer.headers.get('cache-control'), path).toContain('no-store');
	}
});

describe('an account that is not open', () => {
	it('waits in plain words, and can be completed meanwhile', async () => {
		const { visitor } = await signedIn({ status: 'pending' });
		await visitor.open('/account');
		expect(visitor.getByRole('heading', { name: 'Een beheerder bekijkt je aanvraag' })).toBeVisible();
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
			const { visitor } = await signedIn({ status });
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

describe('the last administrator', () => {
	it('is told to appoint another one before leaving', async () => {
		const { admin, visitor } = await site.administrator();
		await site.sql`
			update public.profile set role = 'member', status = 'pending' where role = 'admin' and id <> ${admin.id}`;
		await visitor.open('/account/verlaten');
		visitor.getByLabel('Typ “verlaat”').fill('verlaat');
		await visitor.getByRole('button', { name: 'Wis mijn account' }).click();
		const notice = confirmation(visitor, 'Je bent de enige beheerder');
		expect(notice).toGetFocus();
		expect(notice.getByRole('link')).toHaveAttribute('href', '/beheer/leden');
		await visitor.open('/account');
		expect(visitor.getByLabel('iemand een account aanvraagt')).toBeVisible();
	});
});

describe('another local government', () => {
	it('makes an approved account wait again, after saying so', async () => {
		const { visitor } = await signedIn({ government: 'gemeente-gent' });
		await visitor.open('/account/bestuur');
		expect(visitor.getByText('Nu hoort je account bij Gemeente Gent.')).toBeVisible();
		expect(visitor.getByText('moet je account opnieuw goedkeuren')).toBeVisible();
		visitor.getByRole('textbox').fill('Kruishoutem');
		await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
		expect(visitor.getByRole('group', { name: 'Kijk dit nog even na' })).toGetFocus();
		visitor.getByRole('radio', { name: /^OCMW Kruisem/ }).check();
		await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
		expect(confirmation(visitor, 'Je account hoort nu bij OCMW Kruisem')).toGetFocus();
		expect(visitor.getByRole('heading', { name: 'Een beheerder bekijkt je aanvraag' })).toBeVisible();
	});

	it('has to be one that exists, and another one than now', async () => {
		const { visitor } = await signedIn({ government: 'gemeente-gent' });
		for (const typed of ['', 'zzqqxx', 'Gemeente Gent', '<script>alert(1)</script>']) {
			await visitor.open('/account/bestuur');
			visitor.getByRole('textbox').fill(typed);
			await visitor.getByRole('button', { name: 'Verander van bestuur' }).click();
			expect(visitor.getByRole('group', { name: 'Kijk dit nog even na' }), typed).toGetFocus();
			expect(visitor.getByRole('textbox')).toHaveValue(typed);
		}
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
		const { me, visitor } = await signedIn();
		const summary = visitor.getByRole('group', { name: 'Kijk dit nog even na' });
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
		const other = await signedIn();
		const told = await answerTo(other.visitor, other.me, taken.email);
		const { me, visitor } = await signedIn();
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
		const { visitor } = await signedIn();
		for (let attempt = 0; attempt < 5; attempt += 1) await ask(visitor, 'ergens@voorbeeld.example', 'fout');
		await ask(visitor, 'ergens@voorbeeld.example', PASSWORD);
		expect(confirmation(visitor, 'Er is niets veranderd')).toContainText(/te vaak/);
	});
});
