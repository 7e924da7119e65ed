/** How a desk is saved. */
import { redirect } from '@sveltejs/kit';
import { doneParam } from '$lib/domain/query/done';
import { slugOf } from '$lib/domain/text/slug';
import { upkeepHref } from '../addresses';
import type { DeskContent } from '../content';
import { contentOfForm } from './deskSchema';
import type { DeskOutcome } from '../outcome';
import { orNothing, revisionOf } from '../textFields';
import { deliverSoon } from '$lib/mail/index.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { saveChange } from '../changes/changes.server';
import { mergeInto, type ValidatedDesk } from './deskConflict.server';
import { readDesk, type KeptDesk } from './desks.server';
import type { Keeper } from '../keeper.server';

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
