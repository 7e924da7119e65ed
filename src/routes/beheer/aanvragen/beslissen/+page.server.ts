import { fail } from '@sveltejs/kit';
import type { DecisionOutcome } from '$lib/administration/account';
import {
	byLanguage,
	readDecisionRequest,
	readReason,
	reasonField,
	reasonProblem
} from '$lib/administration/decisionRequest';
import type { QueueResult } from '$lib/administration/decisionResult';
import { reasonTemplateText } from '$lib/administration/reasonTemplates';
import { LOCALES } from '$lib/domain/directory';
import { readRequests } from '$lib/server/accounts/requestQueue';
import { decideAccounts, readApplicants, readWaitingDecisions } from '$lib/server/accounts/requests';
import { logError, requireDirectory } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import type { TypedClient } from '$lib/server/supabase';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const asked = readDecisionRequest(url.searchParams);
	const { client } = locals.session;
	const [chosen, waiting] = await Promise.all([
		readRequests(client, await requireDirectory(), asked.accountIds),
		readWaitingDecisions(client)
	]);
	const { template } = asked;
	return {
		asked,
		groups: byLanguage(chosen).map((group) => ({
			...group,
			field: reasonField(group.locale),
			reason: template ? reasonTemplateText(template, group.locale) : ''
		})),
		skipped: asked.accountIds.length - chosen.length,
		waiting
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { accountIds, decision } = readDecisionRequest(url.searchParams);
		const typed = await request.formData();
		const { client } = locals.session;
		try {
			if (decision === 'approved') {
				const outcomes = await decideAccounts(client, accountIds, decision, null);
				return answer({ kind: 'decided', decision, outcomes });
			}
			return await reject(client, accountIds, typed);
		} catch (cause) {
			const result: QueueResult = { kind: 'failed', id: logError(cause, request) };
			return fail(503, { result, problems: [], reasons: reasonsIn(typed) });
		}
	}
};

/** Nobody is rejected before every reason that is needed is there, in the language of who reads it. */
async function reject(client: TypedClient, accountIds: string[], typed: FormData) {
	const applicants = await readApplicants(client, accountIds);
	const groups = LOCALES.map((locale) => {
		const members = applicants.filter((applicant) => applicant.locale === locale);
		return {
			locale,
			ids: members.map(({ id }) => id),
			isWaiting: members.some(({ status }) => status === 'pending'),
			reason: readReason(typed, locale)
		};
	});
	const problems = groups.flatMap(({ locale, reason, isWaiting }) => {
		const message = isWaiting ? reasonProblem(reason, locale) : undefined;
		return message ? [{ field: reasonField(locale), message }] : [];
	});
	if (problems.length > 0) return fail(400, { result: undefined, problems, reasons: reasonsIn(typed) });

	const outcomes: DecisionOutcome[] = [];
	for (const { ids, reason } of groups) {
		// Without a reason nobody of them waited when the page was shown: it said so.
		if (ids.length > 0 && reason !== '') {
			outcomes.push(...(await decideAccounts(client, ids, 'rejected', reason)));
		}
	}
	return answer({ kind: 'decided', decision: 'rejected', outcomes });
}

function answer(result: QueueResult) {
	deliverSoon();
	return { result, problems: [], reasons: {} };
}

const reasonsIn = (typed: FormData): Record<string, string> =>
	Object.fromEntries(LOCALES.map((locale) => [reasonField(locale), readReason(typed, locale)]));
