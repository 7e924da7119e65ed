/** What was asked of the form of a desk, and what becomes of it. */
import { setError } from 'sveltekit-superforms';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { DESK_PARTS, partsOf, type Part } from '../content';
import { contentOfForm, withParts } from './deskSchema';
import type { DeskOutcome } from '../outcome';
import { revisionOf } from '../textFields';
import { notGivenOut } from '$lib/domain/text/phoneNumberPlan.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { conflictOf, type ValidatedDesk } from './deskConflict.server';
import { viewOf } from './deskPreview.server';
import { doubtful } from './deskDoubts.server';
import { save } from './deskSaving.server';
import { readDesk, type KeptDesk } from './desks.server';
import type { Keeper } from '../keeper.server';
import { locate, readPlace, withPin } from './pin.server';

/** What the button that was pressed asks. */
type Intent =
	| { kind: 'draft' | 'find' | 'preview' }
	/** `accepted`: key of the doubts that were put before the person, and waved aside. */
	| { kind: 'publish'; accepted: string }
	| { kind: 'place'; place: ReturnType<typeof readPlace> }
	| { kind: 'take'; part: Part };

export function readIntent(value: FormDataEntryValue | null): Intent {
	const [word = '', rest = ''] = typeof value === 'string' ? value.split(/:(.*)/s) : [];
	if (word === 'draft' || word === 'find' || word === 'preview') return { kind: word };
	if (word === 'place') return { kind: 'place', place: readPlace(rest) };
	const part = partsOf(DESK_PARTS).find((one) => one === rest);
	return word === 'take' && part
		? { kind: 'take', part }
		: { kind: 'publish', accepted: word === 'accept' ? rest : '' };
}

interface Asked {
	intent: Intent;
	hasSoundHours: boolean;
}

/**
 * @returns what there is to tell; undefined when the fields themselves tell what is wrong
 * @throws a redirect when it is saved; DatabaseError
 */
export async function act(
	client: TypedClient,
	keeper: Keeper,
	deskId: string | null,
	form: ValidatedDesk,
	{ intent, hasSoundHours }: Asked
): Promise<DeskOutcome | undefined> {
	const desk = deskId === null ? null : await readDesk(client, deskId);
	if (desk === undefined) return { kind: 'gone' };
	switch (intent.kind) {
		case 'find': {
			const located = await locate(form.data);
			form.data = located.form;
			return located.outcome;
		}
		case 'place': {
			if (!intent.place) return { kind: 'not-located' };
			form.data = withPin(form.data, intent.place);
			return { kind: 'located', place: { label: m.editing_pin_chosen(), ...intent.place }, others: [] };
		}
		case 'take': {
			if (!desk) return { kind: 'gone' };
			form.data = withParts(form.data, [intent.part], desk.content);
			return conflictOf(client, keeper, desk, form.data, revisionOf(form.data.against));
		}
		case 'preview':
			judge(form, desk);
			if (!form.valid || !hasSoundHours) return undefined;
			return { kind: 'preview', desk: viewOf(keeper, desk, contentOfForm(form.data)) };
		case 'draft':
			return hasSoundHours ? save(client, keeper, desk, form, 'draft') : undefined;
		case 'publish':
			judge(form, desk);
			if (!form.valid || !hasSoundHours) return undefined;
			return (
				(await doubtful(client, keeper, desk, form, intent.accepted)) ??
				save(client, keeper, desk, form, 'publish')
			);
	}
}

/** What only the server knows of what is typed. A number that stood there before is no mistake of today. */
function judge(form: ValidatedDesk, desk: KeptDesk | null): void {
	const odd = notGivenOut(form.data.phone);
	if (odd === null || odd === desk?.content.phone) return;
	setError(form, 'phone', m.editing_phone_invalid());
}
