/** The plain text of a mail, for who reads that. Runs in plain Node too, for the embedded backend. */
import { compile } from 'html-to-text';

const convert = compile({
	wordwrap: 76,
	selectors: [
		{ selector: 'h1', options: { uppercase: false } },
		{ selector: 'h2', options: { uppercase: false } },
		// A link that stands there in full already, for who cannot press the button: the text has the one of the button.
		{ selector: 'p.bare', format: 'skip' },
		{ selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
		{ selector: 'hr', options: { length: 40 } }
	]
});

export function textPart(html: string): string {
	return `${convert(html).trim()}\n`;
}
