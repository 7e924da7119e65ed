/** The audit trail as administrators read it: types and lists only. */
import type { ContactKind } from '$lib/domain/contact/contactMessage';
import type { Role } from '$lib/domain/account/account';
import type { Locale } from '$lib/domain/directory/directory';

export const AUDIT_ACTIONS = [
	'registered',
	'confirmed',
	'approved',
	'rejected',
	'undone',
	'suspended',
	'restored',
	'role_changed',
	'paused',
	'resumed',
	'left',
	'government_changed',
	'email_changed',
	'password_changed',
	'exported',
	'expired_unconfirmed',
	'expired_rejected',
	'expired_suspended',
	'expired_undecided',
	'admin_granted',
	'mail_resent',
	'renamed',
	'function_changed',
	'superseded',
	'imported',
	'desks_merged',
	'topic_created',
	'topic_renamed',
	'topics_merged',
	'message_answered',
	'message_closed',
	'message_sorted',
	'participation_asked',
	'participation_changed',
	'domain_assigned',
	'domain_withdrawn'
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface Mention {
	id: string;
	/** Null once the account is gone. */
	fullName: string | null;
}

/** What happened to a theme of expertise. */
export interface TopicChange {
	name: Record<Locale, string>;
	/** With 'topic_renamed': what it was called until then. */
	before: Record<Locale, string> | null;
	/** With 'topics_merged': what it became part of. */
	into: Record<Locale, string> | null;
}

export interface Participation {
	/** `YYYY-MM-DD`; null for a government that never took part. */
	since: string | null;
	/** `YYYY-MM-DD`; null as long as it takes part. */
	until: string | null;
}

export interface ParticipationChange extends Participation {
	/** Null where the trail does not say. */
	before: Participation | null;
}

export interface AuditEntry {
	id: number;
	/** ISO 8601 */
	happenedAt: string;
	action: AuditAction;
	/** Null for the server itself. */
	actor: Mention | null;
	account: Mention | null;
	governmentName: string | null;
	/** With 'role_changed'. */
	newRole: Role | null;
	/** With 'undone'. */
	undoneDecision: 'approved' | 'rejected' | null;
	/** With 'participation_changed'. */
	participation: ParticipationChange | null;
	/** With the actions about domains. */
	domain: string | null;
	/** With the actions about themes. */
	topic: TopicChange | null;
	/** With the actions about a message: what that was about. */
	messageKind: ContactKind | null;
	/** With 'message_sorted': what it was about before. */
	messageKindBefore: ContactKind | null;
}

/** What only some actions tell, for an entry whose action tells none of it. */
export const NO_DETAILS = {
	account: null,
	governmentName: null,
	newRole: null,
	undoneDecision: null,
	participation: null,
	domain: null,
	topic: null,
	messageKind: null,
	messageKindBefore: null
} as const satisfies Partial<AuditEntry>;
