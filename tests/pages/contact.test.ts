import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

const MESSAGE = {
	name: 'Noor Voorbeeld',
	email: 'noor@voorbeeld.example',
	message: 'Ons bestuur wil graag meedoen.'
};

describe('without scripts', () => {
	it('a message is sent and the sender is thanked', async () => {
		const visitor = site.visitor();
		await visitor.open('/contact');
		visitor.getByLabel('Naam').fill(MESSAGE.name);
		visitor.getByLabel('E-mailadres').fill(MESSAGE.email);
		visitor.getByLabel('Bericht', { exact: true }).fill(MESSAGE.message);
		await visitor.getByRole('button', { name: 'Verstuur je bericht' }).click();
		expect(visitor).toHaveAddress(/\/contact\/bedankt$/);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je bericht');
	});

	it('what is missing is listed, the list has the focus, and what was typed is kept', async () => {
		const visitor = site.visitor();
		await visitor.open('/contact');
		visitor.getByLabel('Naam').fill(MESSAGE.name);
		visitor.getByLabel('E-mailadres').fill('noor@');
		await visitor.getByRole('button', { name: 'Verstuur je bericht' }).click();
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(summary.getByRole('listitem')).toHaveCount(2);
		expect(visitor).toHaveTitle(/^Fout:/);
		expect(visitor.getByLabel('Naam')).toHaveValue(MESSAGE.name);
		const email = visitor.getByLabel('E-mailadres');
		expect(email).toHaveValue('noor@');
		expect(email).toHaveAttribute('aria-invalid', 'true');
		expect(email).toHaveAccessibleDescription(/Vul een e-mailadres in zoals/);
		expect(summary.getByRole('link', { name: /e-mailadres/ })).toHaveAttribute(
			'href',
			`#${email.getAttribute('id')}`
		);
	});
});

it('in French and English the form speaks that language, its errors too', async () => {
	const visitor = site.visitor();
	for (const [prefix, locale] of [
		['/fr', 'fr'],
		['/en', 'en']
	] as const) {
		const answer = await visitor.post(`${prefix}/contact`, { ...MESSAGE, email: '' });
		expect(answer.status).toBe(400);
		const html = await answer.text();
		expect(html).toContain(`lang="${locale}"`);
		expect(html).not.toContain('Vul je e-mailadres in');
	}
});

it('after five messages in an hour the sender has to wait, and is told how long', async () => {
	const visitor = site.visitor();
	let accepted = 0;
	for (;;) {
		const answer = await visitor.post('/contact', MESSAGE);
		if (answer.status === 429) {
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(await answer.text()).toContain('Je stuurde het afgelopen uur al vijf berichten');
			break;
		}
		expect(answer.status).toBe(303);
		accepted += 1;
		// Twice five, should a new hour begin meanwhile.
		expect(accepted).toBeLessThanOrEqual(10);
	}
	expect(accepted).toBeGreaterThanOrEqual(5);
});

it('a form that fills in the hidden field is not stored', async () => {
	const visitor = site.visitor();
	const answer = await visitor.post('/contact', { ...MESSAGE, trap: 'https://spam.example' });
	expect(answer.status).toBe(400);
	expect(await answer.text()).toContain('Verstuur het gewoon nog een keer');
});

it('a form on another site cannot send in somebody’s name', async () => {
	const visitor = site.visitor();
	const answer = await visitor.post('/contact', MESSAGE, { origin: 'https://elders.example' });
	expect(answer.status).toBe(403);
});

it('what is typed is never kept in a shared cache', async () => {
	const visitor = site.visitor();
	expect((await visitor.ask('/contact')).headers.get('cache-control')).toContain('no-store');
});
