/** A desk as administrators follow it up: types and lists only. */

/** Who gets the question: who answers for the desk, all editors of its government, or the address that it shows. */
export const ASKED_WHOM = ['owner', 'editors', 'address'] as const;
export type AskedWhom = (typeof ASKED_WHOM)[number];

/** `nobody`: there is no one to mail; `offline`: the public does not see the desk. */
export const ASK_OUTCOMES = ['asked', 'nobody', 'offline', 'not_found'] as const;
export type AskOutcome = (typeof ASK_OUTCOMES)[number];

export interface FollowUpDesk {
	id: string;
	slug: string;
	name: string;
	place: string;
	government: { name: string; path: string | null } | null;
	governmentSlug: string | null;
	isPublished: boolean;
	/** The pin is that of the municipality. */
	isApproximate: boolean;
	/** ISO 8601 */
	verifiedAt: string | null;
	unconfirmedSince: string | null;
	/** How often in this round; 0 when none is going on. */
	asked: number;
	/** ISO 8601 */
	lastAskedAt: string | null;
	/** Null when there is nobody to ask. */
	askedWhom: AskedWhom | null;
	/** Names, or the address. */
	answers: string[];
}
