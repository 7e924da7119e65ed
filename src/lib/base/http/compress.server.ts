import { isNotModified, notModified } from './conditional.server';
import { addVary, chooseEncoding, encode, isCompressible } from './encoding.server';

/**
 * A one-off answer, compressed as the client likes it, or 304 when it has it already. Streams and what is compressed or
 * small stay as they are.
 */
export async function compressed(response: Response, request: Request): Promise<Response> {
	if (response.status === 200 && isNotModified(request, response.headers)) {
		return notModified(response.headers);
	}
	// The size is not known yet; only the kind counts here.
	if (!response.body || !isCompressible(response.headers, Infinity)) return response;
	const plain = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	let body = plain;
	if (isCompressible(headers, plain.length)) {
		addVary(headers, 'Accept-Encoding');
		const encoding = chooseEncoding(request.headers.get('accept-encoding'));
		if (encoding !== 'identity') {
			body = await encode(plain, encoding, 'once');
			headers.set('content-encoding', encoding);
			// The compressed bytes are not those that a strong tag promises.
			const etag = headers.get('etag');
			if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
		}
	}
	headers.set('content-length', String(body.length));
	return new Response(request.method === 'HEAD' ? null : body, {
		status: response.status,
		statusText: response.statusText,
		headers
	});
}
