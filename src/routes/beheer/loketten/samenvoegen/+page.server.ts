import { isId } from '$lib/domain/text/ids';
import { pressed } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { findCompared, likelyPairs, mergeDesks } from '$lib/verification/duplicates.server';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what to keep leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ url }) => {
	const index = await requireDirectory();
	const keep = findCompared(index, url.searchParams.get('houd'));
	const remove = findCompared(index, url.searchParams.get('weg'));
	const chosen = keep && remove && keep.id !== remove.id ? { keep, remove } : null;
	return { chosen, pairs: likelyPairs(index) };
};

export const actions: Actions = {
	default: (event) =>
		pressed(event, async () => {
			const data = await event.request.formData();
			const [keep, remove] = [data.get('houd'), data.get('weg')];
			if (!isId(keep) || !isId(remove)) return { kind: 'invalid' as const };
			const outcome = await mergeDesks(event.locals.session.client, keep, remove);
			return { kind: 'answered' as const, outcome, remove };
		})
};
