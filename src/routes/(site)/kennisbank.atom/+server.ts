import { atomFeed, atomResponse } from '$lib/base/http/atom.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { visitorClient } from '$lib/base/database/supabase.server';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { readTopics } from '$lib/expertise/topics.server';
import { askedResources } from '$lib/knowledge/asked.server';
import { resourceEntry } from '$lib/knowledge/feed.server';
import { searchResources } from '$lib/knowledge/search.server';
import type { RequestHandler } from './$types';

/**
 * A view of the knowledge base, for who follows it with a feed reader: always as a visitor sees it. A reader keeps what it gets,
 * and shows it to whoever asks.
 */
export const GET: RequestHandler = async ({ request, url }) => {
	const client = visitorClient();
	const [index, topics] = await Promise.all([requireDirectory(), requireAnswer(readTopics(client), request)]);
	const { query } = askedResources(index, topics, url.searchParams);
	const { items } = await requireAnswer(searchResources(client, index, query), request);
	const asked = resourceQuery.print(query);
	return atomResponse(
		atomFeed({
			title: `${m.site_name()}: ${m.knowledge_title()}`,
			language: getLocale(),
			self: url.origin + localPath('/kennisbank.atom') + asked,
			page: url.origin + localPath('/kennisbank') + asked,
			entries: items.map((item) => resourceEntry(item, url.origin, getLocale())),
			updatedAt: index.directory.changedAt
		})
	);
};
