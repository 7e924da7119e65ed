/** The code that somebody pastes into a page of their own. */

interface Snippet {
	/** Such as `https://example.org`. */
	origin: string;
	/** Path and query of the page for other sites. */
	path: string;
	/** What is in the frame, for whoever does not see it. */
	title: string;
	/** In CSS pixels. */
	height: number;
}

export function snippet({ origin, path, title, height }: Snippet): string {
	const frame = Object.entries({
		src: origin + path,
		title,
		width: '100%',
		height: String(height),
		style: 'border: 0',
		loading: 'lazy'
	}).map(([name, value]) => ` ${name}="${attribute(value)}"`);
	return [
		`<iframe${frame.join('')}></iframe>`,
		`<script src="${attribute(origin)}/embed/hoogte.js" async></script>`
	].join('\n');
}

const attribute = (value: string): string =>
	value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
