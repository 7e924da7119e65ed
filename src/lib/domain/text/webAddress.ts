/** Characters, as the tables have it. */
export const LONGEST_WEB_ADDRESS = 300;

/** Also `javascript:` and `mailto:`, but not the port of "www.gent.be:8080". */
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/** As it is stored: the same rule as `private.is_web_address` of the database. */
const STORED =
	/^https?:\/\/[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?(:[0-9]{1,5})?([/?#][\][!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]*)?$/;

export const isWebAddress = (text: string): boolean =>
	text.length <= LONGEST_WEB_ADDRESS && STORED.test(text);

/** What the parser leaves as it is in some parts of an address. */
const STRAY = /["<>\\^`{|}]/g;

/**
 * What somebody typed, "www.gent.be/vrijwilligers", as the address of a page.
 * @returns null when it is none: another scheme than http(s), no host with a dot, a name and password in it, or too long
 */
export function toWebAddress(typed: string): string | null {
	const text = typed.trim();
	if (text.length > LONGEST_WEB_ADDRESS) return null;
	const hasScheme = /^https?:\/\//i.test(text);
	if (!hasScheme && (OTHER_SCHEME.test(text) || text.startsWith('/'))) return null;
	const url = URL.parse(hasScheme ? text : `https://${text}`);
	if (!url || /\s/.test(text) || url.username || url.password) return null;
	if (!/[^.]\.[^.]/.test(url.hostname)) return null;
	// The parser adds a slash to "www.gent.be", which then would seem to be changed.
	const isBare = url.pathname === '/' && !url.search && !url.hash && !text.endsWith('/');
	const address = isBare ? url.origin : url.href.replace(STRAY, encodeURIComponent);
	return isWebAddress(address) ? address : null;
}

/** As people write it: without scheme, and without the slash at its end. */
export const readableWebAddress = (url: string): string => url.replace(/^https?:\/\/|\/$/g, '');
