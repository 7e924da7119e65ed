/**
 * The built site in a process of its own, behind two doors with one memory between them: one that answers from it, as `npm start` has
 * it, and one that leaves every answer to the framework.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../src/cli/build.ts';
import { keepDoor, type Handler } from '../../src/cli/door.ts';
import { ResponseCache, type KeptAnswers } from '../../src/lib/base/http/responseCache.server.ts';
import type { SupabaseKeys } from '../e2e/support/servers.ts';

/** Set on what did not come from memory, by the first door. */
export const PASSED_HEADER = 'x-passed-the-door';
/** In which a request says under which protocol it came. */
export const PROTOCOL_HEADER = 'x-proto';

export interface TwoDoors {
	/** Ports: of the door that answers, and of the framework. */
	door: number;
	framework: number;
	stop(): Promise<void>;
}

export async function startTwoDoors(backend: SupabaseKeys): Promise<TwoDoors> {
	await build();
	const child = fork(import.meta.filename, ['serve'], {
		env: {
			...process.env,
			...backend,
			PROTOCOL_HEADER,
			// What is in memory stays sure for as long as the test lasts.
			DIRECTORY_RECHECK_MS: '3600000'
		},
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const gone = once(child, 'exit');
	const [ports]: unknown[] = await Promise.race([
		once(child, 'message'),
		gone.then(() => Promise.reject(new Error('The site ended.')))
	]);
	return {
		...(ports as Pick<TwoDoors, 'door' | 'framework'>),
		stop: async () => {
			child.kill('SIGKILL');
			await gone;
		}
	};
}

async function serve(): Promise<void> {
	const { handler }: { handler: Handler } = await import(pathToFileURL(resolve('build/handler.js')).href);
	const kept = new ResponseCache();
	const silent: KeptAnswers = {
		answer: (...asked) => kept.answer(...asked),
		sure: () => undefined
	};
	const open = async (memory: KeptAnswers, inside: Handler): Promise<number> => {
		const handle = keepDoor(inside, {
			...{ originSet: true, host: '127.0.0.1', files: resolve('build/client') },
			...{ kept: memory, env: process.env }
		});
		const server = createServer((request, response) =>
			handle(request, response, () => response.writeHead(404).end())
		);
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return (server.address() as AddressInfo).port;
	};
	process.send?.({
		door: await open(kept, (request, response, next) => {
			response.setHeader(PASSED_HEADER, '1');
			handler(request, response, next);
		}),
		framework: await open(silent, handler)
	});
	process.once('disconnect', () => process.exit());
}

if (process.argv[2] === 'serve') await serve();
