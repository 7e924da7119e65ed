import { beforeAll, describe, expect, it } from 'vitest';
import { createDirectoryStore } from '../../src/lib/directory/directory.server';
import { useDatabase } from '../database/useDatabase.ts';
import { createKeyClient } from '../../src/lib/base/database/supabase.server';
import { TABLES } from '../../src/lib/domain/access/matrix.ts';
import { accessToken, clientOf, clientWithKey, serverClient } from './actors.ts';

/** Written into everything that is not public; wherever it turns up, something leaks. */
const CANARY = 'kanarie7f3a';

const embedded = useDatabase({ exampleData: true });

beforeAll(async () => {
	await embedded.exclusively((db) =>
		db.exec(`
			update public.local_government set email_domains = array['${CANARY}.example'];
			insert into public.contact_message (name, email, message, locale)
			values ('${CANARY}', '${CANARY}@voorbeeld.example', '${CANARY} ${CANARY}', 'nl');

			insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select '${CANARY}-concept', id, '${CANARY} concept', '${CANARY} 1', '9000', 'Gent', 3.7, 51.05, false
			from public.local_government where slug = 'gemeente-gent';
			insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select '${CANARY}-outside', id, '${CANARY} outside', '${CANARY} 2', '9100', 'Sint-Niklaas', 4.1, 51.16, true
			from public.local_government where slug = 'gemeente-sint-niklaas';
		`)
	);
});

const count = async (sql: string) =>
	(await embedded.exclusively((db) => db.query<{ n: number }>(`select count(*)::integer as n from ${sql}`)))
		.rows[0]?.n;

describe.each(['visitor', 'keyless'] as const)('%s', (actor) => {
	it('gets no byte of what is withheld, however the question is put', async () => {
		const answers: string[] = [];
		const client = clientOf(actor, embedded);
		for (const name of Object.keys(TABLES)) {
			answers.push(JSON.stringify(await client.from(name).select('*')));
			answers.push(JSON.stringify(await client.from(name).select('*').csv()));
		}
		for (const question of [
			['local_government', 'slug, email_domains'],
			['local_government', 'slug, volunteer_desk(*)'],
			['volunteer_desk', 'slug, local_government(email_domains)'],
			['volunteer_desk', 'slug, local_government(*)'],
			['municipality', 'slug, local_government(slug, email_domains)'],
			['municipality', 'slug, local_government(slug, volunteer_desk(name))']
		] as const)
			answers.push(JSON.stringify(await client.from(question[0]).select(question[1])));
		expect(answers.filter((answer) => answer.includes(CANARY)).map((answer) => answer.slice(0, 200))).toEqual(
			[]
		);
	});
});

describe('a desk', () => {
	it('that is not published, or whose government takes no part, is neither shown nor counted', async () => {
		expect(await count(`public.volunteer_desk where slug like '${CANARY}%'`)).toBe(2);
		const { data, count: seen } = await clientOf('visitor', embedded)
			.from('volunteer_desk')
			.select('slug', { count: 'exact' })
			.like('slug', `${CANARY}%`);
		expect({ data, seen }).toEqual({ data: [], seen: 0 });
	});

	it('appears when it is published, and goes when its government stops', async () => {
		const visible = async () =>
			(
				await clientOf('visitor', embedded)
					.from('volunteer_desk')
					.select('slug')
					.eq('slug', `${CANARY}-concept`)
			).data?.length;
		const change = (sql: string) => embedded.exclusively((db) => db.exec(sql));
		await change(`update public.volunteer_desk set published = true where slug = '${CANARY}-concept'`);
		expect(await visible()).toBe(1);
		await change(
			`update public.local_government set participating_until = current_date where slug = 'gemeente-gent'`
		);
		expect(await visible()).toBe(0);
		await change(
			`update public.local_government set participating_until = null where slug = 'gemeente-gent'`
		);
		await change(`update public.volunteer_desk set published = false where slug = '${CANARY}-concept'`);
		expect(await visible()).toBe(0);
	});
});

describe('the copy that all pages and the API are made of', () => {
	it('holds nothing that is withheld', async () => {
		const client = createKeyClient(embedded, embedded.publishableKey);
		const { directory } = await createDirectoryStore({ client: () => client }).get();
		expect(directory.localGovernments.length).toBeGreaterThan(600);
		const text = JSON.stringify(directory);
		expect(text).not.toContain(CANARY);
		expect(text).not.toMatch(/email_?domains/i);
	});
});

describe('a message from the contact form', () => {
	const message = (sender: string) => ({
		p_name: '  Noor  ',
		p_email: 'noor@voorbeeld.example',
		p_message: 'Hoe kan ons bestuur meedoen?',
		p_locale: 'nl',
		p_sender_key: sender
	});

	it('is stored by the server only, trimmed, five an hour from one sender', async () => {
		const before = (await count('public.contact_message')) ?? 0;
		const waits: number[] = [];
		// Twice five, should a new hour begin meanwhile.
		while (waits.length <= 10 && !waits.some((wait) => wait > 0)) {
			const { data, error } = await serverClient(embedded).rpc('submit_contact_message', message('one'));
			expect(error).toBeNull();
			waits.push(Number(data));
		}
		const accepted = waits.filter((wait) => wait === 0).length;
		expect(accepted).toBeGreaterThanOrEqual(5);
		expect(waits.at(-1)).toBeGreaterThan(0);
		expect(waits.at(-1)).toBeLessThanOrEqual(3600);
		expect(await count('public.contact_message')).toBe(before + accepted);
		expect(await count(`public.contact_message where name = 'Noor'`)).toBe(accepted);
		const { data } = await serverClient(embedded).rpc('submit_contact_message', message('another'));
		expect(data).toBe(0);
	});

	it.each([
		['no name', { p_name: '   ' }],
		['no address', { p_email: 'noor' }],
		['no text', { p_message: 'kort' }],
		['too much text', { p_message: 'x'.repeat(5_001) }],
		['a language we do not speak', { p_locale: 'de' }]
	])('is refused by the database with %s', async (_, wrong) => {
		const answer = await serverClient(embedded).rpc('submit_contact_message', {
			...message('wrong'),
			...wrong
		});
		expect(answer.error?.code).toBe('23514');
	});
});

describe('keys', () => {
	it('that were made up open nothing', async () => {
		for (const key of [
			'sb_secret_made_up',
			'sb_publishable_made_up',
			accessToken('not the secret of this place'.repeat(2), 'service_role')
		]) {
			const { data, error } = await clientWithKey(embedded, key).from('contact_message').select();
			expect(error, key).not.toBeNull();
			expect(data, key).toBeNull();
		}
	});

	it('a visitor’s key cannot claim the role of the server', async () => {
		const forged = accessToken('x'.repeat(64), 'service_role');
		const { data } = await clientWithKey(embedded, embedded.publishableKey, forged)
			.from('contact_message')
			.select();
		expect(data ?? []).toEqual([]);
	});

	it('only the secret one reads messages', async () => {
		const { data } = await serverClient(embedded).from('contact_message').select('name').eq('name', CANARY);
		expect(data).toHaveLength(1);
	});
});
