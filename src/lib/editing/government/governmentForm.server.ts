/** The form of a government's page: what it starts with, and what becomes of it when it is sent. */
import { redirect } from '@sveltejs/kit';
import type { SuperValidated } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { doneParam } from '$lib/domain/query/done';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { upkeepHref } from '../addresses';
import { GOVERNMENT_PARTS, governmentContent, partsOf } from '../content';
import {
	contentOfGovernmentForm,
	formOfGovernment,
	governmentSchema,
	withGovernmentParts,
	type GovernmentForm
} from './governmentSchema';
import type { Conflict, EditProblem } from '../outcome';
import { orNothing, revisionOf } from '../textFields';
import { defineForm } from '$lib/base/form/form.server';
import { deliverSoon } from '$lib/mail/index.server';
import { notGivenOut } from '$lib/domain/text/phoneNumberPlan.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { saveChange, type ProposedChange } from '../changes/changes.server';
import { readGovernmentPage, type GovernmentPage, type Keeper } from '../keeper.server';
import { problemOf } from '../problem.server';
import { settle } from '../changes/settle.server';

type Validated = SuperValidated<GovernmentForm, EditProblem>;

const government = defineForm<GovernmentForm, EditProblem>({
	schema: valibot(governmentSchema),
	failed: problemOf
});

/** The form as it is opened. @param change one's own that goes on. @throws DatabaseError */
export async function governmentForm(
	client: TypedClient,
	keeper: Keeper,
	page: GovernmentPage,
	change: ProposedChange | undefined
): Promise<Validated> {
	const content = change ? v.parse(governmentContent, change.content) : page.content;
	const form = await government.open({
		...formOfGovernment(content),
		note: change?.note ?? '',
		revision: String(change?.baseRevision ?? page.revision),
		against: ''
	});
	if (change && change.baseRevision !== page.revision) {
		form.message = await mergeInto(client, keeper, page, form);
	}
	return form;
}

/** Brings a form up to the version that the public reads. What both changed stays as the writer has it. */
async function mergeInto(
	client: TypedClient,
	keeper: Keeper,
	page: GovernmentPage,
	form: Validated
): Promise<Conflict> {
	const against = revisionOf(form.data.revision);
	const conflict = await conflictOf(client, keeper, page, form.data, against);
	form.data = {
		...withGovernmentParts(form.data, conflict.taken, page.content),
		revision: String(page.revision),
		against: String(against)
	};
	return conflict;
}

const conflictOf = (
	client: TypedClient,
	keeper: Keeper,
	page: GovernmentPage,
	form: GovernmentForm,
	against: number
): Promise<Conflict> =>
	settle(client, keeper, null, GOVERNMENT_PARTS, governmentContent, {
		against,
		published: page,
		own: contentOfGovernmentForm(form)
	});

/** What is not saved comes back with all that was typed; what is, leads to the overview. */
export const sendGovernmentForm = (event: { locals: App.Locals; request: Request }, keeper: Keeper) =>
	government.send(event, {
		judge: async ({ form, typed, refuse }) => {
			const { client } = event.locals.session;
			const page = () => readGovernmentPage(client, keeper.government.id);
			const asked = typed.get('intent');
			const part = partsOf(GOVERNMENT_PARTS).find((one) => asked === `take:${one}`);
			if (part) {
				form.errors = {};
				const latest = await page();
				form.data = withGovernmentParts(form.data, [part], latest.content);
				return conflictOf(client, keeper, latest, form.data, revisionOf(form.data.against));
			}
			if (asked === 'draft') {
				// A draft may hold what is not right yet.
				form.errors = {};
				return save(client, keeper, form, 'draft');
			}
			const odd = notGivenOut(form.data.phone);
			// A number that stood there before is no mistake of today.
			if (odd === null || (await page()).content.phone === odd) return undefined;
			return refuse('phone', m.editing_phone_invalid());
		},
		act: ({ form }) => save(event.locals.session.client, keeper, form, 'publish')
	});

/** @returns why it was not saved */
async function save(
	client: TypedClient,
	keeper: Keeper,
	form: Validated,
	intent: 'draft' | 'publish'
): Promise<EditProblem> {
	const saved = await saveChange(client, {
		subject: 'government',
		localGovernmentId: keeper.government.id,
		deskId: null,
		changeId: null,
		baseRevision: revisionOf(form.data.revision),
		content: contentOfGovernmentForm(form.data),
		intent,
		note: orNothing(form.data.note)
	});
	if (saved.outcome === 'gone') return { kind: 'gone' };
	if (saved.outcome === 'conflict') {
		const latest = await readGovernmentPage(client, keeper.government.id);
		return mergeInto(client, keeper, latest, form);
	}
	if (saved.outcome !== 'draft') deliverSoon();
	redirect(303, upkeepHref(`?${doneParam(saved.outcome)}`, keeper.chosen));
}
