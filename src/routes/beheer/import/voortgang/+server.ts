import { localPath } from '$lib/base/i18n/localPath';
import type { ImportProgress } from '$lib/import/importPlan';
import { logError } from '$lib/base/http/errors.server';
import { FileProblem } from '$lib/import/fileProblem.server';
import { receiveFile } from '$lib/import/receiveFile.server';
import type { RequestHandler } from './$types';

/** Reads a file like the form beside it, and tells how far it is: a line of JSON each time. */
export const POST: RequestHandler = async ({ locals: { session }, request }) => {
	const form = await request.formData();
	// The session writes its cookies before the answer begins.
	const { client } = session;
	await session.account();
	const page = localPath('/beheer/import');
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async start(controller) {
			const tell = (line: ImportProgress) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
			try {
				const id = await receiveFile(client, form, (done, total) => tell({ done, total }));
				tell({ location: `${page}/${id}` });
			} catch (cause) {
				if (cause instanceof FileProblem) tell({ problem: { code: cause.code, values: cause.values } });
				else tell({ failed: logError(cause, request) });
			}
			controller.close();
		}
	});
	return new Response(body, {
		headers: { 'content-type': 'application/x-ndjson; charset=utf-8' }
	});
};
