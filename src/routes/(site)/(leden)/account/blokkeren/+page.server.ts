import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { doneParam, readDone } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { blockColleague, readBlocks } from '$lib/colleagues/contact.server';
import { accountId } from '$lib/colleagues/requireColleague.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

/** Text and buttons: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	return {
		blocks: await requireAnswer(readBlocks(locals.session.client), request),
		isDone: readDone(url.searchParams, ['unblocked']) !== null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const id = (await request.formData()).get('id');
		if (!v.is(accountId, id)) error(400, { message: m.server_error_bad_request() });
		await requireAnswer(blockColleague(locals.session.client, id, false), request);
		redirect(303, localPath(`/account/blokkeren?${doneParam('unblocked')}`));
	}
};
