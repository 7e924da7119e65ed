/** What becomes of a message, in the reader's language. */
import type { ContactState } from '$lib/domain/contact/contactMessage';
import { formatDate } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Delivery, QueuedMessage } from './queuedMessage';

export const stateLabel = (state: ContactState): string =>
	({
		new: m.contact_state_new,
		in_hand: m.contact_state_in_hand,
		answered: m.contact_state_answered,
		closed: m.contact_state_closed
	})[state]();

/** The state with who is behind it. */
export function stateSentence({ state, handler }: Pick<QueuedMessage, 'state' | 'handler'>): string {
	if (state === 'new') return m.contact_state_new();
	const name = handler?.fullName ?? m.administration_by_gone();
	return { in_hand: m.contact_in_hand_of, answered: m.contact_answered_by, closed: m.contact_closed_by }[
		state
	]({ name });
}

/** By when the law wants an answer; undefined where it wants none, or has one. */
export function dueSentence({ dueAt, settledAt, isLate }: QueuedMessage): string | undefined {
	if (dueAt === null || settledAt !== null) return undefined;
	const date = formatDate(dueAt);
	return isLate ? m.contact_late({ date }) : m.contact_due({ date });
}

export const deliveryLabel = (delivery: Delivery): string =>
	({
		sent: m.contact_delivery_sent,
		waiting: m.contact_delivery_waiting,
		failed: m.contact_delivery_failed
	})[delivery]();
