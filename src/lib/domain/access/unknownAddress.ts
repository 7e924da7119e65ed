/**
 * How the site asks itself for what an address would show if nothing were there. It stands behind the "#", which browsers
 * keep to themselves; whoever sends it all the same learns nothing.
 */
const MARK = '#alsof-onbekend';
/** No route has it, so the one for unknown addresses answers. */
export const UNKNOWN_PATH = '/-';

export function asUnknown(address: URL): URL {
	const marked = new URL(address);
	marked.hash = MARK;
	return marked;
}

export const isAsUnknown = ({ hash }: Pick<URL, 'hash'>): boolean => hash === MARK;
