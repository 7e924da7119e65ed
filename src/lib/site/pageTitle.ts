/** What a search engine shows of a title, in letters. */
const LONGEST = 64;

/**
 * The title of a page in a browser's tab and among what a search found: with the name of the site behind it, where that
 * says something more and leaves the title whole.
 */
export function pageTitle(title: string, siteName: string): string {
	const whole = `${title} – ${siteName}`;
	if (!title.includes(siteName) && whole.length <= LONGEST) return whole;
	if (title.length <= LONGEST) return title;
	// Never in the middle of a word; one word that is too long by itself is.
	const cut = title.slice(0, LONGEST - 1);
	const atSpace = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).replace(/[\s,;:–-]+$/, '');
	return `${atSpace || cut}…`;
}
