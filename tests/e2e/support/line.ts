/** The network between the browser and a site, which can be cut: also for the worker, which has a line of its own. */
import { once } from 'node:events';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Line {
	/** As the browser has it. */
	url: string;
	cut(): Promise<void>;
	/** There is a network again. */
	mend(): Promise<void>;
	/** From now on another site answers at the same address, as when it was renewed. */
	leadTo(site: string): void;
}

export async function lineTo(first: string): Promise<Line> {
	let site = first;
	let server: Server;
	const open = async (port: number): Promise<number> => {
		server = createServer((request, response) => {
			const { url = '/', method, headers } = request;
			const forwarded = ask(new URL(url, site), { method, headers }, (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
				// Half an answer never looks like one that is still coming.
				answer.on('error', () => response.destroy());
			});
			forwarded.on('error', () => response.destroy());
			request.pipe(forwarded);
		}).listen(port, '127.0.0.1');
		await once(server, 'listening');
		return (server.address() as AddressInfo).port;
	};
	const port = await open(0);
	return {
		url: `http://127.0.0.1:${port}`,
		cut: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
		mend: async () => {
			await open(port);
		},
		leadTo: (next) => void (site = next)
	};
}
