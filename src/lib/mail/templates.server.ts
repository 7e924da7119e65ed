/** What each mail of the outbox says. The parameters are data of others: they end up as text, wherever they stand. */
import { withDe } from '$lib/domain/text/french';
import { PlainError } from '$lib/base/log/tellError.server';
import * as v from 'valibot';
import type { MailTemplate } from './waitingMail';
import { REPORT_TOPICS, type ReportTopic } from '$lib/domain/desk/report';
import type { Locale } from '$lib/domain/directory/directory';
import { formatDate } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { AUTH_TEMPLATES } from './templates/auth.server';
import { COLLEAGUE_TEMPLATES } from './templates/colleagues.server';
import { CONTACT_TEMPLATES } from './templates/contact.server';
import { line, phrases, toPerson, type Content, type Message, type Write } from './templates/phrases.server';

const withNote = v.object({ name: line, reason: v.optional(v.string()) });
const withReason = v.object({ name: line, reason: v.string() });
const roleChange = v.object({
	...withNote.entries,
	role: v.picklist(['member', 'editor', 'admin'])
});
const emailChange = v.object({ name: line, newAddress: line });
const accountEnd = v.object({
	name: line,
	status: v.picklist(['suspended', 'pending']),
	on: v.pipe(v.string(), v.isoDate())
});
const requests = v.object({ name: line, count: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const deskReport = v.object({ ...requests.entries, desk: line, topic: v.picklist(REPORT_TOPICS) });
const deskCheck = v.object({
	/** Left out for an address without account. */
	name: v.optional(line),
	desk: line,
	government: line,
	token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	round: v.picklist(['first', 'second', 'last', 'handed_over'])
});

const ROLES = {
	member: m.mail_role_changed_member,
	editor: m.mail_role_changed_editor,
	admin: m.mail_role_changed_admin
};

const DESK_CHECKS = {
	first: { title: m.mail_desk_check_title, text: m.mail_desk_check_text },
	second: { title: m.mail_desk_check_second_title, text: m.mail_desk_check_second_text },
	last: { title: m.mail_desk_check_last_title, text: m.mail_desk_check_last_text },
	handed_over: { title: m.mail_desk_check_handed_over_title, text: m.mail_desk_check_handed_over_text }
};

const changeId = v.pipe(v.string(), v.uuid());
/** `what` is the name of a desk, and null for the page of the government. */
const changeWaiting = v.object({
	name: line,
	government: line,
	what: v.optional(v.nullable(line), null),
	changeId
});
const pageChanged = v.object({
	name: line,
	government: line,
	what: v.optional(v.nullable(line), null),
	by: v.picklist(['review', 'administrator', 'import'])
});
const PAGE_CHANGES = {
	review: m.mail_page_changed_review,
	administrator: m.mail_page_changed_administrator,
	import: m.mail_page_changed_import
};
const changeReviewed = v.object({
	...changeWaiting.entries,
	decision: v.picklist(['approve', 'reject']),
	reason: v.optional(v.string(), '')
});

const TOPICS: Record<ReportTopic, Message> = {
	address: m.mail_desk_report_address,
	hours: m.mail_desk_report_hours,
	contact: m.mail_desk_report_contact,
	closed: m.mail_desk_report_closed,
	other: m.mail_desk_report_other
};

/** By the name in the column `template`. */
const TEMPLATES: Readonly<Record<MailTemplate, Write>> = {
	...AUTH_TEMPLATES,
	...COLLEAGUE_TEMPLATES,
	...CONTACT_TEMPLATES,
	already_registered: (_params, { say, text, signIn, newPassword }) => ({
		title: say(m.mail_already_registered_title),
		blocks: [
			text(say(m.mail_already_registered_text)),
			signIn,
			text(say(m.mail_already_registered_password)),
			newPassword,
			text(say(m.mail_already_registered_end))
		]
	}),
	account_approved: (params, { say, text, hello, note, signIn }) => {
		const { name, reason } = v.parse(withNote, params);
		return {
			title: say(m.mail_account_approved_title),
			blocks: [hello(name), text(say(m.mail_account_approved_text)), ...note(reason), signIn]
		};
	},
	account_rejected: (params, { say, text, hello, reason, signIn, writeUs }) => {
		const { name, reason: said } = v.parse(withReason, params);
		return {
			title: say(m.mail_account_rejected_title),
			blocks: [
				hello(name),
				text(say(m.mail_account_rejected_text)),
				...reason(said),
				text(say(m.mail_account_rejected_erase)),
				signIn,
				text(say(m.mail_account_rejected_end)),
				writeUs
			]
		};
	},
	account_suspended: (params, { say, text, hello, reason, writeUs }) => {
		const { name, reason: said } = v.parse(withReason, params);
		return {
			title: say(m.mail_account_suspended_title),
			blocks: [
				hello(name),
				text(say(m.mail_account_suspended_text)),
				...reason(said),
				text(say(m.mail_account_suspended_end)),
				writeUs
			]
		};
	},
	account_restored: (params, { say, text, hello, note, signIn }) => {
		const { name, reason } = v.parse(withNote, params);
		return {
			title: say(m.mail_account_restored_title),
			blocks: [hello(name), text(say(m.mail_account_restored_text)), ...note(reason), signIn]
		};
	},
	role_changed: (params, { say, text, hello, note, signIn }) => {
		const { name, role, reason } = v.parse(roleChange, params);
		return {
			title: say(m.mail_role_changed_title),
			blocks: [hello(name), text(say(ROLES[role])), ...note(reason), signIn]
		};
	},
	email_changed: (params, { locale, say, text, hello, writeUs }) => {
		const { name, newAddress } = v.parse(emailChange, params);
		return {
			title: say(m.mail_email_changed_title),
			blocks: [
				hello(name),
				text(m.mail_email_changed_text({ address: newAddress }, { locale })),
				text(say(m.mail_not_you)),
				writeUs
			]
		};
	},
	password_changed: (params, { say, text, hello, newPassword }) => ({
		title: say(m.mail_password_changed_title),
		blocks: [
			hello(v.parse(toPerson, params).name),
			text(say(m.mail_password_changed_text)),
			text(say(m.mail_password_changed_end)),
			newPassword
		]
	}),
	account_ends: (params, { locale, say, text, hello, signIn, writeUs }) => {
		const { name, status, on } = v.parse(accountEnd, params);
		const why = { suspended: m.mail_account_ends_suspended, pending: m.mail_account_ends_pending }[status];
		return {
			title: m.mail_account_ends_title({ date: formatDate(on, locale) }, { locale }),
			blocks: [
				hello(name),
				text(why({ date: formatDate(on, locale) }, { locale })),
				text(say(m.mail_account_ends_download)),
				signIn,
				text(say(m.mail_account_ends_end)),
				writeUs
			]
		};
	},
	password_chosen: (params, { say, text, hello, newPassword }) => ({
		title: say(m.mail_password_chosen_title),
		blocks: [
			hello(v.parse(toPerson, params).name),
			text(say(m.mail_password_chosen_text)),
			text(say(m.mail_password_changed_end)),
			newPassword
		]
	}),
	account_left: (params, { say, text, hello }) => ({
		title: say(m.mail_account_left_title),
		blocks: [hello(v.parse(toPerson, params).name), text(say(m.mail_account_left_text))]
	}),
	new_request: (params, { locale, text, hello, button }) => {
		const { name, count } = v.parse(requests, params);
		return {
			title: m.mail_new_request_title({ count }, { locale }),
			blocks: [
				hello(name),
				text(m.mail_new_request_text({ count }, { locale })),
				button(m.mail_new_request_action, '/beheer/aanvragen')
			]
		};
	},
	evidence_changed: (params, { locale, text, hello, button }) => {
		const { name, count } = v.parse(requests, params);
		return {
			title: m.mail_evidence_changed_title({ count }, { locale }),
			blocks: [
				hello(name),
				text(m.mail_evidence_changed_text({ count }, { locale })),
				button(m.mail_evidence_changed_action, '/beheer/logboek')
			]
		};
	},
	change_waiting: (params, { locale, text, hello, button }) => {
		const { name, government, what, changeId: id } = v.parse(changeWaiting, params);
		const about = { what: what ?? government };
		return {
			title: m.mail_change_waiting_title(about, { locale }),
			blocks: [
				hello(name),
				text(m.mail_change_waiting_text({ ...about, government }, { locale })),
				button(m.mail_change_waiting_action, `/mijn-bestuur/wijzigingen/${id}`)
			]
		};
	},
	page_changed: (params, { locale, text, hello, button }) => {
		const { name, government, what, by } = v.parse(pageChanged, params);
		const about = { what: what ?? government };
		return {
			title: m.mail_page_changed_title(about, { locale }),
			blocks: [
				hello(name),
				text(PAGE_CHANGES[by](withDe({ ...about, government }), { locale })),
				text(m.mail_page_changed_history({}, { locale })),
				button(m.mail_page_changed_action, '/mijn-bestuur')
			]
		};
	},
	change_reviewed: (params, { locale, text, hello, note, reason, button }) => {
		const { name, government, what, changeId: id, decision, reason: said } = v.parse(changeReviewed, params);
		const about = { what: what ?? government };
		const isApproved = decision === 'approve';
		return {
			title: (isApproved ? m.mail_change_approved_title : m.mail_change_rejected_title)(about, { locale }),
			blocks: [
				hello(name),
				text(
					(isApproved ? m.mail_change_approved_text : m.mail_change_rejected_text)(withDe(about), { locale })
				),
				...(isApproved ? note(said) : reason(said)),
				button(m.mail_change_reviewed_action, `/mijn-bestuur/wijzigingen/${id}`)
			]
		};
	},
	desk_report: (params, { locale, say, text, hello, button }) => {
		const { name, count, desk, topic } = v.parse(deskReport, params);
		return {
			title: m.mail_desk_report_title({ count, desk }, { locale }),
			blocks: [
				hello(name),
				text(m.mail_desk_report_text({ count, desk }, { locale })),
				// Of several, the first says nothing about the others.
				...(count === 1 ? [text(say(TOPICS[topic]))] : []),
				button(m.mail_desk_report_action, '/mijn-bestuur/meldingen')
			]
		};
	},
	desk_check: (params, { locale, say, text, hello, button }) => {
		const { name, desk, government, token, round } = v.parse(deskCheck, params);
		const words = DESK_CHECKS[round];
		const withoutAccount = round === 'handed_over' ? m.mail_why_handed_over : m.mail_why_desk_address;
		return {
			title: words.title({ desk }, { locale }),
			blocks: [
				...(name === undefined ? [] : [hello(name)]),
				text(words.text({ desk, government }, { locale })),
				button(m.mail_desk_check_action, `/loketten/nakijken?token=${token}`),
				text(say(m.mail_desk_check_end))
			],
			why: name === undefined ? withoutAccount : m.mail_why_desk
		};
	}
};

const isTemplate = (name: string): name is MailTemplate => Object.hasOwn(TEMPLATES, name);

/**
 * @param link the absolute address of a page, in the language of the mail
 * @throws when there is no such template or the parameters are not its own; nothing of those is in the error
 */
export function writeMail(
	template: string,
	params: unknown,
	locale: Locale,
	link: (path: string) => string
): Content {
	if (!isTemplate(template)) throw new Error('There is no such template.');
	try {
		return TEMPLATES[template](params, phrases(locale, link));
	} catch {
		// An error of the parser quotes what it read: that is somebody's name or words.
		throw new PlainError(`The parameters are not those of "${template}".`);
	}
}
