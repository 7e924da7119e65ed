import { beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE_FUNCTIONS } from '../../src/lib/domain/access/innerFunctions.ts';
import {
	ACTORS,
	FUNCTIONS,
	HIDDEN_SCHEMAS,
	TABLES,
	type Actor,
	type FunctionVerdict,
	type Rows,
	type TableVerdict
} from '../../src/lib/domain/access/matrix.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { clientOf, isRefusal, serverClient, type AnyClient } from './actors.ts';
import { columnsOpenTo, fingerprint, functions, relations, sequences, type Relation } from './catalogue.ts';
import { argumentsOf, type Subjects } from './functionArguments.ts';
import { makeCast, makePlayer, type Player } from './people.ts';

const embedded = useDatabase({ exampleData: true });
let tables: Relation[];
let grants: Record<'anon' | 'authenticated', Record<'select' | 'update', Map<string, string[]>>>;
let cast: Record<Actor, Player>;
let subjects: Subjects;

beforeAll(async () => {
	tables = await embedded.exclusively(relations);
	grants = await embedded.exclusively(async (db) => ({
		anon: {
			select: await columnsOpenTo(db, 'anon', 'select'),
			update: await columnsOpenTo(db, 'anon', 'update')
		},
		authenticated: {
			select: await columnsOpenTo(db, 'authenticated', 'select'),
			update: await columnsOpenTo(db, 'authenticated', 'update')
		}
	}));
	cast = await makeCast(embedded);
	await embedded.exclusively((db) =>
		db.exec(`
			insert into public.contact_message (name, email, message, locale)
			values ('Noor', 'noor@voorbeeld.example', 'Een bericht dat niemand leest.', 'nl');
			insert into public.email_outbox (template, locale, to_address, params)
			values ('account_left', 'nl', 'noor@voorbeeld.example', '{"name": "Noor"}');
		`)
	);
	subjects = {
		applicantId: cast.pending.person?.id,
		colleagueId: cast.editorElsewhere.person?.id,
		...(await makeKept())
	};
});

/** A desk that its editors took off the site, its history, and a suggestion of somebody who works there. */
async function makeKept(): Promise<Omit<Subjects, 'applicantId' | 'colleagueId'>> {
	const { rows } = await embedded.exclusively((db) =>
		db.query<Required<Omit<Subjects, 'applicantId' | 'colleagueId'>>>(
			`with desk as (
				update public.volunteer_desk set published = false
				where id = (select d.id from public.volunteer_desk as d
					join public.local_government as g on g.id = d.local_government_id
					where g.slug = 'gemeente-gent' limit 1)
				returning id, local_government_id
			), suggestion as (
				insert into public.proposed_change
					(subject, local_government_id, desk_id, author_id, base_revision, content, state)
				select 'desk', local_government_id, id, $1, 2, '{}', 'waiting' from desk
			), report as (
				insert into public.desk_report (desk_id, topic, message, locale)
				select id, 'hours', 'De deur was dicht.', 'nl' from desk
			), asking as (
				insert into public.participation_request (local_government_id) select local_government_id from desk
			)
			select id as "deskId", local_government_id as "governmentId" from desk`,
			[cast.member.person?.id]
		)
	);
	const [kept] = rows;
	if (!kept) throw new Error('Gent has no desk.');
	const revisionId = await one<number>(
		'select id::integer as value from public.directory_revision where desk_id = $1 and revision = 2',
		[kept.deskId]
	);
	return { ...kept, revisionId };
}

/** SQLSTATE: the database fills this column by itself, whoever asks. */
const GENERATED = '428C9';

