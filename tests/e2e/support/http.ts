/** Requests exactly as given: Playwright's own add `Accept-Encoding` and unpack the answer. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface RawAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	/** As it came over the wire. */
	body: Buffer;
	/** Unpacked. */
	decoded: Buffer;
}

export function get(url: string, headers: Record<string, string>): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		httpRequest(url, { headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const body = Buffer.concat(chunks);
				const encoding = response.headers['content-encoding'];
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body,
					decoded:
						encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
				});
			});
		})
			.on('error', reject)
			.end();
	});
}
