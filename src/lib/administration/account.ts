/** What administrators see of people: types only. Dates are ISO 8601. */
import type { GovernmentLink } from '$lib/directory/governmentLink.server';
import type { AccountStatus, Position, Role } from '$lib/domain/account/account';
import type { Locale } from '$lib/domain/directory/directory';
import type { EmailVerdict } from '$lib/domain/account/emailEvidence';
import type { Participation } from './governments/managedGovernment';
import type { Mention } from './audit/auditEntry';

export interface Person {
	id: string;
	fullName: string;
	jobTitle: string;
	position: Position;
	government: GovernmentLink | null;
	email: string;
	registeredAt: string;
}

export type EmailEvidence =
	Exclude<EmailVerdict, { kind: 'other' }> | { kind: 'other'; domain: string; governments: string[] };

export interface AccountRequest extends Person {
	locale: Locale;
	motivation: string | null;
	/** When the e-mail address was proven; null as long as it is not. */
	confirmedAt: string | null;
	evidence: EmailEvidence;
	/** Of its government; null without one. */
	participation: Participation | null;
	/** Names, in order, of who is approved at the same local government. */
	approvedThere: string[];
	/** Accounts with the same name or mailbox. */
	duplicates: { id: string; fullName: string; status: AccountStatus }[];
	/** The fingerprint of all of it. */
	seen: string;
}

export interface Member extends Person {
	status: AccountStatus;
	role: Role;
	pausedAt: string | null;
	statusChangedAt: string;
	/** Of the last decision, where there was one. */
	lastReason: string | null;
	/** The fingerprint of all of it. */
	seen: string;
}

export const DECISIONS = ['approved', 'rejected', 'suspended', 'restored', 'role_changed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One decision about an account, as its history tells it. */
export interface PastDecision {
	id: string;
	decision: Decision;
	reason: string | null;
	newRole: Role;
	/** Null for the server itself. */
	decidedBy: Mention | null;
	decidedAt: string;
	undoneAt: string | null;
}

/** A decision that can be undone, for its mail has not left. */
export interface WaitingDecision {
	id: string;
	accountId: string;
	fullName: string;
	decision: Decision;
	/** Null for the server itself. */
	decidedBy: Mention | null;
	mailId: string;
	leavesAt: string;
}

export const REQUEST_DECISIONS = ['approved', 'rejected'] as const;
export type RequestDecision = (typeof REQUEST_DECISIONS)[number];

export const DECISION_OUTCOMES = [
	'done',
	'already_decided',
	'changed_meanwhile',
	'unconfirmed',
	'incomplete',
	'own_account',
	'not_found'
] as const;

export interface DecisionOutcome {
	accountId: string;
	/** Null when that person is gone. */
	fullName: string | null;
	outcome: (typeof DECISION_OUTCOMES)[number];
	/** With 'done' and 'already_decided': the decision that holds. */
	decisionId: string | null;
	decision: Decision | null;
	/** Null for the server itself. */
	decidedBy: Mention | null;
	decidedAt: string | null;
	/** With 'changed_meanwhile': what to tell about it. */
	changed: string | null;
}

export const UNDO_OUTCOMES = ['undone', 'mail_left', 'already_undone', 'changed_since', 'not_found'] as const;
export type UndoOutcome = (typeof UNDO_OUTCOMES)[number];

export const ACCOUNT_ACTIONS = ['suspend', 'restore', 'make_member', 'make_editor', 'make_admin'] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

export const CHANGE_OUTCOMES = [
	'done',
	'unchanged',
	'changed_meanwhile',
	'own_account',
	'last_admin',
	'incomplete',
	'not_found'
] as const;
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];