const verdicts: Readonly<Record<string, TableVerdict>> = TABLES;
const calls: Readonly<Record<string, FunctionVerdict>> = FUNCTIONS;
const NO_TABLE: TableVerdict = {
	rows: Object.fromEntries([...ACTORS, 'server'].map((caller) => [caller, 'none'])) as TableVerdict['rows'],
	withheld: [],
	changes: { by: [], columns: [] }
};
const verdictOn = (name: string) => verdicts[name] ?? NO_TABLE;
const columnsOf = (name: string) => tables.find((table) => table.name === name)?.columns ?? [];

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T> {
	const { rows } = await embedded.exclusively((db) => db.query<{ value: T }>(sql, parameters));
	const [row] = rows;
	if (!row) throw new Error(`No row: ${sql}`);
	return row.value;
}

const PUBLISHED = `published and local_government_id in (
	select id from public.local_government where participating_since is not null and participating_until is null)`;
/** Which rows of the knowledge base go with the items of this query. */
const WITH_ITEMS: Readonly<Record<string, (items: string) => string>> = {
	contact_card: (items) =>
		`id in (select card_id from public.resource where card_id is not null and id in (${items}))`,
	former_resource_slug: (items) => `resource_id in (${items})`,
	partner: (items) =>
		`id in (select partner_id from public.resource_partner where resource_id in (${items}))`,
	resource: (items) => `id in (${items})`,
	resource_block: (items) => `resource_id in (${items})`,
	resource_link: (items) => `from_id in (${items}) and to_id in (${items})`,
	resource_partner: (items) => `resource_id in (${items})`,
	resource_topic: (items) => `resource_id in (${items})`,
	resource_use: (items) => `resource_id in (${items})`
};
const withItems = (condition: string) =>
	Object.fromEntries(
		Object.entries(WITH_ITEMS).map(([name, of]) => [
			name,
			of(`select id from public.resource where ${condition}`)
		])
	);
/** Which rows of a table are public, of those where not all are. */
const OPEN_TO_ALL: Readonly<Record<string, string>> = {
	volunteer_desk: PUBLISHED,
	...withItems(`is_shown and visibility = 'public'`)
};
/** Which rows of a table somebody wrote, or keeps as an editor: $1 the account, $2 the government that it edits, $3 all. */
const KEPT: Readonly<Record<string, string>> = {
	participation_request: `local_government_id = $2 or $3`,
	desk_report: `desk_id in (select id from public.volunteer_desk where local_government_id = $2) or $3`,
	directory_revision: 'local_government_id = $2 or $3 and $1::uuid is not null',
	proposed_change: `author_id = $1 or state <> 'draft' and (local_government_id = $2 or $3)`,
	volunteer_desk: `(${PUBLISHED}) or local_government_id = $2 or $3 and $1::uuid is not null`,
	...withItems('is_shown or local_government_id = $2 or $3 and $1::uuid is not null')
};

/**
 * Columns to ask about, those that the role may not touch at all apart from the others: the database refuses a question
 * for any of the first, and would hide in that what it answers about the second.
 */
function apart(
	actor: Actor,
	right: 'select' | 'update',
	name: string,
	columns: readonly string[]
): { closed: string[]; open: string[] } {
	const role = actor === 'visitor' || actor === 'keyless' ? 'anon' : 'authenticated';
	const granted = grants[role][right].get(name) ?? [];
	return {
		closed: columns.filter((column) => !granted.includes(column)),
		open: columns.filter((column) => granted.includes(column))
	};
}

/** What somebody's own profile has now: written again, it changes nothing that could be refused for its value. */
async function ownRow(name: string, id: string | undefined): Promise<Record<string, unknown>> {
	if (name !== 'profile' || !id) return {};
	return one(`select to_jsonb(p) as value from public.profile as p where id = $1`, [id]);
}

/** Rows that a verdict promises, as many as the database has now. */
function rowCount(name: string, rows: Rows, actor?: Actor): Promise<number> {
	if (rows === 'none') return Promise.resolve(0);
	if (rows === 'own') return Promise.resolve(1);
	const count = `select count(*)::integer as value from public.${name}`;
	if (rows === 'kept') {
		const id = (actor && cast[actor].person?.id) ?? null;
		const edited = `(select local_government_id from public.profile where id = $1 and role = 'editor')`;
		return one(`${count} where ${(KEPT[name] ?? 'false').replaceAll('$2', edited)}`.replaceAll('$3', '$2'), [
			id,
			actor === 'admin'
		]);
	}
	const open = rows === 'public' ? OPEN_TO_ALL[name] : undefined;
	return one(open ? `${count} where ${open}` : count);
}

