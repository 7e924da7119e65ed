import { deskQuery } from '$lib/domain/deskQuery';
import { directoryQuery } from '$lib/domain/directoryQuery';
import { embedQuery } from '$lib/embed/embedQuery';
import { snippetQuery } from '$lib/embed/snippetChoice';

const FILTERS = directoryQuery.names;
const DESK_FILTERS = deskQuery.names;

/** The parameters that each route reads; a route that is not here reads none. */
const READ = new Map<string, readonly string[]>([
	['/(public)', FILTERS],
	['/(public)/loketten', DESK_FILTERS],
	['/(public)/loketten/kaart.svg', [...DESK_FILTERS, 'v']],
	['/(public)/registreren/besturen.json', ['q']],
	['/(public)/insluiten', snippetQuery.names],
	['/embed/kaart', embedQuery.names],
	['/embed/loket', embedQuery.names],
	['/kaart/overzicht.svg', [...FILTERS, 'v']],
	['/kaart/gegevens.json', ['taal', 'v']],
	['/kaart/[slug].svg', ['taal', 'v']]
]);

/**
 * Whether a route reads all that this query holds. What it does not read is endless (`?utm_source=…`), and still stands in
 * the page: the links to the other languages take the query along. So such a page is not another one's.
 */
export function readsAll(routeId: string, query: URLSearchParams): boolean {
	// The API refuses what it does not know, and a refusal is not kept.
	if (routeId.startsWith('/api/')) return true;
	const read = READ.get(routeId) ?? [];
	return [...query.keys()].every((name) => read.includes(name));
}
