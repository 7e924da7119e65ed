import { redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import { profileSchema, type ProfileForm, type ProfileOutcome } from '$lib/accounts/own/profileSchema';
import type { Account } from '$lib/domain/account/account';
import { readDone } from '$lib/domain/query/done';
import { typedPhoneNumber, toE164 } from '$lib/domain/text/phoneNumber';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { readProfileVersion, saveProfile } from '$lib/accounts/ownAccount.server';
import { isOpen, requireAccount, requireOpenAccount } from '$lib/accounts/requireAccount.server';
import { defineForm } from '$lib/base/form/form.server';
import { readOwnExpertise } from '$lib/expertise/own.server';
import { readTopics } from '$lib/expertise/topics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { notGivenOut } from '$lib/domain/text/phoneNumberPlan.server';
import type { Actions, PageServerLoad } from './$types';

/** What another page did before it led here. */
const DONE = ['government', 'paused', 'resumed', 'confirmed', 'email'] as const;

const readable = (phone: string | null): string => (phone === null ? '' : typedPhoneNumber(phone));

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

// A box that is not ticked is not sent; what else is not sent stays as it is.
const profileOf = (present: ProfileForm) =>
	defineForm<ProfileForm, ProfileOutcome>({
		schema: valibot(profileSchema, {
			defaults: { ...present, listed: false, visibleFields: [], notifications: [] }
		})
	});

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const account = await requireAccount(locals);
	const version = await requireAnswer(readProfileVersion(locals.session.client, account.id), request);
	const { topics } = await requireAnswer(readTopics(locals.session.client), request);
	const expertise = await requireAnswer(readOwnExpertise(locals.session.client, topics), request);
	const { governmentById } = await requireDirectory();
	const government =
		account.localGovernmentId === null ? null : (governmentById.get(account.localGovernmentId)?.name ?? '');
	const present = version !== null && isOpen(account) ? formOf(account, version) : null;
	return {
		account,
		/** Null for nobody's, empty for one that is gone. */
		government,
		done: readDone(url.searchParams, DONE),
		own: { expertise, topics },
		form: present && (await profileOf(present).open(present))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = await requireOpenAccount(event.locals);
		const { client } = event.locals.session;
		return profileOf(formOf(account, '')).send(event, {
			judge: ({ data, refuse }) => {
				return notGivenOut(data.phone) === null ? undefined : refuse('phone', m.accounts_own_phone_invalid());
			},
			act: async ({ form }) => {
				const { phone, bio, notifications, version, ...profile } = form.data;
				const e164 = toE164(phone);
				const saved = await saveProfile(client, account.id, version, {
					...profile,
					phone: e164,
					bio: bio || null,
					notifications: account.role === 'admin' ? notifications : withoutAdmins(notifications, account)
				});
				event.locals.session.refresh();
				if (saved !== null) {
					form.data.version = saved;
					form.data.phone = readable(e164);
					return { kind: 'saved' };
				}
				const latest = await readProfileVersion(client, account.id);
				// The account was closed meanwhile; its page says so.
				if (latest === null) redirect(303, localPath('/account'));
				form.data.version = latest;
				return { kind: 'outdated' };
			}
		});
	}
};

/** What is not asked of members is left as it is, for when they become administrators. */
const withoutAdmins = (
	asked: Account['notifications'],
	{ notifications }: Account
): Account['notifications'] => [
	...asked.filter((topic) => topic !== 'new_request'),
	...notifications.filter((topic) => topic === 'new_request')
];
