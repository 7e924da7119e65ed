import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { composeMail } from '$lib/mail/compose.server';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { digestPeriod, queueDigests } from './digests.server';

const embedded = useDatabase({ exampleData: true });
let service: TypedClient;
let log: string[] = [];
let numbered = 0;

beforeAll(async () => {
	service = createKeyClient(embedded, embedded.secretKey);
});
beforeEach(async () => {
	log = [];
	await sql('delete from public.email_outbox');
	await sql(`delete from auth.users where email like '%@volgt.example'`);
	// Some of what is invented became public a moment ago; nobody follows that yet.
	await sql('select private.note_first_public()');
	await sql(`update private.first_public set first_seen_at = now() - interval '30 days'`);
});

async function sql<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
	return embedded.exclusively(async (db) => (await db.query<Row>(query, values)).rows);
}

interface Person {
	government?: string;
	/** Slug of a theme that the person offers. */
	offers?: string;
	status?: string;
	listed?: boolean;
	paused?: boolean;
	isExample?: boolean;
	shows?: string;
}

/** Somebody who became visible a moment ago. @returns the id */
async function colleague(name: string, person: Person = {}): Promise<string> {
	const { government = 'gemeente-gent', offers = null, status = 'approved', listed = true } = person;
	const [{ id } = expect.fail('nobody was made')] = await sql<{ id: string }>(
		`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
		select gen_random_uuid(), $1, now(), jsonb_build_object(
			'full_name', $2::text, 'job_title', 'Medewerker', 'position', 'staff', 'consent_version', '2026-11-21',
			'local_government_id', (select id from public.local_government where slug = $3)
		)
		returning id`,
		[`persoon${(numbered += 1)}@volgt.example`, name, government]
	);
	await sql(
		`update public.profile
		set status = $2, listed = $3, paused_at = case when $4 then now() end, is_example = $5,
			visible_fields = array[$6]
		where id = $1`,
		[id, status, listed, person.paused ?? false, person.isExample ?? false, person.shows ?? 'expertise']
	);
	await sql(
		`insert into public.profile_expertise (profile_id, topic_id, direction)
		select $1, id, 'offered' from public.expertise_topic where slug = $2`,
		[id, offers]
	);
	return id;
}

interface Followed {
	topic?: string;
	province?: string;
	nisCode?: string;
}

/** Somebody who was last told so many days ago. */
async function follower(name: string, follows: Followed[], daysAgo = 8): Promise<string> {
	const id = await colleague(name, { listed: false });
	for (const { topic = null, province = null, nisCode = null } of follows) {
		await sql(
			`insert into public.follow (profile_id, topic_id, province_code, nis_code)
			values ($1, (select id from public.expertise_topic where slug = $2), $3, $4)`,
			[id, topic, province, nisCode]
		);
	}
	await sql(
		`insert into private.digest (profile_id, covered_until) values ($1, now() - make_interval(days => $2))`,
		[id, daysAgo]
	);
	return id;
}

const aDay = (client = service) => queueDigests(client, 7, (line) => log.push(line));

interface News {
	name: string;
	colleagues: { id: string; name: string; topics: string[] }[];
	colleagueCount: number;
	governments: { name: string }[];
	desks: { name: string }[];
}
const queued = async () =>
	(await sql<{ params: News }>(`select params from public.email_outbox where template = 'digest'`))
		.map(({ params }) => params)
		.toSorted((a, b) => a.name.localeCompare(b.name));
const namesIn = (news: News | undefined) => news?.colleagues.map(({ name }) => name);

const EAST_FLANDERS = '40000';
const GENT = '44021';

async function desk(slug: string, more: { published?: boolean; isExample?: boolean } = {}) {
	await sql(
		`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, email, published, is_example)
		select $1, id, $1, 'Markt 1', '9000', 'Gent', 3.72, 51.05, 'loket@gent.example', $2, $3
		from public.local_government where slug = 'gemeente-gent'`,
		[slug, more.published ?? true, more.isExample ?? false]
	);
}

