/** What the templates of mail share. The parameters are data of others: they end up as text, wherever they stand. */
import * as v from 'valibot';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Block } from '../layout.server';

export interface Content {
	/** Subject and heading. */
	title: string;
	blocks: Block[];
	/** Why it came, where that is not what it is for most mails. */
	why?: (inputs: { site: string }, options: { locale: Locale }) => string;
	/** The address that an answer goes to, where that is not the site's. */
	replyTo?: string;
	/** An answer goes to whoever runs the site, who may send from an address that nobody reads. */
	isAnsweredToOperator?: boolean;
}

/** On one line, and without characters that turn the text around them. */
export const line = v.pipe(
	v.string(),
	v.transform((text) =>
		text
			.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
			.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
			.trim()
	)
);
export const toPerson = v.object({ name: line });

export type Message = (inputs: object, options: { locale: Locale }) => string;

/** The parts that mails share, in one language. `link` gives the absolute address of a page. */
export function phrases(locale: Locale, link: (path: string) => string) {
	const say = (message: Message) => message({}, { locale });
	const text = (words: string): Block => ({ kind: 'text', text: words });
	const button = (message: Message, path: string): Block => ({
		kind: 'button',
		label: say(message),
		href: link(path)
	});
	const quote = (before: Message, said = ''): Block[] =>
		said.trim() ? [text(say(before)), { kind: 'quote', text: said.trim() }] : [];
	return {
		locale,
		link,
		say,
		text,
		button,
		hello: (name: string) => text(m.mail_hello({ name }, { locale })),
		note: (said: string | undefined) => quote(m.mail_note, said),
		reason: (said: string) => quote(m.mail_reason, said),
		signIn: button(m.mail_sign_in, '/aanmelden'),
		newPassword: button(m.mail_recovery_action, '/wachtwoord'),
		writeUs: button(m.mail_write_us, '/contact')
	};
}

export type Write = (params: unknown, phrases: Phrases) => Content;
export type Phrases = ReturnType<typeof phrases>;
