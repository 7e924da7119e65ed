import './warnings.ts';
import type { Extensions, PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { App, InMemoryEmailDriver } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { withoutExpectedErrors } from './console.ts';
import { AnswersOfRefusals, isoTimestamp } from './postgrest.ts';
import type { Keys } from './keys.ts';
import type { Turns } from './turns.ts';
import { restoreWarnings } from './warnings.ts';

restoreWarnings();

export interface Lite {
	/** The database itself. Take a turn before using it. */
	db: PGlite;
	/** Mail that Auth sent. */
	mailbox: InMemoryEmailDriver;
	/** Creates or completes the `auth` schema. */
	ensureSystemSchema(): Promise<void>;
	/** Answers a request to `/auth/v1` or `/rest/v1`; one at a time. */
	fetch: typeof fetch;
	close(): Promise<void>;
}

export interface LiteOptions {
	/** Folder of the database files, or `memory://`. */
	url: string;
	keys: Keys;
	turns: Turns;
	/** Where the site itself is, for links in mail. */
	siteUrl: string;
	/** Contents to begin with, from `dumpDataDir`. */
	load?: Blob | undefined;
	/** Extensions beside PostGIS, such as pgTAP. */
	extensions?: Extensions | undefined;
}

/** Opens PGlite and puts Supabase's Auth and Data API in front of it. */
export async function openLite({ url, keys, turns, siteUrl, load, extensions }: LiteOptions): Promise<Lite> {
	const connection = await createPgliteConnection({
		url,
		pgliteOptions: {
			extensions: { postgis, ...extensions },
			parsers: { 1114: isoTimestamp, 1184: isoTimestamp },
			...(load ? { loadDataDir: load } : {})
		}
	});
	// On its first request lite would grant everything on every table to the request roles, undoing the column
	// privileges of the migrations. The roles and grants are there already (bootstrap.ts, migrations): tell it so.
	if (!('rlsState' in connection)) throw new Error('This version of @supabase/lite is not the one expected.');
	Object.assign(connection, { rlsState: 'active' });
	const answers = new AnswersOfRefusals(connection);
	await connection.driver.waitReady;

	const mailbox = new InMemoryEmailDriver();
	const app = new App({
		connection,
		api: { schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
		auth: {
			enabled: true,
			enable_signup: true,
			jwt_secret: keys.jwtSecret,
			publishable_key: keys.publishableKey,
			secret_key: keys.secretKey,
			site_url: siteUrl,
			additional_redirect_urls: [`${siteUrl}/**`],
			email: { enable_signup: true, enable_confirmations: true, double_confirm_changes: true }
		},
		storage: { enabled: false },
		options: {
			drivers: { email: mailbox },
			server: { admin: false, disableStudio: true, disableFallback: true }
		}
	});

	return {
		db: connection.driver,
		mailbox,
		ensureSystemSchema: () => app.ensureSystemSchema(),
		fetch: (input, init) =>
			turns.run(() =>
				withoutExpectedErrors(async () => answers.correct(() => app.fetch(new Request(input, init))))
			),
		close: () => turns.run(() => connection.close())
	};
}
