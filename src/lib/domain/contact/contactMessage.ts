/** What people write to whoever runs the site, as it is kept and as administrators see it: types and lists. */
import type { Locale } from '../directory/directory';

/** What it is about. The law wants an answer to `privacy` within a month. */
export const CONTACT_KINDS = ['question', 'privacy', 'accessibility', 'security'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_STATES = ['new', 'in_hand', 'answered', 'closed'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** Characters (Unicode code points), the same numbers as the constraints of `contact_message` in the database. */
export const CONTACT_LIMITS = { name: 100, messageMin: 10, message: 5_000 } as const;

/** The same of `contact_answer`. */
export const ANSWER_LIMITS = { min: 10, max: 5_000 } as const;

export interface ContactMessage {
	name: string;
	email: string;
	/** Plain text with line breaks. */
	message: string;
	/** Of the page on which it was written. */
	locale: Locale;
	kind: ContactKind;
}
