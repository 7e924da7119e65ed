import { escapeXml } from '$lib/domain/text/escapeXml';

export interface AtomEntry {
	/** A URI that stays the same for as long as it tells the same. */
	id: string;
	title: string;
	/** ISO instant, or day. */
	updated: string;
	/** Absolute address. */
	href: string;
	/** Plain text. */
	summary?: string;
	/** Who wrote it, where that is not the site. */
	author?: string;
	/** Of its texts, as a tag, where it is not that of the feed. */
	language?: string;
}

interface AtomFeed {
	title: string;
	/** Language of its texts, as a tag. */
	language: string;
	/** Absolute addresses: of the feed, and of the page that tells the same. */
	self: string;
	page: string;
	/** The newest first. */
	entries: readonly AtomEntry[];
	/** ISO instant, for a feed without entries. */
	updatedAt: string;
}

/** What changed, as an Atom feed (RFC 4287). */
export function atomFeed({ title, language, self, page, entries, updatedAt }: AtomFeed): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
		`<id>${escapeXml(page)}</id><title>${escapeXml(title)}</title>`,
		`<updated>${instant(entries[0]?.updated ?? updatedAt)}</updated>`,
		'<author><name>Lokaal Vrijwilligen</name></author>',
		`<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/><link href="${escapeXml(page)}"/>`,
		...entries.map(entryOf),
		'</feed>\n'
	].join('\n');
}

const instant = (at: string): string => new Date(at).toISOString();

function entryOf({ id, title, updated, href, summary, author, language }: AtomEntry): string {
	return [
		language ? `<entry xml:lang="${language}">` : '<entry>',
		`<id>${escapeXml(id)}</id>`,
		`<title>${escapeXml(title)}</title>`,
		`<updated>${instant(updated)}</updated>`,
		author ? `<author><name>${escapeXml(author)}</name></author>` : '',
		`<link href="${escapeXml(href)}"/>`,
		summary ? `<summary>${escapeXml(summary)}</summary>` : '',
		'</entry>'
	].join('');
}

/** An answer with a feed, which a reader asks again whether it is still the same. */
export const atomResponse = (feed: string): Response =>
	new Response(feed, {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
