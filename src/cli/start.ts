/**
 * `npm start`: builds the site when needed and serves it, with the embedded backend unless `SUPABASE_URL` is set.
 * `HOST` (127.0.0.1; any other needs `SUPABASE_URL`, or `EMBEDDED_PILOT=1`), `PORT` (3000), `DATA_DIR` (.data),
 * `EXAMPLE_DATA=0`; `ADMIN_EMAIL` and `ADMIN_PASSWORD` of the first administrator; behind a proxy `ORIGIN`, or
 * `PROTOCOL_HEADER` and `HOST_HEADER`.
 */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkLimits, timeLimit } from '../lib/base/settings/limits.server.ts';
import { ResponseCache } from '../lib/base/http/responseCache.server.ts';
import { SERVED_OVER_HEADER } from '../lib/base/embedded/thisMachine.server.ts';
import { build, whyBuild } from './build.ts';
import { isLoopback, isOriginSet, keepDoor, type Handler } from './door.ts';
import { fenceEmbedded } from './pilot.ts';
import { endPlainly, listen, onStop, portFromEnv, reportAndExit } from './process.ts';

endPlainly();
try {
	const host = process.env.HOST || '127.0.0.1';
	checkLimits();
	const pilot = fenceEmbedded(process.env, host);
	if (pilot) console.warn(pilot);
	// Asked before the line below adds a header of our own.
	const originSet = isOriginSet(process.env);
	const withoutProxy = !process.env.ORIGIN && !process.env.PROTOCOL_HEADER;
	// The built server assumes https. Set here, never by a visitor.
	if (withoutProxy) process.env.PROTOCOL_HEADER = SERVED_OVER_HEADER;
	// For the one form that takes a file; src/lib/site/bodySize.server.ts lets the others have less.
	process.env.BODY_SIZE_LIMIT ??= '16M';

	const server = createServer();
	// Longer than a proxy or client keeps an idle connection: who closes first must not be us, just as a request leaves.
	server.keepAliveTimeout = 65_000;
	// The port comes first: whether it is free should not take a build to find out. Early visitors wait.
	const ready = Promise.withResolvers<Handler>();
	ready.promise.catch(() => {});
	let handle: Handler = (request, response, next) =>
		void ready.promise.then(
			(site) => site(request, response, next),
			() => response.destroy()
		);
	server.on('request', (request, response) => {
		if (withoutProxy) request.headers[SERVED_OVER_HEADER] = 'http';
		handle(request, response, () => response.writeHead(404).end());
	});
	const port = await listen(server, portFromEnv('PORT', 3000), host);
	// For links in mail, as long as no ORIGIN says where the site is.
	process.env.SERVED_AT = address(host, port);

	const reason = whyBuild();
	if (reason) {
		console.log(
			reason === 'missing'
				? 'De site wordt eerst gebouwd; dat duurt een tot drie minuten.'
				: 'De broncode is nieuwer dan de gebouwde site; de site wordt opnieuw gebouwd.'
		);
		await build();
	}

	const { handler }: { handler: Handler } = await import(pathToFileURL(resolve('build/handler.js')).href);
	handle = keepDoor(handler, {
		originSet,
		host,
		files: resolve('build/client'),
		kept: new ResponseCache(),
		env: process.env
	});
	ready.resolve(handle);

	onStop(async () => {
		const closed = new Promise<void>((done) => server.close(() => done()));
		server.closeIdleConnections();
		const patience = setTimeout(() => server.closeAllConnections(), timeLimit('STOP_PATIENCE_MS'));
		await closed;
		clearTimeout(patience);
		// Closes the backend. The process ends by itself when that is done.
		const events: NodeJS.EventEmitter = process;
		events.emit('sveltekit:shutdown', 'SIGTERM');
	});

	if (!originSet && !isLoopback(host)) {
		console.warn(
			'Let op: ORIGIN is niet ingesteld, dus links naar de site zelf volgen de naam die een bezoeker opgeeft. Zet ' +
				'ORIGIN op het adres van de site, zoals ORIGIN=https://kaart.example.be. / ' +
				'Warning: ORIGIN is not set, so links to the site itself follow the name a visitor gives. Set ORIGIN to the ' +
				'address of the site.'
		);
	}
	console.log(`Lokaal Vrijwilligen staat klaar: ${address(host, port)}`);
	if (!process.env.SUPABASE_URL && !process.env.SMTP_URL && isLoopback(host)) {
		console.log(`Mail die de site verstuurt, blijft op deze machine: ${address(host, port)}/dev/mailbox`);
	}
} catch (error) {
	reportAndExit(error);
}

function address(host: string, port: number): string {
	const everywhere = host === '0.0.0.0' || host === '::';
	const name = everywhere || host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
