import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { locales } from '$lib/base/i18n/paraglide/runtime.js';
import { leaveAccount } from '$lib/accounts/ownAccount.server';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { signOut } from '$lib/accounts/signIn.server';
import { lineIn } from '$lib/base/form/form.server';
import { logError, requireAnswer } from '$lib/base/http/errors.server';
import { scrubFiles } from '$lib/base/database/scrubFiles.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

/** Text and a plain form: nothing for a script to do. */
export const csr = false;

/** In whichever of the languages somebody types it. */
const CONFIRMATIONS: string[] = locales.map((locale) => m.accounts_own_leave_word({}, { locale }));

export const load: PageServerLoad = async ({ locals }) => {
	const { status, pausedAt } = await requireAccount(locals);
	return { mayPause: status === 'approved' && pausedAt === null };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request } = event;
		await requireAccount(locals);
		const word = lineIn(await request.formData(), 'word');
		if (!CONFIRMATIONS.includes(word.toLowerCase())) return fail(400, { problem: 'word', word } as const);

		const outcome = await requireAnswer(leaveAccount(locals.session.client), request);
		if (outcome === 'last_admin') return fail(409, { problem: 'last_admin', word } as const);
		deliverSoon();
		// Nobody waits for it: the account is gone, and the daily upkeep does the same.
		void scrubFiles();
		// The account took its sessions along; of this one only the cookies are left.
		await signOut(event, 'local').catch((cause: unknown) => logError(cause, request));
		redirect(303, localPath('/tot-ziens'));
	}
};
