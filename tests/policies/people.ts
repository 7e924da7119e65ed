/** Accounts as they really are: an auth user with its session and profile. Every text of theirs is marked. */
import { randomUUID } from 'node:crypto';
import {
	VISIBLE_FIELDS,
	type AccountStatus,
	type Role,
	type VisibleField
} from '../../src/lib/domain/account/account.ts';
import { ACTORS, type Actor, type Place } from '../../src/lib/domain/access/matrix.ts';
import type { Database } from '../../src/lib/base/embedded/database.server.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { insertAccount, insertExpertise, type Query } from '../fixtures/people.ts';
import { accessToken, clientOf, clientWithKey, type AnyClient } from './actors.ts';

export interface Person {
	name: string;
	id: string;
	email: string;
	/** Of a session that is open, or was. */
	token: string;
	status: AccountStatus;
	/** Shown to colleagues, with these; null for who hides or pauses. */
	shows: readonly VisibleField[] | null;
	/** A text that is nowhere else, by the place where it is kept. Wherever it turns up, that place is read. */
	marks: Readonly<Record<Place, string>>;
}

export interface PersonOptions {
	/** One word. */
	name: string;
	status?: AccountStatus;
	role?: Role;
	/** Slug of the local government. */
	government?: string;
	/** Hidden from colleagues by default. */
	shows?: readonly VisibleField[];
	paused?: boolean;
	confirmed?: boolean;
	signedOut?: boolean;
}

/** The theme that everybody has, and follows. */
export const THEME = 'beleid';

let made = 0;

/** With a decision, a mail and an entry in the trail about them. */
export async function makePerson(embedded: Embedded, options: PersonOptions): Promise<Person> {
	const { name, status = 'approved', role = 'member', government = 'gemeente-gent' } = options;
	const { shows = null, paused = false, confirmed = true, signedOut = false } = options;
	const [id, session] = [randomUUID(), randomUUID()];
	// Closed at its end: no mark is the beginning of another one.
	const mark = (place: Place) => `kanarie-${place.replaceAll(/[._]/g, '-')}-${name.toLowerCase()}-x`;
	made += 1;
	const marks = {
		'profile.full_name': mark('profile.full_name'),
		'profile.job_title': mark('profile.job_title'),
		'profile.phone': `+3247591${1000 + made}`,
		'profile.bio': mark('profile.bio'),
		'profile.motivation': mark('profile.motivation'),
		'auth.users.email': `${mark('auth.users.email')}@voorbeeld.example`,
		'auth.users.encrypted_password': mark('auth.users.encrypted_password'),
		'auth.users.recovery_token': mark('auth.users.recovery_token'),
		'account_decision.reason': mark('account_decision.reason'),
		'email_outbox.to_address': `${mark('email_outbox.to_address')}@voorbeeld.example`,
		'email_outbox.params': mark('email_outbox.params'),
		'email_outbox.last_error': mark('email_outbox.last_error'),
		'audit_entry.details': mark('audit_entry.details'),
		'profile_expertise.note': mark('profile_expertise.note'),
		'colleague_report.reason': mark('colleague_report.reason')
	};
	const email = marks['auth.users.email'];
	await embedded.exclusively(async (db) => {
		const query: Query = (text, parameters) => db.query(text, parameters);
		await insertAccount(query, {
			id,
			email,
			passwordHash: marks['auth.users.encrypted_password'],
			confirmed,
			fullName: marks['profile.full_name'],
			jobTitle: marks['profile.job_title'],
			motivation: marks['profile.motivation'],
			locale: 'nl',
			government,
			status,
			role,
			listed: shows !== null,
			visibleFields: shows ?? ['job_title'],
			notifications: null,
			phone: marks['profile.phone'],
			bio: marks['profile.bio'],
			paused,
			daysAgo: 0
		});
		await db.query('update auth.users set recovery_token = $2 where id = $1', [
			id,
			marks['auth.users.recovery_token']
		]);
		await db.query(
			`insert into public.account_decision
					(account_id, decision, reason, previous_status, previous_role, new_status, new_role)
				values ($1, 'restored', $2, 'pending', 'member', 'pending', 'member')`,
			[id, marks['account_decision.reason']]
		);
		await db.query(
			`insert into public.email_outbox
					(template, locale, recipient_id, to_address, params, last_error, next_attempt_at)
				values ('account_restored', 'nl', $1, $2, jsonb_build_object('note', $3::text), $4, now() + interval '1 year')`,
			[id, marks['email_outbox.to_address'], marks['email_outbox.params'], marks['email_outbox.last_error']]
		);
		await db.query(
			`insert into public.audit_entry (action, account_id, details)
				values ('restored', $1, jsonb_build_object('note', $2::text))`,
			[id, marks['audit_entry.details']]
		);
		// Half of the people offer what the others look for.
		await insertExpertise(query, id, THEME, made % 2 ? 'offered' : 'sought', marks['profile_expertise.note']);
		await db.query(
			`insert into public.follow (profile_id, topic_id)
				select $1, id from public.expertise_topic where slug = '${THEME}'`,
			[id]
		);
		const bystander = await bystanderIn(db, government);
		await db.query('insert into public.colleague_block (blocker_id, blocked_id) values ($1, $2)', [
			id,
			bystander
		]);
		await db.query(
			'insert into public.colleague_report (reporter_id, reported_id, reason) values ($1, $2, $3)',
			[id, bystander, marks['colleague_report.reason']]
		);
		await db.query(
			'insert into auth.sessions (id, user_id, created_at, updated_at) values ($1, $2, now(), now())',
			[session, id]
		);
		if (signedOut) await db.query('delete from auth.sessions where id = $1', [session]);
	});
	const token = accessToken(embedded.jwtSecret, 'authenticated', id, { session_id: session, email });
	return { name, id, email, token, status, shows: paused ? null : shows, marks };
}

