import { error } from '@sveltejs/kit';
import {
	assignDomain,
	readManagedGovernment,
	setParticipation,
	withdrawDomain
} from '$lib/administration/governments/governments.server';
import type { GovernmentResult } from '$lib/administration/governments/managedGovernment';
import { dayIn, today } from '$lib/administration/governments/days';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { lineIn, pressed } from '$lib/base/form/form.server';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { index, government } = await requireGovernment(params.slug);
	return {
		government: await readManagedGovernment(locals.session.client, index, government),
		proposed: url.searchParams.get('domein')?.slice(0, 253) ?? '',
		today: today()
	};
};

/** Those that merged are no more: nobody takes part for them. */
async function requireGovernment(slug: string) {
	const index = await requireDirectory();
	const government = index.directory.localGovernments.find((one) => one.slug === slug);
	if (!government) error(404, { message: m.server_error_not_found() });
	return { index, government };
}

const act = (
	event: RequestEvent,
	work: (
		found: Awaited<ReturnType<typeof requireGovernment>>,
		sent: FormData
	) => Promise<GovernmentResult | { kind: 'invalid' }>
) =>
	pressed<GovernmentResult>(event, async () =>
		work(await requireGovernment(event.params.slug), await event.request.formData())
	);

export const actions: Actions = {
	participate: (event) =>
		act(event, async ({ government: { id, name } }, sent) => {
			const [since, until, seenSince, seenUntil] = ['since', 'until', 'seenSince', 'seenUntil'].map((field) =>
				dayIn(sent, field)
			);
			if (since === undefined || until === undefined || seenSince === undefined || seenUntil === undefined) {
				return { kind: 'invalid' };
			}
			const { client } = event.locals.session;
			const seen = { since: seenSince, until: seenUntil };
			const wanted = { since, until };
			return {
				kind: 'participation',
				outcome: await setParticipation(client, id, wanted, seen),
				name,
				wanted
			};
		}),
	assign: (event) =>
		act(event, async ({ index, government: { id, name } }, sent) => {
			const { client } = event.locals.session;
			const admin = await requireAccount(event.locals);
			return {
				kind: 'assigned',
				name,
				...(await assignDomain(client, index, admin, id, lineIn(sent, 'domain')))
			};
		}),
	withdraw: (event) =>
		act(event, async ({ government: { id, name } }, sent) => {
			const { client } = event.locals.session;
			return { kind: 'withdrawn', name, ...(await withdrawDomain(client, id, lineIn(sent, 'domain'))) };
		})
};
