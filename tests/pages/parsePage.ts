/** The document that a browser without scripts makes of what a server sent. */
import { JSDOM, type ConstructorOptions } from 'jsdom';

export function parsePage(html: string, options: ConstructorOptions): JSDOM {
	const dom = new JSDOM(html, options);
	// A browser without scripts shows what is in them; the style sheet of jsdom hides it.
	for (const element of dom.window.document.querySelectorAll('noscript')) {
		element.replaceWith(...element.childNodes);
	}
	return dom;
}
