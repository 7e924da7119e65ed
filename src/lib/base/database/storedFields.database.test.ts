import { describe, expect, it } from 'vitest';
import type { Database } from './database.types';
import { DESK_FIELDS } from '$lib/domain/desk/fields';
import {
	columnOf,
	editedFields,
	type FieldDescription,
	type Fields,
	type StoredRow
} from '$lib/domain/content/fields';
import { GOVERNMENT_FIELDS } from '$lib/domain/government/fields';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';

const embedded = useDatabase({ exampleData: true });
const rowsOf = async <Row extends object>(query: string, parameters: unknown[] = []): Promise<Row[]> =>
	(await embedded.exclusively((db) => db.query<Row>(query, parameters))).rows;

type Rows = { [Table in 'volunteer_desk' | 'local_government']: Database['public']['Tables'][Table]['Row'] };
/** The compiler says it as well: a column that is called otherwise, or may be null where the description says not. */
export const asDescribed = {
	volunteer_desk: (row: Rows['volunteer_desk']): StoredRow<typeof DESK_FIELDS> => row,
	local_government: (row: Rows['local_government']): StoredRow<typeof GOVERNMENT_FIELDS> => row
};

describe.each([
	['volunteer_desk', DESK_FIELDS],
	['local_government', GOVERNMENT_FIELDS]
] as [string, Fields][])('the description of %s', (table, fields) => {
	const described = Object.entries(fields).map(([name, field]) => ({ column: columnOf(name), ...field }));

	it('knows the columns, and which of them are never empty', async () => {
		const columns = await rowsOf<{ column: string; required: boolean }>(
			`select column_name as column, is_nullable = 'NO' as required from information_schema.columns
			where table_schema = 'public' and table_name = $1`,
			[table]
		);
		expect(columns).toEqual(
			expect.arrayContaining(described.map(({ column, required }) => ({ column, required })))
		);
	});

	it('has the limits and the choices of the database', async () => {
		const rules = await rowsOf<{ columns: string[]; rule: string }>(
			`select array(select attname from pg_attribute where attrelid = conrelid and attnum = any (conkey))::text[]
				as columns, pg_get_constraintdef(oid) as rule
			from pg_constraint where conrelid = ('public.' || $1)::regclass and contype = 'c'`,
			[table]
		);
		const numbersOf = ({ limit, range }: FieldDescription) => [...(limit ? [limit] : []), ...(range ?? [])];
		for (const { column, ...field } of described) {
			const said = rules.filter(({ columns }) => columns.includes(column)).map(({ rule }) => rule);
			for (const one of [...numbersOf(field), ...(field.choices ?? [])])
				expect(said.join('\n'), `${column}: ${one}`).toMatch(
					new RegExp(`(^|[^\\w.])${String(one).replace('.', '\\.')}([^\\w.]|$)`)
				);
		}
	});

	it('names what editors write as the history does', async () => {
		const contents = { volunteer_desk: 'desk_content', local_government: 'government_content' };
		const written = await rowsOf<{ column: string }>(
			`select jsonb_object_keys(private.${contents[table as keyof typeof contents]}(subject)) as column
			from (select * from public.${table} limit 1) as subject`
		);
		const columns = written.map(({ column }) => column).filter((column) => column !== 'published');
		expect(columns.sort()).toEqual(editedFields(fields).map(columnOf).sort());
	});
});
