/** How much somebody may send. One route takes a file; the server as a whole lets that much in. */
import type { Handle } from '@sveltejs/kit';
import { factsOf } from './routes.server';

/** Bytes: more than the longest form of ours. */
const FORM_BYTES = 512 * 1024;

export const bodySize: Handle = ({ event, resolve }) => {
	const request = limited(event.request, event.route.id);
	if (request === null) return tooMuch();
	event.request = request;
	return resolve(event);
};

/**
 * The request as it may be read.
 * @returns null when it says itself that it is too large; what does not say so fails while it is read
 */
export function limited(request: Request, routeId: string | null): Request | null {
	if (request.body === null || factsOf(routeId)?.takes === 'files') return request;
	const told = request.headers.get('content-length');
	if (told === null) return counted(request);
	return Number(told) > FORM_BYTES ? null : request;
}

/** As a server that reads it says it too. */
class TooLargeError extends Error {
	override name = 'TooLargeError';
	readonly status = 413;
}

/** The same, until more comes than may: then reading it fails. */
function counted(request: Request): Request {
	let bytes = 0;
	const body = request.body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				bytes += chunk.byteLength;
				if (bytes > FORM_BYTES) controller.error(new TooLargeError());
				else controller.enqueue(chunk);
			}
		})
	);
	// What Node needs for a body that is a stream; the types of the browser do not have it.
	const init: RequestInit & { duplex: 'half' } = { body: body ?? null, duplex: 'half' };
	return new Request(request, init);
}

const tooMuch = (): Response =>
	new Response('Content Too Large', {
		status: 413,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
