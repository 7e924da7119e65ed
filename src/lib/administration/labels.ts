/** What the fixed values of accounts are called in the reader's language. */
import type { AccountStatus, Position, Role } from '$lib/domain/account/account';
import type { Locale } from '$lib/domain/directory/directory';
import { formatList } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Decision, EmailEvidence, PastDecision } from './account';
import type { Mention } from './audit/auditEntry';
import type { MailState, MailTemplate } from '$lib/mail/waitingMail';

export const statusLabel = (status: AccountStatus): string =>
	({
		pending: m.administration_status_pending,
		approved: m.administration_status_approved,
		rejected: m.administration_status_rejected,
		suspended: m.administration_status_suspended
	})[status]();

export const roleLabel = (role: Role): string =>
	({
		member: m.administration_role_member,
		editor: m.administration_role_editor,
		admin: m.administration_role_admin
	})[role]();

export const positionLabel = (position: Position): string =>
	({ staff: m.administration_position_staff, elected: m.administration_position_elected })[position]();

export const languageLabel = (locale: Locale): string =>
	({
		nl: m.administration_language_nl,
		fr: m.administration_language_fr,
		en: m.administration_language_en
	})[locale]();

/** Who is gone has no name any more; the beginning of the id tells them apart. */
export const mentionLabel = ({ id, fullName }: Mention): string =>
	fullName ?? m.administration_gone_account_code({ code: id.slice(0, 4) });

/** After "by". */
export const deciderLabel = (by: Mention | null): string =>
	by === null ? m.administration_by_server() : (by.fullName ?? m.administration_by_gone());

/** What an e-mail address says, as a sentence that begins with its weight. */
export function evidenceSentence(evidence: EmailEvidence): string {
	const { domain } = evidence;
	switch (evidence.kind) {
		case 'own':
			return m.administration_evidence_own({ domain });
		case 'other':
			return evidence.governments.length > 0
				? m.administration_evidence_other({ domain, governments: formatList(evidence.governments) })
				: m.administration_evidence_other_unnamed({ domain });
		case 'free':
			return m.administration_evidence_free({ domain });
		case 'lookalike':
			return m.administration_evidence_lookalike({ domain, of: evidence.of });
		case 'unknown':
			return evidence.mixed
				? m.administration_evidence_mixed({ domain })
				: m.administration_evidence_unknown({ domain });
	}
}

export const decisionLabel = ({ decision, newRole }: Pick<PastDecision, 'decision' | 'newRole'>): string =>
	({
		approved: m.administration_decision_approved,
		rejected: m.administration_decision_rejected,
		suspended: m.administration_decision_suspended,
		restored: m.administration_decision_restored,
		role_changed: () => m.administration_decision_role_changed({ role: roleLabel(newRole) })
	})[decision satisfies Decision]();

export const mailTemplateLabel = (template: MailTemplate): string =>
	({
		auth_confirmation: m.administration_mail_template_auth_confirmation,
		auth_recovery: m.administration_mail_template_auth_recovery,
		auth_magic_link: m.administration_mail_template_auth_magic_link,
		auth_email_change: m.administration_mail_template_auth_email_change,
		already_registered: m.administration_mail_template_already_registered,
		account_approved: m.administration_mail_template_account_approved,
		account_rejected: m.administration_mail_template_account_rejected,
		account_suspended: m.administration_mail_template_account_suspended,
		account_restored: m.administration_mail_template_account_restored,
		role_changed: m.administration_mail_template_role_changed,
		email_changed: m.administration_mail_template_email_changed,
		password_changed: m.administration_mail_template_password_changed,
		account_ends: m.administration_mail_template_account_ends,
		password_chosen: m.administration_mail_template_password_chosen,
		account_left: m.administration_mail_template_account_left,
		change_waiting: m.administration_mail_template_change_waiting,
		change_reviewed: m.administration_mail_template_change_reviewed,
		desk_check: m.administration_mail_template_desk_check,
		page_changed: m.administration_mail_template_page_changed,
		new_request: m.administration_mail_template_new_request,
		evidence_changed: m.administration_mail_template_evidence_changed,
		desk_report: m.administration_mail_template_desk_report,
		new_colleague: m.administration_mail_template_new_colleague,
		first_message: m.administration_mail_template_first_message,
		first_message_copy: m.administration_mail_template_first_message_copy,
		colleague_report: m.administration_mail_template_colleague_report,
		digest: m.administration_mail_template_digest,
		contact_message: m.contact_mail_template_message,
		contact_answer: m.contact_mail_template_answer
	})[template]();

export const mailStateLabel = (state: MailState): string =>
	({
		waiting: m.administration_mail_waiting,
		sending: m.administration_mail_sending,
		retrying: m.administration_mail_retrying,
		dead: m.administration_mail_dead
	})[state]();
