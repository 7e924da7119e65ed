/** What the parts of a desk and of a government's page are called. */
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Part } from './content';
import type { DONE } from './outcome';
import type { ChangeItem, DeskMark } from './overview';

export const partLabel = (part: Part): string =>
	({
		name: m.upkeep_part_name,
		address: m.upkeep_part_address,
		pin: m.upkeep_part_pin,
		phone: m.upkeep_part_phone,
		email: m.upkeep_part_email,
		website: m.upkeep_part_website,
		hours: m.upkeep_part_hours,
		languages: m.upkeep_part_languages,
		wheelchair: m.upkeep_part_wheelchair,
		description: m.upkeep_part_description
	})[part]();

export const markLabel = (mark: DeskMark): string =>
	({
		online: m.upkeep_mark_online,
		offline: m.upkeep_mark_offline,
		waiting: m.upkeep_mark_waiting,
		draft: m.upkeep_mark_draft,
		unconfirmed: m.upkeep_mark_unconfirmed,
		approximate: m.upkeep_mark_approximate
	})[mark]();

export const stateLabel = (state: ChangeItem['state']): string =>
	({
		draft: m.upkeep_state_draft,
		waiting: m.upkeep_state_waiting,
		published: m.upkeep_state_published,
		rejected: m.upkeep_state_rejected
	})[state]();

/** What a change is about. @param what the name of a desk; null for the page of a government */
export const subjectLabel = (what: string | null): string =>
	what === null ? m.upkeep_subject_government() : what || m.upkeep_subject_nameless();

/** What was just done. @param desk its name, where it is known */
export function doneSentence(done: (typeof DONE)[number], desk: string | null): string {
	const name = desk ?? m.upkeep_subject_it();
	switch (done) {
		case 'published':
			return m.upkeep_done_published({ name });
		case 'waiting':
			return m.upkeep_done_waiting();
		case 'draft':
			return m.upkeep_done_draft();
		case 'withdrawn':
			return m.upkeep_done_withdrawn();
		case 'shown':
			return m.upkeep_done_shown({ name });
		case 'hidden':
			return m.upkeep_done_hidden({ name });
		case 'review-on':
			return m.upkeep_done_review_on();
		case 'review-off':
			return m.upkeep_done_review_off();
		case 'approved':
			return m.upkeep_done_approved();
		case 'rejected':
			return m.upkeep_done_rejected();
		case 'confirmed':
			return m.upkeep_done_confirmed({ name });
		case 'restored':
			return m.upkeep_done_restored({ name });
	}
}
