/**
 * The first administrator of the embedded backend: somebody has to be able to let the others in. A hosted project has
 * `npm run admin:grant` instead.
 */
import { randomInt } from 'node:crypto';
import { hash } from 'bcryptjs';
import { ACCOUNT_LIMITS } from '../../domain/account/account.ts';
import { isEmailAddress } from '../../domain/account/emailAddress.ts';
import { passwordProblem, type PasswordProblem } from '../../domain/account/password.ts';
import { PRIVACY_STATEMENT_DATE } from '../../domain/access/privacyStatement.ts';
import type { Queries } from './database.server.ts';
import type { Embedded } from './index.server.ts';

export interface AdminSettings {
	/** Lower case. */
	email: string;
	/** The operator chose the address. */
	isChosen: boolean;
	/** Undefined: one is made up. */
	password: string | undefined;
}

/** What is in the environment cannot be used. The message is for the person at the terminal, and repeats no password. */
export class AdminSettingsError extends Error {
	override name = 'AdminSettingsError';
}

export type Appointment =
	/** There is an account now; `password` only when it was made up, and then nowhere else. */
	| { kind: 'made'; email: string; password: string | undefined }
	/** The account was there already. */
	| { kind: 'granted'; email: string }
	/** The chosen address cannot be used yet: its account is not confirmed, or there is none. */
	| { kind: 'unconfirmed' | 'unknown'; email: string }
	| { kind: 'none needed' };

const DEFAULT_EMAIL = 'beheer@lokaalvrijwilligen.example';

/**
 * `ADMIN_EMAIL` and `ADMIN_PASSWORD`.
 * @throws AdminSettingsError
 */
export function adminSettings(env: Readonly<Record<string, string | undefined>>): AdminSettings {
	const email = env.ADMIN_EMAIL?.trim();
	if (email && !isEmailAddress(email)) {
		throw new AdminSettingsError(
			`ADMIN_EMAIL=${email} is geen e-mailadres. / ADMIN_EMAIL=${email} is not an e-mail address.`
		);
	}
	const chosenEmail = (email || DEFAULT_EMAIL).toLowerCase();
	const password = env.ADMIN_PASSWORD || undefined;
	const problem = password === undefined ? null : passwordProblem(password, [chosenEmail]);
	if (problem) throw new AdminSettingsError(PASSWORD_REFUSALS[problem]);
	return { email: chosenEmail, isChosen: Boolean(email), password };
}

const { passwordMin, passwordBytes } = ACCOUNT_LIMITS;
const PASSWORD_REFUSALS: Readonly<Record<PasswordProblem, string>> = {
	missing: 'ADMIN_PASSWORD is leeg. / ADMIN_PASSWORD is empty.',
	short:
		`ADMIN_PASSWORD is te kort: neem minstens ${passwordMin} tekens, of laat het weg. / ` +
		`ADMIN_PASSWORD is too short: use at least ${passwordMin} characters, or leave it out.`,
	long:
		`ADMIN_PASSWORD is te lang: neem hoogstens ${passwordBytes} tekens. / ` +
		`ADMIN_PASSWORD is too long: use at most ${passwordBytes} characters.`,
	personal:
		'ADMIN_PASSWORD is het e-mailadres zelf: kies iets wat niemand raadt. / ' +
		'ADMIN_PASSWORD is the e-mail address itself: choose what nobody guesses.',
	known:
		'ADMIN_PASSWORD is een wachtwoord dat iedereen raadt: kies een ander. / ' +
		'ADMIN_PASSWORD is a password that everybody guesses: choose another.'
};

/**
 * Makes an administrator when there is none, with an account that is confirmed and can sign in at once; nobody gets mail.
 * A chosen address that has an account becomes an administrator too, once: what administrators decide about that person
 * later stands. All of it happens, or nothing.
 */
