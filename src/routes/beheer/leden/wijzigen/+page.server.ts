import { error, fail } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import {
	actionsFor,
	changeReasonProblem,
	readAction,
	readChangeReason,
	REASON_FIELD,
	SEEN_FIELD,
	type ChangeResult
} from '$lib/administration/members/memberChange';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { changeAccount, readDecisions, readMember } from '$lib/administration/members/members.server';
import { readApplicants } from '$lib/administration/requests/requests.server';
import { lineIn, press } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
import { statusOf } from '$lib/base/form/outcome';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const id = url.searchParams.get('account');
	if (!isId(id)) error(404, { message: m.server_error_not_found() });
	const { client } = locals.session;
	const index = await requireDirectory();
	const [member, decisions, applicants, account] = await Promise.all([
		readMember(client, index, id),
		readDecisions(client, id),
		readApplicants(client, [id]),
		locals.session.account()
	]);
	// Also the page that says what came of a change: whoever it was about may have left meanwhile.
	if (!member && decisions.length === 0) error(404, { message: m.server_error_not_found() });
	const isSelf = account?.id === id;
	const actions = member && !isSelf ? actionsFor(member) : [];
	const asked = readAction(url.searchParams.get('actie'));
	return {
		id,
		member: member ?? null,
		decisions,
		/** Of the mails the account gets. */
		locale: applicants[0]?.locale ?? 'nl',
		isSelf,
		actions,
		asked: asked && actions.includes(asked) ? asked : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const id = event.url.searchParams.get('account');
		const typed = await event.request.formData();
		const action = readAction(typed.get('actie'));
		const reason = readChangeReason(typed);
		const seen = lineIn(typed, SEEN_FIELD);
		const message = isId(id) && action ? changeReasonProblem(reason, action) : undefined;
		if (message) {
			return fail(400, { result: undefined, problems: [{ field: REASON_FIELD, message }], reason });
		}
		const result: ChangeResult = await press<ChangeResult>(event, async () => {
			if (!isId(id) || !action) return { kind: 'invalid' };
			const outcome = await changeAccount(event.locals.session.client, id, seen, action, reason || null);
			if (outcome === 'changed_meanwhile') return { kind: 'outdated', seen };
			deliverSoon();
			return { kind: 'changed', action, outcome };
		});
		if (result.kind === 'changed') return { result, problems: [], reason: '' };
		return fail(statusOf(result), { result, problems: [], reason });
	}
};
