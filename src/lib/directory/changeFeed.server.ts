import type { AtomEntry } from '$lib/base/http/atom.server';
import type { RecentChange } from './recentChanges';

/**
 * A change in a feed. It is of what changed and when, so that a reader shows each change once.
 * @param said what happened, in words
 * @param href absolute address of what it is about
 */
export const changeEntry = (change: RecentChange, said: string, href: string): AtomEntry => ({
	id: `urn:uuid:${change.id}#${Date.parse(change.at)}`,
	title: `${change.name} (${change.municipality}): ${said}`,
	updated: change.at,
	href
});
