import { compareWithVisitor } from '$lib/accounts/asVisitor.server';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { visitorClient } from '$lib/base/database/supabase.server';
import type { PageServerLoad } from './$types';

/** Text only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, request }) => {
	const { id } = await requireAccount(locals);
	return {
		comparison: await requireAnswer(compareWithVisitor(locals.session.client, visitorClient(), id), request)
	};
};
