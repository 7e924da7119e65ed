/**
 * The mail that somebody got: from the mailbox of the embedded backend, or, where that is a process of its own, from the
 * mail server that the tests run.
 */
import { expect, type Page } from '@playwright/test';
import { MAIL_PORT_OFFSET, type Mail } from './mailServer.ts';

const PATIENCE_MS = 20_000;

export type { Mail };

/** All mail to one address so far, newest first. @param site a page of the site, or its address */
export async function mailsTo(site: Page | string, address: string): Promise<Mail[]> {
	const { port, origin } = new URL(typeof site === 'string' ? site : site.url());
	const hasMailServer = Boolean(process.env.E2E_SUPABASE_URL) || process.env.E2E_BACKEND === 'remote';
	const box = hasMailServer
		? `http://127.0.0.1:${Number(port) + MAIL_PORT_OFFSET}/`
		: `${origin}/dev/mailbox.json`;
	// Not by the browser: its requests carry the address of an invented visitor, and the mailbox is for this machine only.
	const answer = await fetch(`${box}?to=${encodeURIComponent(address)}`);
	if (!answer.ok) throw new Error(`${box} answers ${answer.status}.`);
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
			{ message: `mail "${subject}" to ${address}`, timeout: PATIENCE_MS }
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
