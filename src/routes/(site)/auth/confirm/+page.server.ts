import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { LinkType } from '$lib/accounts/linkTypes';
import { ownPath } from '$lib/domain/access/ownPath';
import type { Account } from '$lib/domain/account/account';
import { doneParam } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { attempt } from '$lib/accounts/attempt.server';
import { readMailLink, useMailLink, type MailLink } from '$lib/accounts/confirmation.server';
import { rememberUsed, takeNext, wasAskedHere, wasUsedHere } from '$lib/accounts/linkMemory.server';
import { confirmAgain, sendPasswordReset, sendSignInLink } from '$lib/accounts/mailedLinks.server';
import { mailALink, mailForm } from '$lib/accounts/mailForm.server';
import { rememberRecovery } from '$lib/accounts/recovery.server';
import type { Actions, PageServerLoad } from './$types';

/** Without a script on the page nothing can read the link, and pressing the button is a form like any other. */
export const csr = false;

/**
 * Opening the link shows a button; only pressing it uses the link. Programs that look through mail open every link in it,
 * and press no buttons.
 */
export const load: PageServerLoad = async (event) => {
	const { url, setHeaders } = event;
	const form = await mailForm.open();
	setHeaders({
		'cache-control': 'no-store',
		// Nobody gets the link as the page one came from. Not `no-referrer`: then the form could not say where it is from.
		'referrer-policy': 'strict-origin'
	});
	const link = readMailLink(url.searchParams.get('token_hash'), url.searchParams.get('type'));
	return { form, next: ownPath(url.searchParams.get('next')) ?? '', ...stateOf(event, link) };
};

function stateOf(
	event: RequestEvent,
	link: MailLink | undefined
): { state: 'ready' | 'used'; link: MailLink } | { state: 'broken'; link: null } {
	if (!link) return { state: 'broken', link: null };
	return { state: wasUsedHere(event, link) ? 'used' : 'ready', link };
}

export const actions: Actions = {
	use: async (event) => {
		const data = await event.request.formData();
		const link = readMailLink(data.get('token_hash'), data.get('type'));
		if (!link) return fail(400, { state: 'broken' as const });
		const { client } = event.locals.session;
		const { problem, status, outcome } = await attempt(event, { action: 'confirm' }, () =>
			useMailLink(client, link, (accountId) => wasAskedHere(event, accountId))
		);
		// A link that could not be tried is as good as it was.
		if (problem) return fail(status, { state: 'ready' as const, link, problem });
		if (outcome === 'spent') {
			return fail(410, { state: wasUsedHere(event, link) ? ('used' as const) : ('spent' as const), link });
		}
		rememberUsed(event, link);
		if (outcome === 'half') return { state: 'half' as const };

		event.locals.session.refresh();
		// The mail is in three languages; the account knows which one its person reads.
		const account = await event.locals.session.account().catch(() => null);
		const isUnclaimed = outcome === 'unclaimed';
		if (link.type === 'recovery' || isUnclaimed) await rememberRecovery(event);
		if (isUnclaimed && link.type !== 'recovery') {
			redirect(303, `${localPath('/wachtwoord/nieuw', account?.locale)}?eerste`);
		}
		const next = data.get('next');
		redirect(
			303,
			destination(event, link.type, typeof next === 'string' ? ownPath(next) : undefined, account)
		);
	},

	again: async (event) => {
		const data = await event.request.formData();
		const type = data.get('type');
		if (type === 'signup') return mailALink(event, 'magic_link', confirmAgain, data);
		if (type === 'recovery') return mailALink(event, 'reset', sendPasswordReset, data);
		return mailALink(event, 'magic_link', sendSignInLink, data);
	}
};

function destination(
	event: RequestEvent,
	type: LinkType,
	next: string | undefined,
	account: Account | null
): string {
	const remembered = takeNext(event);
	if (type === 'recovery') return localPath('/wachtwoord/nieuw', account?.locale);
	if (type === 'magiclink') return next ?? remembered ?? localPath('/account', account?.locale);
	const done = type === 'email_change' ? 'email' : 'confirmed';
	return `${localPath('/account', account?.locale)}?${doneParam(done)}`;
}
