/** The mails about messages from the contact form: to whoever runs the site, and the answer. */
import * as v from 'valibot';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { line, type Write } from './phrases.server';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Nothing of what was written: that is read where only administrators come. */
const arrived = v.object({
	/** Left out for an address without account. */
	name: v.optional(line),
	count: v.pipe(count, v.minValue(1)),
	/** How many of them are about somebody's data. */
	privacy: count
});
const answered = v.object({ name: line, message: v.string(), answer: v.string() });

/** By the name in the column `template`. */
export const CONTACT_TEMPLATES = {
	contact_message: (params, { locale, text, hello, button }) => {
		const { name, count, privacy } = v.parse(arrived, params);
		return {
			title: m.mail_contact_message_title({ count }, { locale }),
			blocks: [
				...(name === undefined ? [] : [hello(name)]),
				text(m.mail_contact_message_text({ count }, { locale })),
				...(privacy > 0 ? [text(m.mail_contact_message_privacy({ count: privacy }, { locale }))] : []),
				button(m.mail_contact_message_action, '/beheer/berichten')
			],
			...(name === undefined ? { why: m.mail_why_operator } : {})
		};
	},
	contact_answer: (params, { say, text, hello, writeUs }) => {
		const { name, message, answer } = v.parse(answered, params);
		return {
			title: say(m.mail_contact_answer_title),
			blocks: [
				hello(name),
				// Each paragraph as it was written.
				...answer
					.trim()
					.split(/\n{2,}/)
					.map((paragraph) => text(paragraph)),
				text(say(m.mail_contact_answer_yours)),
				{ kind: 'quote', text: message.trim() },
				text(say(m.mail_contact_answer_end)),
				writeUs
			],
			why: m.mail_why_contact,
			isAnsweredToOperator: true
		};
	}
} satisfies Readonly<Record<string, Write>>;
