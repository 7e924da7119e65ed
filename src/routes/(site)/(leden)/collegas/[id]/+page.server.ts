import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/server/accounts/requireAccount';
import { requireColleague } from '$lib/server/colleagues/requireColleague';
import { readTopics } from '$lib/server/expertise/topics';
import { requireAnswer } from '$lib/server/http/errors';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
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
		isSent: url.searchParams.get('klaar') === 'bericht'
	};
};
