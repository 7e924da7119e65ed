/** What the parts of a desk and of a government's page are called. */
import { withDe } from '$lib/domain/text/french';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Part } from './content';
import type { DONE } from './outcome';
import type { ChangeItem, DeskMark } from './overview';

export const partLabel = (part: Part): string =>
	({
		name: m.editing_part_name,
		address: m.editing_part_address,
		pin: m.editing_part_pin,
		phone: m.editing_part_phone,
		email: m.editing_part_email,
		website: m.editing_part_website,
		hours: m.editing_part_hours,
		languages: m.editing_part_languages,
		wheelchair: m.editing_part_wheelchair,
		description: m.editing_part_description
	})[part]();

export const markLabel = (mark: DeskMark): string =>
	({
		online: m.editing_mark_online,
		offline: m.editing_mark_offline,
		waiting: m.editing_mark_waiting,
		draft: m.editing_mark_draft,
		unconfirmed: m.editing_mark_unconfirmed,
		approximate: m.editing_mark_approximate
	})[mark]();

export const stateLabel = (state: ChangeItem['state']): string =>
	({
		draft: m.editing_state_draft,
		waiting: m.editing_state_waiting,
		published: m.editing_state_published,
		rejected: m.editing_state_rejected
	})[state]();

/** What a change is about. @param what the name of a desk; null for the page of a government */
export const subjectLabel = (what: string | null): string =>
	what === null ? m.editing_subject_government() : what || m.editing_subject_nameless();

/** What was just done. @param desk its name, where it is known */
export function doneSentence(done: (typeof DONE)[number], desk: string | null): string {
	const name = desk ?? m.editing_subject_it();
	switch (done) {
		case 'published':
			return m.editing_done_published({ name });
		case 'waiting':
			return m.editing_done_waiting();
		case 'draft':
			return m.editing_done_draft();
		case 'withdrawn':
			return m.editing_done_withdrawn();
		case 'shown':
			return m.editing_done_shown({ name });
		case 'hidden':
			return m.editing_done_hidden({ name });
		case 'review-on':
			return m.editing_done_review_on();
		case 'review-off':
			return m.editing_done_review_off();
		case 'approved':
			return m.editing_done_approved();
		case 'approved-off-site':
			return m.editing_done_approved_off_site();
		case 'asked':
			return m.editing_done_participation();
		case 'rejected':
			return m.editing_done_rejected();
		case 'confirmed':
			return m.editing_done_confirmed({ name });
		case 'restored':
			return m.editing_done_restored(withDe({ name }));
	}
}
