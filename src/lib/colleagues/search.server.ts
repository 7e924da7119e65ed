/** Who has done this before. The database finds, counts and shows only what people chose to show. */
import * as v from 'valibot';
import type { Colleague, ColleagueResult } from './colleague';
import { POSITIONS, type Position } from '$lib/domain/account/account';
import {
	DIRECTION_WORDS,
	DISTANCES_KM,
	POSITION_WORDS,
	type ColleagueQuery
} from '$lib/domain/colleague/colleagueQuery';
import { PROVINCES, type ProvinceSlug } from '$lib/domain/directory/directory';
import { resolveMunicipality, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { DIRECTIONS } from '$lib/domain/colleague/expertise';
import { SIZE_CLASSES, type SizeClass } from '$lib/domain/directory/sizeClass';
import { ask } from '$lib/base/database/ask.server';
import { number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

export const COLLEAGUES_PER_PAGE = 12;
/** What somebody types to look for people holds no more words than that mean something. */
const MOST_WORDS = 8;

const counts = v.record(v.string(), v.number());
const expertise = v.array(
	v.object({ topic: v.string(), direction: v.picklist(DIRECTIONS), note: v.nullable(v.string()) })
);
const foundRow = v.object({
	id: v.string(),
	fullName: v.string(),
	position: v.picklist(POSITIONS),
	jobTitle: v.nullable(v.string()),
	phone: v.nullable(v.string()),
	bio: v.nullable(v.string()),
	localGovernmentId: v.string(),
	metres: v.nullable(v.number()),
	expertise,
	mayWrite: v.boolean()
});
const answer = v.object({
	total: number,
	colleagues: v.array(foundRow),
	facets: v.object({
		topics: counts,
		directions: counts,
		provinces: counts,
		kinds: counts,
		positions: counts,
		sizes: counts,
		distances: counts
	}),
	places: counts
});

const NOTHING: v.InferOutput<typeof answer> = {
	total: 0,
	colleagues: [],
	facets: {
		topics: {},
		directions: {},
		provinces: {},
		kinds: {},
		positions: {},
		sizes: {},
		distances: {}
	},
	places: {}
};

/**
 * One page of the colleagues that answer the query, with the counts of every filter.
 * @param client acts as the member who asks; nobody else gets anything
 * @throws DatabaseError
 */
export async function searchColleagues(
	client: TypedClient,
	index: DirectoryIndex,
	query: ColleagueQuery
): Promise<ColleagueResult> {
	const first = await askFor(client, index, query, query.page);
	const pageCount = Math.max(1, Math.ceil(first.total / COLLEAGUES_PER_PAGE));
	const page = Math.min(query.page, pageCount);
	const { total, colleagues, facets, places } =
		page === query.page ? first : await askFor(client, index, query, page);
	return {
		total,
		page,
		pageCount,
		items: colleagues.map(({ localGovernmentId, ...colleague }) => ({
			...colleague,
			employer: employerOf(index, localGovernmentId)
		})),
		facets: {
			thema: facets.topics,
			richting: countsOf(DIRECTION_WORDS, facets.directions),
			provincie: countsOf(
				Object.fromEntries(PROVINCES.map(({ slug, code }) => [slug, code])) as Record<ProvinceSlug, string>,
				facets.provinces
			),
			soort: countsOf({ gemeente: 'gemeente', ocmw: 'ocmw' }, facets.kinds),
			functie: countsOf(POSITION_WORDS, facets.positions),
			grootte: countsOf(
				Object.fromEntries(SIZE_CLASSES.map(({ slug }, place) => [slug, String(place + 1)])) as Record<
					SizeClass,
					string
				>,
				facets.sizes
			),
			afstand: {
				10: facets.distances['10'] ?? 0,
				25: facets.distances['25'] ?? 0,
				50: facets.distances['50'] ?? 0
			}
		},
		places
	};
}

const countsOf = <Value extends string>(
	codes: Readonly<Record<Value, string>>,
	found: Readonly<Record<string, number>>
): Record<Value, number> =>
	Object.fromEntries(
		Object.entries<string>(codes).map(([value, code]) => [value, found[code] ?? 0])
	) as Record<Value, number>;

const orNothing = <Item>(items: Item[]): Item[] | null => (items.length > 0 ? items : null);

async function askFor(client: TypedClient, index: DirectoryIndex, query: ColleagueQuery, page: number) {
	const municipality = query.gemeente ? resolveMunicipality(index, query.gemeente)?.entry.municipality : null;
	const provinceCodes = PROVINCES.filter(({ slug }) => query.provincie.includes(slug)).map(
		({ code }) => code
	);
	const rows = v.parse(
		v.array(answer),
		await ask(
			'search_colleagues',
			client.rpc('search_colleagues', {
				p_words: orNothing(query.q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)),
				p_topics: orNothing(query.thema),
				p_direction: query.richting && DIRECTION_WORDS[query.richting],
				p_provinces: orNothing<string>(provinceCodes),
				p_kinds: orNothing<string>(query.soort),
				p_positions: orNothing<Position>(query.functie.map((word) => POSITION_WORDS[word])),
				p_sizes: orNothing(
					SIZE_CLASSES.flatMap(({ slug }, place) => (query.grootte.includes(slug) ? [place + 1] : []))
				),
				p_size_starts: SIZE_CLASSES.map(({ from }) => from),
				p_within_km: query.afstand,
				p_distances_km: [...DISTANCES_KM],
				p_nis_code: municipality?.nisCode ?? null,
				p_sort: query.sorteer === 'naam' ? 'name' : 'distance',
				p_limit: COLLEAGUES_PER_PAGE,
				p_offset: (page - 1) * COLLEAGUES_PER_PAGE
			})
		)
	);
	return rows[0] ?? NOTHING;
}

function employerOf(index: DirectoryIndex, localGovernmentId: string | null): Colleague['employer'] {
	const government = localGovernmentId === null ? undefined : index.governmentById.get(localGovernmentId);
	const entry = government && index.byNisCode.get(government.nisCode);
	return government && entry
		? { name: government.name, nisCode: government.nisCode, slug: entry.municipality.slug }
		: null;
}

const colleagueRow = v.object({
	id: v.string(),
	full_name: v.string(),
	position: v.picklist(POSITIONS),
	local_government_id: v.nullable(v.string()),
	job_title: v.nullable(v.string()),
	phone: v.nullable(v.string()),
	bio: v.nullable(v.string()),
	expertise,
	may_write: v.boolean()
});

/**
 * One colleague; undefined for who is not there to see.
 * @param id UUID
 * @throws DatabaseError
 */
export async function readColleague(
	client: TypedClient,
	index: DirectoryIndex,
	id: string
): Promise<Colleague | undefined> {
	const rows = v.parse(v.array(colleagueRow), await ask('colleague', client.rpc('colleague', { p_id: id })));
	const [row] = rows;
	return (
		row && {
			id: row.id,
			fullName: row.full_name,
			position: row.position,
			jobTitle: row.job_title,
			phone: row.phone,
			bio: row.bio,
			employer: employerOf(index, row.local_government_id),
			expertise: row.expertise,
			mayWrite: row.may_write
		}
	);
}
