/** What is asked before a desk is published. */
import type { TypedClient } from '$lib/base/database/supabase.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { ValidatedDesk } from './deskConflict.server';
import { contentOfForm } from './deskSchema';
import { readDesks, type KeptDesk } from './desks.server';
import { doubtsAbout, keyOf } from './doubts.server';
import type { Keeper } from '../keeper.server';
import type { DeskOutcome } from '../outcome';
import { locate } from './pin.server';

/** @returns null when nothing is odd, or it was asked before. */
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
