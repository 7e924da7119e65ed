/** The document that a browser without scripts makes of what a server sent. */
import { JSDOM, type ConstructorOptions } from 'jsdom';

export function parsePage(html: string, options: ConstructorOptions): JSDOM {
	const dom = new JSDOM(html, options);
	const { document } = dom.window;
	// The parser takes what stands in them for text, as it is to a browser with scripts.
	for (const element of document.querySelectorAll('noscript')) {
		const template = document.createElement('template');
		template.innerHTML = element.textContent ?? '';
		element.replaceChildren(template.content);
	}
	return dom;
}
