/** People as the database knows them, made in one step: what is tested about them waits for no registration. */
import { randomUUID } from 'node:crypto';
import { createServerClient } from '@supabase/ssr';
import { hashSync } from 'bcryptjs';
import type { Embedded } from '../../src/lib/server/embedded/index.ts';
import type { Person, PersonOptions } from '../fixtures/people.ts';

export type { Person, PersonOptions };

export const PASSWORD = 'twaalf groene fietsen';
/** As cheap as it can be. */
const PASSWORD_HASH = hashSync(PASSWORD, 4);

export async function makePerson(embedded: Embedded, options: PersonOptions): Promise<Person> {
	const { fullName, status = 'pending', role = 'member', government = 'gemeente-gent' } = options;
	const { locale = 'nl', motivation = '', confirmed = true, daysAgo = 0, paused = false } = options;
	const { shows, phone = null, bio = null, notifications = [], expertise = {} } = options;
	const id = randomUUID();
	const name = fullName.toLowerCase().replaceAll(/[^a-z]+/g, '.');
	const email = options.email ?? `${name}.${id.slice(0, 8)}@gent.be`;
	await embedded.exclusively(async (db) => {
		await db.query(
			`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data,
					raw_user_meta_data, created_at, updated_at)
				select $1, 'authenticated', 'authenticated', $2, $3, case when $4 then now() end, '{}',
					jsonb_build_object('full_name', $5::text, 'job_title', 'Consulent', 'position', 'staff',
						'local_government_id', government.id, 'motivation', $6::text, 'locale', $7::text,
						'consent_version', '2026-11-21'),
					now(), now()
				from public.local_government as government where slug = $8`,
			[id, email, PASSWORD_HASH, confirmed, fullName, motivation, locale, government]
		);
		await db.query(
			`update public.profile
				set status = $2, role = $3, notifications = $4, listed = $5,
					visible_fields = coalesce($6::text[], visible_fields), phone = $7, bio = $8,
					paused_at = case when $9 then now() end, created_at = now() - make_interval(days => $10)
				where id = $1`,
			[
				id,
				status,
				role,
				[...notifications],
				shows !== undefined,
				shows ? [...shows] : null,
				phone,
				bio,
				paused,
				daysAgo
			]
		);
		for (const [topic, { direction, note = null }] of Object.entries(expertise)) {
			await db.query(
				`insert into public.profile_expertise (profile_id, topic_id, direction, note)
					select $1, id, $2, $3 from public.expertise_topic where slug = $4`,
				[id, direction, note, topic]
			);
		}
	});
	return { id, fullName, email };
}

/** Of a real session: somebody signs in with the password. */
export async function sessionCookies(
	{ publishableKey }: Pick<Embedded, 'publishableKey'>,
	backendUrl: string,
	{ email }: Person
): Promise<{ name: string; value: string }[]> {
	const cookies = new Map<string, string>();
	const client = createServerClient(backendUrl, publishableKey, {
		cookies: {
			getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
			setAll: (changed) => {
				for (const { name, value } of changed) cookies.set(name, value);
			}
		}
	});
	const { error } = await client.auth.signInWithPassword({ email, password: PASSWORD });
	if (error) throw error;
	return [...cookies].map(([name, value]) => ({ name, value }));
}
