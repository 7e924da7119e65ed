import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { blockColleague, readBlocks } from '$lib/server/colleagues/contact';
import { accountId } from '$lib/server/colleagues/requireColleague';
import { requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

/** Text and buttons: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return {
		blocks: await requireAnswer(readBlocks(locals.session.client), request),
		isDone: url.searchParams.get('klaar') === 'gedeblokkeerd'
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const id = (await request.formData()).get('id');
		if (!v.is(accountId, id)) error(400, { message: m.server_error_bad_request() });
		await requireAnswer(blockColleague(locals.session.client, id, false), request);
		redirect(303, localPath('/account/blokkeren?klaar=gedeblokkeerd'));
	}
};
