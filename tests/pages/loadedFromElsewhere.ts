/** What a page has its reader's browser load by itself, from other than this site. */

/** Attributes that make a browser ask for something without anybody doing anything. */
const LOADED: readonly [selector: string, attribute: string][] = [
	['script[src], img[src], iframe[src], embed[src], audio[src], video[src], source[src], track[src]', 'src'],
	['input[type=image][src]', 'src'],
	['video[poster]', 'poster'],
	['object[data]', 'data'],
	['link[href]:not([rel=canonical], [rel=alternate], [rel=license], [rel=author])', 'href'],
	['svg image[href], svg use[href]', 'href']
];

export function loadedFromElsewhere(page: Document): string[] {
	const addresses = LOADED.flatMap(([selector, attribute]) =>
		[...page.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '')
	);
	const sets = [...page.querySelectorAll('[srcset]')].flatMap((element) =>
		(element.getAttribute('srcset') ?? '').split(',').map((one) => one.trim().split(/\s/)[0] ?? '')
	);
	const styles = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '');
	styles.push(...[...page.querySelectorAll('[style]')].map((one) => one.getAttribute('style') ?? ''));
	const inStyles = styles.flatMap((css) =>
		[...css.matchAll(/(?:url\(|@import\s+)\s*["']?([^"')\s;]+)/g)].map(([, address]) => address ?? '')
	);
	const { origin } = new URL(page.baseURI);
	return [...addresses, ...sets, ...inStyles].filter((address) => {
		const url = new URL(address, page.baseURI);
		return url.protocol.startsWith('http') && url.origin !== origin;
	});
}
