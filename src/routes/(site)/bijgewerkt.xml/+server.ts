import { atomFeed } from '$lib/directory/changeFeed.server';
import { recentChanges } from '$lib/directory/recentChanges';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { changeLabel } from '$lib/base/i18n/labels';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** What changed last, for who follows it with a feed reader. */
export const GET: RequestHandler = async ({ url }) => {
	const index = await requireDirectory();
	const absolute = (path: string): string => url.origin + localPath(path);
	const feed = atomFeed({
		title: `${m.site_name()}: ${m.updates_title()}`,
		language: getLocale(),
		self: absolute('/bijgewerkt.xml'),
		page: absolute('/bijgewerkt'),
		urlOf: ({ path }) => absolute(path),
		saidOf: ({ what }) => changeLabel(what),
		changes: recentChanges(index, getLocale()),
		updatedAt: index.directory.changedAt
	});
	return new Response(feed, {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
};
