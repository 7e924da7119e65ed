/** What colleagues offer and look for, by municipality, as far as who asks may see it. */
import * as v from 'valibot';
import { DIRECTIONS } from '$lib/domain/colleague/expertise';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { Expertise } from '$lib/domain/colleague/peers';
import { SIZE_CLASSES } from '$lib/domain/directory/sizeClass';
import { ask, askAll } from '$lib/base/database/ask.server';
import { number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { readTopics, type Topics } from '$lib/expertise/topics.server';

const governmentRow = v.object({
	local_government_id: v.nullable(v.string()),
	topic: v.string(),
	offered: number,
	sought: number
});
const ownRow = v.object({ topic_id: v.string(), direction: v.picklist(DIRECTIONS) });
const placesRow = v.object({ places: v.record(v.string(), number) });

export interface KnownExpertise extends Topics {
	/** Slugs of the themes that the person who asks looks for. */
	ownSought: string[];
	/** Of visible colleagues, without who asks; by NIS code. */
	byNisCode: ReadonlyMap<string, Expertise>;
	/** Number of visible colleagues, without who asks; by NIS code. */
	colleagues: ReadonlyMap<string, number>;
}

/** @param profileId of who asks @throws DatabaseError */
export async function readExpertise(
	client: TypedClient,
	index: DirectoryIndex,
	profileId: string
): Promise<KnownExpertise> {
	const [topics, own, rows, colleagues] = await Promise.all([
		readTopics(client),
		ask(
			'profile_expertise',
			client.from('profile_expertise').select('topic_id, direction').eq('profile_id', profileId)
		),
		readGovernments(client),
		countColleagues(client)
	]);
	const slugById = new Map(topics.topics.map(({ id, slug }) => [id, slug]));
	return {
		...topics,
		ownSought: v
			.parse(v.array(ownRow), own)
			.filter(({ direction }) => direction === 'sought')
			.flatMap(({ topic_id }) => slugById.get(topic_id) ?? []),
		byNisCode: byMunicipality(index, rows),
		colleagues
	};
}

type GovernmentRow = v.InferOutput<typeof governmentRow>;

const readGovernments = async (client: TypedClient): Promise<GovernmentRow[]> =>
	v.parse(
		v.array(governmentRow),
		await askAll('government_expertise', (from, to) =>
			client.rpc('government_expertise').order('local_government_id').order('topic').range(from, to)
		)
	);

/** Adds up what gemeente and OCMW have. */
function byMunicipality(index: DirectoryIndex, rows: readonly GovernmentRow[]): Map<string, Expertise> {
	const byNisCode = new Map<string, { offered: Map<string, number>; sought: Map<string, number> }>();
	for (const row of rows) {
		const government = index.governmentById.get(row.local_government_id ?? '');
		if (!government) continue;
		const known = byNisCode.get(government.nisCode) ?? { offered: new Map(), sought: new Map() };
		byNisCode.set(government.nisCode, known);
		for (const direction of DIRECTIONS) {
			if (row[direction] === 0) continue;
			known[direction].set(row.topic, (known[direction].get(row.topic) ?? 0) + row[direction]);
		}
	}
	return byNisCode;
}

async function countColleagues(client: TypedClient): Promise<Map<string, number>> {
	const answer = await ask(
		'search_colleagues',
		client.rpc('search_colleagues', {
			p_words: null,
			p_topics: null,
			p_direction: null,
			p_provinces: null,
			p_kinds: null,
			p_positions: null,
			p_sizes: null,
			// Counts by size, which nobody reads here, need somewhere to begin.
			p_size_starts: SIZE_CLASSES.map(({ from }) => from),
			p_within_km: null,
			p_distances_km: null,
			p_nis_code: null,
			p_sort: 'name',
			p_limit: 0,
			p_offset: 0
		})
	);
	const [row] = v.parse(v.array(placesRow), answer);
	return new Map(Object.entries(row?.places ?? {}));
}
