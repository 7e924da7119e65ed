/** What people do with their own account. It acts as whoever asks: the database decides what is theirs. */
import type { Json } from '$lib/base/database/database.types';
import type { Account, Notification, Position, VisibleField } from '$lib/domain/account/account';
import type { Locale } from '$lib/domain/directory/directory';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { deliverSoon } from '$lib/mail/index.server';
import { AuthFailure } from './auth.server';
import { permitAuthChange } from './permission.server';
import { tellOwner } from './registration.server';

/** What a person may change of the own profile. */
export interface OwnProfile {
	fullName: string;
	jobTitle: string;
	position: Position;
	/** E.164 */
	phone: string | null;
	bio: string | null;
	listed: boolean;
	visibleFields: VisibleField[];
	notifications: Notification[];
	locale: Locale;
}

/**
 * Which edition of the profile a person is looking at.
 * @returns null for an account that is closed
 * @throws DatabaseError
 */
export async function readProfileVersion(client: TypedClient, id: string): Promise<string | null> {
	const [profile] = await ask('profile', client.from('profile').select('updated_at').eq('id', id));
	return profile?.updated_at ?? null;
}

/**
 * Saves the profile over the edition that was looked at.
 * @returns the new edition; null when nothing was saved, for the profile was changed meanwhile or the account closed
 * @throws DatabaseError
 */
export async function saveProfile(
	client: TypedClient,
	id: string,
	version: string,
	profile: OwnProfile
): Promise<string | null> {
	const saved = client
		.from('profile')
		.update({
			full_name: profile.fullName,
			job_title: profile.jobTitle,
			position: profile.position,
			phone: profile.phone,
			bio: profile.bio,
			listed: profile.listed,
			visible_fields: profile.visibleFields,
			notifications: profile.notifications,
			locale: profile.locale
		})
		.eq('id', id)
		.eq('updated_at', version)
		.select('updated_at');
	return (await ask('profile', saved))[0]?.updated_at ?? null;
}

/** Hides the account from colleagues, or shows it again. @throws DatabaseError */
export async function pauseAccount(client: TypedClient, paused: boolean): Promise<void> {
	await ask('pause_account', client.rpc('pause_account', { p_paused: paused }));
}

/**
 * Moves the account to another local government.
 * @returns `pending_again` when it waits for approval once more; `unknown` when that government is not one of today
 * @throws DatabaseError
 */
export async function changeGovernment(
	client: TypedClient,
	localGovernmentId: string
): Promise<'changed' | 'pending_again' | 'unchanged' | 'unknown'> {
	try {
		const outcome = await ask(
			'change_my_government',
			client.rpc('change_my_government', { p_local_government_id: localGovernmentId })
		);
		return outcome === 'changed' || outcome === 'pending_again' ? outcome : 'unchanged';
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'UNKNOWN_GOVERNMENT') return 'unknown';
		throw cause;
	}
}

/** Everything that is held on the caller. @throws DatabaseError */
export const exportAccount = (client: TypedClient): Promise<Json> =>
	ask('export_my_account', client.rpc('export_my_account'));

/**
 * Deletes the account and all that is held on the caller, at once and for good.
 * @returns `last_admin` when nobody else could approve accounts any more: then nothing was deleted
 * @throws DatabaseError
 */
export async function leaveAccount(client: TypedClient): Promise<'left' | 'last_admin'> {
	try {
		await ask('leave_account', client.rpc('leave_account'));
		return 'left';
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'LAST_ADMIN') return 'last_admin';
		throw cause;
	}
}

/**
 * Asks Auth to mail the new address; it counts once that mailbox has confirmed it. An address that has an account gets
 * a mail that says so, and the caller the same answer: nobody learns here who is registered.
 * @param aside a client for this alone: Auth's answer writes a session only when the address is free, and the cookies of
 * whoever asks would tell
 * @returns `refused` for an address that Auth does not take, `too_soon` when it has just mailed
 * @throws when Auth or the database does not answer; no address is in the error
 */
export async function requestEmailChange(
	client: TypedClient,
	aside: TypedClient['auth'],
	{ id, locale }: Pick<Account, 'id' | 'locale'>,
	email: string,
	permit = permitAuthChange
): Promise<'mailed' | 'refused' | 'too_soon'> {
	const { data, error: none } = await client.auth.getSession();
	if (!data.session) throw none ? new AuthFailure('getSession', none) : new Error('There is no session.');
	const { error: unknown } = await aside.setSession(data.session);
	if (unknown) throw new AuthFailure('setSession', unknown);
	await permit(id, 'email');
	const { error } = await aside.updateUser({ email });
	if (!error) {
		deliverSoon();
		return 'mailed';
	}
	switch (error.code) {
		case 'email_exists':
		case 'user_already_exists':
			await tellOwner(email, locale);
			return 'mailed';
		case 'email_address_invalid':
		case 'email_address_not_authorized':
		case 'validation_failed':
			return 'refused';
		case 'over_email_send_rate_limit':
		case 'over_request_rate_limit':
			return 'too_soon';
		default:
			throw new AuthFailure('updateUser', error);
	}
}
