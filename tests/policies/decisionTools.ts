/** What a trial of a decision is made of: see decisionScenarios. */
import type { DecisionKind, ShownPart } from '../../src/lib/domain/access/decisions.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { clientWithKey, type AnyClient } from './actors.ts';
import { makePerson, type Person, type PersonOptions } from './people.ts';

export type Statement = readonly [sql: string, parameters?: unknown[]];

/** Something to decide about, as it is now. */
export interface Matter<Kind extends DecisionKind = DecisionKind> {
	/** The fingerprint that is handed out with what is shown; null once it is not shown any more. */
	look: () => Promise<string | null>;
	/** @returns what the database says of it */
	decide: (seen: string) => Promise<unknown>;
	/** As others make them meanwhile, also somewhere else. */
	changes: Readonly<Record<ShownPart<Kind>, Statement>>;
	/** What the decision changes: it stays the same as long as nothing is decided. */
	state: () => Promise<unknown>;
	/** One of the changes, which also returns as `decided` whether it met the decision. */
	race: Statement;
	/** Where a change is told by another word than `refused`. */
	refusals?: Readonly<Partial<Record<ShownPart<Kind>, unknown>>>;
}

export interface Scenario<Kind extends DecisionKind = DecisionKind> {
	make: () => Promise<Matter<Kind>>;
	done: unknown;
	refused: unknown;
}

export interface Ground {
	embedded: Embedded;
	admin: Person;
	editor: Person;
	member: Person;
	query: <Row>(...statement: Statement) => Promise<Row[]>;
}

let made = 0;

/** What scenarios are made with, by whom. */
export function toolsOn({ embedded, query, ...people }: Ground) {
	const as = ({ token }: Person): AnyClient => clientWithKey(embedded, embedded.publishableKey, token);
	const person = (options: Omit<PersonOptions, 'name'>): Promise<Person> =>
		makePerson(embedded, { name: `zaak${(made += 1)}`, ...options });
	const call = async (by: Person, name: string, args: Record<string, unknown>) => {
		const { data, error } = await as(by).rpc(name, args);
		return error ? error.message : data;
	};
	const looked = (of: string, by: Person, id: string): Pick<Matter, 'look'> => ({
		look: async () => (await call(by, 'fingerprints', { p_of: of, p_ids: [id] }))[0]?.seen ?? null
	});
	const makeDesk = async (): Promise<{ id: string; government: string }> => {
		const [desk] = await query<{ id: string; government: string }>(
			`insert into public.volunteer_desk
					(slug, local_government_id, name, street, postcode, place, lon, lat, published)
				select $1::text, id, $1::text, 'Veldstraat 1', '9000', 'Gent', 3.72, 51.05, true
				from public.local_government where slug = 'gemeente-gent'
				returning id, local_government_id as government`,
			[`zaak-${(made += 1)}`]
		);
		if (!desk) throw new Error('Gent is not there.');
		return desk;
	};
	const makeTopic = async (): Promise<string> => {
		const [topic] = await query<{ id: string }>(
			`insert into public.expertise_topic (slug, name_nl, name_fr, name_en)
				values ($1::text, $1::text, $1::text, $1::text) returning id`,
			[`zaak-${(made += 1)}`]
		);
		return topic?.id ?? '';
	};
	return { call, looked, makeDesk, makeTopic, person, query, ...people };
}

export type Tools = ReturnType<typeof toolsOn>;
