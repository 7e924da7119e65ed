import { describe, expect, vi } from 'vitest';
import { bearer, serverOf, visitorOf, type AnyClient } from '../clients.ts';
import { DOOR } from '../ownObjects.ts';
import type { Contract } from '../terms.ts';

const MANY = 20;
/** As many as answer requests at the same moment on a PostgreSQL server. */
const MEETING = 10;

interface Caller {
	client: AnyClient;
	role: string;
	account: string | null;
}

export function promisesAboutRequestsAtOnce(contract: Contract): void {
	const { backend, needs } = contract;

	/** By turns a visitor, the server and one of three people. */
	async function callers(count: number): Promise<Caller[]> {
		const people: Caller[] = [];
		for (const which of [0, 1, 2] as const) {
			const { session, id } = await contract.somebody(which);
			const client = bearer(backend(), session.access_token);
			people.push({ client, role: 'authenticated', account: id });
		}
		const visitor: Caller = { client: visitorOf(backend()), role: 'anon', account: null };
		const server: Caller = { client: serverOf(backend()), role: 'service_role', account: null };
		return Array.from({ length: count }, (_, turn) => {
			if (turn % 3 === 0) return visitor;
			if (turn % 3 === 1) return server;
			return people[Math.floor(turn / 3) % people.length] ?? visitor;
		});
	}

	const who = ({ client }: Caller, question: number, refuse = false) =>
		Promise.resolve(client.rpc('contract_who', { p_question: question, p_refuse: refuse }));

	function expectOwn(answers: { data: { legacy?: unknown } | null }[], asked: Caller[]): void {
		expect(answers.map(({ data }) => data)).toMatchObject(
			asked.map(({ role, account }, turn) => ({ question: turn, role, account }))
		);
		// An older setting with the same in it, which not every Supabase writes.
		for (const [turn, { data }] of answers.entries()) {
			expect([null, asked[turn]?.account]).toContain(data?.legacy);
		}
	}

	describe('requests that arrive together', () => {
		needs('database')('are each answered as the one who sent them', async () => {
			const asked = await callers(MANY);
			expectOwn(await Promise.all(asked.map((caller, turn) => who(caller, turn))), asked);
		});

		needs('database')('are each refused for their own reason, and leave nothing to the next', async () => {
			const asked = await callers(MANY);
			const answers = await Promise.all(asked.map((caller, turn) => who(caller, turn, turn % 2 === 0)));
			for (const [turn, { status, error, data }] of answers.entries()) {
				if (turn % 2 === 0) {
					expect([status, error?.code, error?.message]).toEqual([
						400,
						'23514',
						`No answer to question ${turn}`
					]);
				} else {
					expect(data).toMatchObject({ question: turn, role: asked[turn]?.role });
				}
			}
			expectOwn(await Promise.all(asked.map((caller, turn) => who(caller, turn))), asked);
		});

		needs()('never have one another’s rights', async () => {
			const [visitor, server] = [visitorOf(backend()), serverOf(backend())];
			const answers = await Promise.all(
				Array.from({ length: 30 }, async (_, turn) => {
					const { status } = await (turn % 2 ? visitor : server)
						.from('contact_message')
						.select('id')
						.limit(1);
					return status;
				})
			);
			expect(answers).toEqual(Array.from({ length: 30 }, (_, turn) => (turn % 2 ? 401 : 200)));
		});

		needs('database')('are answered though one of them is slow, fails or is given up', async () => {
			const [visitor, server] = [visitorOf(backend()), serverOf(backend())];
			const givenUp = new AbortController();
			const left = visitor.rpc('contract_work', { p_rows: 300_000 }).abortSignal(givenUp.signal);
			const slow = visitor.rpc('contract_work', { p_rows: 1_000_000 });
			const failing = server.rpc('contract_refuse', { p_word: 'NO', p_privilege: false });
			const [none, much, refused, ...others] = await Promise.all([
				Promise.resolve(left),
				Promise.resolve(slow),
				Promise.resolve(failing),
				...Array.from({ length: 5 }, () => Promise.resolve(visitor.rpc('contract_work', { p_rows: 3 }))),
				Promise.resolve().then(() => givenUp.abort())
			]);
			expect([null, 300_000]).toContain(none.data);
			expect(much.data).toBe(1_000_000);
			expect(refused.error?.message).toBe('NO');
			expect(others.slice(0, 5).map((answer) => answer?.data)).toEqual([3, 3, 3, 3, 3]);
			expect((await visitor.rpc('contract_who', { p_question: 1, p_refuse: false })).data).toMatchObject({
				role: 'anon',
				account: null
			});
		});
	});

	/** Keeps the door of every request shut until all of them stand before it. */
	const meet = <T>(requests: () => Promise<T>[]): Promise<T[]> =>
		backend().exclusively(async (ask) => {
			await ask('select pg_advisory_lock($1)', [DOOR]);
			const answers = Promise.all(requests());
			await vi.waitFor(
				async () =>
					expect(
						await ask(
							`select count(*)::integer as waiting from pg_locks join pg_database on pg_database.oid = database
								where datname = current_database() and locktype = 'advisory' and not granted`
						)
					).toEqual([{ waiting: MEETING }]),
				{ timeout: 20_000, interval: 20 }
			);
			await ask('select pg_advisory_unlock($1)', [DOOR]);
			return answers;
		});

	describe('requests that are in the database at the same moment', () => {
		needs('database', 'meeting')('each have their own session, role and account', async () => {
			const asked = await callers(MEETING);
			const answers = await meet(() => asked.map((caller, turn) => who(caller, turn)));
			expectOwn(answers, asked);
			expect(new Set(answers.map(({ data }) => data?.session)).size).toBe(MEETING);
		});

		needs('database', 'meeting')('leave nothing of themselves to the next one in their session', async () => {
			const asked = await callers(MEETING);
			await meet(() => asked.map((caller, turn) => who(caller, turn)));
			const visitor: Caller = { client: visitorOf(backend()), role: 'anon', account: null };
			const visitors = Array.from({ length: MEETING }, () => visitor);
			expectOwn(await meet(() => visitors.map((one, turn) => who(one, turn))), visitors);
		});

		needs('database', 'meeting')('are each refused for their own reason', async () => {
			const asked = await callers(MEETING);
			const answers = await meet(() => asked.map((caller, turn) => who(caller, turn, true)));
			expect(answers.map(({ status, error }) => [status, error?.code, error?.message])).toEqual(
				answers.map((_, turn) => [400, '23514', `No answer to question ${turn}`])
			);
		});
	});
}
