import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootForTests } from '../../src/lib/server/embedded/forTests.ts';
import type { Embedded } from '../../src/lib/server/embedded/index.ts';
import { clientOf } from './actors.ts';
import { fingerprint, functions, relations, type Relation } from './catalogue.ts';
import { ACTORS, FUNCTIONS, HIDDEN_SCHEMAS, TABLES, type Actor } from './matrix.ts';

let embedded: Embedded;
let tables: Relation[];

beforeAll(async () => {
	embedded = await bootForTests({ exampleData: true });
	tables = await embedded.exclusively(relations);
	await embedded.exclusively((db) =>
		db.exec(`insert into public.contact_message (name, email, message, locale)
			values ('Noor', 'noor@voorbeeld.example', 'Een bericht dat niemand leest.', 'nl')`)
	);
}, 120_000);
afterAll(() => embedded.close());

/** PostgREST's and PostgreSQL's word for "you may not", or the gateway's for "no key". */
function isRefusal(answer: { status: number; error: { code?: string } | null }): boolean {
	return (
		answer.error !== null && (answer.error.code === '42501' || answer.status === 401 || answer.status === 403)
	);
}

const columnsOf = (name: string) => tables.find((table) => table.name === name)?.columns ?? [];

describe('the exposed schema', () => {
	it('has no table or view without a verdict, and no verdict without a table', () => {
		expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).toSorted());
	});

	it('has no function without a verdict, and no verdict without a function', async () => {
		const found = await embedded.exclusively((db) => functions(db, 'public'));
		expect([...new Set(found.map(({ name }) => name))]).toEqual(Object.keys(FUNCTIONS).toSorted());
	});

	it('guards every table by row-level security', () => {
		expect(tables.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
	});

	it('withholds only columns that exist', () => {
		for (const [name, { withheld }] of Object.entries(TABLES)) {
			expect(columnsOf(name)).toEqual(expect.arrayContaining([...withheld]));
		}
	});

	it('is the only one that anybody gets at', async () => {
		for (const schema of HIDDEN_SCHEMAS) {
			const { error } = await clientOf('visitor', embedded).schema(schema).from('rate_limit').select();
			expect(error, schema).not.toBeNull();
		}
		const { rows } = await embedded.exclusively((db) =>
			db.query<{ role: string }>(
				`select role from unnest(array['anon', 'authenticated']) as role where has_schema_privilege(role, 'private', 'usage')`
			)
		);
		expect(rows).toEqual([]);
	});

	it('lets no function run with its owner’s rights and the caller’s search path', async () => {
		for (const schema of ['public', 'private'] as const) {
			const found = await embedded.exclusively((db) => functions(db, schema));
			expect(found.filter((one) => one.isSecurityDefiner && !one.hasFixedSearchPath)).toEqual([]);
			for (const { name, mayExecute } of found) {
				const verdict = schema === 'public' ? (FUNCTIONS[name] ?? []) : [];
				expect(mayExecute.includes('anon'), name).toBe(verdict.includes('visitor'));
				expect(mayExecute.includes('authenticated'), name).toBe(verdict.includes('signedIn'));
			}
		}
	});
});

describe('a function made tomorrow', () => {
	it.each(['public', 'private'])('in schema %s is closed until it says for whom', async (schema) => {
		const callers = await embedded.exclusively((db) =>
			db.transaction(async (transaction) => {
				await transaction.exec(
					`create function ${schema}.made_tomorrow() returns integer language sql as 'select 1'`
				);
				const { rows } = await transaction.query<{ role: string }>(
					`select role from unnest(array['anon', 'authenticated']) as role
						where has_function_privilege(role, '${schema}.made_tomorrow()', 'execute')`
				);
				await transaction.rollback();
				return rows.map(({ role }) => role);
			})
		);
		expect(callers).toEqual([]);
	});
});

describe.each(ACTORS)('%s', (actor: Actor) => {
	it.each(Object.keys(TABLES))('reads of %s exactly the columns that are public', async (name) => {
		const verdict = TABLES[name];
		const client = clientOf(actor, embedded);
		for (const column of columnsOf(name)) {
			const mayRead = verdict?.select.includes(actor) && !verdict.withheld.includes(column);
			const answer = await client.from(name).select(column).limit(1);
			if (mayRead) expect(answer.error, column).toBeNull();
			else expect(isRefusal(answer), `${column}: ${JSON.stringify(answer)}`).toBe(true);
		}
	});

	it.each(Object.keys(TABLES))(
		'does not learn a withheld column of %s by filter, order or count',
		async (name) => {
			const verdict = TABLES[name];
			const closed = verdict?.select.includes(actor) ? verdict.withheld : columnsOf(name);
			const visible = columnsOf(name).find((column) => !closed.includes(column)) ?? '*';
			for (const column of closed) {
				const from = () => clientOf(actor, embedded).from(name);
				for (const answer of [
					await from().select(visible).not(column, 'is', null),
					await from().select(visible).order(column),
					await from().select(column, { count: 'exact', head: true })
				])
					expect(answer.error === null ? answer.status : 'refused', `${name}.${column}`).toBe('refused');
			}
		}
	);

	it.each(Object.keys(TABLES))('changes nothing in %s without being allowed to', async (name) => {
		const verdict = TABLES[name];
		const before = await embedded.exclusively((db) => fingerprint(db, name));
		const columns = columnsOf(name);
		const [key = ''] = columns;
		const changed = columns.at(-1) ?? key;
		const table = () => clientOf(actor, embedded).from(name);
		const answers = {
			insert: await table().insert({ [key]: null }),
			update: await table()
				.update({ [changed]: null })
				.not(key, 'is', null),
			delete: await table().delete().not(key, 'is', null)
		};
		for (const [operation, answer] of Object.entries(answers)) {
			const allowed =
				operation === 'insert' || operation === 'update' ? verdict?.[operation] : verdict?.delete;
			expect(isRefusal(answer), `${operation}: ${JSON.stringify(answer)}`).toBe(!allowed?.includes(actor));
		}
		const upserted = await table().upsert({ [key]: null });
		expect(upserted.error, 'upsert').not.toBeNull();
		expect(await embedded.exclusively((db) => fingerprint(db, name))).toBe(before);
	});

	it.each(Object.keys(FUNCTIONS))('calls %s only when allowed', async (name) => {
		const args =
			name === 'submit_contact_message'
				? {
						p_name: 'Noor',
						p_email: 'n@v.example',
						p_message: 'Tien tekens.',
						p_locale: 'nl',
						p_sender_key: 'x'
					}
				: {};
		const answer = await clientOf(actor, embedded).rpc(name, args);
		expect(isRefusal(answer), JSON.stringify(answer)).toBe(!FUNCTIONS[name]?.includes(actor));
	});
});