/** Whether what a person chose to show colleagues includes a place. */
export function chose({ status, shows }: Person, place: Place): boolean {
	if (status !== 'approved' || shows === null) return false;
	const name = place.startsWith('profile_expertise.') ? 'expertise' : place.replace('profile.', '');
	const field = VISIBLE_FIELDS.find((field) => field === name);
	return field === undefined || shows.includes(field);
}

/** Somebody who is no actor, and whom everybody blocked and reported. */
async function bystanderIn(db: Database, government: string): Promise<string> {
	const id = '00000000-0000-4000-8000-0000000b15a4';
	await db.query(
		`insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
				created_at, updated_at)
			select $1, 'authenticated', 'authenticated', 'omstander@voorbeeld.example', now(), '{}',
				jsonb_build_object('full_name', 'Omstander', 'job_title', 'Coach', 'position', 'staff',
					'local_government_id', id, 'locale', 'nl', 'consent_version', '2026-11-21'),
				now(), now()
			from public.local_government where slug = $2
			on conflict do nothing`,
		[id, government]
	);
	await db.query(`update public.profile set status = 'suspended' where id = $1`, [id]);
	return id;
}

/** What each actor is; those without an account have none. */
export const CAST: Readonly<Record<Exclude<Actor, 'visitor' | 'keyless'>, Omit<PersonOptions, 'name'>>> = {
	signedOut: { status: 'approved', role: 'admin', signedOut: true },
	pending: { status: 'pending', shows: VISIBLE_FIELDS },
	rejected: { status: 'rejected', shows: VISIBLE_FIELDS },
	suspended: { status: 'suspended', shows: VISIBLE_FIELDS },
	member: { shows: ['job_title', 'expertise'] },
	editorElsewhere: { role: 'editor', government: 'gemeente-aalst', shows: ['phone', 'expertise'] },
	editor: { role: 'editor', shows: ['bio'] },
	admin: { role: 'admin' }
};

export interface Player {
	actor: Actor;
	client: AnyClient;
	/** Null without an account. */
	person: Person | null;
}

export async function makePlayer(embedded: Embedded, actor: Actor, name: string = actor): Promise<Player> {
	if (actor === 'visitor' || actor === 'keyless') {
		return { actor, client: clientOf(actor, embedded), person: null };
	}
	const person = await makePerson(embedded, { name, ...CAST[actor] });
	return { actor, client: clientWithKey(embedded, embedded.publishableKey, person.token), person };
}

/** One of each. */
export async function makeCast(embedded: Embedded): Promise<Record<Actor, Player>> {
	const players: Partial<Record<Actor, Player>> = {};
	for (const actor of ACTORS) players[actor] = await makePlayer(embedded, actor);
	return players as Record<Actor, Player>;
}
