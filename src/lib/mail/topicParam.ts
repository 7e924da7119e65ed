/** Names one kind of mail in an address, for the page that switches it off. */
import { NOTIFICATIONS, type Notification } from '$lib/domain/account/account';

const NAME = 'soort';

export const topicParam = (topic: string | null): string =>
	new URLSearchParams({ [NAME]: topic ?? '' }).toString();

/** @returns undefined where the address names none of ours */
export const topicIn = ({ searchParams }: URL): Notification | undefined =>
	NOTIFICATIONS.find((known) => known === searchParams.get(NAME));
