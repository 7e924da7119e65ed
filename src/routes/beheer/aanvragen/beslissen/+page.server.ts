import { fail, redirect } from '@sveltejs/kit';
import {
	byLanguage,
	decisionSearchString,
	readDecisionRequest,
	readReason,
	reasonField,
	reasonProblem
} from '$lib/administration/requests/decisionRequest';
import { readTemplate, withTemplate } from '$lib/administration/requests/reasonTemplates';
import { LOCALES } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { readRequests } from '$lib/administration/requests/requestQueue.server';
import { decideAccounts, readApplicants } from '$lib/administration/requests/requests.server';
import { press } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
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
		const template = readTemplate(typed.get('sjabloon'));
		if (template) {
			for (const locale of LOCALES) {
				const field = reasonField(locale);
				reasons[field] = withTemplate(reasons[field] ?? '', template, locale);
			}
			return { result: undefined, problems: [], reasons };
		}
		const { client } = event.locals.session;
		const result = await press(event, async () => {
			const problems = asked.decision === 'rejected' ? await reject(client, asked.accountIds, typed) : [];
			if (problems.length > 0) return { kind: 'refused' as const, problems };
			if (asked.decision === 'approved') await decideAccounts(client, asked.accountIds, 'approved', null);
			deliverSoon();
			// The queue tells what became of it.
			redirect(303, localPath('/beheer/aanvragen') + decisionSearchString(asked));
		});
		return result.kind === 'refused'
			? fail(400, { result: undefined, problems: result.problems, reasons })
			: fail(statusOf(result), { result, problems: [], reasons });
	}
};

/**
 * Nobody is rejected before every reason that is needed is there, in the language of who reads it.
 * @returns what is wrong; nothing when it is done
 */
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
	if (problems.length > 0) return problems;
	for (const { ids, reason } of groups) {
		// Without a reason nobody of them waited when the page was shown: it said so.
		if (ids.length > 0 && reason !== '') await decideAccounts(client, ids, 'rejected', reason);
	}
	return [];
}

const reasonsIn = (typed: FormData): Record<string, string> =>
	Object.fromEntries(LOCALES.map((locale) => [reasonField(locale), readReason(typed, locale)]));
