/** The audit trail as administrators read it: types and lists only. */
import type { Role } from '$lib/domain/account';

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
	'admin_granted',
	'mail_resent',
	'renamed',
	'superseded',
	'imported',
	'desks_merged'
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface Mention {
	id: string;
	/** Null once the account is gone. */
	fullName: string | null;
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
}
