import { boundaries } from './boundaries.ts';
import { dice } from './dice.ts';
import { exampleEmployers, exampleMembers } from './exampleAccounts.ts';
import { exampleDesks } from './exampleDesks.ts';
import { exampleParticipants } from './exampleParticipants.ts';
import { exampleRequests } from './exampleRequests.ts';
import { exampleResources } from './exampleResources.ts';
import { exampleRemoval, exampleSeed } from './exampleSeed.ts';
import { gazetteer } from './gazetteer.ts';
import { groundPicture } from './groundPicture.ts';
import { recordsOf } from './records.ts';
import { referenceSeed } from './referenceSeed.ts';
import type { Sources } from './sources.ts';
import { verify } from './verify.ts';

/**
 * Every generated file, by its path from the project's root: the same sources always give the same bytes.
 * @throws when the sources contradict themselves; the message lists how.
 */
export function outputs(sources: Sources): ReadonlyMap<string, string> {
	const problems = verify(sources);
	if (problems.length > 0) throw new Error(`The reference files are not sound:\n${problems.join('\n')}`);
	const records = recordsOf(sources);
	const chance = dice('lokaal-vrijwilligen');
	const participants = exampleParticipants(records.municipalities, chance);
	const desks = exampleDesks(participants, sources, chance);
	const employers = exampleEmployers(records.municipalities, participants, chance);
	const members = exampleMembers(employers, chance);
	const accounts = [...members, ...exampleRequests(employers, members, chance)];
	return new Map([
		['supabase/seeds/reference.sql', referenceSeed(records)],
		[
			'supabase/seeds/example.sql',
			exampleSeed(participants, desks, accounts, exampleResources(participants, chance))
		],
		['supabase/seeds/example_remove.sql', exampleRemoval],
		['static/boundaries.json', JSON.stringify(boundaries(sources))],
		['src/lib/domain/place/gazetteer.json', gazetteer(sources)],
		['src/lib/map/image/ground.json', groundPicture(sources)]
	]);
}
