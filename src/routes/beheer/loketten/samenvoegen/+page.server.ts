import { isId } from '$lib/domain/text/ids';
import { lineIn, pressed } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { differenceBetween } from '$lib/editing/changes/subject.server';
import { readDesk } from '$lib/editing/desk/desks.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { likelyPairs, mergeDesks, readChosen } from '$lib/verification/duplicates.server';
import type { Actions, PageServerLoad } from './$types';

/** Choosing what to keep leads to a page that asks again: what is merged does not come apart. */
export const load: PageServerLoad = async ({ locals, request, url }) => {
	const index = await requireDirectory();
	const ids = ['houd', 'weg'].map((parameter) => url.searchParams.get(parameter));
	const desks = await requireAnswer(readChosen(locals.session.client, index, ids.filter(isId)), request);
	const [keep, remove] = ids.map((id) => desks.get(id ?? ''));
	if (!keep || !remove || keep === remove) return { chosen: null, pairs: likelyPairs(index) };
	// After its fingerprint: nobody decides about more than they were shown.
	const whole = async <Of extends { id: string }>(desk: Of) => {
		const kept = await requireAnswer(readDesk(locals.session.client, desk.id), request);
		return { ...desk, rows: kept ? differenceBetween('desk', null, kept.content) : [] };
	};
	const [stays, goes] = await Promise.all([whole(keep), whole(remove)]);
	return { chosen: { keep: stays, remove: goes }, pairs: likelyPairs(index) };
};

export const actions: Actions = {
	default: (event) =>
		pressed(event, async () => {
			const data = await event.request.formData();
			const [keep, remove] = [data.get('houd'), data.get('weg')];
			if (!isId(keep) || !isId(remove)) return { kind: 'invalid' as const };
			const seen: [string, string] = [lineIn(data, 'houd-gezien'), lineIn(data, 'weg-gezien')];
			const outcome = await mergeDesks(event.locals.session.client, keep, remove, seen);
			return outcome === 'changed_meanwhile'
				? { kind: 'outdated' as const, seen }
				: { kind: 'answered' as const, outcome, remove };
		})
};
