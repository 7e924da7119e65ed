/** Whether searching colleagues, with the counts of every filter, stays as quick when there are ten times as many. */
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import { clientWithKey, type AnyClient } from '../policies/actors.ts';
import { makePerson } from '../policies/people.ts';
import { median, report } from './figures.ts';

const SIZES = [500, 5_000] as const;
const BOUND = 3;
const ROUNDS = 25;

/** Nothing asked: every filter is off. */
const NO_FILTER = {
	p_words: null,
	p_topics: null,
	p_direction: null,
	p_provinces: null,
	p_kinds: null,
	p_positions: null,
	p_sizes: null,
	p_size_starts: [0, 10_000, 20_000, 50_000, 100_000],
	p_within_km: null,
	p_distances_km: [10, 25, 50],
	p_nis_code: null,
	p_sort: 'name',
	p_limit: 20,
	p_offset: 0
};

const QUESTIONS: { name: string; filters: Record<string, unknown> }[] = [
	{
		name: 'theme, province and direction',
		filters: { p_topics: ['loket-oprichten'], p_direction: 'offered', p_provinces: ['40000'] }
	},
	{
		name: 'words and filters',
		filters: { p_words: ['markt', 'vrijwilligers'], p_kinds: ['gemeente'], p_positions: ['staff'] }
	},
	{
		name: 'all filters',
		filters: {
			p_words: ['loket'],
			p_topics: ['loket-oprichten', 'werven', 'beleid'],
			p_direction: 'offered',
			p_provinces: ['40000', '30000', '10000'],
			p_kinds: ['gemeente'],
			p_positions: ['staff'],
			p_sizes: [2, 3, 4],
			p_within_km: 50,
			p_sort: 'distance'
		}
	}
];

export async function measureColleagues(): Promise<void> {
	const embedded = await bootForTests({ exampleData: false });
	try {
		const { token } = await makePerson(embedded, { name: 'asks' });
		const client = clientWithKey(embedded, embedded.publishableKey, token);
		const costs: number[][] = [];
		for (const size of SIZES) {
			await fillColleagues(embedded, size);
			const ofSize: number[] = [];
			for (const { filters } of QUESTIONS) ofSize.push(await medianCost(client, filters));
			costs.push(ofSize);
		}
		const [few = [], many = []] = costs;
		for (const [place, { name }] of QUESTIONS.entries())
			report({
				name: `searching colleagues (${name}) among ${SIZES[1]} against ${SIZES[0]}`,
				value: (many[place] ?? NaN) / (few[place] ?? NaN),
				unit: 'ratio',
				bound: { atMost: BOUND },
				sides: { own: many[place] ?? NaN, baseline: few[place] ?? NaN }
			});
	} finally {
		await embedded.close();
	}
}

/** Milliseconds that the thread worked, whoever else wants this machine. The first questions warm up. */
async function medianCost(client: AnyClient, filters: Record<string, unknown>): Promise<number> {
	const costs: number[] = [];
	for (let round = 0; round < ROUNDS + 5; round++) {
		const before = process.threadCpuUsage();
		const { data, error } = await client.rpc('search_colleagues', { ...NO_FILTER, ...filters });
		if (error || !(data[0].total > 0)) throw new Error(`A search found nothing: ${JSON.stringify(error)}`);
		const { user, system } = process.threadCpuUsage(before);
		if (round >= 5) costs.push((user + system) / 1000);
	}
	return median(costs);
}

/** Makes it so many visible members, with three themes each, spread evenly over the local governments. */
export async function fillColleagues(embedded: Embedded, size: number): Promise<void> {
	await embedded.exclusively((db) =>
		db.exec(`
			create temporary table bench_member on commit drop as
			select gen_random_uuid() as id, n, 'Persoon Voorbeeld ' || n as full_name
			from generate_series((select count(*) from public.profile), ${size}) as n;
			insert into auth.users
				(id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
			select member.id, 'authenticated', 'authenticated', 'persoon' || n || '@voorbeeld.example', now(), '{}',
				jsonb_build_object('full_name', full_name, 'job_title', 'Medewerker vrijwilligers',
					'position', case when n % 5 = 0 then 'elected' else 'staff' end, 'local_government_id', government.id,
					'locale', 'nl', 'consent_version', '2026-11-21'),
				now(), now()
			from bench_member as member
			join (
				select id, row_number() over (order by md5(slug)) - 1 as place, count(*) over () as total
				from public.local_government
			) as government on government.place = member.n % government.total;
			update public.profile set status = 'approved', listed = true, announced_at = now(), is_example = true,
				bio = (array['Ik help verenigingen en vrijwilligers elkaar te vinden, op de markt en daarbuiten.',
					'Wij openden een loket in de bibliotheek. Ik deel graag wat werkte, en wat niet.',
					'Nieuw in deze functie. Ik leer het meest van wie het al doet.',
					'Twaalf jaar ervaring met verzekering en onkosten.', null])[1 + member.n / 5 % 5],
				visible_fields = '{job_title,bio,expertise}'
			from bench_member as member
			where member.id = profile.id;
			insert into public.profile_expertise (profile_id, topic_id, direction, note)
			select member.id, topic.id, case when (member.n + k) % 2 = 0 then 'offered' else 'sought' end,
				'Wij zijn er in ' || (2000 + member.n % 25) || ' aan begonnen en delen graag hoe.'
			from bench_member as member
			cross join generate_series(0, 2) as k
			join (
				select id, row_number() over (order by slug) - 1 as place, count(*) over () as total
				from public.expertise_topic
			) as topic on topic.place = (member.n + 4 * k) % topic.total;
			analyze;
		`)
	);
}
