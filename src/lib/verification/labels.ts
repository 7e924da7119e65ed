/** What lists, states and people of the follow-up are called in the reader's language. */
import { formatDate, formatList } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { FollowUpDesk } from './followUp';
import type { FollowUpList } from './followUpFilter';

export const listLabel = (list: FollowUpList): string =>
	({
		onbevestigd: m.verification_list_onbevestigd,
		benaderd: m.verification_list_benaderd,
		offline: m.verification_list_offline,
		alle: m.verification_list_alle
	})[list]();

export const listHint = (list: FollowUpList): string =>
	({
		onbevestigd: m.verification_hint_onbevestigd,
		benaderd: m.verification_hint_benaderd,
		offline: m.verification_hint_offline,
		alle: m.verification_hint_alle
	})[list]();

/** Since when nobody confirmed it, or when somebody did. */
export function standingLabel({ unconfirmedSince, verifiedAt }: FollowUpDesk): string {
	if (unconfirmedSince) return m.verification_standing_unconfirmed({ date: formatDate(unconfirmedSince) });
	return verifiedAt
		? m.verification_standing_verified({ date: formatDate(verifiedAt) })
		: m.verification_standing_never();
}

export function answersLabel({ askedWhom, answers }: FollowUpDesk): string {
	if (askedWhom === null) return m.verification_answers_nobody();
	return {
		owner: m.verification_answers_owner,
		editors: m.verification_answers_editors,
		address: m.verification_answers_address
	}[askedWhom]({ names: formatList(answers) });
}

export function askedLabel({ asked, lastAskedAt }: FollowUpDesk): string {
	if (lastAskedAt === null) return m.verification_asked_never();
	const date = formatDate(lastAskedAt);
	return asked > 0 ? m.verification_asked_now({ count: asked, date }) : m.verification_asked_last({ date });
}
