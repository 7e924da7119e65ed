/** The package brings no types. */
declare module 'markdown-it-footnote' {
	import type { MarkdownIt } from 'markdown-it';
	/** Adds footnotes: `[^1]` with `[^1]: …`, and `^[…]` in the line. */
	export default function footnotes(markdown: MarkdownIt): void;
}
