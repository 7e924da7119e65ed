import type { RequestListener } from 'node:http';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { tellError } from '../log/tellError.server.ts';

/**
 * For a Node server: answers its requests with what `answer` makes of them.
 * @param base where the server is, such as `http://127.0.0.1:54321`
 * @param answer gets the address at the other end of the connection too
 */
export function overHttp(
	base: string,
	answer: (request: Request, from: string | undefined) => Promise<Response>
): RequestListener {
	return (incoming, outgoing) => {
		void (async () => {
			const request = await getRequest({ base, request: incoming });
			await setResponse(outgoing, await answer(request, incoming.socket.remoteAddress));
		})().catch((error: unknown) => {
			console.error(tellError(error));
			outgoing.writeHead(500).end();
		});
	};
}
