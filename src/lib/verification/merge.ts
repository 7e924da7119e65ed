/** Making two desks one: types and lists only. */

export const MERGE_OUTCOMES = [
	'merged',
	'changed_meanwhile',
	'same_desk',
	'not_found',
	'changes_waiting'
] as const;
export type MergeOutcome = (typeof MERGE_OUTCOMES)[number];

/** What tells one desk from another. */
export interface ComparedDesk {
	id: string;
	slug: string;
	name: string;
	government: string;
	/** Address, telephone number and e-mail address, as far as they are known. */
	lines: string[];
	/** ISO 8601 */
	verifiedAt: string | null;
}

/** As it is now, with the fingerprint of what is known of it. */
export interface ChosenDesk extends ComparedDesk {
	seen: string;
}
