/** How a desk is saved, and what is asked before it is. */
import { redirect } from '@sveltejs/kit';
import { doneParam } from '$lib/domain/query/done';
import { slugOf } from '$lib/domain/text/slug';
import { upkeepHref } from '$lib/editing/addresses';
import type { DeskContent } from '$lib/editing/content';
import { contentOfForm } from '$lib/editing/deskSchema';
import type { DeskOutcome } from '$lib/editing/outcome';
import { orNothing, revisionOf } from '$lib/editing/textFields';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { saveChange } from './changes.server';
import { mergeInto, type ValidatedDesk } from './deskConflict.server';
import { readDesk, readDesks, type KeptDesk } from './desks.server';
import { doubtsAbout, keyOf } from './doubts.server';
import type { Keeper } from './keeper.server';
import { locate } from './pin.server';

/** What to ask before it is published; null when nothing is odd, or it was asked before. */
export async function doubtful(
	client: TypedClient,
	{ government }: Keeper,
	desk: KeptDesk | null,
	form: ValidatedDesk,
	accepted: string
): Promise<DeskOutcome | null> {
	if (form.data.lon === '' || form.data.lat === '') {
		const { form: data, outcome } = await locate(form.data);
		form.data = data;
		if (outcome.kind !== 'located' || !outcome.place.precise) return outcome;
	}
	const others = desk ? [] : await readDesks(client, government.id);
	const content = contentOfForm(form.data);
	const doubts = doubtsAbout(await requireDirectory(), government.nisCode, content, desk, others);
	const key = keyOf(doubts);
	return key === '' || key === accepted ? null : { kind: 'doubts', doubts, key };
}

export async function save(
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk | null,
	form: ValidatedDesk,
	intent: 'draft' | 'publish'
): Promise<DeskOutcome> {
	const content = contentOfForm(form.data);
	const saved = await saveChange(client, {
		subject: 'desk',
		localGovernmentId: keeper.government.id,
		deskId: desk?.id ?? null,
		changeId: orNothing(form.data.change),
		baseRevision: revisionOf(form.data.revision),
		content: desk ? content : { ...content, slug: slugFor(content) },
		intent,
		note: orNothing(form.data.note)
	});
	if (saved.outcome === 'gone') return { kind: 'gone' };
	if (saved.outcome === 'conflict') {
		const latest = desk && (await readDesk(client, desk.id));
		if (!latest) return { kind: 'gone' };
		return mergeInto(client, keeper, latest, form);
	}
	if (saved.outcome !== 'draft') deliverSoon();
	const about = saved.deskId ? `&loket=${saved.deskId}` : '';
	redirect(303, upkeepHref(`?${doneParam(saved.outcome)}${about}`, keeper.chosen));
}

/** "loket-gent" for the first of a name; the database gives the second one a number. */
const slugFor = ({ name, place }: DeskContent): string => slugOf(`${name} ${place}`).slice(0, 100) || 'loket';
