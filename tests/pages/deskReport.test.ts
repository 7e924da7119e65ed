import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

describe('what somebody says is wrong about a desk', () => {
	it('goes to its editor, who handles it and can take that back', async () => {
		const visitor = site.visitor();
		const { sql } = site;
		await sql`update public.local_government set participating_since = '2017-05-01' where slug = 'gemeente-gent'`;
		await sql`
			insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select 'loket-proef', id, 'Proefloket', 'Kouter 1', '9000', 'Gent', 3.72, 51.05, true
			from public.local_government where slug = 'gemeente-gent'`;
		const editor = await site.person({
			fullName: 'Eva Redactie',
			status: 'approved',
			role: 'editor'
		});
		const member = await site.person({ fullName: 'Mia Lid', status: 'approved' });
		await sql`update public.profile set notifications = '{desk_work}' where id = ${editor.id}`;

		expect((await visitor.open('/loketten/loket-proef')).status).toBe(200);
		await visitor.getByRole('link', { name: 'Meld het' }).click();
		visitor.getByLabel('Wat klopt er niet?').fill('De deur was dicht op maandag.');
		await visitor.getByRole('button', { name: 'Verstuur je melding' }).click();
		expect(visitor.getByRole('group', { name: 'Dit klopt nog niet' })).toContainText(
			'Kies waar het over gaat'
		);
		expect(visitor.getByLabel('Wat klopt er niet?')).toHaveValue('De deur was dicht op maandag.');
		visitor.getByLabel('De openingsuren').check();
		visitor.getByLabel('E-mailadres (niet verplicht)').fill('noor@voorbeeld.example');
		await visitor.getByRole('button', { name: 'Verstuur je melding' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je melding');
		expect(
			await sql`select recipient_id from public.email_outbox where template = 'desk_report'`
		).toMatchObject([{ recipient_id: editor.id }]);

		const queue = await site.signIn(editor);
		await queue.open('/mijn-bestuur/meldingen');
		const report = queue.getByRole('article', { name: 'Proefloket' });
		expect(report).toContainText('De deur was dicht op maandag.');
		expect(report.getByRole('link', { name: /noor@voorbeeld\.example/ })).toBeVisible();
		await report.getByRole('button', { name: /^Afgehandeld/ }).click();
		expect(queue.getByText('Er zijn geen open meldingen.')).toBeVisible();
		await queue
			.getByRole('group')
			.getByRole('button', { name: /^Zet terug/ })
			.first()
			.click();
		expect(report.getByRole('button', { name: /^Afgehandeld/ })).toBeVisible();

		const reader = await site.signIn(member);
		await reader.open('/mijn-bestuur/meldingen');
		expect(reader.getByRole('heading', { name: 'Alleen redacteurs zien meldingen' })).toBeVisible();
		expect(reader.getByText('De deur was dicht')).toHaveCount(0);
	});
});
