/** The form of a desk beside a version that somebody else published meanwhile. */
import type { SuperValidated } from 'sveltekit-superforms';
import { DESK_PARTS, deskContent } from '../content';
import { contentOfForm, withParts, type DeskForm } from './deskSchema';
import type { Conflict, DeskOutcome } from '../outcome';
import { revisionOf } from '../textFields';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { KeptDesk } from './desks.server';
import type { Keeper } from '../keeper.server';
import { settle } from '../changes/settle.server';

export type ValidatedDesk = SuperValidated<DeskForm, DeskOutcome>;

/** Brings a form up to the version that the public reads. What both changed stays as the writer has it. */
export async function mergeInto(
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk,
	form: ValidatedDesk
): Promise<Conflict> {
	const against = revisionOf(form.data.revision);
	const conflict = await conflictOf(client, keeper, desk, form.data, against);
	form.data = {
		...withParts(form.data, conflict.taken, desk.content),
		revision: String(desk.revision),
		against: String(against)
	};
	return conflict;
}

export const conflictOf = (
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk,
	form: DeskForm,
	against: number
): Promise<Conflict> =>
	settle(client, keeper, desk.id, DESK_PARTS, deskContent, {
		against,
		published: desk,
		own: contentOfForm(form)
	});
