/** The backend of the tests where another process finds it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { overHttp } from '../../src/lib/server/embedded/overHttp.ts';

export interface Listening {
	/** Without slash at the end. */
	url: string;
	close(): void;
}

export async function listen(answer: (request: Request) => Promise<Response>): Promise<Listening> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	server.on('request', overHttp(url, answer));
	return {
		url,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
