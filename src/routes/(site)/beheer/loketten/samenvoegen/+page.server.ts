import { fail } from '@sveltejs/kit';
import { isId } from '$lib/administration/ids';
import { logError, requireDirectory } from '$lib/server/http/errors';
import { findCompared, likelyPairs, mergeDesks } from '$lib/server/verification/duplicates';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what to keep leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const index = await requireDirectory();
	const keep = findCompared(index, url.searchParams.get('houd'));
	const remove = findCompared(index, url.searchParams.get('weg'));
	const chosen = keep && remove && keep.id !== remove.id ? { keep, remove } : null;
	return { chosen, pairs: likelyPairs(index) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const [keep, remove] = [data.get('houd'), data.get('weg')];
		if (!isId(keep) || !isId(remove)) return fail(400, { result: { kind: 'invalid' as const } });
		try {
			const outcome = await mergeDesks(locals.session.client, keep, remove);
			return { result: { kind: 'answered' as const, outcome, remove } };
		} catch (cause) {
			return fail(503, { result: { kind: 'failed' as const, id: logError(cause, request) } });
		}
	}
};
