/** Messages from the contact form as administrators see them: types and lists. Dates are ISO 8601. */
import type { ContactMessage, ContactState } from '$lib/domain/contact/contactMessage';
import type { Mention } from '../audit/auditEntry';

/** `failed`: its mail was given up, or is gone without having left. */
export type Delivery = 'sent' | 'waiting' | 'failed';

export interface GivenAnswer {
	id: string;
	answer: string;
	answeredAt: string;
	/** Null once that administrator has left. */
	answeredBy: Mention | null;
	delivery: Delivery;
}

export interface QueuedMessage extends ContactMessage {
	id: string;
	state: ContactState;
	createdAt: string;
	/** By when the law wants an answer; null where it wants none. */
	dueAt: string | null;
	/** That day has passed, and it is still to do. */
	isLate: boolean;
	settledAt: string | null;
	/** When it is deleted, if nothing happens to it. */
	forgottenAt: string;
	/** Who does something about it, or did. */
	handler: Mention | null;
	/** Which version of it this is: sent along with what is decided about it. */
	revision: number;
	answers: GivenAnswer[];
}

/** What can be made of it without an answer: for others to take, in one's own hands, done. */
export const HANDLED_STATES = ['new', 'in_hand', 'closed'] as const;
export type HandledState = (typeof HANDLED_STATES)[number];

/** `outdated`: somebody else did something about it meanwhile. */
export type HandleOutcome = 'done' | 'outdated' | 'gone';
