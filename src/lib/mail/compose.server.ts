import { NOTIFICATIONS } from '$lib/domain/account/account';
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { mailHtml, type Block } from './layout.server';
import { writeMail } from './templates.server';
import { topicParam } from './topicParam';
import { textPart } from '$lib/base/mail/textPart.server';
import type { OutgoingMail } from '$lib/base/mail/transport.server';
import { unsubscribeToken } from './unsubscribe.server';

/** A row of the outbox, as far as its mail is made of it. */
export interface OutboxMail {
	id: string;
	template: string;
	locale: string;
	to_address: string;
	params: unknown;
	/** What the recipient can switch off; null for mail about the account itself. */
	topic: string | null;
	recipient_id: string | null;
}

interface Site {
	/** Such as `https://kaart.example.be`. */
	origin: string;
	/** Signs the links that switch mail off. */
	secret: string;
	/** Where whoever runs the site reads mail, if that is known. */
	operatorEmail?: string | undefined;
}

/**
 * Writes a mail of the outbox in the language of its row.
 * @throws when the row has no template, or not its parameters; nothing of those is in the error
 */
export function composeMail(mail: OutboxMail, { origin, secret, operatorEmail }: Site): OutgoingMail {
	const locale = LOCALES.find((known) => known === mail.locale);
	if (!locale) throw new Error(`There is no language "${mail.locale}".`);
	const link = (path: string) => origin + localPath(path, locale);
	const content = writeMail(mail.template, mail.params, locale, link);
	const { title, blocks, why: itsWhy, replyTo } = content;
	const answerTo = replyTo ?? (content.isAnsweredToOperator ? operatorEmail : undefined);
	const off = unsubscribeLink(mail, link, secret);
	// Whoever answers a person quotes the mail: a link that works for anybody is no part of it then.
	const shownOff = off && replyTo ? link(`/account/mail?${topicParam(mail.topic)}`) : off;
	const html = mailHtml([
		{ locale, title, blocks: [...blocks, why(itsWhy ?? usualWhy(mail.template), locale, origin, shownOff)] }
	]);
	return {
		to: mail.to_address,
		...(answerTo ? { replyTo: answerTo } : {}),
		subject: title,
		html,
		text: textPart(html),
		// The same at every attempt: where a mail did arrive after all, the second one can be told from a new one.
		messageId: `${mail.id}@${new URL(origin).hostname}`,
		headers: {
			...(off
				? { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
				: {}),
			// An absence would be told to the sender, from the address that only an answer gives away.
			...(replyTo ? { 'X-Auto-Response-Suppress': 'All' } : {})
		}
	};
}

function unsubscribeLink(
	{ topic, recipient_id: accountId }: OutboxMail,
	link: (path: string) => string,
	secret: string
): string | undefined {
	const known = NOTIFICATIONS.find((one) => one === topic);
	if (!known || !accountId) return undefined;
	return link(`/uitschrijven?token=${unsubscribeToken({ accountId, topic: known }, secret)}`);
}

// Whoever left has no account any more that the mail could be about.
const usualWhy = (template: string) => (template === 'account_left' ? m.mail_why_left : m.mail_why_account);

function why(
	reason: (inputs: { site: string }, options: { locale: Locale }) => string,
	locale: Locale,
	origin: string,
	off: string | undefined
): Block {
	const site = new URL(origin).host;
	if (off) {
		return {
			kind: 'small',
			text: m.mail_why_topic({ site }, { locale }),
			link: { label: m.mail_unsubscribe({}, { locale }), href: off }
		};
	}
	return { kind: 'small', text: reason({ site }, { locale }) };
}
