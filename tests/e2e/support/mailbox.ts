/** The mail that somebody got: what the mail server of the tests took, or else what the embedded backend kept. */
import { expect, type Page } from '@playwright/test';
import type { ReceivedMail } from '../../../src/lib/base/mail/smtp.fixture.ts';

export interface Mail {
	subject: string;
	text: string;
	html: string;
}

/** By the port of the site: it has more than one name. */
const mailServers = new Map<string, () => readonly ReceivedMail[]>();

/** From now on the mail of that site is found there. @returns undoes it */
export function mailAt(site: string, received: () => readonly ReceivedMail[]): () => void {
	const { port } = new URL(site);
	mailServers.set(port, received);
	return () => void mailServers.delete(port);
}

/** All mail to one address so far, newest first. @param site a page of the site, or its address */
export async function mailsTo(site: Page | string, address: string): Promise<Mail[]> {
	const { port, origin } = new URL(typeof site === 'string' ? site : site.url());
	const wanted = address.toLowerCase();
	const received = mailServers.get(port);
	if (received) {
		return received()
			.filter(({ to }) => to.some((one) => one.toLowerCase() === wanted))
			.map(({ mail: { subject = '', text = '', html = '' } }) => ({ subject, text, html }))
			.toReversed();
	}
	// Not by the browser: its requests carry the address of an invented visitor, and the mailbox is for this machine only.
	const answer = await fetch(`${origin}/dev/mailbox.json?to=${encodeURIComponent(address)}`);
	if (!answer.ok) throw new Error(`The mailbox of ${origin} answers ${answer.status}.`);
	const { mails }: { mails: Mail[] } = await answer.json();
	return mails;
}

/** Waits for a mail. @param subject a part of it @returns the newest that fits */
export async function mailTo(
	site: Page | string,
	address: string,
	subject: string | RegExp = ''
): Promise<Mail> {
	let mails: Mail[] = [];
	const fits = (mail: Mail) =>
		typeof subject === 'string' ? mail.subject.includes(subject) : subject.test(mail.subject);
	await expect
		.poll(
			async () => {
				mails = await mailsTo(site, address);
				return mails.some(fits);
			},
			{ message: `mail "${subject}" to ${address}` }
		)
		.toBe(true);
	const mail = mails.find(fits);
	if (!mail) throw new Error('The mail is gone.');
	return mail;
}

/**
 * The first link to a page of ours, as path and query: the tests reach the site by another name than its readers do.
 * @param path without language prefix, such as `/auth/confirm`
 */
export function linkIn({ text }: Pick<Mail, 'text'>, path: string): string {
	for (const [href] of text.matchAll(/https?:\/\/[^\s<>]+/g)) {
		const { pathname, search } = new URL(href);
		if (pathname.replace(/^\/(fr|en)(?=\/)/, '') === path) return pathname + search;
	}
	throw new Error(`No link to ${path} in:\n${text}`);
}
