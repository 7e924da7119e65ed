/** What the database really has, from its own catalogue. */
import type { Database } from '../../src/lib/base/embedded/database.server.ts';

export interface Relation {
	name: string;
	/** Row-level security is on (tables), or the reader's own rights count (views). */
	isGuarded: boolean;
	columns: string[];
}

const NOT_OF_AN_EXTENSION = (catalogue: string) =>
	`not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.deptype = 'e' and d.objid =`;

/** Tables, partitioned and foreign tables, views and materialised views of the exposed schema. */
export async function relations(db: Database): Promise<Relation[]> {
	const { rows } = await db.query<Relation>(`
		select c.relname as name,
			case c.relkind
				when 'r' then c.relrowsecurity
				when 'p' then c.relrowsecurity
				when 'v' then coalesce('security_invoker=true' = any (c.reloptions), false)
				else false
			end as "isGuarded",
			(select array_agg(a.attname::text order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
			and ${NOT_OF_AN_EXTENSION('pg_class')} c.oid)
		order by 1`);
	return rows;
}

/** What a role may read or change of a table, by the database's own word. */
export async function columnsOpenTo(
	db: Database,
	role: 'anon' | 'authenticated',
	right: 'select' | 'update'
): Promise<Map<string, string[]>> {
	const { rows } = await db.query<{ name: string; columns: string[] }>(
		`select c.relname as name, array_agg(a.attname::text) as columns
		from pg_class as c join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and has_column_privilege($1, c.oid, a.attnum, $2)
		group by c.relname`,
		[role, right]
	);
	return new Map(rows.map(({ name, columns }) => [name, columns]));
}

export interface Routine {
	name: string;
	isSecurityDefiner: boolean;
	hasFixedSearchPath: boolean;
	/** Roles of the Data API, and `public`, that may execute it. */
	mayExecute: string[];
}

/** Functions of a schema that no extension brought. */
export async function functions(db: Database, schema: 'public' | 'private'): Promise<Routine[]> {
	const { rows } = await db.query<Routine>(
		`
		select p.proname as name, p.prosecdef as "isSecurityDefiner",
			coalesce(exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%'), false)
				as "hasFixedSearchPath",
			array(
				select r.rolname::text from pg_roles r
				where r.rolname in ('anon', 'authenticated', 'service_role')
					and has_function_privilege(r.oid, p.oid, 'execute')
				order by 1
			) as "mayExecute"
		from pg_proc p
		where p.pronamespace = $1::regnamespace and ${NOT_OF_AN_EXTENSION('pg_proc')} p.oid)
		order by 1`,
		[schema]
	);
	return rows;
}

/** Sequences that somebody who is asking may read or move, with that role. */
export async function sequences(db: Database): Promise<{ name: string; role: string }[]> {
	const { rows } = await db.query<{ name: string; role: string }>(
		`select c.relname as name, role
		from pg_class c, unnest(array['anon', 'authenticated']) as role
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
			and has_sequence_privilege(role, c.oid, 'select, usage, update')`
	);
	return rows;
}

/** A fingerprint of every row of a table, to see whether anything changed. */
export async function fingerprint(db: Database, table: string): Promise<string> {
	const { rows } = await db.query<{ hash: string }>(
		`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from public.${table} as t`
	);
	return rows[0]?.hash ?? '';
}
