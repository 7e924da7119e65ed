import { error } from '@sveltejs/kit';
import { readDone } from '$lib/domain/query/done';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { requireColleague } from '$lib/colleagues/requireColleague.server';
import { readTopics } from '$lib/expertise/topics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const [account, colleague, { topics }] = await Promise.all([
		requireAccount(locals),
		requireColleague(locals, params.id, request),
		requireAnswer(readTopics(locals.session.client), request)
	]);
	if (!colleague) error(404, { message: m.colleagues_gone() });
	return {
		colleague,
		topics,
		isSelf: colleague.id === account.id,
		isPaused: account.pausedAt !== null,
		isSent: readDone(url.searchParams, ['sent']) !== null
	};
};
