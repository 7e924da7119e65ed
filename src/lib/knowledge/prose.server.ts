/**
 * Markdown to what a page shows. Twice guarded: the Markdown is read without HTML and with judged links, and what comes of that
 * passes a list of what may stand in a page. Kept in memory per revision, never stored: a stricter list holds for old texts too.
 */
import { LRUCache } from 'lru-cache';
import sanitizeHtml from 'sanitize-html';
import type { Locale } from '$lib/domain/directory/directory';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { cleanText } from '$lib/domain/text/text';
import { markup } from './markdown.server';
import type { Prose, ProseHeading } from './prose';

/** What a text is of: where it is kept, and what makes its ids unique. */
export interface ProseSource {
	/** UUID of the item or block. */
	id: string;
	/** Another one with each change. */
	revision: number;
	/** Which of its texts; in front of the ids of its headings. */
	part: string;
	language: Locale;
	/** The level of its highest heading: 2 by default. */
	startsAt?: 2 | 3;
}

const MOST_CHARACTERS = 5_000_000;

const kept = new LRUCache<string, Prose>({
	maxSize: MOST_CHARACTERS,
	sizeCalculation: ({ html, headings }) => html.length + 100 * headings.length + 100
});

/** @param text Markdown of at most 100,000 characters */
export function renderProse(text: string, source: ProseSource): Prose {
	const { id, revision, part, language, startsAt = 2 } = source;
	// Links to our own pages are in the language of the page.
	const key = [id, revision, part, language, startsAt, getLocale()].join(' ');
	const before = kept.get(key);
	if (before) return before;
	const headings: ProseHeading[] = [];
	const notePrefix = `${part}-${id}`;
	const html = safe(
		markup(cleanText(text), { prefix: part, notePrefix, startsAt, language, headings }),
		part
	);
	const prose = { html, headings };
	kept.set(key, prose);
	return prose;
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'];

/** @param prefix of every id that may stand in it */
function safe(html: string, prefix: string): string {
	return sanitizeHtml(html, {
		allowedTags: [
			...HEADINGS,
			...['p', 'br', 'hr', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'sup'],
			...['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section']
		],
		allowedAttributes: {
			...Object.fromEntries(HEADINGS.map((tag) => [tag, ['id']])),
			a: ['href', 'rel', 'id', 'aria-label'],
			ol: ['start'],
			li: ['id'],
			th: [{ name: 'scope', values: ['col'] }],
			div: [{ name: 'role', values: ['group'] }, { name: 'tabindex', values: ['0'] }, 'aria-label'],
			section: ['aria-label']
		},
		allowedClasses: {
			a: ['back'],
			div: ['wide'],
			section: ['footnotes'],
			td: ['left', 'center', 'right'],
			th: ['left', 'center', 'right']
		},
		allowedSchemes: ['https', 'http', 'mailto', 'tel'],
		allowProtocolRelative: false,
		disallowedTagsMode: 'discard',
		transformTags: {
			'*': (tagName, attribs) => {
				const { id, href, ...others } = attribs;
				const isOwnPlace = !href?.startsWith('#') || href.startsWith(`#${prefix}-`);
				return {
					tagName,
					attribs: {
						...others,
						...(id?.startsWith(`${prefix}-`) ? { id } : {}),
						...(href !== undefined && isOwnPlace ? { href } : {})
					}
				};
			}
		}
	});
}
