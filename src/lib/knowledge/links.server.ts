/** Where links and images in a text may lead. What is not named here stays as words, without a link. */
import { localPath } from '$lib/base/i18n/localPath';

export type Target =
	| { to: 'site'; href: string }
	| { to: 'elsewhere'; href: string; host: string }
	| { to: 'person'; href: string };

const LONGEST_ADDRESS = 2_000;
/** Stands for this site: what stays on it when it is read as an address was a path of ours. */
const OWN = 'https://own.invalid';

/** @param href as the Markdown has it, with its entities read @returns null for what leads nowhere we would send somebody */
export function targetOf(href: string): Target | null {
	if (href.length > LONGEST_ADDRESS || !URL.canParse(href, OWN)) return null;
	const url = new URL(href, OWN);
	// As a browser reads it: "//host" is another site. What looks like that, with characters written as numbers, stays words.
	if (url.origin === OWN)
		return /^\/(?![/\\]|%(5c|2f|0[9ad]))/i.test(href)
			? { to: 'site', href: localPath(url.pathname + url.search + url.hash) }
			: null;
	switch (url.protocol) {
		case 'https:':
		case 'http:':
			// Only where it says so itself: "https:host" and a name with a password in front mislead.
			return /^https?:\/\/[^/\\]/i.test(href) && url.username === '' && url.password === ''
				? { to: 'elsewhere', href: url.href, host: url.host }
				: null;
		case 'mailto:':
		case 'tel:':
			return { to: 'person', href: url.href };
		default:
			return null;
	}
}

/** Where films are shown: no page of ours plays them. */
const FILM_HOSTS =
	/(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|peertube\.\w+)$/;
const FILM_FILE = /\.(mp4|webm|ogv|mov|m4v)$/i;

/** Whether an address is that of a film. */
export function isFilm({ href, host }: { href: string; host: string }): boolean {
	return FILM_HOSTS.test(host) || FILM_FILE.test(new URL(href).pathname);
}
