/** Asking for an account. Nothing in what comes back tells whether the address has one already. */
import type { Position } from '$lib/domain/account/account';
import type { Locale } from '$lib/domain/directory/directory';
import { PRIVACY_STATEMENT_DATE } from '$lib/domain/access/privacyStatement';
import { deliverSoon } from '$lib/mail/index.server';
import { serviceClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { AuthFailure, strangersAuth, unguessable } from './auth.server';

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

export type RegistrationOutcome =
	/** `accountId` is null when there was an account: for nobody but its owner to know. */
	| { kind: 'mailed'; accountId: string | null }
	/** Auth takes the address for none. */
	| { kind: 'refused' }
	/** Auth takes the password for known to the world. */
	| { kind: 'weak' };

/** Auth's answer about one person's mailbox; about those of a whole project it names no seconds. */
const JUST_MAILED = /after \d+ seconds/;

/**
 * Makes the account and mails its owner; somebody who has one already gets a mail that says so. Of requests for one
 * address that nobody has proven yet, the last one counts, with its password and its mail.
 * @throws when Auth or the database does not answer; nothing of the person is in the error
 */
export async function register(registration: Registration): Promise<RegistrationOutcome> {
	const { email, locale } = registration;
	const contested = await forgetUnconfirmed(email);
	const { data, error } = await signUp(registration, contested);
	if (!error) {
		deliverSoon();
		// Auth answers for a known address as for a new one, but for who can sign in with it: nobody.
		const { user } = data;
		if (user && user.identities?.length !== 0) return { kind: 'mailed', accountId: user.id };
		await tellOwner(email, locale);
		return { kind: 'mailed', accountId: null };
	}
	switch (error.code) {
		case 'email_address_invalid':
		case 'email_address_not_authorized':
		case 'validation_failed':
			return { kind: 'refused' };
		case 'weak_password':
			return { kind: 'weak' };
		case 'over_email_send_rate_limit':
			// Nobody gets mail any more, so nothing was stored: to say "look in your mailbox" would be untrue.
			if (!JUST_MAILED.test(error.message)) throw new AuthFailure('signUp', error);
			// Somebody asked for the same address a moment ago, and its mail is on its way. The owner of an account hears of it.
			break;
		case 'user_already_exists':
		case 'email_exists':
			break;
		default:
			throw new AuthFailure('signUp', error);
	}
	await tellOwner(email, locale);
	return { kind: 'mailed', accountId: null };
}

/** Who asks at the same moment as another for one address meets what Auth calls an accident; asking again, they meet an account. */
async function signUp(
	registration: Registration,
	contested: boolean
): ReturnType<ReturnType<typeof strangersAuth>['signUp']> {
	const { email, password, locale } = registration;
	const once = () =>
		strangersAuth().signUp({
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
					consent_version: PRIVACY_STATEMENT_DATE,
					contested,
					...(password === null ? { password: 'none' } : {})
				}
			}
		});
	const answer = await once();
	return answer.error?.status === 500 ? once() : answer;
}

/**
 * Auth would keep the password that whoever asked first chose, who may not be whose address it is.
 * @returns whether somebody had asked
 */
async function forgetUnconfirmed(email: string): Promise<boolean> {
	const forgotten = serviceClient().rpc('forget_unconfirmed_account', { p_email: email });
	return (await ask('forget_unconfirmed_account', forgotten)) === true;
}

/** In the mailbox of the owner, and nowhere else, it may be said that there is an account. */
export async function tellOwner(email: string, locale: Locale): Promise<void> {
	const told = serviceClient().rpc('queue_already_registered_mail', { p_email: email, p_locale: locale });
	await ask('queue_already_registered_mail', told);
	deliverSoon();
}
