/** What visitors say is wrong about a desk, as it is kept and as its editors see it. Types and lists. */
import type { Locale } from '../directory/directory';

export const REPORT_TOPICS = ['address', 'hours', 'contact', 'closed', 'other'] as const;
export type ReportTopic = (typeof REPORT_TOPICS)[number];

/** Characters (Unicode code points), the same numbers as the constraints of `desk_report` in the database. */
export const REPORT_LIMITS = { messageMin: 10, message: 2_000 } as const;

export interface DeskReport {
	id: string;
	deskId: string;
	topic: ReportTopic;
	/** Plain text with line breaks. */
	message: string;
	/** Null when nobody asks for an answer. */
	email: string | null;
	/** Of the page on which it was written. */
	locale: Locale;
	/** ISO instants. */
	createdAt: string;
	handledAt: string | null;
}

/** A report with its desk, which may be hidden from the public. */
export interface ShownReport extends DeskReport {
	/** The fingerprint of all that is shown of it. */
	seen: string;
	/** Null when the desk is gone by now. */
	desk: { id: string; name: string; governmentName: string; governmentSlug: string } | null;
}