describe('the database', () => {
	it('has no table or view without a verdict, and no verdict without a table', () => {
		expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).toSorted());
	});

	it('has no function without a verdict, and no verdict without a function', async () => {
		for (const [schema, known] of [
			['public', FUNCTIONS],
			['private', PRIVATE_FUNCTIONS]
		] as const) {
			const found = await embedded.exclusively((db) => functions(db, schema));
			expect([...new Set(found.map(({ name }) => name))]).toEqual(Object.keys(known).toSorted());
		}
	});

	it('guards every table by row-level security', () => {
		expect(tables.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
	});

	it('has the columns that verdicts name', () => {
		for (const [name, { withheld, changes }] of Object.entries(verdicts)) {
			expect(columnsOf(name)).toEqual(expect.arrayContaining([...withheld, ...changes.columns]));
		}
		for (const { tells } of Object.values(calls)) {
			for (const place of tells?.places ?? []) {
				const [table = '', column = ''] = place.split('.');
				if (place.startsWith('auth.')) continue;
				expect(column === '*' ? columnsOf(table) : [column], place).not.toEqual([]);
				if (column !== '*') expect(columnsOf(table), place).toContain(column);
			}
		}
	});

	it('lets nobody count what its sequences counted', async () => {
		expect(await embedded.exclusively(sequences)).toEqual([]);
	});

	it('offers one schema and no other', async () => {
		for (const schema of HIDDEN_SCHEMAS) {
			for (const client of [clientOf('visitor', embedded), cast.admin.client]) {
				const { error } = await client.schema(schema).from('rate_limit').select();
				expect(error, schema).not.toBeNull();
			}
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
			expect(found.filter((one) => schema === 'public' && one.isSecurityDefiner)).toEqual([]);
		}
	});

	it('grants its inner functions to the roles that verdicts name', async () => {
		const found = await embedded.exclusively((db) => functions(db, 'private'));
		expect(Object.fromEntries(found.map(({ name, mayExecute }) => [name, mayExecute]))).toEqual(
			PRIVATE_FUNCTIONS
		);
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
	it.each(Object.keys(TABLES))('reads of %s exactly the rows and columns of its verdict', async (name) => {
		const { rows, withheld } = verdictOn(name);
		const expected = await rowCount(name, rows[actor], actor);
		const read = (columns: readonly string[]) =>
			cast[actor].client.from(name).select(columns.join(), { count: 'exact' }).limit(1);
		for (const column of withheld) expect(isRefusal(await read([column])), column).toBe(true);
		const rest = columnsOf(name).filter((column) => !withheld.includes(column));
		if (rows[actor] !== 'none') {
			const answer = await read(rest);
			expect([answer.error, answer.count]).toEqual([null, expected]);
			return;
		}
		for (const columns of Object.values(apart(actor, 'select', name, rest))) {
			if (columns.length === 0) continue;
			const answer = await read(columns);
			if (!isRefusal(answer)) expect([answer.data, answer.count], columns.join()).toEqual([[], 0]);
		}
	});

	it.each(Object.keys(TABLES))('learns nothing else of %s by filter, order or count', async (name) => {
		const { rows, withheld } = verdictOn(name);
		const visible = columnsOf(name).find((column) => !withheld.includes(column)) ?? '*';
		const closed = rows[actor] === 'none' ? columnsOf(name) : withheld;
		for (const columns of Object.values(apart(actor, 'select', name, closed))) {
			if (columns.length === 0) continue;
			const from = () => cast[actor].client.from(name);
			const ordered = from().select(visible, { count: 'exact' });
			for (const column of columns) ordered.order(column);
			const isFilled = columns.map((column) => `${column}.not.is.null`).join();
			for (const answer of [
				await from().select(visible, { count: 'exact' }).or(isFilled),
				await ordered,
				await from().select(columns.join(), { count: 'exact', head: true })
			])
				expect(answer.error === null ? answer.count : 0, `${name}.${columns.join()}`).toBe(0);
		}
	});

	it.each(Object.keys(TABLES))('adds nothing to %s and takes nothing away', async (name) => {
		const before = await embedded.exclusively((db) => fingerprint(db, name));
		const key = columnsOf(name).at(-1) ?? '';
		const table = () => cast[actor].client.from(name);
		for (const [operation, answer] of Object.entries({
			insert: await table().insert({ [key]: null }),
			upsert: await table().upsert({ [key]: null }),
			delete: await table().delete().not(key, 'is', null)
		}))
			expect(isRefusal(answer), `${operation}: ${JSON.stringify(answer)}`).toBe(true);
		expect(await embedded.exclusively((db) => fingerprint(db, name))).toBe(before);
	});

	it.each(Object.keys(TABLES))('changes in %s exactly the columns of its verdict', async (name) => {
		const { changes } = verdictOn(name);
		const [key = ''] = columnsOf(name);
		const now = await ownRow(name, cast[actor].person?.id);
		const change = (columns: readonly string[]) =>
			cast[actor].client
				.from(name)
				.update(Object.fromEntries(columns.map((column) => [column, now[column] ?? null])), {
					count: 'exact'
				})
				.not(key, 'is', null);
		const allowed = changes.by.includes(actor) ? changes.columns : [];
		const before = await embedded.exclusively((db) => fingerprint(db, name));
		const forbidden = columnsOf(name).filter((column) => !allowed.includes(column));
		const { closed, open } = apart(actor, 'update', name, forbidden);
		for (const columns of [closed, ...open.map((column) => [column])]) {
			if (columns.length === 0) continue;
			const answer = await change(columns);
			if (!isRefusal(answer) && answer.error?.code !== GENERATED) {
				expect([answer.error, answer.count], columns.join()).toEqual([null, 0]);
			}
		}
		expect(await embedded.exclusively((db) => fingerprint(db, name))).toBe(before);
		for (const column of allowed) {
			const answer = await change([column]);
			expect([answer.error, answer.count], column).toEqual([null, 1]);
		}
	});

	it.each(Object.keys(FUNCTIONS))('calls %s with effect only as its verdict says', async (name) => {
		const player =
			name === 'leave_account' ? await makePlayer(embedded, actor, `leaves${actor}`) : cast[actor];
		expect(await hasEffect(player.client, name)).toBe(calls[name]?.callers.includes(actor));
	});
});

describe('the server', () => {
	it.each(Object.keys(TABLES))('reads of %s the rows of its verdict', async (name) => {
		const answer = await serverClient(embedded).from(name).select('*', { count: 'exact' }).limit(1);
		const { rows } = verdictOn(name);
		if (rows.server === 'none') expect(isRefusal(answer)).toBe(true);
		else expect([answer.error, answer.count]).toEqual([null, await rowCount(name, rows.server)]);
	});

	it.each(Object.keys(FUNCTIONS))('calls %s with effect only as its verdict says', async (name) => {
		expect(await hasEffect(serverClient(embedded), name)).toBe(calls[name]?.callers.includes('server'));
	});
});

/** Whether a call does or tells anything: it is not refused, and not answered with an empty list. */
async function hasEffect(client: AnyClient, name: string): Promise<boolean> {
	const answer = await client.rpc(name, argumentsOf(name, subjects));
	if (isRefusal(answer)) return false;
	// What a function of ours raises is an answer; what the API says of a wrong call is not.
	if (answer.error) expect(answer.error.code, JSON.stringify(answer.error)).toMatch(/^(P0001|23...)$/);
	return !(Array.isArray(answer.data) && answer.data.length === 0);
}
