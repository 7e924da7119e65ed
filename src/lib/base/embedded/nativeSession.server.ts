import type { ParameterOrJSON, PostgresType, ReservedSql, RowList, Sql } from 'postgres';
import type { Database, Queries } from './database.server.ts';
import { isoTimestamp } from './postgrest.server.ts';

const time = (oid: number): PostgresType => ({
	to: oid,
	from: [oid],
	serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
	parse: isoTimestamp
});
const json = (oid: number): PostgresType => ({
	to: oid,
	from: [oid],
	// `@supabase/lite` passes JSON that it has written out already; written out twice it would be a JSON string.
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: (text: string): unknown => JSON.parse(text)
});

/** Values go in and come out as they do with PGlite. */
export const AS_PGLITE: Record<string, PostgresType> = {
	timestamp: time(1114),
	timestamptz: time(1184),
	json: json(114),
	jsonb: json(3802)
};

/** Runs `work` on a connection that nobody else uses meanwhile, and gives it back as new. */
export async function onSession<T>(pool: Sql, work: (db: Database) => Promise<T>): Promise<T> {
	const session = await pool.reserve();
	try {
		return await work(database(session));
	} finally {
		await session.unsafe('rollback');
		await session.unsafe('discard all');
		session.release();
	}
}

function database(session: ReservedSql): Database {
	const queries: Queries = {
		query: async <T>(text: string, parameters: unknown[] = []) => ({
			// The driver finds out the parameters' types by asking the server.
			rows: [...(await session.unsafe<T[]>(text, parameters as ParameterOrJSON<never>[]))]
		}),
		exec: async (text) => {
			const results: RowList<Record<string, unknown>[]> | RowList<Record<string, unknown>[]>[] =
				await session.unsafe(text);
			return isOne(results) ? [{ rows: [...results] }] : results.map((result) => ({ rows: [...result] }));
		}
	};
	return {
		...queries,
		transaction: async (work) => {
			await session.unsafe('begin');
			let open = true;
			const rollback = async () => {
				open = false;
				await session.unsafe('rollback');
			};
			try {
				const result = await work({ ...queries, rollback });
				if (open) await session.unsafe('commit');
				return result;
			} catch (error) {
				await session.unsafe('rollback');
				throw error;
			}
		}
	};
}

/** The driver gives one statement's result by itself, those of several in an array. */
function isOne<T extends object>(results: T | T[]): results is T {
	return 'command' in results;
}
