import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { FormProblem } from '$lib/base/form/outcome';
import { deskView } from '$lib/directory/municipalityView';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { attempt } from '$lib/accounts/attempt.server';
import { mailAddress } from '$lib/accounts/auth.server';
import { lineIn } from '$lib/base/form/form.server';
import { serviceClient } from '$lib/base/database/supabase.server';
import { readDeskNow } from '$lib/directory/deskNow.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { wordsOf } from '$lib/editing/changes/difference';
import { deliverSoon } from '$lib/mail/index.server';
import { confirmByLink, handOverByLink, readCheckLink } from '$lib/verification/links.server';
import type { Actions, PageServerLoad } from './$types';

/** Without a script on the page nothing can read the link, and pressing a button is a form like any other. */
export const csr = false;

const tokenIn = (url: URL): string => url.searchParams.get('token') ?? '';

/** Following the link changes nothing: programs that look for harm in mail follow it too. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({
		'cache-control': 'no-store',
		// Nobody gets the link as the page one came from. Not `no-referrer`: then the form could not say where it is from.
		'referrer-policy': 'strict-origin'
	});
	const { state, deskId, hasAccount, seen } = await readCheckLink(tokenIn(url));
	const index = await requireDirectory();
	const isPublic = index.directory.desks.some(({ id }) => id === deskId);
	const desk = isPublic && deskId ? await readDeskNow(serviceClient(), deskId) : undefined;
	if (!desk) {
		const stateWithoutDesk = state === 'unknown' || state === 'expired' ? state : ('offline' as const);
		return { state: stateWithoutDesk, desk: null, token: tokenIn(url) };
	}
	// Whoever confirms it says that all of it is true: also what the card leaves out.
	const { description, lon, lat, locationApproximate } = desk;
	const told = { description, lon, lat, location_approximate: locationApproximate };
	return {
		state,
		rest: (['description', 'pin'] as const).map((part) => ({
			part,
			before: [],
			after: wordsOf(part, told),
			moved: null
		})),
		desk: deskView(index, desk, getLocale(), new Date()),
		government: index.governmentById.get(desk.localGovernmentId)?.name ?? '',
		hasAccount,
		seen,
		token: tokenIn(url)
	};
};

/** What became of an answer; a link that had no effect speaks for itself, when the page looks at it again. */
type Answered =
	| { kind: 'confirmed' }
	/** It was looked at with this fingerprint. */
	| { kind: 'outdated'; seen: string }
	| { kind: 'passed-on'; email: string }
	| { kind: 'too-often' }
	| { kind: 'problem'; problem: FormProblem }
	| { kind: 'mistake'; email: string; mistake: string };

const answer = (status: number, answered: Answered) =>
	status < 400 ? { answered } : fail(status, { answered });

export const actions: Actions = {
	confirm: async (event: RequestEvent) => {
		const seen = lineIn(await event.request.formData(), 'seen');
		const { problem, status, outcome } = await attempt(event, { action: 'desk_check' }, () =>
			confirmByLink(tokenIn(event.url), seen)
		);
		if (problem) return answer(status, { kind: 'problem', problem });
		if (outcome === 'changed_meanwhile') return answer(409, { kind: 'outdated', seen });
		return outcome === 'confirmed' ? answer(200, { kind: 'confirmed' }) : fail(410);
	},

	handOver: async (event: RequestEvent) => {
		const typed = (await event.request.formData()).get('email');
		const given = v.safeParse(v.pipe(v.string(), v.trim(), v.maxLength(254)), typed);
		const text = given.success ? given.output : '';
		const email = mailAddress(text);
		if (email === undefined) {
			const mistake = text === '' ? m.verification_hand_over_missing() : m.verification_hand_over_invalid();
			return answer(400, { kind: 'mistake', email: text, mistake });
		}
		const { problem, status, outcome } = await attempt(event, { action: 'hand_over', email }, () =>
			handOverByLink(tokenIn(event.url), email)
		);
		if (problem) return answer(status, { kind: 'problem', problem });
		deliverSoon();
		if (outcome === 'passed_on') return answer(200, { kind: 'passed-on', email });
		return outcome === 'too_often' ? answer(429, { kind: 'too-often' }) : fail(410);
	}
};
