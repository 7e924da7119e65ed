import * as v from 'valibot';
import { LINK_TYPES } from '../../../src/lib/accounts/linkTypes';
import type { Ability, Kind, MailedLink } from './backend.ts';
import { overPostgres } from './postgresPort.ts';

const {
	SUPABASE_URL,
	SUPABASE_PUBLISHABLE_KEY,
	SUPABASE_SECRET_KEY,
	CONTRACT_DATABASE_URL,
	CONTRACT_MAILPIT_URL,
	CONTRACT_JWT_SECRET
} = process.env;

/** Mailpit's, which `supabase start` runs. */
const search = v.object({ messages: v.array(v.object({ ID: v.string() })) });
const message = v.object({ HTML: v.string() });

/**
 * The Supabase that `SUPABASE_URL` names with its two keys; undefined when none is named. Optional:
 * `CONTRACT_DATABASE_URL` (its database, as owner), `CONTRACT_MAILPIT_URL` (where its mail ends up) and
 * `CONTRACT_JWT_SECRET` (where it signs with a secret).
 */
export const named: Kind | undefined = SUPABASE_URL
	? {
			name: `the Supabase at ${new URL(SUPABASE_URL).origin}`,
			abilities: new Set([
				...(CONTRACT_DATABASE_URL ? (['database'] as const) : []),
				...(CONTRACT_MAILPIT_URL ? (['mail'] as const) : []),
				...(CONTRACT_JWT_SECRET ? (['signing'] as const) : [])
			] satisfies Ability[]),
			open() {
				if (!SUPABASE_PUBLISHABLE_KEY || !SUPABASE_SECRET_KEY) {
					throw new Error(
						'SUPABASE_URL is set; SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY must be set too.'
					);
				}
				const database = CONTRACT_DATABASE_URL ? overPostgres(CONTRACT_DATABASE_URL) : undefined;
				return Promise.resolve({
					url: SUPABASE_URL.replace(/\/$/, ''),
					publishableKey: SUPABASE_PUBLISHABLE_KEY,
					secretKey: SUPABASE_SECRET_KEY,
					fetch,
					exclusively: database?.exclusively ?? (() => Promise.reject(new Error('No database was named.'))),
					links: CONTRACT_MAILPIT_URL
						? (to: string) => linksIn(CONTRACT_MAILPIT_URL, to)
						: () => Promise.reject(new Error('No mailbox was named.')),
					jwtSecret: CONTRACT_JWT_SECRET,
					close: database?.end ?? (() => Promise.resolve())
				});
			}
		}
	: undefined;

/** Of the templates in this repository, or of the site where Auth hands its mail to the outbox. */
async function linksIn(mailpit: string, to: string): Promise<MailedLink[]> {
	const read = async (path: string): Promise<unknown> => (await fetch(new URL(path, mailpit))).json();
	const query = new URLSearchParams({ query: `to:"${to}"` });
	const { messages } = v.parse(search, await read(`/api/v1/search?${query}`));
	const mails = messages.map(async ({ ID }) => v.parse(message, await read(`/api/v1/message/${ID}`)));
	return (await Promise.all(mails)).flatMap(({ HTML }) => {
		const [, tokenHash = '', type = ''] = LINK.exec(HTML.replaceAll('&amp;', '&')) ?? [];
		const known = LINK_TYPES.find((one) => one === type);
		return known ? [{ type: known, tokenHash }] : [];
	});
}

const LINK = /\/auth\/confirm\?token_hash=(\w+)&type=(\w+)"/;
