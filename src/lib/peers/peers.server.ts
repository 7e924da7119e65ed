/** What colleagues offer and look for, by municipality, as far as who asks may see it. */
import * as v from 'valibot';
import { DIRECTIONS, type Direction } from '$lib/domain/colleague/expertise';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { Expertise } from '$lib/domain/colleague/peers';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { readTopics, type Topics } from '$lib/expertise/topics.server';

const governmentsRow = v.object({
	/** Visible colleagues, by id of their government. */
	colleagues: v.record(v.string(), v.number()),
	/** How many of them offer and seek each theme. */
	expertise: v.record(v.string(), v.record(v.string(), v.tuple([v.number(), v.number()])))
});
const ownRow = v.object({ topic_id: v.string(), direction: v.picklist(DIRECTIONS) });

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
	const [topics, own, governments] = await Promise.all([
		readTopics(client),
		ask(
			'profile_expertise',
			client.from('profile_expertise').select('topic_id, direction').eq('profile_id', profileId)
		),
		ask('government_expertise', client.rpc('government_expertise'))
	]);
	// None for who is not approved.
	const [row] = v.parse(v.array(governmentsRow), governments);
	const slugById = new Map(topics.topics.map(({ id, slug }) => [id, slug]));
	return {
		...topics,
		ownSought: v
			.parse(v.array(ownRow), own)
			.filter(({ direction }) => direction === 'sought')
			.flatMap(({ topic_id }) => slugById.get(topic_id) ?? []),
		byNisCode: expertiseByMunicipality(index, row?.expertise ?? {}),
		colleagues: countByMunicipality(index, row?.colleagues ?? {})
	};
}

type GovernmentsRow = v.InferOutput<typeof governmentsRow>;

/** Adds up what gemeente and OCMW have. */
function countByMunicipality(
	{ governmentById }: DirectoryIndex,
	people: GovernmentsRow['colleagues']
): Map<string, number> {
	const byNisCode = new Map<string, number>();
	for (const [id, count] of Object.entries(people)) {
		const nisCode = governmentById.get(id)?.nisCode;
		if (nisCode !== undefined) byNisCode.set(nisCode, (byNisCode.get(nisCode) ?? 0) + count);
	}
	return byNisCode;
}

/** The same. */
function expertiseByMunicipality(
	{ governmentById }: DirectoryIndex,
	expertise: GovernmentsRow['expertise']
): Map<string, Expertise> {
	const byNisCode = new Map<string, Record<Direction, Map<string, number>>>();
	for (const [id, topics] of Object.entries(expertise)) {
		const nisCode = governmentById.get(id)?.nisCode;
		if (nisCode === undefined) continue;
		const known = byNisCode.get(nisCode) ?? { offered: new Map(), sought: new Map() };
		byNisCode.set(nisCode, known);
		for (const [topic, [offered, sought]] of Object.entries(topics)) {
			add(known.offered, topic, offered);
			add(known.sought, topic, sought);
		}
	}
	return byNisCode;
}

function add(counts: Map<string, number>, topic: string, people: number): void {
	if (people > 0) counts.set(topic, (counts.get(topic) ?? 0) + people);
}
