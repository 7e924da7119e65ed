/** What an administrator can change about somebody, and the words of each change. */
import { withDe } from '$lib/domain/text/french';
import * as v from 'valibot';
import { ACCOUNT_LIMITS } from '$lib/domain/account/account';
import { characters, cleanText } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { changedMeanwhile } from '$lib/base/form/changedMeanwhile';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { ACCOUNT_ACTIONS, type AccountAction, type ChangeOutcome, type Member } from '../account';

/** The actions that make sense for an account as it is now. */
export function actionsFor({ status, role, government }: Pick<Member, 'status' | 'role' | 'government'>) {
	return ACCOUNT_ACTIONS.filter((action) => {
		if (action === 'restore') {
			return status === 'rejected' || (status === 'suspended' && government !== null);
		}
		if (status !== 'approved') return false;
		if (action === 'suspend' || action === 'make_admin') return action === 'suspend' || role !== 'admin';
		return government !== null && action !== `make_${role}`;
	});
}

const actionSchema = v.fallback(v.nullable(v.picklist(ACCOUNT_ACTIONS)), null);

export const readAction = (value: unknown): AccountAction | null => v.parse(actionSchema, value);

export const actionLabel = (action: AccountAction): string =>
	({
		suspend: m.administration_action_suspend,
		restore: m.administration_action_restore,
		make_member: m.administration_action_make_member,
		make_editor: m.administration_action_make_editor,
		make_admin: m.administration_action_make_admin
	})[action]();

export interface Confirmation {
	title: string;
	text: string;
	/** On the button. */
	verb: string;
	/** A mail tells the person. */
	sendsMail: boolean;
	needsReason: boolean;
}

export function confirmationOf(
	action: AccountAction,
	{ fullName: name, status, role, government }: Pick<Member, 'fullName' | 'status' | 'role' | 'government'>
): Confirmation {
	const isRejected = status === 'rejected';
	/** What an administrator loses by another role. */
	const andNoMore = (text: string) =>
		role === 'admin' ? `${text} ${m.administration_confirm_no_admin({ name })}` : text;
	const words = {
		suspend: () => [
			m.administration_confirm_suspend_title({ name }),
			m.administration_confirm_suspend_text({ name }),
			m.administration_confirm_suspend()
		],
		restore: () => [
			m.administration_confirm_restore_title({ name }),
			isRejected
				? m.administration_confirm_restore_rejected_text(withDe({ name }))
				: m.administration_confirm_restore_suspended_text({ name }),
			m.administration_confirm_restore()
		],
		make_member: () => [
			m.administration_confirm_make_member_title({ name }),
			andNoMore(m.administration_confirm_make_member_text({ name })),
			m.administration_confirm_make_member()
		],
		make_editor: () => [
			m.administration_confirm_make_editor_title({ name }),
			andNoMore(
				m.administration_confirm_make_editor_text(withDe({ name, government: government?.name ?? '' }))
			),
			m.administration_confirm_make_editor()
		],
		make_admin: () => [
			m.administration_confirm_make_admin_title({ name }),
			m.administration_confirm_make_admin_text(),
			m.administration_confirm_make_admin()
		]
	} satisfies Record<AccountAction, () => [string, string, string]>;
	const [title, text, verb] = words[action]();
	return {
		title,
		text,
		verb,
		sendsMail: !(action === 'restore' && isRejected),
		needsReason: action === 'suspend'
	};
}

export const REASON_FIELD = 'reden';

export const readChangeReason = (form: FormData): string => {
	const typed = form.get(REASON_FIELD);
	return typeof typed === 'string' ? cleanText(typed) : '';
};

/** @returns a sentence, or undefined when nothing is wrong */
export function changeReasonProblem(reason: string, action: AccountAction): string | undefined {
	if (reason === '' && action === 'suspend') return m.administration_confirm_reason_missing();
	const over = characters(reason) - ACCOUNT_LIMITS.reason;
	if (over <= 0) return undefined;
	return m.administration_confirm_reason_long({
		limit: formatNumber(ACCOUNT_LIMITS.reason),
		over: formatNumber(over)
	});
}

export const SEEN_FIELD = 'gezien';

export type ChangeResult =
	| { kind: 'changed'; action: AccountAction; outcome: Exclude<ChangeOutcome, 'changed_meanwhile'> }
	/** It was looked at with this fingerprint. */
	| { kind: 'outdated'; seen: string }
	/** `id` is in the log too. */
	| { kind: 'failed'; id: string }
	| { kind: 'invalid' };

/** @param member null once it is gone */
export function changeSentence(
	result: ChangeResult,
	member: Pick<Member, 'fullName' | 'seen'> | null
): { good: boolean; text: string } {
	if (result.kind === 'failed') return { good: false, text: m.administration_failed({ id: result.id }) };
	if (result.kind === 'invalid') return { good: false, text: m.administration_invalid_form() };
	const who = withDe({ name: member?.fullName ?? m.administration_gone_account() });
	if (result.kind === 'outdated') {
		const changed = changedMeanwhile('member', result.seen, member?.seen ?? null);
		return { good: false, text: changed ?? m.administration_unchanged(who) };
	}
	if (result.outcome === 'done') return { good: true, text: DONE[result.action](who) };
	return { good: false, text: REFUSED[result.outcome](who) };
}

const DONE: Record<AccountAction, (who: { name: string; de_name: string }) => string> = {
	suspend: m.administration_changed_suspend,
	restore: m.administration_changed_restore,
	make_member: m.administration_changed_make_member,
	make_editor: m.administration_changed_make_editor,
	make_admin: m.administration_changed_make_admin
};

const REFUSED: Record<
	Exclude<ChangeOutcome, 'done' | 'changed_meanwhile'>,
	(who: { name: string; de_name: string }) => string
> = {
	unchanged: m.administration_unchanged,
	own_account: () => m.administration_change_own_account(),
	last_admin: () => m.administration_change_last_admin(),
	incomplete: () => m.administration_change_incomplete(),
	not_found: () => m.administration_change_not_found()
};
