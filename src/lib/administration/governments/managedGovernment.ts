/** What administrators decide about a government: types only. Days are ISO 8601. */
import type { AuditEntry } from '../audit/auditEntry';

/** As it is kept: somebody may have taken part before. */
export interface Participation {
	since: string | null;
	until: string | null;
}

export interface ManagedGovernment {
	id: string;
	slug: string;
	name: string;
	/** Of its page, without language; null for one that merged. */
	path: string | null;
	participation: Participation;
	/** ISO instant; null where no editor asks to take part. */
	askedAt: string | null;
	domains: string[];
	history: AuditEntry[];
}

export const PARTICIPATION_OUTCOMES = [
	'done',
	'unchanged',
	'changed_meanwhile',
	'not_a_period',
	'not_found'
] as const;
export type ParticipationOutcome = (typeof PARTICIPATION_OUTCOMES)[number];

/** `free`, `foreign_letters` and `lookalike`: what anybody could have, or take for another's. */
export const DOMAIN_OUTCOMES = [
	'done',
	'unchanged',
	'taken',
	'not_a_domain',
	'not_found',
	'free',
	'foreign_letters',
	'lookalike'
] as const;
export type DomainOutcome = (typeof DOMAIN_OUTCOMES)[number];

export type GovernmentResult =
	/** `wanted`: what was typed, for a form that comes back. */
	| { kind: 'participation'; outcome: ParticipationOutcome; name: string; wanted?: Participation }
	/** `of`: what a look-alike looks like. */
	| { kind: 'assigned' | 'withdrawn'; outcome: DomainOutcome; domain: string; name: string; of?: string };
