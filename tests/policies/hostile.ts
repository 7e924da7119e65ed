/** What a hostile caller has to work with, and what must not change whatever they try. */
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';

export async function rowsOf<T>(embedded: Embedded, sql: string, parameters: unknown[] = []): Promise<T[]> {
	return (await embedded.exclusively((db) => db.query<T>(sql, parameters))).rows;
}

/** Who has which rights: what nobody may change from outside. */
export const rightsIn = (embedded: Embedded) =>
	rowsOf(
		embedded,
		`select u.id, u.role as database_role, u.email, u.email_confirmed_at, p.status, p.role, p.local_government_id
			from auth.users as u left join public.profile as p on p.id = u.id order by u.id`
	);

export interface AuthAnswer {
	status: number;
	body: Record<string, unknown>;
}

/** A request to Auth as it is, past the client library, which would leave out what does not belong. */
export async function askAuth(
	embedded: Embedded,
	path: string,
	body: object | undefined,
	token?: string,
	method = 'POST'
): Promise<AuthAnswer> {
	const response = await embedded.fetch(`${embedded.url}/auth/v1${path}`, {
		method,
		headers: {
			apikey: embedded.publishableKey,
			'content-type': 'application/json',
			...(token ? { authorization: `Bearer ${token}` } : {})
		},
		...(body ? { body: JSON.stringify(body) } : {})
	});
	const text = await response.text();
	return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
}
