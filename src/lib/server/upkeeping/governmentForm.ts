/** The form of a government's page: what it starts with, and what becomes of it when it is sent. */
import { redirect } from '@sveltejs/kit';
import { message, setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { doneParam } from '$lib/domain/done';
import { toE164 } from '$lib/domain/phoneNumber';
import { m } from '$lib/i18n/paraglide/messages.js';
import { upkeepHref } from '$lib/upkeep/addresses';
import { GOVERNMENT_PARTS, governmentContent, partsOf } from '$lib/upkeep/content';
import {
	contentOfGovernmentForm,
	formOfGovernment,
	governmentSchema,
	withGovernmentParts,
	type GovernmentForm
} from '$lib/upkeep/governmentSchema';
import type { Conflict, EditProblem } from '$lib/upkeep/outcome';
import { orNothing, revisionOf } from '$lib/upkeep/textFields';
import { deliverSoon } from '../mail';
import { isGivenOut } from '../phoneNumber';
import type { TypedClient } from '../supabase';
import { saveChange, type ProposedChange } from './changes';
import { readGovernmentPage, type GovernmentPage, type Keeper } from './keeper';
import { problemOf } from './problem';
import { settle } from './settle';

type Validated = SuperValidated<GovernmentForm, EditProblem>;

/** The form as it is opened. @param change one's own that goes on. @throws DatabaseError */
export async function governmentForm(
	client: TypedClient,
	keeper: Keeper,
	page: GovernmentPage,
	change: ProposedChange | undefined
): Promise<Validated> {
	const content = change ? v.parse(governmentContent, change.content) : page.content;
	const form = await superValidate<GovernmentForm, EditProblem>(
		{
			...formOfGovernment(content),
			note: change?.note ?? '',
			revision: String(change?.baseRevision ?? page.revision),
			against: ''
		},
		valibot(governmentSchema),
		{ errors: false }
	);
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
export async function sendGovernmentForm(
	{ locals, request }: { locals: App.Locals; request: Request },
	keeper: Keeper
) {
	const { client } = locals.session;
	const typed = await request.formData();
	const asked = typed.get('intent');
	const form = await superValidate<GovernmentForm, EditProblem>(typed, valibot(governmentSchema));
	const unsaved = (outcome: EditProblem, status: 400 | 409 | 503) => {
		form.errors = {};
		return message(form, outcome, { status });
	};
	try {
		const part = partsOf(GOVERNMENT_PARTS).find((one) => asked === `take:${one}`);
		if (part) {
			const page = await readGovernmentPage(client, keeper.government.id);
			form.data = withGovernmentParts(form.data, [part], page.content);
			return unsaved(await conflictOf(client, keeper, page, form.data, revisionOf(form.data.against)), 409);
		}
		const intent = asked === 'draft' ? 'draft' : 'publish';
		if (intent === 'publish') {
			const e164 = toE164(form.data.phone);
			// A number that stood there before is no mistake of today.
			const isKnown = async () =>
				(await readGovernmentPage(client, keeper.government.id)).content.phone === e164;
			if (e164 !== null && !isGivenOut(e164) && !(await isKnown())) {
				setError(form, 'phone', m.upkeep_phone_invalid());
			}
			if (!form.valid) return message(form, undefined, { status: 400 });
		}
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
		if (saved.outcome === 'gone') return unsaved({ kind: 'gone' }, 409);
		if (saved.outcome === 'conflict') {
			const latest = await readGovernmentPage(client, keeper.government.id);
			return unsaved(await mergeInto(client, keeper, latest, form), 409);
		}
		if (saved.outcome !== 'draft') deliverSoon();
		redirect(303, upkeepHref(`?${doneParam(saved.outcome)}`, keeper.chosen));
	} catch (cause) {
		if (!(cause instanceof Error)) throw cause;
		const problem = problemOf(cause, request);
		return unsaved(problem, problem.kind === 'unavailable' ? 503 : 400);
	}
}
