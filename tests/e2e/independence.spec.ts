/** What every other test counts on: nothing of the test before it. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect, test } from './support/administration.ts';
import { CLIENT_ADDRESS_HEADER } from './support/servers.ts';

for (const isOver of [false, true]) {
	test(`a visit ${isOver ? 'of a test that is over writes nothing' : 'writes while its test goes on'}`, async ({
		administration: { url, sql, mail },
		emptySite,
		clientAddress
	}) => {
		const form = new URLSearchParams({
			name: 'Noor',
			email: 'noor@voorbeeld.example',
			message: 'Komt dit nog aan?'
		}).toString();
		const visit = request(`${url}/contact`, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'content-length': form.length,
				origin: url,
				accept: 'text/html',
				expect: '100-continue',
				[CLIENT_ADDRESS_HEADER]: clientAddress
			}
		});
		const answered: Promise<IncomingMessage[]> = once(visit, 'response');
		visit.flushHeaders();
		await once(visit, 'continue');

		if (isOver) await emptySite.beginTest('the next one');
		visit.end(form);
		const [answer] = await answered;
		answer?.resume();
		expect(answer?.statusCode).toBe(isOver ? 503 : 303);
		expect(await sql`select from public.contact_message`).toHaveLength(isOver ? 0 : 1);
		expect(mail.received).toHaveLength(0);
	});
}

for (const time of ['first', 'second'] as const) {
	test(`the ${time} of two that do the same meets nothing of the other`, async ({
		administration: { person, sql, mail }
	}) => {
		expect(await sql`select from auth.users`).toHaveLength(0);
		const { id, email } = await person({ fullName: 'Noor Voorbeeld', status: 'approved' });
		await sql`
			insert into public.email_outbox (template, locale, recipient_id, to_address, params)
			values ('account_approved', 'nl', ${id}, ${email}, '{"name": "Noor"}'),
				('account_approved', 'nl', ${id}, ${email}, '{"name": "Noor"}')`;
		// The other may be on its way when this test ends.
		await expect.poll(() => mail.received.length).toBeGreaterThan(0);
	});
}
