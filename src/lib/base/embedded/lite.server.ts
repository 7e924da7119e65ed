import './warnings.server.ts';
import type { Extensions, PGlite } from '@electric-sql/pglite';
import { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { ACCOUNT_LIMITS } from '../../domain/account/account.ts';
import { authTemplates, OutboxDriver } from './authMail.server.ts';
import { saidPlainly } from './console.server.ts';
import { type DatabaseFiles, START_PARAMETERS } from './databaseFiles.server.ts';
import type { DiskRoom } from './diskRoom.server.ts';
import { EXTENSIONS } from './extensions.server.ts';
import { forgetRowLists, makeFewerCalls } from './fewerCalls.server.ts';
import { refusedPassword } from './passwordRules.server.ts';
import { refusePlainly, writesWhileThereIsRoom } from './plainErrors.server.ts';
import { AnswersOfRefusals, isoTimestamp, refusedEstimate } from './postgrest.server.ts';
import type { AuthMail } from '../mail/authMail.ts';
import type { Keys } from './keys.server.ts';
import type { Turns } from './turns.server.ts';
import { restoreWarnings } from './warnings.server.ts';

restoreWarnings();

export const IN_MEMORY = 'memory://';

/** Of somebody who has no account yet. */
const DEFAULT_LOCALE = 'nl';

/** Supabase's Auth and Data API in front of a database. */
export interface Lite {
	/** Creates or completes the `auth` schema. */
	ensureSystemSchema(): Promise<void>;
	/** Answers a request to `/auth/v1` or `/rest/v1`. */
	fetch: typeof fetch;
	close(): Promise<void>;
}

export interface LiteOnPglite extends Lite {
	/** The database itself. Take a turn before using it. */
	db: PGlite;
}

export interface LiteOptions {
	keys: Keys;
	/** Where the site itself is, for links in mail. */
	siteUrl: string;
}

export interface PgliteOptions extends LiteOptions {
	/** Where the database is in a folder; without, it is in memory only. */
	stored?: { files: DatabaseFiles; room: DiskRoom } | undefined;
	turns: Turns;
	/** Contents to begin with, from `dumpDataDir`. */
	load?: Blob | undefined;
	/** Extensions beside those of the migrations, such as pgTAP. */
	extensions?: Extensions | undefined;
}

/** Opens PGlite and puts Supabase's Auth and Data API in front of it, which answer one request at a time. */
export async function openLite({
	stored,
	turns,
	load,
	extensions,
	...options
}: PgliteOptions): Promise<LiteOnPglite> {
	const connection = await createPgliteConnection({
		url: IN_MEMORY,
		pgliteOptions: {
			...(stored ? { fs: stored.files, startParams: START_PARAMETERS } : {}),
			extensions: { ...EXTENSIONS, ...extensions },
			parsers: { 1114: isoTimestamp, 1184: isoTimestamp },
			...(load ? { loadDataDir: load } : {})
		}
	});
	const lite = liteOver(connection, options);
	const db = connection.driver;
	await db.waitReady;
	await forgetRowLists(db);
	refusePlainly(db, stored?.room);
	makeFewerCalls(db);
	if (stored) turns.before = writesWhileThereIsRoom(db, stored.room);
	return {
		...lite,
		db,
		fetch: (input, init) => turns.run(() => lite.fetch(input, init)),
		close: () => turns.run(() => lite.close())
	};
}

/** Auth and Data API over a connection that has been opened, as fast as its requests come. */
export function liteOver(
	connection: PgliteConnection | PostgresConnection,
	{ keys, siteUrl }: LiteOptions
): Lite {
	// On its first request lite would grant everything on every table to the request roles, undoing the column
	// privileges of the migrations. The roles and grants are there already (bootstrap.ts, migrations): tell it so.
	if (!('rlsState' in connection)) throw new Error('This version of @supabase/lite is not the one expected.');
	Object.assign(connection, { rlsState: 'active' });
	const answers = new AnswersOfRefusals(connection);

	const app = new App({
		connection,
		api: { schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
		auth: {
			enabled: true,
			enable_signup: true,
			minimum_password_length: ACCOUNT_LIMITS.passwordMin,
			jwt_secret: keys.jwtSecret,
			publishable_key: keys.publishableKey,
			secret_key: keys.secretKey,
			site_url: siteUrl,
			additional_redirect_urls: [`${siteUrl}/**`],
			email: {
				enable_signup: true,
				enable_confirmations: true,
				// Of every link; how much of it is left when a mail leaves is for the outbox to say.
				otp_expiry: 24 * 3600,
				// Here true would ask the address of now only, and so let one through that nobody has proven to read. The address
				// of now is told by a mail of our own.
				double_confirm_changes: false,
				template: authTemplates()
			}
		},
		storage: { enabled: false },
		options: {
			drivers: { email: new OutboxDriver(queueAuthMail) },
			server: { admin: false, disableStudio: true, disableFallback: true }
		}
	});

	// Through the same door as a hosted Auth's. No turn is taken: that of Auth's own request lasts.
	async function queueAuthMail({ type, account, to, tokenHash, newAddress }: AuthMail): Promise<void> {
		const answer = await app.fetch(
			new Request('http://embedded.localhost/rest/v1/rpc/queue_auth_mail', {
				method: 'POST',
				headers: { apikey: keys.secretKey, 'content-type': 'application/json' },
				body: JSON.stringify({
					p_type: type,
					p_email: account,
					p_to: to,
					p_token: tokenHash,
					p_new_address: newAddress ?? null,
					p_locale: DEFAULT_LOCALE
				})
			})
		);
		if (!answer.ok) throw new Error(`The outbox does not take a mail of Auth: ${answer.status}`);
	}

	return {
		ensureSystemSchema: () => app.ensureSystemSchema(),
		fetch: async (input, init) => {
			const request = new Request(input, init);
			return (
				refusedEstimate(request) ??
				(await refusedPassword(request)) ??
				saidPlainly(() => answers.correct(async () => app.fetch(request)))
			);
		},
		close: () => connection.close()
	};
}
