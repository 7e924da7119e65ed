/** The form of a desk: what it starts with, and what becomes of it when it is sent. */
import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { deskContent } from '../content';
import { deskSchema, EMPTY_DESK, formOfContent, type DeskForm } from './deskSchema';
import type { DeskOutcome } from '../outcome';
import { statusOf } from '$lib/base/form/outcome';
import { orFailed } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { ProposedChange } from '../changes/changes.server';
import { mergeInto, type ValidatedDesk } from './deskConflict.server';
import { act, readIntent } from './deskIntent.server';
import type { KeptDesk } from './desks.server';
import { openedHours, readHours } from '../hours/hours.server';
import type { Keeper } from '../keeper.server';
import { problemOf } from '../problem.server';

// A box that is not ticked is not sent.
const schema = valibot(deskSchema, { defaults: { ...EMPTY_DESK, languages: [] } });

/**
 * The form as it is opened.
 * @param desk null for a new one
 * @param change one's own that goes on
 * @throws DatabaseError
 */
export async function deskForm(
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk | null,
	change: ProposedChange | undefined
): Promise<ValidatedDesk> {
	const content = change ? v.parse(deskContent, change.content) : desk?.content;
	const { byNisCode } = await requireDirectory();
	const home = byNisCode.get(keeper.government.nisCode);
	const data: DeskForm = {
		...EMPTY_DESK,
		...(content ? formOfContent(content) : { place: home ? municipalityName(home.municipality, 'nl') : '' }),
		note: change?.note ?? '',
		revision: String(change?.baseRevision ?? desk?.revision ?? 0),
		change: change?.id ?? ''
	};
	const form = await superValidate<DeskForm, DeskOutcome>(data, schema, { errors: false });
	if (desk && change && change.baseRevision !== desk.revision) {
		form.message = await mergeInto(client, keeper, desk, form);
	}
	return form;
}

interface Sent {
	locals: App.Locals;
	request: Request;
}

/**
 * Does what was asked of a desk. What is not saved comes back with all that was typed; what is, leads to the overview.
 * @param deskId null for a new desk
 */
export async function sendDeskForm({ locals, request }: Sent, keeper: Keeper, deskId: string | null) {
	const typed = await request.formData();
	const form = await superValidate<DeskForm, DeskOutcome>(typed, schema);
	const { draft, errors, isEdit, value } = readHours(typed, form.data.openingHours);
	form.data.openingHours = value;
	/** Nothing was saved, so the page keeps asking before it is left. */
	const unsaved = (outcome: DeskOutcome | undefined) => {
		if (outcome) form.errors = {};
		form.valid = false;
		if (outcome) form.message = outcome;
		const hours =
			form.data.openingHours === value
				? { draft, errors: outcome ? [] : errors }
				: openedHours(form.data.openingHours);
		return fail(outcome ? statusOf(outcome) : 400, { form, hours });
	};
	if (isEdit) {
		form.errors = {};
		return unsaved(undefined);
	}
	return unsaved(
		await orFailed(
			() =>
				act(locals.session.client, keeper, deskId, form, {
					intent: readIntent(typed.get('intent')),
					hasSoundHours: errors.length === 0
				}),
			(cause) => problemOf(cause, request)
		)
	);
}
