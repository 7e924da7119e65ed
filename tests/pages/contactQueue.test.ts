import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

const MESSAGE = {
	name: 'Noor Voorbeeld',
	email: 'noor@voorbeeld.example',
	message: 'Welke gegevens hebben jullie over mij?'
};

/** What a visitor writes in the form, from the page that sends them there. */
async function writeAboutData() {
	const visitor = site.visitor();
	await visitor.open('/privacy');
	await visitor.getByRole('link', { name: 'het contactformulier' }).first().click();
	expect(visitor.getByLabel('Mijn gegevens')).toBeChecked();
	visitor.getByLabel('Naam').fill(MESSAGE.name);
	visitor.getByLabel('E-mailadres').fill(MESSAGE.email);
	visitor.getByLabel('Bericht', { exact: true }).fill(MESSAGE.message);
	await visitor.getByRole('button', { name: 'Verstuur je bericht' }).click();
	expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je bericht');
}

describe('without scripts, what somebody writes in the contact form', () => {
	it.each([
		['/privacy', 'privacy'],
		['/fr/privacy', 'privacy'],
		['/en/privacy', 'privacy'],
		['/toegankelijkheid', 'accessibility']
	])('is about what the page was about that led there, as its deadline is: %s', async (path, about) => {
		const { html } = await site.visitor().read(path);
		const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
		const queries = [...main.matchAll(/href="[^"]*\/contact([?][^"]*)?"/g)].map(([, query]) => query);
		expect(new Set(queries)).toEqual(new Set([`?over=${about}`]));
	});

	it('is counted, taken in hand and answered by mail, and the trail says by whom', async () => {
		const { visitor, admin: person } = await site.administrator();
		await site.sql`update public.profile set notifications = '{new_request}' where id = ${person.id}`;
		await writeAboutData();
		expect(
			await site.sql`select recipient_id, params::text like '%gegevens hebben%' as tells
				from public.email_outbox where template = 'contact_message'`
		).toEqual([{ recipient_id: person.id, tells: false }]);

		await visitor.open('/beheer');
		await visitor.getByRole('link', { name: 'Berichten 1 te doen' }).click();
		expect(visitor.getByRole('heading', { name: '1 bericht' })).toBeVisible();
		await visitor.getByRole('link', { name: `Mijn gegevens: ${MESSAGE.name}` }).click();
		expect(visitor.getByText(MESSAGE.message)).toBeVisible();
		expect(visitor.getByText(/Antwoord ten laatste op/)).toBeVisible();
		expect(visitor.getByText(/automatisch gewist op/)).toBeVisible();

		await visitor.getByRole('button', { name: 'Ik behandel dit' }).click();
		expect(visitor.getByText(`In behandeling bij ${person.fullName}`)).toBeVisible();
		await visitor.getByRole('button', { name: 'Gegevens inzien' }).click();
		expect(visitor.getByLabel(/^Je antwoord/)).toHaveValue(/alles in wat we over je bewaren/);
		await visitor.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		expect(visitor.getByText(`Beantwoord door ${person.fullName}`)).toBeVisible();
		const { subject, text } = await site.mailTo(MESSAGE.email);
		expect(subject).toBe('Antwoord op je bericht');
		expect(text).toContain('wat we over je bewaren');
		expect(text).toContain(MESSAGE.message);

		await visitor.open('/beheer/berichten');
		expect(visitor.getByText('Hier staat niets.')).toBeVisible();
		await visitor.getByRole('link', { name: 'Beantwoord', exact: true }).click();
		expect(visitor.getByRole('link', { name: `Mijn gegevens: ${MESSAGE.name}` })).toBeVisible();
		await visitor.open('/beheer/logboek');
		expect(visitor.getByText(`${person.fullName} beantwoordde een bericht (Mijn gegevens).`)).toBeVisible();
		expect(visitor.getByText(MESSAGE.name)).toHaveCount(0);
	});

	it('is answered once: who looked at it before a colleague answered, is told so and keeps what was typed', async () => {
		const { visitor: first } = await site.administrator();
		const { visitor: second } = await site.administrator();
		await site.sql`
			insert into public.contact_message (name, email, message, locale)
			values (${MESSAGE.name}, ${MESSAGE.email}, ${MESSAGE.message}, 'nl')`;
		for (const admin of [first, second]) {
			await admin.open('/beheer/berichten');
			await admin.getByRole('link', { name: new RegExp(MESSAGE.name) }).click();
			admin.getByLabel(/^Je antwoord/).fill('Een antwoord op je vraag.');
		}
		await first.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		await second.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		expect(second.getByRole('group', { name: 'Intussen gewijzigd' })).toContainText('Beantwoord door');
		expect(second.getByLabel(/^Je antwoord/)).toHaveValue('Een antwoord op je vraag.');
		expect(await site.sql`select from public.contact_answer`).toHaveLength(1);
	});

	it('becomes a question about data, with a deadline, where an administrator says so', async () => {
		const { visitor: admin } = await site.administrator();
		await site.sql`
			insert into public.contact_message (name, email, message, locale, created_at)
			values (${MESSAGE.name}, ${MESSAGE.email}, ${MESSAGE.message}, 'nl', now() - interval '40 days')`;
		await admin.open('/beheer/berichten');
		await admin.getByRole('link', { name: new RegExp(MESSAGE.name) }).click();
		admin.getByLabel('Waarover gaat het?').choose('Mijn gegevens');
		await admin.getByRole('button', { name: 'Verander' }).click();
		expect(admin.getByText(/^Te laat: het antwoord moest er zijn/)).toBeVisible();
		expect(admin.getByRole('link', { name: /^Berichten 1 te doen, waarvan 1 te laat/ })).toBeVisible();

		await admin.getByRole('button', { name: 'Sluit zonder antwoord' }).click();
		expect(admin.getByText(/^Gesloten door/)).toBeVisible();
		await admin.getByRole('button', { name: 'Behandel dit opnieuw' }).click();
		expect(admin.getByText(/^In behandeling bij/)).toBeVisible();
		await admin.getByRole('button', { name: 'Laat dit aan anderen' }).click();
		expect(admin.getByText('Nieuw', { exact: true })).toBeVisible();
		await admin.open('/beheer/logboek');
		expect(
			admin.getByText(/zette een bericht bij een ander onderwerp \(Mijn gegevens, het was /)
		).toBeVisible();
	});

	it('needs an answer of some length', async () => {
		const { visitor: admin } = await site.administrator();
		const [message] = await site.sql<{ id: string }>`
			insert into public.contact_message (name, email, message, locale)
			values (${MESSAGE.name}, ${MESSAGE.email}, ${MESSAGE.message}, 'nl') returning id`;
		await admin.open(`/beheer/berichten/${message?.id ?? ''}`);
		admin.getByLabel(/^Je antwoord/).fill('Kort');
		await admin.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		expect(admin.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText('minstens 10 tekens');
		expect(admin.getByLabel(/^Je antwoord/)).toHaveValue('Kort');
	});
});
