/**
 * `npm run supabase:embedded`: the embedded backend alone, over HTTP and with a Postgres port, as `supabase start`
 * would. `PORT` (54321), `POSTGRES_PORT` (54322), `DATA_DIR` (.data, or `memory://`), `EXAMPLE_DATA=0`; `ORIGIN` of the
 * site, for links in mail; `ADMIN_EMAIL` and `ADMIN_PASSWORD` of the first administrator. A site with a mail server sends
 * what stands in the outbox; until then the links of Auth are at `/mailbox.json`.
 */
import { createServer } from 'node:http';
import { AUTH_MAILS, type AuthMailType } from '../lib/base/mail/authMail.ts';
import { adminSettings, announcement, appointFirstAdmin } from '../lib/base/embedded/firstAdmin.server.ts';
import { bootEmbedded } from '../lib/base/embedded/index.server.ts';
import { overHttp } from '../lib/base/embedded/overHttp.server.ts';
import { openPostgresPort } from '../lib/base/embedded/socket.server.ts';
import { isThisMachine } from '../lib/base/embedded/thisMachine.server.ts';
import { endPlainly, listen, onStop, portFromEnv, reportAndExit } from './process.ts';

// Nowhere else, whatever HOST says: it is no Supabase for other machines, and the Postgres port lets everybody in.
const HOST = '127.0.0.1';

endPlainly();
try {
	const server = createServer();
	const port = await listen(server, portFromEnv('PORT', 54321), HOST);
	const url = `http://${HOST}:${port}`;

	const siteUrl = new URL(process.env.ORIGIN || 'http://localhost:3000').origin;
	const admin = adminSettings(process.env);
	const embedded = await bootEmbedded({
		dataDir: process.env.DATA_DIR ?? '.data',
		exampleData: process.env.EXAMPLE_DATA !== '0',
		siteUrl
	});
	const appointed = announcement(await appointFirstAdmin(embedded, admin));
	const postgres = await openPostgresPort(embedded, portFromEnv('POSTGRES_PORT', 54322));

	server.on('request', overHttp(url, answer));

	onStop(async () => {
		server.close();
		server.closeAllConnections();
		await postgres.close();
		await embedded.close();
	});

	async function answer(request: Request, from: string | undefined): Promise<Response> {
		const { pathname, searchParams } = new URL(request.url);
		if (/^\/(auth|rest)\/v1(\/|$)/.test(pathname)) return embedded.fetch(request);
		if (pathname !== '/mailbox.json' || !isThisMachine(from, request.headers))
			return new Response(null, { status: 404 });
		return Response.json({ mails: await waitingLinks(searchParams.get('to')) });
	}

	/** Newest first; those that a site has sent are gone. */
	async function waitingLinks(to: string | null): Promise<{ to: string; link: string }[]> {
		const { rows } = await embedded.exclusively((db) =>
			db.query<{ to: string; type: AuthMailType; token: string }>(
				`select to_address as "to", substr(template, 6) as type, params ->> 'token' as token
				from public.email_outbox
				where template like 'auth\\_%' and expires_at > now() and to_address = coalesce(lower($1), to_address)
				order by created_at desc`,
				[to]
			)
		);
		return rows.map((row) => ({
			to: row.to,
			link: `${siteUrl}/auth/confirm?token_hash=${row.token}&type=${AUTH_MAILS[row.type]}`
		}));
	}

	if (appointed) console.log(`\n${appointed}\n`);
	console.log(`Supabase (ingebed) staat klaar. Stoppen: Ctrl+C.

SUPABASE_URL=${url}
SUPABASE_PUBLISHABLE_KEY=${embedded.publishableKey}
SUPABASE_SECRET_KEY=${embedded.secretKey}
DATABASE_URL=${postgres.url}

Postbus: ${url}/mailbox.json
`);
} catch (error) {
	reportAndExit(error);
}
