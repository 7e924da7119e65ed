/** Asking for an account. Nothing in what comes back tells whether the address has one already. */
import { randomBytes } from 'node:crypto';
import type { Position } from '$lib/domain/account';
import type { Locale } from '$lib/domain/directory';
import { PRIVACY_STATEMENT_DATE } from '$lib/domain/privacyStatement';
import { deliverSoon } from '../mail';
import { DatabaseError, serviceClient } from '../supabase';
import { AuthFailure, strangersAuth } from './auth';
import { confirmAgain } from './mailedLinks';

export interface Registration {
	fullName: string;
	jobTitle: string;
	position: Position;
	localGovernmentId: string;
	/** From `mailAddress`. */
	email: string;
	/** Null for somebody who signs in with links in mail only. */
	password: string | null;
	/** May be empty. */
	motivation: string;
	locale: Locale;
}

const REQUEST_TIMEOUT_MS = 10_000;

/** Auth's answer about one person's mailbox; about those of a whole project it names no seconds. */
const JUST_MAILED = /after \d+ seconds/;

/**
 * Makes the account and mails its owner; somebody who has one already gets a mail that says so.
 * @returns `refused` for an address that Auth takes for none, `weak` for a password that it takes for known to the world
 * @throws when Auth or the database does not answer; nothing of the person is in the error
 */
export async function register(registration: Registration): Promise<'mailed' | 'refused' | 'weak'> {
	const { email, password, locale } = registration;
	const { data, error } = await strangersAuth().signUp({
		email,
		password: password ?? unguessable(),
		options: {
			data: {
				full_name: registration.fullName,
				job_title: registration.jobTitle,
				position: registration.position,
				local_government_id: registration.localGovernmentId,
				motivation: registration.motivation,
				locale,
				consent_version: PRIVACY_STATEMENT_DATE
			}
		}
	});
	if (!error) {
		// Auth answers for a known address as for a new one, but for who can sign in with it: nobody.
		if (data.user?.identities?.length === 0) await tellOwner(email, locale);
		return 'mailed';
	}
	switch (error.code) {
		case 'email_address_invalid':
		case 'email_address_not_authorized':
		case 'validation_failed':
			return 'refused';
		case 'weak_password':
			return 'weak';
		case 'over_email_send_rate_limit':
			// Nobody gets mail any more, so nothing was stored: to say "look in your mailbox" would be untrue.
			if (!JUST_MAILED.test(error.message)) throw new AuthFailure('signUp', error);
			break;
		case 'user_already_exists':
		case 'email_exists':
			break;
		default:
			throw new AuthFailure('signUp', error);
	}
	await tellOwner(email, locale);
	await confirmAgain(email);
	return 'mailed';
}

/** In the mailbox of the owner, and nowhere else, it may be said that there is an account. */
export async function tellOwner(email: string, locale: Locale): Promise<void> {
	const { error } = await serviceClient()
		.rpc('queue_already_registered_mail', { p_email: email, p_locale: locale })
		.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
	if (error) throw new DatabaseError('queue_already_registered_mail', error);
	deliverSoon();
}

/** A password that nobody knows; with characters of every kind, for a project that asks for them. */
const unguessable = (): string => `${randomBytes(32).toString('base64url')}aA1!`;
