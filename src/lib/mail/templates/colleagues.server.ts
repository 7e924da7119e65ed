/** The mails between colleagues, and about what is new of them. */
import { withDe } from '$lib/domain/text/french';
import * as v from 'valibot';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Block } from '../layout.server';
import { isReplyAddress } from '$lib/base/mail/replyAddress.server';
import { line, toPerson, type Write } from './phrases.server';

const id = v.pipe(v.string(), v.uuid());
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const newColleague = v.object({ name: line, colleague: line, government: line });
const letter = v.object({
	name: line,
	sender: line,
	senderId: id,
	senderEmail: v.pipe(v.string(), v.check(isReplyAddress)),
	/** Null for an administrator of the platform. */
	senderGovernment: v.nullable(line),
	recipient: line,
	recipientGovernment: v.nullable(line),
	subject: line,
	message: v.string()
});
const digest = v.object({
	name: line,
	colleagues: v.array(v.object({ id, name: line, government: line, topics: v.array(line) })),
	colleagueCount: count,
	governments: v.array(v.object({ name: line, slug })),
	governmentCount: count,
	desks: v.array(v.object({ name: line, slug, government: line })),
	deskCount: count
});

const withGovernment = (person: string, government: string | null): string =>
	government === null ? person : `${person} (${government})`;

/** By the name in the column `template`. */
export const COLLEAGUE_TEMPLATES = {
	new_colleague: (params, { locale, text, hello }) => {
		const { name, colleague, government } = v.parse(newColleague, params);
		return {
			title: m.mail_new_colleague_title({ colleague }, { locale }),
			blocks: [hello(name), text(m.mail_new_colleague_text({ colleague, government }, { locale }))]
		};
	},
	first_message: (params, { locale, say, text, hello, link }) => {
		const { name, sender, senderId, senderEmail, senderGovernment, subject, message } = v.parse(
			letter,
			params
		);
		const from = withGovernment(sender, senderGovernment);
		return {
			title: m.mail_first_message_title(withDe({ from }), { locale }),
			blocks: [
				hello(name),
				text(m.mail_first_message_text({ from }, { locale })),
				...quoted(subject, message, locale),
				text(m.mail_first_message_answer({ sender, address: senderEmail }, { locale })),
				text(m.mail_first_message_hidden({ sender }, { locale })),
				{
					kind: 'small',
					text: say(m.mail_first_message_unwanted),
					link: { label: say(m.mail_first_message_report), href: link(`/collegas/melden?wie=${senderId}`) }
				}
			],
			replyTo: senderEmail
		};
	},
	first_message_copy: (params, { locale, text, hello }) => {
		const { name, recipient, recipientGovernment, subject, message } = v.parse(letter, params);
		const to = withGovernment(recipient, recipientGovernment);
		return {
			title: m.mail_first_message_copy_title({ recipient }, { locale }),
			blocks: [
				hello(name),
				text(m.mail_first_message_copy_text({ to }, { locale })),
				...quoted(subject, message, locale),
				text(m.mail_first_message_copy_answer({ recipient }, { locale }))
			]
		};
	},
	colleague_report: (params, { say, text, hello, button }) => ({
		title: say(m.mail_colleague_report_title),
		blocks: [
			hello(v.parse(toPerson, params).name),
			text(say(m.mail_colleague_report_text)),
			button(m.mail_colleague_report_action, '/beheer/meldingen')
		]
	}),
	digest: (params, { locale, say, text, hello, button, link }) => {
		const news = v.parse(digest, params);
		const lists = [
			listOf(m.mail_digest_colleagues, news.colleagueCount, news.colleagues, locale, (one) => ({
				label: one.name,
				href: link(`/collegas/${one.id}`),
				text: [one.government, ...(one.topics.length > 0 ? [one.topics.join(', ')] : [])].join(' – ')
			})),
			listOf(m.mail_digest_governments, news.governmentCount, news.governments, locale, (one) => ({
				label: one.name,
				href: link(`/besturen/${one.slug}`)
			})),
			listOf(m.mail_digest_desks, news.deskCount, news.desks, locale, (one) => ({
				label: one.name,
				href: link(`/loketten/${one.slug}`),
				text: one.government
			}))
		].filter((list) => list.items.length > 0);
		const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
			lists.map(({ heading }) => heading)
		);
		return {
			title: m.mail_digest_title({ what }, { locale }),
			blocks: [
				hello(news.name),
				text(say(m.mail_digest_text)),
				...lists,
				button(m.mail_digest_action, '/account/volgen')
			]
		};
	}
} satisfies Readonly<Record<string, Write>>;

function quoted(subject: string, message: string, locale: Locale): Block[] {
	return [
		{ kind: 'text', text: m.mail_first_message_subject({ subject }, { locale }) },
		{ kind: 'quote', text: message.trim() }
	];
}

type List = Extract<Block, { kind: 'list' }>;

/** What there is of one kind: the first ones, and how many more there are. */
function listOf<Item>(
	heading: (inputs: { count: number }, options: { locale: Locale }) => string,
	count: number,
	items: readonly Item[],
	locale: Locale,
	itemOf: (item: Item) => List['items'][number]
): List {
	const rest = count - items.length;
	return {
		kind: 'list',
		heading: heading({ count: Math.max(count, items.length) }, { locale }),
		items: items.map(itemOf),
		...(rest > 0 ? { more: m.mail_digest_more({ count: rest }, { locale }) } : {})
	};
}
