import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bootForTests } from '../../src/lib/server/embedded/forTests.ts';
import type { Embedded } from '../../src/lib/server/embedded/index.ts';
import { accessToken, clientOf, clientWithKey, serverClient, type AnyClient } from './actors.ts';

/** As many as the server answers at the same moment. */
const AT_ONCE = 10;
const DOOR = 7;

let embedded: Embedded;

beforeAll(async () => {
	embedded = await bootForTests({ exampleData: false });
	await embedded.exclusively((db) =>
		db.exec(`
			create function public.say_who_i_am(p_question integer, p_refuse boolean) returns jsonb
			language plpgsql as $$
			begin
				perform pg_advisory_xact_lock_shared(${DOOR});
				if p_refuse then
					raise check_violation using message = 'No answer to question ' || p_question;
				end if;
				return jsonb_build_object(
					'question', p_question,
					'role', current_user,
					'account', nullif(current_setting('request.jwt.claim.sub', true), ''),
					'claimed', nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub',
					'session', pg_backend_pid()
				);
			end;
			$$;
			create function public.describe_values(
				p_object jsonb, p_ids uuid[], p_moment timestamptz, p_yes boolean, p_amount numeric
			) returns jsonb
			language sql as $$
				select jsonb_build_object(
					'name', p_object ->> 'name', 'ids', cardinality(p_ids), 'moment', p_moment at time zone 'UTC',
					'yes', p_yes, 'amount', p_amount + 1
				);
			$$;
			grant execute on function public.say_who_i_am, public.describe_values
				to anon, authenticated, service_role;
		`)
	);
}, 120_000);
afterAll(() => embedded.close());

interface Caller {
	client: AnyClient;
	role: string;
	account: string | null;
}

const account = (turn: number) => `00000000-0000-4000-8000-0000000000${10 + turn}`;

function caller(turn: number): Caller {
	switch (turn % 3) {
		case 0:
			return { client: clientOf('visitor', embedded), role: 'anon', account: null };
		case 1:
			return { client: serverClient(embedded), role: 'service_role', account: null };
		default: {
			const token = accessToken(embedded.jwtSecret, 'authenticated', account(turn));
			const client = clientWithKey(embedded, embedded.publishableKey, token);
			return { client, role: 'authenticated', account: account(turn) };
		}
	}
}

const callers = () => Array.from({ length: AT_ONCE }, (_, turn) => caller(turn));
const ask = ({ client }: Caller, question: number, refuse = false) =>
	Promise.resolve(client.rpc('say_who_i_am', { p_question: question, p_refuse: refuse }));

/** Keeps the door of every request shut until all of them stand before it. */
function together<T>(requests: () => Promise<T>[]): Promise<T[]> {
	return embedded.exclusively(async (db) => {
		await db.query('select pg_advisory_lock($1)', [DOOR]);
		const answers = Promise.all(requests());
		await vi.waitFor(
			async () => {
				const { rows } = await db.query<{ waiting: number }>(
					`select count(*)::integer as waiting from pg_locks join pg_database on pg_database.oid = database
						where datname = current_database() and locktype = 'advisory' and not granted`
				);
				expect(rows).toEqual([{ waiting: AT_ONCE }]);
			},
			{ timeout: 20_000, interval: 20 }
		);
		await db.query('select pg_advisory_unlock($1)', [DOOR]);
		return answers;
	});
}

describe('requests that arrive together', () => {
	it('are each answered as the one who sent them', async () => {
		const people = callers();
		const answers = await Promise.all(people.map((person, turn) => ask(person, turn)));
		for (const [turn, { role, account: own }] of people.entries()) {
			expect(answers[turn]?.data).toMatchObject({ question: turn, role, account: own });
		}
	});
});

describe.skipIf(!process.env.DATABASE_URL)('requests that are in the database at the same moment', () => {
	it('each have their own session, role and account', async () => {
		const people = callers();
		const answers = await together(() => people.map((person, turn) => ask(person, turn)));
		for (const [turn, { role, account: own }] of people.entries()) {
			expect(answers[turn]?.data).toMatchObject({ question: turn, role, account: own });
			if (own) expect(answers[turn]?.data).toMatchObject({ claimed: own });
		}
		expect(new Set(answers.map(({ data }) => data?.session)).size).toBe(AT_ONCE);
	});

	it('leave nothing of themselves to the next one in their session', async () => {
		await together(() => callers().map((person, turn) => ask(person, turn)));
		const visitor: Caller = { client: clientOf('visitor', embedded), role: 'anon', account: null };
		const answers = await together(() => Array.from({ length: AT_ONCE }, (_, turn) => ask(visitor, turn)));
		for (const { data } of answers) expect(data).toMatchObject({ role: 'anon', account: null });
		for (const { data } of answers) expect([null, undefined]).toContain(data?.claimed);
	});

	it('are each refused for their own reason', async () => {
		const answers = await together(() => callers().map((person, turn) => ask(person, turn, true)));
		expect(answers.map(({ status, error }) => [status, error?.code, error?.message])).toEqual(
			answers.map((_, turn) => [400, '23514', `No answer to question ${turn}`])
		);
	});
});

describe('what a request passes to a function', () => {
	it('arrives as what it is', async () => {
		const { data, error } = await serverClient(embedded).rpc('describe_values', {
			p_object: { name: 'Noor' },
			p_ids: [account(1), account(2)],
			p_moment: '2026-11-21T11:00:05+01:00',
			p_yes: true,
			p_amount: 1.5
		});
		expect(error).toBeNull();
		expect(data).toEqual({ name: 'Noor', ids: 2, moment: '2026-11-21T10:00:05', yes: true, amount: 2.5 });
	});
});
