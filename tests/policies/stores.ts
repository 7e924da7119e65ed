/** Which tables the functions of the database write and read: by their own text, and that of what they call or set going. */
import type { Database } from '../../src/lib/base/embedded/database.server.ts';

export interface Reach {
	/** By schema and name. */
	writes: ReadonlySet<string>;
	reads: ReadonlySet<string>;
}

interface Step {
	writes: readonly string[];
	reads: readonly string[];
	calls: readonly string[];
}

// Of a body that is bound when it is made, the database prints brackets around joins, and no schema that is in its path.
const TABLE = String.raw`\s+(?:only\s+)?\(*((?:(?:public|private|auth)\.)?\w+)`;
const WRITES = new RegExp(String.raw`\b(?:insert\s+into|merge\s+into|update)${TABLE}`, 'gi');
const READS = new RegExp(String.raw`\b(?:from|join)${TABLE}`, 'gi');
const CALLS = /\b((?:public|private|plainly)\.\w+)\s*\(/gi;

const named = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, name = '']) =>
		(name.includes('.') ? name : `public.${name}`).toLowerCase()
	);

/** Every table of ours, by schema and name. */
export async function tablesOf(db: Database): Promise<string[]> {
	const { rows } = await db.query<{ name: string }>(`
		select schemaname || '.' || tablename as name from pg_tables
		where schemaname in ('public', 'private') and tablename <> 'spatial_ref_sys'
		order by 1`);
	return rows.map(({ name }) => name);
}

/** Of every function of ours and every table with triggers, by schema and name. */
export async function reachOf(db: Database): Promise<ReadonlyMap<string, Reach>> {
	const steps = await stepsOf(db);
	return new Map([...steps.keys()].map((start) => [start, follow(steps, start)]));
}

/** A function does what its text says; a view reads; a table sets its triggers going when it is written. */
async function stepsOf(db: Database): Promise<ReadonlyMap<string, Step>> {
	const { rows: texts } = await db.query<{ name: string; text: string }>(`
		select p.pronamespace::regnamespace || '.' || p.proname as name, pg_get_functiondef(p.oid) as text
		from pg_proc as p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'plainly'::regnamespace) and p.prokind = 'f'
			and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
		union all
		select schemaname || '.' || viewname, definition from pg_views where schemaname in ('public', 'private')`);
	const { rows: triggers } = await db.query<{ name: string; calls: string[] }>(`
		select c.relnamespace::regnamespace || '.' || c.relname as name,
			array_agg(p.pronamespace::regnamespace || '.' || p.proname) as calls
		from pg_trigger as t
		join pg_class as c on c.oid = t.tgrelid
		join pg_proc as p on p.oid = t.tgfoid
		where not t.tgisinternal
		group by 1`);
	return new Map([
		...texts.map(({ name, text }): [string, Step] => {
			const said = text.replaceAll(/--.*$/gm, '');
			const [writes, reads] = [named(said, WRITES), named(said, READS)];
			return [
				name,
				{ writes, reads, calls: [...named(said, CALLS), ...writes, ...reads.filter(isView(texts))] }
			];
		}),
		...triggers.map(({ name, calls }): [string, Step] => [name, { writes: [], reads: [], calls }])
	]);
}

const isView = (texts: readonly { name: string }[]) => (read: string) =>
	texts.some(({ name }) => name === read);

function follow(steps: ReadonlyMap<string, Step>, start: string): Reach {
	const reach = { writes: new Set<string>(), reads: new Set<string>() };
	const [seen, open] = [new Set<string>(), [start]];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		if (seen.has(name)) continue;
		seen.add(name);
		const step = steps.get(name);
		for (const table of step?.writes ?? []) reach.writes.add(table);
		for (const table of step?.reads ?? []) reach.reads.add(table);
		open.push(...(step?.calls ?? []));
	}
	return reach;
}