describe('the weekly mail', () => {
	it('names new colleagues by theme, by area, and by theme in an area', async () => {
		await colleague('Jongeren in Gent', { offers: 'jongeren' });
		await colleague('Crisis in Gent', { offers: 'crisis' });
		await colleague('Jongeren in Hasselt', { offers: 'jongeren', government: 'gemeente-hasselt' });
		await colleague('Jongeren verzwegen', { offers: 'jongeren', shows: 'bio' });
		await follower('A thema', [{ topic: 'jongeren' }]);
		await follower('B gemeente', [{ nisCode: GENT }]);
		await follower('C provincie', [{ province: EAST_FLANDERS }]);
		await follower('D thema in provincie', [{ topic: 'jongeren', province: EAST_FLANDERS }]);
		await follower('E twee keer hetzelfde', [{ topic: 'crisis' }, { nisCode: GENT }]);
		await aDay();
		const [theme, town, province, both, twice] = await queued();
		expect(namesIn(theme)).toEqual(['Jongeren in Gent', 'Jongeren in Hasselt']);
		expect(theme?.colleagues[0]?.topics).toEqual(['Jongeren']);
		const inGent = ['Crisis in Gent', 'Jongeren in Gent', 'Jongeren verzwegen'];
		expect(namesIn(town)).toEqual(inGent);
		expect(town?.colleagues.flatMap(({ topics }) => topics)).toEqual([]);
		expect(namesIn(province)).toEqual(inGent);
		expect(namesIn(both)).toEqual(['Jongeren in Gent']);
		expect(namesIn(twice)).toEqual(inGent);
		expect(twice?.colleagueCount).toBe(3);
		expect(log).toEqual([]);
	});

	it('names no one who is hidden, paused, waiting, closed or invented, nor the follower', async () => {
		await colleague('Verborgen', { listed: false });
		await colleague('Op pauze', { paused: true });
		for (const status of ['pending', 'rejected', 'suspended']) await colleague(status, { status });
		await colleague('Verzonnen', { isExample: true });
		const own = await follower('Volger', [{ nisCode: GENT }]);
		await sql('update public.profile set listed = true where id = $1', [own]);
		await aDay();
		expect(await queued()).toEqual([]);
	});

	it('tells of desks and governments to who follows an area, not to who follows a theme there', async () => {
		const [was = expect.fail('no such government')] = await sql<{ since: string | null; example: boolean }>(
			`select participating_since as since, is_example as example from public.local_government
			where slug = 'gemeente-gent'`
		);
		await sql(
			`update public.local_government set participating_since = '2026-11-01', participating_until = null,
				is_example = false where slug = 'gemeente-gent'`
		);
		await sql(
			`delete from private.first_public
			where id = (select id from public.local_government where slug = 'gemeente-gent')`
		);
		await desk('volgt-open');
		await desk('volgt-verborgen', { published: false });
		await desk('volgt-verzonnen', { isExample: true });
		await follower('A gebied', [{ nisCode: GENT }]);
		await follower('B thema in gebied', [{ topic: 'jongeren', nisCode: GENT }]);
		await aDay();
		const mails = await queued();
		expect(mails.map(({ name }) => name)).toEqual(['A gebied']);
		expect(mails[0]?.desks.map(({ name }) => name)).toEqual(['volgt-open']);
		expect(mails[0]?.governments).toHaveLength(1);

		await sql(`delete from public.volunteer_desk where slug like 'volgt-%'`);
		await sql(
			`update public.local_government set participating_since = $1, is_example = $2 where slug = 'gemeente-gent'`,
			[was.since, was.example]
		);
	});

	it('comes once a week, and not when there is nothing', async () => {
		await follower('Volger', [{ topic: 'jongeren' }]);
		await aDay();
		expect(await queued()).toEqual([]);

		await colleague('Nieuw', { offers: 'jongeren' });
		await aDay();
		expect(await queued()).toEqual([]);
		await sql(`update private.digest set covered_until = covered_until - interval '6 days 22 hours'`);
		await aDay();
		expect(await queued()).toEqual([]);
		await sql(`update private.digest set covered_until = covered_until - interval '2 hours'`);
		await aDay();
		await aDay();
		expect((await queued()).map(namesIn)).toEqual([['Nieuw']]);
	});

	it('is told to nobody twice by servers that tell it at the same moment', async () => {
		await colleague('Nieuw', { offers: 'jongeren' });
		for (const name of ['A', 'B', 'C']) await follower(name, [{ topic: 'jongeren' }]);
		await Promise.all([aDay(), aDay(), aDay()]);
		expect((await queued()).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
		expect(log).toEqual([]);
	});

	it('goes to nobody who switched it off, paused or was suspended', async () => {
		await colleague('Nieuw', { offers: 'jongeren' });
		const off = await follower('Uit', [{ topic: 'jongeren' }]);
		const paused = await follower('Pauze', [{ topic: 'jongeren' }]);
		const suspended = await follower('Geschorst', [{ topic: 'jongeren' }]);
		await sql(`update public.profile set notifications = '{}' where id = $1`, [off]);
		await sql('update public.profile set paused_at = now() where id = $1', [paused]);
		await sql(`update public.profile set status = 'suspended' where id = $1`, [suspended]);
		await aDay();
		expect(await queued()).toEqual([]);
	});

	it('that waits no longer names who hides meanwhile, and goes when nothing is left', async () => {
		const first = await colleague('Eerste', { offers: 'jongeren' });
		const second = await colleague('Tweede', { offers: 'jongeren' });
		await follower('Volger', [{ topic: 'jongeren' }]);
		await aDay();
		await sql('update public.profile set paused_at = now() where id = $1', [first]);
		expect(await queued()).toMatchObject([{ colleagues: [{ name: 'Tweede' }], colleagueCount: 1 }]);
		await sql('delete from auth.users where id = $1', [second]);
		expect(await queued()).toEqual([]);
	});

	it('is handed out without who hid while it was being written, and without themes that somebody hides', async () => {
		const first = await colleague('Eerste', { offers: 'jongeren' });
		const second = await colleague('Tweede', { offers: 'jongeren' });
		await follower('Volger', [{ topic: 'jongeren' }]);
		await aDay();
		// As if the digest was not to be seen yet by the pause that took place.
		await sql('alter table public.profile disable trigger profile_is_announced');
		await sql('update public.profile set paused_at = now() where id = $1', [first]);
		await sql('alter table public.profile enable trigger profile_is_announced');
		await sql(`update public.profile set visible_fields = '{}' where id = $1`, [second]);
		await sql('select private.freshen_digests()');
		expect(await queued()).toMatchObject([
			{ colleagues: [{ name: 'Tweede', topics: [] }], colleagueCount: 1 }
		]);
	});

	it('is written in the language of the follower, out of what the database says', async () => {
		await colleague('Nieuw', { offers: 'jongeren' });
		const id = await follower('Volger', [{ topic: 'jongeren' }]);
		await sql(`update public.profile set locale = 'fr' where id = $1`, [id]);
		await aDay();
		const [row = expect.fail('no mail')] =
			(await service.rpc('claim_mail', { p_limit: 5, p_lease_seconds: 60 })).data ?? [];
		const { subject, text } = composeMail(row, { origin: 'https://kaart.example', secret: 'geheim' });
		expect(subject).toBe('Ce que vous suivez : 1 nouveau collègue');
		expect(text).toContain('Jeunes');
		expect(text).toContain('https://kaart.example/fr/uitschrijven?token=');
	});

	it('is due the next day when the database does not answer', async () => {
		await aDay(
			createKeyClient(
				{ ...embedded, fetch: () => Promise.reject(new TypeError('fetch failed')) },
				embedded.secretKey
			)
		);
		expect(log).toHaveLength(1);
		expect(log[0]).toContain('queue_digests');
	});
});

it('the time between two mails is a week unless told otherwise, and a day at least', () => {
	expect(digestPeriod({})).toBe(7);
	expect(digestPeriod({ DIGEST_AFTER_DAYS: ' 1 ' })).toBe(1);
	for (const days of ['0', '-1', '0.5', 'nooit', '4000']) {
		expect(() => digestPeriod({ DIGEST_AFTER_DAYS: days })).toThrow('DIGEST_AFTER_DAYS');
	}
});
