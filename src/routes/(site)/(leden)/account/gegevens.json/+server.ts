import { exportAccount } from '$lib/accounts/ownAccount.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { RequestHandler } from './$types';

/** Everything that is held on whoever asks, as a file. */
export const GET: RequestHandler = async ({ locals, request }) => {
	const held = await requireAnswer(exportAccount(locals.session.client), request);
	return new Response(`${JSON.stringify(held, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="lokaal-vrijwilligen-mijn-gegevens.json"'
		}
	});
};
