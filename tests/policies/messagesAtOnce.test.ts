import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../database/useDatabase.ts';
import { clientWithKey, serverClient } from './actors.ts';
import { makePerson, type Person } from './people.ts';

const MESSAGES = 20;

const embedded = useDatabase({ exampleData: false });
let sender: Person;
let colleagues: Person[];

beforeAll(async () => {
	sender = await makePerson(embedded, { name: 'sender' });
	colleagues = [];
	for (let n = 0; n < MESSAGES; n++) {
		colleagues.push(await makePerson(embedded, { name: `reads${n}`, shows: ['expertise'] }));
	}
});

const clientOfPerson = ({ token }: Person) => clientWithKey(embedded, embedded.publishableKey, token);
const write = (to: Person) =>
	clientOfPerson(sender).rpc('send_first_message', {
		p_to: to.id,
		p_subject: 'Jullie loket',
		p_message: 'Hoe zijn jullie eraan begonnen?'
	});
const mails = async (template: string) =>
	(
		await embedded.exclusively((db) =>
			db.query<{ id: string }>('select recipient_id as id from public.email_outbox where template = $1', [
				template
			])
		)
	).rows.map(({ id }) => id);

it('of twenty messages that one person sends at once, ten go', async () => {
	const answers = await Promise.all(colleagues.map(write));
	const sent = colleagues.filter((_, place) => answers[place]?.error === null).map(({ id }) => id);
	// Twice ten, should a new day begin meanwhile.
	expect([10, 20]).toContain(sent.length);
	expect(new Set(answers.flatMap(({ error }) => error?.message ?? []))).toEqual(
		new Set(sent.length === 10 ? ['TOO_MANY'] : [])
	);
	expect((await mails('first_message')).toSorted()).toEqual(sent.toSorted());
	expect(await mails('first_message_copy')).toHaveLength(sent.length);
});

it('the same message that is sent twice at once, goes once', async () => {
	await embedded.exclusively((db) =>
		db.exec('delete from public.email_outbox; delete from private.rate_limit')
	);
	const [to = sender] = colleagues;
	const answers = await Promise.all([write(to), write(to), write(to)]);
	expect(answers.map(({ error }) => error?.message ?? 'sent').toSorted()).toEqual([
		'JUST_SENT',
		'JUST_SENT',
		'sent'
	]);
	expect(await mails('first_message')).toEqual([to.id]);
});

it('servers that look for news at once tell each follower once', async () => {
	await embedded.exclusively(async (db) => {
		await db.query(
			`insert into private.digest (profile_id, covered_until)
				select id, now() - interval '8 days' from public.profile where id = any ($1)`,
			[[sender, ...colleagues].map(({ id }) => id)]
		);
	});
	const answers = await Promise.all(
		Array.from({ length: 4 }, () => serverClient(embedded).rpc('queue_digests', { p_after_days: 7 }))
	);
	expect(answers.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
	expect(answers.reduce((sum, { data }) => sum + Number(data), 0)).toBe(MESSAGES + 1);
	expect((await mails('digest')).toSorted()).toEqual([sender, ...colleagues].map(({ id }) => id).toSorted());
});
