import { messageQuery } from '$lib/administration/messages/messageQuery';
import { MESSAGES_PER_PAGE, readMessages } from '$lib/administration/messages/messages.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { query } = messageQuery.parse(url.searchParams);
	const { messages, total } = await requireAnswer(readMessages(locals.session.client, query), request);
	return { query, messages, total, pageCount: Math.max(1, Math.ceil(total / MESSAGES_PER_PAGE)) };
};
