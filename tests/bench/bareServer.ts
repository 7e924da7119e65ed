/** The baseline: a plain Node server in a process of its own that has its answers ready in memory. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { HOW_MUCH_WORK } from '../e2e/support/testHeader.ts';

export interface ReadyAnswer {
	headers: Record<string, string>;
	/** Base64 of the bytes on the wire. */
	body: string;
}
/** By path with query. */
export type ReadyAnswers = Record<string, ReadyAnswer>;

export interface BareServer {
	url: string;
	/** Milliseconds that its process has worked so far. */
	worked(): Promise<number>;
	stop(): Promise<void>;
}

/** A request with `If-None-Match` gets a 304, one with `Range` that part. */
export async function startBareServer(answers: ReadyAnswers): Promise<BareServer> {
	const child = fork(import.meta.filename, ['serve'], { stdio: 'inherit' });
	child.send(answers);
	const [port]: unknown[] = await once(child, 'message');
	return {
		url: `http://127.0.0.1:${Number(port)}`,
		worked: async () => {
			const answered = once(child, 'message');
			child.send(HOW_MUCH_WORK);
			const [milliseconds]: unknown[] = await answered;
			return Number(milliseconds);
		},
		stop: async () => {
			child.kill();
			await once(child, 'exit');
		}
	};
}

if (process.argv[2] === 'serve') {
	process.once('message', (answers: ReadyAnswers) => {
		const ready = new Map(
			Object.entries(answers).map(([path, { headers, body }]) => [
				path,
				{ headers, body: Buffer.from(body, 'base64') }
			])
		);
		const server = createServer((request, response) => {
			const answer = ready.get(request.url ?? '');
			if (!answer) return response.writeHead(404).end();
			if (request.headers['if-none-match']) {
				const { 'content-length': _, ...headers } = answer.headers;
				return response.writeHead(304, headers).end();
			}
			const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
			if (!from || !to) return response.writeHead(200, answer.headers).end(answer.body);
			const part = answer.body.subarray(Number(from), Number(to) + 1);
			response.writeHead(206, { ...answer.headers, 'content-length': part.length }).end(part);
		});
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			process.send?.(typeof address === 'object' ? address?.port : undefined);
		});
	});
	process.on('message', (message) => {
		if (message !== HOW_MUCH_WORK) return;
		const { user, system } = process.cpuUsage();
		process.send?.((user + system) / 1_000);
	});
	process.once('disconnect', () => process.exit(0));
}
