/** The document that a browser without scripts makes of what a server sent. */
import { JSDOM, type ConstructorOptions } from 'jsdom';

export function parsePage(html: string, options: ConstructorOptions): JSDOM {
	// What is hidden on which screen is for a browser to say: jsdom knows no screens, and takes long to compute what it knows.
	const dom = new JSDOM(html.replaceAll('<style>', '<style type="text/plain">'), options);
	// A browser without scripts shows what is in them; the style sheet of jsdom hides it.
	for (const element of dom.window.document.querySelectorAll('noscript')) {
		element.replaceWith(...element.childNodes);
	}
	return dom;
}
