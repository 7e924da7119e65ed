/**
 * `npm run supabase:embedded`: the embedded backend alone, over HTTP and with a Postgres port, as `supabase start`
 * would. `PORT` (54321), `POSTGRES_PORT` (54322), `DATA_DIR` (.data, or `memory://`), `EXAMPLE_DATA=0`; `ORIGIN` of the
 * site, for links in mail; `ADMIN_EMAIL` and `ADMIN_PASSWORD` of the first administrator; `SMTP_URL` and `MAIL_FROM`,
 * without which mail stays at `/mailbox.json`.
 */
import { createServer } from 'node:http';
import { adminSettings, announcement, appointFirstAdmin } from '../lib/base/embedded/firstAdmin.server.ts';
import { bootEmbedded } from '../lib/base/embedded/index.server.ts';
import { overHttp } from '../lib/base/embedded/overHttp.server.ts';
import { openPostgresPort } from '../lib/base/embedded/socket.server.ts';
import { isThisMachine } from '../lib/base/embedded/thisMachine.server.ts';
import { smtpSettings, smtpTransport } from '../lib/base/mail/transport.server.ts';
import { endPlainly, listen, onStop, portFromEnv, reportAndExit } from './process.ts';

// Nowhere else, whatever HOST says: it is no Supabase for other machines, and the Postgres port lets everybody in.
const HOST = '127.0.0.1';

endPlainly();
try {
	const server = createServer();
	const port = await listen(server, portFromEnv('PORT', 54321), HOST);
	const url = `http://${HOST}:${port}`;

	const siteUrl = new URL(process.env.ORIGIN || 'http://localhost:3000').origin;
	const smtp = smtpSettings(process.env, siteUrl);
	const mailServer = smtp && smtpTransport(smtp);
	const admin = adminSettings(process.env);
	const embedded = await bootEmbedded({
		dataDir: process.env.DATA_DIR ?? '.data',
		exampleData: process.env.EXAMPLE_DATA !== '0',
		siteUrl,
		mailServer
	});
	const appointed = announcement(await appointFirstAdmin(embedded, admin));
	const postgres = await openPostgresPort(embedded, portFromEnv('POSTGRES_PORT', 54322));

	server.on('request', overHttp(url, answer));

	onStop(async () => {
		server.close();
		server.closeAllConnections();
		await postgres.close();
		await embedded.close();
		mailServer?.close();
	});

	async function answer(request: Request, from: string | undefined): Promise<Response> {
		const { pathname, searchParams } = new URL(request.url);
		if (/^\/(auth|rest)\/v1(\/|$)/.test(pathname)) return embedded.fetch(request);
		const mayRead = !mailServer && isThisMachine(from, request.headers);
		if (pathname !== '/mailbox.json' || !mayRead) return new Response(null, { status: 404 });
		return Response.json({ mails: embedded.mailbox.mails(searchParams.get('to') ?? undefined) });
	}

	if (appointed) console.log(`\n${appointed}\n`);
	console.log(`Supabase (ingebed) staat klaar. Stoppen: Ctrl+C.

SUPABASE_URL=${url}
SUPABASE_PUBLISHABLE_KEY=${embedded.publishableKey}
SUPABASE_SECRET_KEY=${embedded.secretKey}
DATABASE_URL=${postgres.url}
${mailServer ? '' : `\nPostbus: ${url}/mailbox.json\n`}`);
} catch (error) {
	reportAndExit(error);
}
