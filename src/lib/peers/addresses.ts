/** Where the page leads: other views of itself, and the colleagues behind a municipality. */
import { peerQuery, type PeerQuery } from '$lib/domain/colleague/peerQuery';
import { localPath } from '$lib/base/i18n/localPath';

export const PEERS = '/collegas/zoals-wij';

export const peersHref = (query: PeerQuery): string => localPath(PEERS) + peerQuery.print(query);

/** The list of colleagues with these filters on. */
export function colleaguesHref(filters: {
	gemeente?: string;
	thema?: readonly string[];
	richting?: 'aangeboden' | 'gezocht';
}): string {
	const params = new URLSearchParams();
	if (filters.gemeente) params.set('gemeente', filters.gemeente);
	for (const topic of filters.thema ?? []) params.append('thema', topic);
	if (filters.richting) params.set('richting', filters.richting);
	return `${localPath('/collegas')}?${params}`;
}
