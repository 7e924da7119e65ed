/**
 * `npm run supabase:embedded`: the embedded backend alone, over HTTP and with a Postgres port, as `supabase start`
 * would. `PORT` (54321), `POSTGRES_PORT` (54322), `DATA_DIR` (.data, or `memory://`), `EXAMPLE_DATA=0`.
 */
import { createServer } from 'node:http';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { bootEmbedded } from '../lib/server/embedded/index.ts';
import { openPostgresPort } from '../lib/server/embedded/socket.ts';
import { listen, onStop, portFromEnv, reportAndExit } from './process.ts';

const HOST = '127.0.0.1';

try {
	const port = portFromEnv('PORT', 54321);
	const url = `http://${HOST}:${port}`;
	const server = createServer();
	await listen(server, port, HOST);

	const embedded = await bootEmbedded({
		dataDir: process.env.DATA_DIR ?? '.data',
		exampleData: process.env.EXAMPLE_DATA !== '0'
	});
	const postgres = await openPostgresPort(embedded, portFromEnv('POSTGRES_PORT', 54322));

	server.on('request', (incoming, outgoing) => {
		void (async () => {
			const request = await getRequest({ base: url, request: incoming });
			const { pathname } = new URL(request.url);
			const known = /^\/(auth|rest)\/v1(\/|$)/.test(pathname);
			await setResponse(
				outgoing,
				known ? await embedded.fetch(request) : new Response(null, { status: 404 })
			);
		})().catch((error: unknown) => {
			console.error(error);
			outgoing.writeHead(500).end();
		});
	});

	onStop(async () => {
		server.close();
		server.closeAllConnections();
		await postgres.close();
		await embedded.close();
	});

	console.log(`Supabase (ingebed) staat klaar. Stoppen: Ctrl+C.

SUPABASE_URL=${url}
SUPABASE_PUBLISHABLE_KEY=${embedded.publishableKey}
SUPABASE_SECRET_KEY=${embedded.secretKey}
DATABASE_URL=${postgres.url}
`);
} catch (error) {
	reportAndExit(error);
}
