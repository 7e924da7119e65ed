/** What to tell somebody whose decision was refused, for what they looked at says something else by now. */
import { changedParts, type DecisionKind, type ShownPart } from '$lib/domain/access/decisions';
import { formatList } from '../i18n/format';
import { m } from '../i18n/paraglide/messages.js';

const LABELS: Readonly<Record<ShownPart, () => string>> = {
	name: m.form_shown_name,
	function: m.form_shown_function,
	government: m.form_shown_government,
	motivation: m.form_shown_motivation,
	email: m.form_shown_email,
	evidence: m.form_shown_evidence,
	language: m.form_shown_language,
	colleagues: m.form_shown_colleagues,
	duplicates: m.form_shown_duplicates,
	status: m.form_shown_status,
	role: m.form_shown_role,
	decisions: m.form_shown_decisions,
	proposal: m.form_shown_proposal,
	note: m.form_shown_note,
	author: m.form_shown_author,
	published: m.form_shown_published,
	content: m.form_shown_content,
	verified: m.form_shown_verified,
	use: m.form_shown_use,
	message: m.form_shown_message,
	desk: m.form_shown_desk,
	reported: m.form_shown_reported,
	reporter: m.form_shown_reporter
};

/** @param seen the fingerprint that was sent @returns undefined when nothing changed */
export function changedMeanwhile(kind: DecisionKind, seen: string, now: string | null): string | undefined {
	const parts = changedParts(kind, seen, now);
	if (parts.length === 0) return undefined;
	return m.form_changed_meanwhile({ parts: formatList(parts.map((part) => LABELS[part]())) });
}
