import { fail, redirect } from '@sveltejs/kit';
import {
	byLanguage,
	decisionSearchString,
	readDecisionRequest,
	readReason,
	readSeen,
	reasonField,
	reasonProblem
} from '$lib/administration/requests/decisionRequest';
import { readTemplate, withTemplate } from '$lib/administration/requests/reasonTemplates';
import { LOCALES } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { readRequests } from '$lib/administration/requests/requestQueue.server';
import { decideAccounts, readApplicants, type LookedAt } from '$lib/administration/requests/requests.server';
import { press } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { DecisionOutcome } from '$lib/administration/account';
import type { QueueResult } from '$lib/administration/requests/decisionResult';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { statusOf } from '$lib/base/form/outcome';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = readDecisionRequest(url.searchParams);
	const { client } = locals.session;
	const chosen = await readRequests(client, await requireDirectory(), asked.accountIds);
	return {
		asked,
		groups: byLanguage(chosen).map((group) => ({
			...group,
			field: reasonField(group.locale)
		})),
		skipped: asked.accountIds.length - chosen.length
	};
};

export const actions: Actions = {
	/** An example text that is asked for decides nothing: the form comes back with it. */
	default: async (event) => {
		const asked = readDecisionRequest(event.url.searchParams);
		const typed = await event.request.formData();
		const reasons = reasonsIn(typed);
		const seen = readSeen(typed);
		const template = readTemplate(typed.get('sjabloon'));
		if (template) {
			for (const locale of LOCALES) {
				const field = reasonField(locale);
				reasons[field] = withTemplate(reasons[field] ?? '', template, locale);
			}
			return { result: undefined, problems: [], reasons, seen };
		}
		const { client } = event.locals.session;
		const result = await press(event, async () => {
			const lookedAt = asked.accountIds.map((id) => ({ id, seen: seen[id] ?? '' }));
			const { problems, outcomes } =
				asked.decision === 'rejected'
					? await reject(client, lookedAt, typed)
					: { problems: [], outcomes: await decideAccounts(client, lookedAt, 'approved', null) };
			if (problems.length > 0) return { kind: 'refused' as const, problems };
			deliverSoon();
			if (outcomes.some(({ outcome }) => outcome === 'changed_meanwhile')) {
				return { kind: 'outdated' as const, outcomes };
			}
			// The queue tells what became of it.
			redirect(303, localPath('/beheer/aanvragen') + decisionSearchString(asked));
		});
		if (result.kind === 'refused') {
			return fail(400, { result: undefined, problems: result.problems, reasons, seen });
		}
		const told: QueueResult =
			result.kind === 'outdated'
				? { kind: 'decided', decision: asked.decision, outcomes: result.outcomes }
				: result;
		return fail(statusOf(result), { result: told, problems: [], reasons, seen });
	}
};

/**
 * Nobody is rejected before every reason that is needed is there, in the language of who reads it.
 * @returns what is wrong, or else what came of it
 */
async function reject(client: TypedClient, lookedAt: LookedAt[], typed: FormData) {
	const applicants = await readApplicants(
		client,
		lookedAt.map(({ id }) => id)
	);
	const groups = LOCALES.map((locale) => {
		const members = applicants.filter((applicant) => applicant.locale === locale);
		return {
			locale,
			lookedAt: lookedAt.filter(({ id }) => members.some((member) => member.id === id)),
			isWaiting: members.some(({ status }) => status === 'pending'),
			reason: readReason(typed, locale)
		};
	});
	const problems = groups.flatMap(({ locale, reason, isWaiting }) => {
		const message = isWaiting ? reasonProblem(reason, locale) : undefined;
		return message ? [{ field: reasonField(locale), message }] : [];
	});
	const outcomes: DecisionOutcome[] = [];
	if (problems.length > 0) return { problems, outcomes };
	for (const group of groups) {
		// Without a reason nobody of them waited when the page was shown: it said so.
		if (group.lookedAt.length === 0 || group.reason === '') continue;
		outcomes.push(...(await decideAccounts(client, group.lookedAt, 'rejected', group.reason)));
	}
	return { problems, outcomes };
}

const reasonsIn = (typed: FormData): Record<string, string> =>
	Object.fromEntries(LOCALES.map((locale) => [reasonField(locale), readReason(typed, locale)]));
