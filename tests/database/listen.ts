/** The backend of the tests where another process finds it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { overHttp } from '../../src/lib/base/embedded/overHttp.server.ts';

export interface Listening {
	/** Without slash at the end. */
	url: string;
	/** From now on nobody is there: connections end at once, those that are open too. */
	leave(): void;
	return(): void;
	close(): void;
}

export async function listen(answer: (request: Request) => Promise<Response>): Promise<Listening> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	server.on('request', overHttp(url, answer));
	let isThere = true;
	server.on('connection', (socket) => {
		if (!isThere) socket.destroy();
	});
	return {
		url,
		leave: () => {
			isThere = false;
			server.closeAllConnections();
		},
		return: () => {
			isThere = true;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
