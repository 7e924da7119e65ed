/** An entry of the audit trail as a sentence in the reader's language. */
import { withDe } from '$lib/domain/text/french';
import { contactKindLabel } from '$lib/contact/labels';
import { LOCALES } from '$lib/domain/directory/directory';
import { formatDate } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { AuditAction, AuditEntry, Mention, Participation } from './auditEntry';
import { mentionLabel, roleLabel } from '../labels';

export function auditSentence(entry: AuditEntry): string {
	const sentence = SENTENCES[entry.action](entry);
	// A name that begins with a small letter stays as it is; "vertrokken account" does not.
	const beginsWithGone = [entry.actor, entry.account].some(
		(mention) => mention?.fullName === null && sentence.startsWith(mentionLabel(mention))
	);
	return beginsWithGone ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

export const auditActionLabel = (action: AuditAction): string => FILTERS[action]();

/** Null is the server for who did something. */
const actorOf = ({ actor }: AuditEntry): string =>
	actor === null ? m.administration_log_server() : nameOf(actor);
const accountOf = ({ account }: AuditEntry): string => nameOf(account);
const nameOf = (mention: Mention | null): string =>
	mention ? mentionLabel(mention) : m.administration_gone_account();
const both = (entry: AuditEntry) => ({ actor: actorOf(entry), account: accountOf(entry) });
const one = (entry: AuditEntry) => ({ account: accountOf(entry) });

const aboutMessage = (entry: AuditEntry) => ({
	actor: actorOf(entry),
	kind: contactKindLabel(entry.messageKind ?? 'question')
});

/** Themes by their name in the reader's language; one renamed in another language only, by its names there. */
function themes(entry: AuditEntry) {
	const { name, before, into } = entry.topic ?? { name: null, before: null, into: null };
	const own = getLocale();
	const locale =
		before && name?.[own] === before[own] ? (LOCALES.find((one) => name?.[one] !== before[one]) ?? own) : own;
	return {
		actor: actorOf(entry),
		topic: name?.[locale] ?? '',
		before: before?.[locale] ?? '',
		into: into?.[locale] ?? ''
	};
}

function participationNow(actor: string, { since, until }: Participation): string {
	if (since === null) return m.administration_log_participation_none({ actor });
	if (until === null) return m.administration_log_participation_since({ actor, since: formatDate(since) });
	return m.administration_log_participation_until({
		actor,
		since: formatDate(since),
		until: formatDate(until)
	});
}

function participationBefore({ since, until }: Participation): string {
	if (since === null) return '';
	if (until === null) return m.administration_log_participation_was_since({ since: formatDate(since) });
	return m.administration_log_participation_was_until({
		since: formatDate(since),
		until: formatDate(until)
	});
}

function participationSentence(entry: AuditEntry): string {
	const { before, ...now } = entry.participation ?? { since: null, until: null, before: null };
	const sentences = [participationNow(actorOf(entry), now), before && participationBefore(before)];
	return sentences.filter(Boolean).join(' ');
}

const SENTENCES: Record<AuditAction, (entry: AuditEntry) => string> = {
	registered: (entry) => m.administration_log_registered(one(entry)),
	confirmed: (entry) => m.administration_log_confirmed(one(entry)),
	approved: (entry) => m.administration_log_approved(withDe(both(entry))),
	rejected: (entry) => m.administration_log_rejected(withDe(both(entry))),
	undone: (entry) =>
		entry.undoneDecision === 'rejected'
			? m.administration_log_undone_rejected(withDe(both(entry)))
			: m.administration_log_undone_approved(withDe(both(entry))),
	suspended: (entry) => m.administration_log_suspended(both(entry)),
	restored: (entry) => m.administration_log_restored(withDe(both(entry))),
	role_changed: (entry) =>
		m.administration_log_role_changed({ ...both(entry), role: roleLabel(entry.newRole ?? 'member') }),
	paused: (entry) => m.administration_log_paused(one(entry)),
	resumed: (entry) => m.administration_log_resumed(one(entry)),
	left: (entry) => m.administration_log_left(one(entry)),
	government_changed: (entry) => m.administration_log_government_changed(one(entry)),
	email_changed: (entry) => m.administration_log_email_changed(one(entry)),
	password_changed: (entry) => m.administration_log_password_changed(one(entry)),
	exported: (entry) => m.administration_log_exported(one(entry)),
	expired_unconfirmed: (entry) => m.administration_log_expired_unconfirmed(one(entry)),
	expired_rejected: (entry) => m.administration_log_expired_rejected(one(entry)),
	expired_suspended: (entry) => m.administration_log_expired_suspended(one(entry)),
	expired_undecided: (entry) => m.administration_log_expired_undecided(one(entry)),
	admin_granted: (entry) => m.administration_log_admin_granted(one(entry)),
	mail_resent: (entry) =>
		entry.account === null
			? m.administration_log_mail_resent({ actor: actorOf(entry) })
			: m.administration_log_mail_resent_to(both(entry)),
	renamed: (entry) => m.administration_log_renamed(one(entry)),
	function_changed: (entry) => m.administration_log_function_changed(one(entry)),
	superseded: (entry) => m.administration_log_superseded(one(entry)),
	imported: (entry) => m.import_log_imported({ actor: actorOf(entry) }),
	desks_merged: (entry) => m.import_log_desks_merged({ actor: actorOf(entry) }),
	topic_created: (entry) => m.expertise_admin_log_created(themes(entry)),
	topic_renamed: (entry) => m.expertise_admin_log_renamed(themes(entry)),
	topics_merged: (entry) => m.expertise_admin_log_merged(themes(entry)),
	message_answered: (entry) => m.contact_log_answered(aboutMessage(entry)),
	message_closed: (entry) => m.contact_log_closed(aboutMessage(entry)),
	message_sorted: (entry) =>
		m.contact_log_sorted({
			...aboutMessage(entry),
			before: contactKindLabel(entry.messageKindBefore ?? 'question')
		}),
	participation_asked: (entry) => m.administration_log_participation_asked({ actor: actorOf(entry) }),
	participation_changed: (entry) => participationSentence(entry),
	domain_assigned: (entry) =>
		m.administration_log_domain_assigned({ actor: actorOf(entry), domain: entry.domain ?? '' }),
	domain_withdrawn: (entry) =>
		m.administration_log_domain_withdrawn({ actor: actorOf(entry), domain: entry.domain ?? '' })
};

const FILTERS: Record<AuditAction, () => string> = {
	registered: m.administration_log_filter_registered,
	confirmed: m.administration_log_filter_confirmed,
	approved: m.administration_log_filter_approved,
	rejected: m.administration_log_filter_rejected,
	undone: m.administration_log_filter_undone,
	suspended: m.administration_log_filter_suspended,
	restored: m.administration_log_filter_restored,
	role_changed: m.administration_log_filter_role_changed,
	paused: m.administration_log_filter_paused,
	resumed: m.administration_log_filter_resumed,
	left: m.administration_log_filter_left,
	government_changed: m.administration_log_filter_government_changed,
	email_changed: m.administration_log_filter_email_changed,
	password_changed: m.administration_log_filter_password_changed,
	exported: m.administration_log_filter_exported,
	expired_unconfirmed: m.administration_log_filter_expired_unconfirmed,
	expired_rejected: m.administration_log_filter_expired_rejected,
	expired_suspended: m.administration_log_filter_expired_suspended,
	expired_undecided: m.administration_log_filter_expired_undecided,
	admin_granted: m.administration_log_filter_admin_granted,
	mail_resent: m.administration_log_filter_mail_resent,
	renamed: m.administration_log_filter_renamed,
	function_changed: m.administration_log_filter_function_changed,
	superseded: m.administration_log_filter_superseded,
	imported: m.import_log_filter_imported,
	desks_merged: m.import_log_filter_desks_merged,
	topic_created: m.expertise_admin_log_filter_created,
	topic_renamed: m.expertise_admin_log_filter_renamed,
	topics_merged: m.expertise_admin_log_filter_merged,
	message_answered: m.contact_log_filter_answered,
	message_closed: m.contact_log_filter_closed,
	message_sorted: m.contact_log_filter_sorted,
	participation_asked: m.administration_log_filter_participation_asked,
	participation_changed: m.administration_log_filter_participation_changed,
	domain_assigned: m.administration_log_filter_domain_assigned,
	domain_withdrawn: m.administration_log_filter_domain_withdrawn
};
