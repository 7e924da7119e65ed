/** Nobody decides about what they did not look at: every decision of the table, against every change of what it was shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
	BOUND_OTHERWISE,
	changedParts,
	DECISIONS,
	NO_DECISIONS,
	type DecisionKind
} from '../../src/lib/domain/access/decisions.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { scenarios } from './decisionScenarios.ts';
import type { Ground, Matter, Scenario } from './decisionTools.ts';
import { makePerson } from './people.ts';

const ROUNDS = 50;

const embedded = useDatabase({ exampleData: true });
const query: Ground['query'] = async <Row>(sql: string, parameters: unknown[] = []) =>
	(await embedded.exclusively((db) => db.query<Row>(sql, parameters))).rows;
let table: Readonly<Record<DecisionKind, Scenario>>;

beforeAll(async () => {
	table = scenarios({
		embedded,
		query,
		admin: await makePerson(embedded, { name: 'beslist', role: 'admin' }),
		editor: await makePerson(embedded, { name: 'redacteur', role: 'editor' }),
		member: await makePerson(embedded, { name: 'stelt-voor' })
	}) as Readonly<Record<DecisionKind, Scenario>>;
});

const lookAt = async ({ look }: Matter): Promise<string> => {
	const seen = await look();
	if (seen === null) throw new Error('There is nothing to look at.');
	return seen;
};

it('is in the table whatever somebody who is signed in can change through a function', async () => {
	const rows = await query<{ name: string }>(
		`select p.proname as name from pg_proc as p
			where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v'
				and (has_function_privilege('authenticated', p.oid, 'execute') or p.proname = 'confirm_desk_by_link')`
	);
	const known = [
		...Object.values(DECISIONS).flatMap(({ carriedOutBy }) => carriedOutBy),
		...Object.keys(BOUND_OTHERWISE),
		...Object.keys(NO_DECISIONS)
	];
	expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
});

describe.each(Object.keys(DECISIONS) as DecisionKind[])('a decision about a %s', (kind) => {
	const shown: readonly string[] = DECISIONS[kind].shown;

	it('is shown what the table says, and done as it was shown', async () => {
		const matter = await table[kind].make();
		const seen = await lookAt(matter);
		expect(seen.split(' ').map((part) => part.split(':')[0])).toEqual(shown.toSorted());
		expect(Object.keys(matter.changes).toSorted()).toEqual(shown.toSorted());
		expect(await lookAt(matter)).toBe(seen);
		expect(await matter.decide(seen)).toEqual(table[kind].done);
	});

	it.each(['', 'name:0', 'nothing that was ever shown'])(
		'is refused with %j for what was seen',
		async (seen) => {
			const matter = await table[kind].make();
			const before = await matter.state();
			expect(await matter.decide(seen)).toEqual(table[kind].refused);
			expect(await matter.state()).toEqual(before);
		}
	);

	it.each(shown)('is refused when something changed meanwhile: %s', async (part) => {
		const matter = await table[kind].make();
		const seen = await lookAt(matter);
		await query(...matter.changes[part as keyof typeof matter.changes]);
		const before = await matter.state();
		const refusals: Readonly<Record<string, unknown>> = matter.refusals ?? {};
		expect(await matter.decide(seen)).toEqual(refusals[part] ?? table[kind].refused);
		expect(await matter.state()).toEqual(before);
		expect(changedParts(kind, seen, await matter.look())).toContain(part);
	});

	it(`holds for what was shown when it changes at that moment, ${ROUNDS} times`, async () => {
		for (let round = 0; round < ROUNDS; round += 1) {
			const matter = await table[kind].make();
			const seen = await lookAt(matter);
			const change = () => query<{ decided: boolean }>(...matter.race);
			// Either begins first, in turns.
			const early = round % 2 ? change() : undefined;
			const [outcome, changed] = await Promise.all([matter.decide(seen), early ?? change()]);
			const decided = changed.length === 0 || changed[0]?.decided === true;
			expect(outcome).toEqual(decided ? table[kind].done : table[kind].refused);
		}
	});
});

it(`lets nobody in on an address that changes at that moment, ${ROUNDS} times`, async () => {
	for (let round = 0; round < ROUNDS; round += 1) {
		const { look, decide, changes } = await table.request.make();
		const seen = (await look()) ?? '';
		const { email } = changes as Readonly<Record<string, Matter['race']>>;
		if (!email) throw new Error('An address changes.');
		const [sql, [id] = []] = email;
		const early = round % 2 ? query(sql, [id]) : undefined;
		const [outcome] = await Promise.all([decide(seen), early ?? query(sql, [id])]);
		expect(['done', 'changed_meanwhile']).toContain(outcome);
		expect(await query('select status, role from public.profile where id = $1', [id])).toEqual([
			{ status: 'pending', role: 'member' }
		]);
	}
});
