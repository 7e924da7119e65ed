import { escapeXml } from '$lib/domain/text/escapeXml';
import type { RecentChange } from './recentChanges';

interface Feed {
	title: string;
	/** Language of its texts, as a tag. */
	language: string;
	/** Absolute addresses: of the feed, of the page that tells the same, and of what each change is about. */
	self: string;
	page: string;
	urlOf: (change: RecentChange) => string;
	/** What happened, in words. */
	saidOf: (change: RecentChange) => string;
	changes: readonly RecentChange[];
	/** ISO instant of the last change of anything. */
	updatedAt: string;
}

/** Changes as an Atom feed (RFC 4287). An entry is of what changed and when, so that a reader shows each change once. */
export function atomFeed({ title, language, self, page, urlOf, saidOf, changes, updatedAt }: Feed): string {
	const instant = (at: string): string => new Date(at).toISOString();
	const entries = changes.map((change) => {
		const said = saidOf(change);
		const url = escapeXml(urlOf(change));
		return [
			'<entry>',
			`<id>urn:uuid:${change.id}#${Date.parse(change.at)}</id>`,
			`<title>${escapeXml(`${change.name} (${change.municipality}): ${said}`)}</title>`,
			`<updated>${instant(change.at)}</updated>`,
			`<link href="${url}"/>`,
			'</entry>'
		].join('');
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
		`<id>${escapeXml(page)}</id><title>${escapeXml(title)}</title>`,
		`<updated>${instant(changes[0]?.at ?? updatedAt)}</updated>`,
		'<author><name>Lokaal Vrijwilligen</name></author>',
		`<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/><link href="${escapeXml(page)}"/>`,
		...entries,
		'</feed>\n'
	].join('\n');
}
