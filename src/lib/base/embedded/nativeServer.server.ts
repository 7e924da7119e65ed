import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';

const TEMPLATE = 'embedded_template_';
const OWN = 'embedded_test_';
/** One at a time on the whole server: the request roles belong to all its databases. Any number will do. */
const LOCK = 20_261_121;

/**
 * Makes a database for one test file: a copy of a template with the prepared contents, which is made first when nobody
 * has made it yet.
 * @param prepare fills the empty database at the given address
 * @returns the address of the new database
 */
export async function createDatabase({
	serverUrl,
	fingerprint,
	prepare
}: {
	serverUrl: string;
	fingerprint: string;
	prepare: (url: string) => Promise<void>;
}): Promise<string> {
	const template = `${TEMPLATE}${fingerprint}`;
	const name = `${OWN}${randomUUID().replaceAll('-', '')}`;
	await onServer(serverUrl, async (sql) => {
		// Held until this connection closes, whatever happens.
		await sql`select pg_advisory_lock(${LOCK})`;
		await removeLeftBehind(sql, template);
		const [found] = await sql`select from pg_database where datname = ${template}`;
		if (!found) {
			const preparing = `${template}_new`;
			await sql`drop database if exists ${sql(preparing)} with (force)`;
			await sql`create database ${sql(preparing)} template template0`;
			await prepare(addressOf(serverUrl, preparing));
			// Moved whole to its place: a crash never leaves half a template there.
			await sql`alter database ${sql(preparing)} rename to ${sql(template)}`;
		}
		await sql`create database ${sql(name)} template ${sql(template)}`;
		// A database's settings do not come along with its contents.
		await sql`alter database ${sql(name)} set search_path to "$user", public, extensions`;
	});
	return addressOf(serverUrl, name);
}

export async function dropDatabase(serverUrl: string, url: string): Promise<void> {
	const name = decodeURIComponent(new URL(url).pathname.slice(1));
	await onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

/** Templates that nobody made use of for an hour, and databases of tests that were killed. */
async function removeLeftBehind(sql: Sql, current: string): Promise<void> {
	const left = await sql<{ name: string }[]>`
		select datname as name from pg_database
		where (starts_with(datname, ${TEMPLATE}) or starts_with(datname, ${OWN})) and datname <> ${current}
			and (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '1 hour'
			and not exists (select from pg_stat_activity where datid = pg_database.oid)`;
	for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`;
}

async function onServer(serverUrl: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
	const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}

function addressOf(serverUrl: string, database: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${database}`;
	return url.href;
}
