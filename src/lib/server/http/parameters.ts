import { EMPTY_DESK_QUERY } from '$lib/domain/deskQuery';
import { EMPTY_QUERY } from '$lib/domain/directoryQuery';
import { EMBED_PARAMETERS } from '$lib/embed/embedQuery';
import { SNIPPET_PARAMETERS } from '$lib/embed/snippetChoice';

const FILTERS = Object.keys(EMPTY_QUERY);
const DESK_FILTERS = Object.keys(EMPTY_DESK_QUERY);

/** The parameters that each route reads; a route that is not here reads none. */
const READ = new Map<string, readonly string[]>([
	['/(public)', FILTERS],
	['/(public)/loketten', DESK_FILTERS],
	['/(public)/loketten/kaart.svg', [...DESK_FILTERS, 'v']],
	['/(public)/registreren/besturen.json', ['q']],
	['/(public)/insluiten', SNIPPET_PARAMETERS],
	['/embed/kaart', EMBED_PARAMETERS],
	['/embed/loket', EMBED_PARAMETERS],
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
