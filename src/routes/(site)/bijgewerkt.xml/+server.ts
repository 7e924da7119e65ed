import { atomFeed, atomResponse } from '$lib/base/http/atom.server';
import { changeEntry } from '$lib/directory/changeFeed.server';
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
		entries: recentChanges(index, getLocale()).map((change) =>
			changeEntry(change, changeLabel(change.what), absolute(change.path))
		),
		updatedAt: index.directory.changedAt
	});
	return atomResponse(feed);
};
