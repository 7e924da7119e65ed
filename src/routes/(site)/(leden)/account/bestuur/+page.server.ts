import { fail, redirect } from '@sveltejs/kit';
import type { GovernmentChoice } from '$lib/accounts/governmentChoice';
import { onOneLine } from '$lib/domain/text';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { changeGovernment } from '$lib/server/accounts/ownAccount';
import { requireAccount, requireOpenAccount } from '$lib/server/accounts/requireAccount';
import { readGovernment } from '$lib/server/governmentChoices';
import { requireAnswer, requireDirectory } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { localGovernmentId, role, status } = await requireAccount(locals);
	const { governmentById } = await requireDirectory();
	return {
		government: localGovernmentId === null ? null : (governmentById.get(localGovernmentId)?.name ?? null),
		/** An administrator of the platform stays one, wherever they work. */
		waitsAgain: status === 'approved' && role !== 'admin',
		isEditor: role === 'editor'
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		await requireOpenAccount(locals);
		const data = await request.formData();
		const typed = (name: string): string => {
			const value = data.get(name);
			return typeof value === 'string' ? onOneLine(value) : '';
		};
		const answer = {
			government: typed('government'),
			governmentChoice: typed('governmentChoice'),
			governmentAsked: typed('governmentAsked')
		};
		const refuse = (error: string, choices: GovernmentChoice[] = []) =>
			fail(400, { government: answer.government, error, choices });

		if (answer.government === '') return refuse(m.accounts_government_missing());
		const read = readGovernment(await requireDirectory(), answer);
		if ('choices' in read) {
			return read.choices.length > 0
				? refuse(m.accounts_government_choose(), read.choices)
				: refuse(m.accounts_government_unknown());
		}
		switch (await requireAnswer(changeGovernment(locals.session.client, read.government.id), request)) {
			case 'unchanged':
				return refuse(m.accounts_own_government_same());
			case 'unknown':
				return refuse(m.accounts_government_unknown());
			case 'pending_again':
				deliverSoon();
		}
		redirect(303, localPath('/account?klaar=government'));
	}
};