export function appointFirstAdmin(
	embedded: Pick<Embedded, 'exclusively'>,
	{ email, isChosen, password }: AdminSettings
): Promise<Appointment> {
	return embedded.exclusively((db) =>
		db.transaction(async (tx): Promise<Appointment> => {
			const { hasAdmin, hasAccount, wasAdmin } = await situation(tx, email);
			if (hasAdmin && (!isChosen || wasAdmin)) return { kind: 'none needed' };
			if (hasAdmin && !hasAccount) return { kind: 'unknown', email };
			if (!hasAccount) {
				const chosen = password ?? madeUpPassword();
				await createAccount(tx, email, chosen);
				await grantAdmin(tx, email);
				return { kind: 'made', email, password: password ? undefined : chosen };
			}
			const outcome = await grantAdmin(tx, email);
			if (outcome === 'already') return { kind: 'none needed' };
			return { kind: outcome === 'granted' ? 'granted' : 'unconfirmed', email };
		})
	);
}

/** What the person at the terminal should know, in Dutch; undefined for nothing. */
export function announcement(appointment: Appointment): string | undefined {
	switch (appointment.kind) {
		case 'made':
			return appointment.password === undefined
				? `Er was nog geen beheerder. Nu wel: ${appointment.email}, met het wachtwoord uit ADMIN_PASSWORD.`
				: `Er was nog geen beheerder. Nu wel:
  e-mailadres  ${appointment.email}
  wachtwoord   ${appointment.password}
Bewaar het wachtwoord nu: het staat nergens anders, en je ziet het niet opnieuw.`;
		case 'granted':
			return `${appointment.email} is nu beheerder, met het wachtwoord dat dat account al had.`;
		case 'unconfirmed':
			return `${appointment.email} (ADMIN_EMAIL) is nog geen beheerder: het adres is nog niet bevestigd. Bevestig het met de link in de mail, en start opnieuw.`;
		case 'unknown':
			return `${appointment.email} (ADMIN_EMAIL) heeft nog geen account, en er is al een beheerder. Registreer je met dat adres en start daarna opnieuw.`;
		case 'none needed':
			return undefined;
	}
}

interface Situation {
	/** Invented administrators do not count. */
	hasAdmin: boolean;
	hasAccount: boolean;
	/** Is or was one: somebody may have decided otherwise since. */
	wasAdmin: boolean;
}

async function situation(db: Queries, email: string): Promise<Situation> {
	const { rows } = await db.query<Situation>(
		`select
			exists (
				select from public.profile where role = 'admin' and status = 'approved' and not is_example
			) as "hasAdmin",
			exists (select from auth.users where lower(email) = $1::text) as "hasAccount",
			exists (
				select from public.account_decision as decision
				join auth.users as account on account.id = decision.account_id
				where lower(account.email) = $1::text and decision.new_role = 'admin'
			) as "wasAdmin"`,
		[email]
	);
	return rows[0] ?? { hasAdmin: false, hasAccount: false, wasAdmin: false };
}

/** As Auth's own, when it does not ask for a confirmation: its endpoint would mail, and could not be taken back. */
async function createAccount(db: Queries, email: string, password: string): Promise<void> {
	const profile = {
		full_name: 'Beheerder',
		job_title: 'Beheerder van de website',
		position: 'staff',
		locale: 'nl',
		consent_version: PRIVACY_STATEMENT_DATE
	};
	await db.query(
		`with account as (
			insert into auth.users (
				id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data
			)
			values (
				gen_random_uuid(), 'authenticated', 'authenticated', $1::text, $2, now(),
				'{"provider": "email", "providers": ["email"]}', $3::text::jsonb
			)
			returning id
		)
		insert into auth.identities (id, user_id, provider, provider_id, identity_data)
		select
			gen_random_uuid(), id, 'email', id::text,
			jsonb_build_object('sub', id, 'email', $1::text, 'email_verified', true, 'phone_verified', false)
		from account`,
		[email, await hash(password, BCRYPT_COST), JSON.stringify(profile)]
	);
}

/** As Auth does. */
const BCRYPT_COST = 10;

/**
 * Says so with an audit entry and a decision.
 * @returns 'granted', 'already', 'unconfirmed' or 'not_found'
 */
export async function grantAdmin(db: Queries, email: string): Promise<string | undefined> {
	const { rows } = await db.query<{ outcome: string }>('select public.grant_admin($1) as outcome', [email]);
	return rows[0]?.outcome;
}

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of five: 99 bits. */
function madeUpPassword(): string {
	const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
	const group = () => Array.from({ length: 5 }, letter).join('');
	return [group(), group(), group(), group()].join('-');
}
