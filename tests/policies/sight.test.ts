import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, FUNCTIONS, TABLES, type Actor, type Place } from '../../src/lib/domain/access/matrix.ts';
import { KINDS, sightOfOthers, sightOfOwn } from '../../src/lib/domain/access/sight.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { clientOf } from './actors.ts';
import { relations } from './catalogue.ts';
import { argumentsOf } from './functionArguments.ts';
import { chose, makeCast, type Person, type Player } from './people.ts';

const embedded = useDatabase({ exampleData: false });
let cast: Record<Actor, Player>;
let people: Person[];
/** Of a table, those that the API can put beside it. Which those are does not depend on who asks: it says so before it looks. */
let related: Map<string, string[]>;

beforeAll(async () => {
	cast = await makeCast(embedded);
	related = await relatedTables(cast.admin);
	people = Object.values(cast).flatMap(({ person }) => person ?? []);
	await embedded.exclusively(async (db) => {
		for (const { email, name } of people) {
			await db.query(
				`insert into public.contact_message (name, email, message, locale) values ('x', $1, $2, 'nl')`,
				[email, contactMark(name)]
			);
		}
	});
});

const contactMark = (name: string) => `kanarie-contact-message-${name}-x`;

/** PostgREST's code for tables that it cannot put together. */
const NO_RELATION = 'PGRST200';

async function relatedTables({ client }: Player): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	for (const name of Object.keys(TABLES)) {
		const others: string[] = [];
		for (const other of Object.keys(TABLES)) {
			const { error } = await client.from(name).select(`${other}(*)`).limit(1);
			if (error?.code !== NO_RELATION) others.push(other);
		}
		found.set(name, others);
	}
	return found;
}

/** A table with all that can be put beside it, at once where nothing of it is refused, else one by one, and without the table. */
async function withRelated({ client }: Player, name: string, others: readonly string[]): Promise<unknown[]> {
	const select = (...parts: string[]) => client.from(name).select(parts.join());
	const all = await select('*', ...others.map((other) => `${other}(*)`));
	const answers: unknown[] = [all];
	if (!all.error) return answers;
	for (const other of others) {
		const both = await select('*', `${other}(*)`);
		answers.push(both);
		if (both.error) answers.push(await select(`${other}(*)`));
	}
	return answers;
}

/** Everything that somebody gets by asking for all there is, in several shapes. */
async function everythingFor(player: Player): Promise<string> {
	const { client } = player;
	const answers: unknown[] = [];
	const tables = await embedded.exclusively(relations);
	for (const { name, columns } of tables) {
		const open = columns.filter((column) => sightOfOthers(`${name}.${column}`, 'admin') === 'yes');
		answers.push(await client.from(name).select('*'), await client.from(name).select('*').csv());
		answers.push(await client.from(name).select(open.join(',')));
	}
	for (const [name, others] of related) answers.push(...(await withRelated(player, name, others)));
	for (const name of Object.keys(FUNCTIONS).filter((name) => name !== 'leave_account')) {
		const args = argumentsOf(name, {
			applicantId: cast.pending.person?.id,
			colleagueId: cast.editorElsewhere.person?.id
		});
		answers.push(await client.rpc(name, args), await client.rpc(name, args, { get: true }));
	}
	return JSON.stringify(answers);
}

describe.each(ACTORS)('%s', (actor) => {
	it('sees about everybody what the matrix says, and nothing else', async () => {
		const player = cast[actor];
		const all = await everythingFor(player);
		const [seen, promised]: [string[], string[]] = [[], []];
		for (const person of people) {
			const marks: Record<Place, string> = {
				...person.marks,
				'profile.id': person.id,
				'contact_message.message': contactMark(person.name)
			};
			for (const [place, mark] of Object.entries(marks)) {
				// An administrator reads ids wherever they stand.
				if (place === 'profile.id' && actor === 'admin') continue;
				const isOwn = person.id === player.person?.id;
				const sight = isOwn ? sightOfOwn(place, actor) : sightOfOthers(place, actor);
				if (all.includes(mark)) seen.push(`${place} of ${person.name}`);
				if (sight === 'yes' || (sight === 'chosen' && chose(person, place))) {
					promised.push(`${place} of ${person.name}`);
				}
			}
		}
		expect(seen).toEqual(promised);
	});
});

describe('the page that says who sees what', () => {
	it('has a place for every column of a profile', async () => {
		const tables = await embedded.exclusively(relations);
		const columns = tables.find(({ name }) => name === 'profile')?.columns ?? [];
		const named = Object.values(KINDS)
			.flat<readonly (readonly Place[])[]>()
			.filter((place) => place.startsWith('profile.'));
		expect(named.toSorted()).toEqual(columns.map((column) => `profile.${column}`).toSorted());
	});
});

describe('a visitor', () => {
	it('is told the same of an account that exists and of one that does not', async () => {
		const client = clientOf('visitor', embedded);
		const [person] = people;
		const ask = async (id: string) => JSON.stringify(await client.from('profile').select('id').eq('id', id));
		expect(await ask(person?.id ?? '')).toBe(await ask('00000000-0000-4000-8000-00000000dead'));
	});
});
