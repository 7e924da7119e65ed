import { redirect } from '@sveltejs/kit';
import { message, setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { profileSchema, type ProfileForm, type ProfileOutcome } from '$lib/accounts/own/profileSchema';
import type { Account } from '$lib/domain/account';
import { readablePhoneNumber, toE164 } from '$lib/domain/phoneNumber';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { readProfileVersion, saveProfile } from '$lib/server/accounts/ownAccount';
import { isOpen, requireAccount, requireOpenAccount } from '$lib/server/accounts/requireAccount';
import { readOwnExpertise } from '$lib/server/expertise/own';
import { readTopics } from '$lib/server/expertise/topics';
import { logError, requireAnswer, requireDirectory } from '$lib/server/http/errors';
import { isGivenOut } from '$lib/server/phoneNumber';
import type { Actions, PageServerLoad } from './$types';

/** What another page did before it led here. */
const DONE = ['government', 'paused', 'resumed', 'confirmed', 'email'] as const;

const readable = (phone: string | null): string => (phone === null ? '' : readablePhoneNumber(phone));

const formOf = (account: Account, version: string): ProfileForm => ({
	fullName: account.fullName,
	jobTitle: account.jobTitle,
	position: account.position,
	phone: readable(account.phone),
	bio: account.bio ?? '',
	listed: account.listed,
	visibleFields: account.visibleFields,
	notifications: account.notifications,
	locale: account.locale,
	version
});

const validate = (account: Account, version: string, data?: FormData) => {
	const present = formOf(account, version);
	// A box that is not ticked is not sent; what else is not sent stays as it is.
	const defaults = { ...present, listed: false, visibleFields: [], notifications: [] };
	return superValidate<ProfileForm, ProfileOutcome>(
		data ?? present,
		valibot(profileSchema, { defaults }),
		data ? {} : { errors: false }
	);
};

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const account = await requireAccount(locals);
	const version = await requireAnswer(readProfileVersion(locals.session.client, account.id), request);
	const { topics } = await requireAnswer(readTopics(locals.session.client), request);
	const expertise = await requireAnswer(readOwnExpertise(locals.session.client, topics), request);
	const { governmentById } = await requireDirectory();
	const government =
		account.localGovernmentId === null ? null : (governmentById.get(account.localGovernmentId)?.name ?? '');
	return {
		account,
		/** Null for nobody's, empty for one that is gone. */
		government,
		done: DONE.find((done) => done === url.searchParams.get('klaar')) ?? null,
		own: { expertise, topics },
		form: version !== null && isOpen(account) ? await validate(account, version) : null
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const account = await requireOpenAccount(locals);
		const form = await validate(account, '', await request.formData());
		const e164 = toE164(form.data.phone);
		if (e164 !== null && !isGivenOut(e164)) setError(form, 'phone', m.accounts_own_phone_invalid());
		if (!form.valid) return message(form, undefined, { status: 400 });

		const { client } = locals.session;
		const { phone: _, bio, notifications, version, ...profile } = form.data;
		try {
			const saved = await saveProfile(client, account.id, version, {
				...profile,
				phone: e164,
				bio: bio || null,
				// What is not asked of members is left as it is, for when they become administrators.
				notifications:
					account.role === 'admin'
						? notifications
						: [
								...notifications.filter((topic) => topic !== 'new_request'),
								...account.notifications.filter((topic) => topic === 'new_request')
							]
			});
			locals.session.refresh();
			if (saved !== null) {
				form.data.version = saved;
				form.data.phone = readable(e164);
				return message(form, { kind: 'saved' });
			}
			const latest = await readProfileVersion(client, account.id);
			if (latest !== null) {
				form.data.version = latest;
				return message(form, { kind: 'outdated' }, { status: 409 });
			}
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		// The account was closed meanwhile; its page says so.
		redirect(303, localPath('/account'));
	}
};
