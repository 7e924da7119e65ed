import postgres from 'postgres';
import type { Ask, BackendUnderTest } from './backend.ts';

/** Looks into a database over its Postgres port, as its owner. */
export function overPostgres(
	url: string
): Pick<BackendUnderTest, 'exclusively'> & { end: () => Promise<void> } {
	// Without prepared statements, which a pooler in front of a hosted database does not know.
	const sql = postgres(url, { max: 3, prepare: false, onnotice: () => {} });
	return {
		async exclusively(work) {
			const session = await sql.reserve();
			const ask: Ask = async <Row>(text: string, parameters: (string | number | boolean | null)[] = []) => [
				...(await session.unsafe<(Row & postgres.Row)[]>(text, parameters))
			];
			try {
				return await work(ask);
			} finally {
				session.release();
			}
		},
		end: () => sql.end()
	};
}
