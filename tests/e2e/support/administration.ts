/**
 * A site without example data, and people in it as the database knows them: what administrators decide about is made in
 * one step, so that these tests wait for no registration. Every test begins with nobody.
 */
import { randomUUID } from 'node:crypto';
import { createServerClient } from '@supabase/ssr';
import { hash } from 'bcryptjs';
import type { BrowserContext } from '@playwright/test';
import type postgres from 'postgres';
import type { MailServer } from '../../../src/lib/server/mail/smtp.fixture.ts';
import type { Person, PersonOptions } from '../../fixtures/people.ts';
import { expect, test as base } from './test.ts';

export { expect };

export type { Person, PersonOptions };

export interface Administration {
	/** Of the site, without slash at the end. */
	url: string;
	mail: MailServer;
	/** As the owner of the database. */
	sql: postgres.Sql;
	person(options: PersonOptions): Promise<Person>;
	/** Opens a session of that person in the browser. */
	signIn(context: BrowserContext, person: Person): Promise<void>;
}

export const PASSWORD = 'twaalf groene fietsen';
let made = 0;

/** Made once a worker. */
let passwordHash: Promise<string> | undefined;

export const test = base.extend<{ administration: Administration; admin: Person }>({
	administration: [
		async ({ emptySite }, use, { title }) => {
			await emptySite.beginTest(title);
			const { url, mail, sql, keys } = emptySite;
			const hashed = await (passwordHash ??= hash(PASSWORD, 4));
			await use({
				url,
				mail,
				sql,
				person: (options) => makePerson(sql, hashed, options),
				signIn: (context, { email }) => signIn(context, url, keys, email)
			});
		},
		{ auto: true }
	],

	// Whoever has a page of the site has it as every test begins.
	baseURL: async ({ administration }, use) => {
		await use(administration.url);
	},

	/** Signed in already. */
	admin: async ({ administration, context }, use) => {
		const admin = await administration.person({ fullName: 'Ada Beheer', status: 'approved', role: 'admin' });
		await administration.signIn(context, admin);
		await use(admin);
	}
});

async function makePerson(
	sql: postgres.Sql,
	passwordHash: string,
	{
		fullName,
		email,
		status = 'pending',
		role = 'member',
		government = 'gemeente-gent',
		locale = 'nl',
		motivation = '',
		confirmed = true,
		daysAgo = 0,
		shows,
		paused = false,
		expertise = {},
		phone,
		bio,
		notifications = []
	}: PersonOptions
): Promise<Person> {
	const id = randomUUID();
	made += 1;
	const address =
		email ?? `${fullName.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${process.pid}.${made}@gent.be`;
	await sql.begin(async (transaction) => {
		await transaction`
			insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data,
				raw_user_meta_data, created_at, updated_at)
			select ${id}, 'authenticated', 'authenticated', ${address}, ${passwordHash},
				case when ${confirmed} then now() end, '{}',
				jsonb_build_object('full_name', ${fullName}::text, 'job_title', 'Consulent', 'position', 'staff',
					'local_government_id', government.id, 'motivation', ${motivation}::text, 'locale', ${locale}::text,
					'consent_version', '2026-11-21'),
				now(), now()
			from public.local_government as government where slug = ${government}`;
		await transaction`
			update public.profile
			set status = ${status}, role = ${role}, notifications = ${[...notifications]},
				listed = ${shows !== undefined},
				visible_fields = coalesce(${shows ? [...shows] : null}::text[], visible_fields),
				phone = ${phone ?? null}, bio = ${bio ?? null}, paused_at = case when ${paused} then now() end,
				created_at = now() - make_interval(days => ${daysAgo})
			where id = ${id}`;
		for (const [topic, { direction, note }] of Object.entries(expertise)) {
			await transaction`
				insert into public.profile_expertise (profile_id, topic_id, direction, note)
				select ${id}, topic.id, ${direction}, ${note ?? null}
				from public.expertise_topic as topic where topic.slug = ${topic}`;
		}
	});
	return { id, fullName, email: address };
}

async function signIn(
	context: BrowserContext,
	site: string,
	keys: { SUPABASE_URL: string; SUPABASE_PUBLISHABLE_KEY: string },
	email: string
): Promise<void> {
	const cookies = new Map<string, string>();
	const client = createServerClient(keys.SUPABASE_URL, keys.SUPABASE_PUBLISHABLE_KEY, {
		cookies: {
			getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
			setAll: (changed) => {
				for (const { name, value } of changed) cookies.set(name, value);
			}
		}
	});
	const { error } = await client.auth.signInWithPassword({ email, password: PASSWORD });
	if (error) throw error;
	await context.addCookies(
		[...cookies].map(([name, value]) => ({
			name,
			value,
			url: site,
			httpOnly: true,
			sameSite: 'Lax' as const
		}))
	);
}
