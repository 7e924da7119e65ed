/** The form of a desk: what it starts with, and what becomes of it when it is sent. */
import { fail, redirect } from '@sveltejs/kit';
import { setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import type { Json } from '$lib/database.types';
import type { DeskView } from '$lib/directory/municipalityView';
import { doneParam } from '$lib/domain/done';
import { municipalityName } from '$lib/domain/municipalityName';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber, toE164 } from '$lib/domain/phoneNumber';
import { slugOf } from '$lib/domain/slug';
import { WHEELCHAIR_ACCESS } from '$lib/domain/desk/fields';
import { hoursDraft } from '$lib/hours/hoursDraft';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { upkeepHref } from '$lib/upkeep/addresses';
import { DESK_PARTS, deskContent, partsOf, type DeskContent, type Part } from '$lib/upkeep/content';
import {
	contentOfForm,
	deskSchema,
	EMPTY_DESK,
	formOfContent,
	withParts,
	type DeskForm
} from '$lib/upkeep/deskSchema';
import type { Conflict, DeskOutcome } from '$lib/upkeep/outcome';
import type { SentHours } from '$lib/upkeep/sentHours';
import { orNothing, revisionOf } from '$lib/upkeep/textFields';
import { statusOf } from '$lib/form/outcome';
import { orFailed } from '../form';
import { requireDirectory } from '../http/errors';
import { deliverSoon } from '../mail';
import { isGivenOut } from '../phoneNumber';
import type { TypedClient } from '../supabase';
import { saveChange, type ProposedChange } from './changes';
import { readDesk, readDesks, type KeptDesk } from './desks';
import { doubtsAbout, keyOf } from './doubts';
import { readHours } from './hours';
import type { Keeper } from './keeper';
import { locate, readPlace, withPin } from './pin';
import { problemOf } from './problem';
import { settle } from './settle';

type Validated = SuperValidated<DeskForm, DeskOutcome>;

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
): Promise<Validated> {
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

/** Brings a form up to the version that the public reads. What both changed stays as the writer has it. */
async function mergeInto(
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk,
	form: Validated
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

const conflictOf = (
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

interface Sent {
	locals: App.Locals;
	request: Request;
}

/** What the button that was pressed asks. */
type Intent =
	| { kind: 'draft' | 'find' | 'preview' }
	/** `accepted`: key of the doubts that were put before the person, and waved aside. */
	| { kind: 'publish'; accepted: string }
	| { kind: 'place'; place: ReturnType<typeof readPlace> }
	| { kind: 'take'; part: Part };

function readIntent(value: FormDataEntryValue | null): Intent {
	const [word = '', rest = ''] = typeof value === 'string' ? value.split(/:(.*)/s) : [];
	if (word === 'draft' || word === 'find' || word === 'preview') return { kind: word };
	if (word === 'place') return { kind: 'place', place: readPlace(rest) };
	const part = partsOf(DESK_PARTS).find((one) => one === rest);
	return word === 'take' && part
		? { kind: 'take', part }
		: { kind: 'publish', accepted: word === 'accept' ? rest : '' };
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
		const hours: SentHours =
			form.data.openingHours === value
				? { draft, errors: outcome ? [] : errors }
				: { draft: hoursDraft(form.data.openingHours || null, new Date().getFullYear()), errors: [] };
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

interface Asked {
	intent: Intent;
	hasSoundHours: boolean;
}

/**
 * @returns what there is to tell; undefined when the fields themselves tell what is wrong
 * @throws a redirect when it is saved; DatabaseError
 */
async function act(
	client: TypedClient,
	keeper: Keeper,
	deskId: string | null,
	form: Validated,
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
			return { kind: 'located', place: { label: m.upkeep_pin_chosen(), ...intent.place }, others: [] };
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

/** What to ask before it is published; null when nothing is odd, or it was asked before. */
async function doubtful(
	client: TypedClient,
	{ government }: Keeper,
	desk: KeptDesk | null,
	form: Validated,
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

/** What only the server knows of what is typed. A number that stood there before is no mistake of today. */
function judge(form: Validated, desk: KeptDesk | null): void {
	const e164 = toE164(form.data.phone);
	if (e164 === null || e164 === desk?.content.phone || isGivenOut(e164)) return;
	setError(form, 'phone', m.upkeep_phone_invalid());
}

async function save(
	client: TypedClient,
	keeper: Keeper,
	desk: KeptDesk | null,
	form: Validated,
	intent: 'draft' | 'publish'
): Promise<DeskOutcome> {
	const content = contentOfForm(form.data);
	const saved = await saveChange(client, {
		subject: 'desk',
		localGovernmentId: keeper.government.id,
		deskId: desk?.id ?? null,
		changeId: orNothing(form.data.change),
		baseRevision: revisionOf(form.data.revision),
		content: (desk ? content : { ...content, slug: slugFor(content) }) satisfies Json,
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

function viewOf({ government }: Keeper, desk: KeptDesk | null, content: DeskContent): DeskView {
	const { lon, lat, location_approximate: locationApproximate, opening_hours: hours, ...rest } = content;
	const now = new Date().toISOString();
	return {
		...rest,
		id: desk?.id ?? '',
		slug: desk?.slug ?? 'voorbeeld',
		localGovernmentId: government.id,
		ownerKind: government.kind,
		lon: lon ?? 0,
		lat: lat ?? 0,
		locationApproximate,
		wheelchair: WHEELCHAIR_ACCESS.find((access) => access === rest.wheelchair) ?? null,
		verifiedAt: now,
		unconfirmedSince: null,
		updatedAt: now,
		hours: hours === null ? null : openingHoursLines(hours, getLocale()),
		phoneText: rest.phone && readablePhoneNumber(rest.phone)
	};
}
