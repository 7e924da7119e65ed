/** For every decision: something to decide about, how each part of what is shown changes, and what must not happen then. */
import type { DecisionKind, ShownPart } from '../../src/lib/domain/access/decisions.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { clientWithKey, type AnyClient } from './actors.ts';
import { makePerson, type Person, type PersonOptions } from './people.ts';

type Statement = readonly [sql: string, parameters?: unknown[]];

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

export function scenarios({ embedded, admin, query }: Ground): {
	[Kind in DecisionKind]: Scenario<Kind>;
} {
	const as = ({ token }: Person): AnyClient => clientWithKey(embedded, embedded.publishableKey, token);
	const person = (options: Omit<PersonOptions, 'name'>): Promise<Person> =>
		makePerson(embedded, { name: `zaak${(made += 1)}`, ...options });
	const call = async (by: Person, name: string, args: Record<string, unknown>) => {
		const { data, error } = await as(by).rpc(name, args);
		return error ? error.message : data;
	};
	const standing = (id: string) => query('select status, role from public.profile where id = $1', [id]);

	return {
		request: {
			done: 'done',
			refused: 'changed_meanwhile',
			make: async () => {
				const { id, marks } = await person({ status: 'pending' });
				const [{ domain } = { domain: '' }] = await query<{ domain: string }>(
					'select split_part(email, $2, 2) as domain from auth.users where id = $1',
					[id, '@']
				);
				return {
					look: async () => (await call(admin, 'applicants', { p_account_ids: [id] }))[0]?.seen ?? null,
					decide: async (seen) =>
						(
							await call(admin, 'decide_accounts', {
								p_account_ids: [id],
								p_seen: [seen],
								p_decision: 'approved',
								p_reason: null,
								p_undo_seconds: 0
							})
						)[0]?.outcome,
					changes: {
						name: [`update public.profile set full_name = 'Burgemeester Echt' where id = $1`, [id]],
						function: [`update public.profile set position = 'elected' where id = $1`, [id]],
						government: [
							`update public.profile set local_government_id =
								(select id from public.local_government where slug = 'gemeente-aalst') where id = $1`,
							[id]
						],
						motivation: ['update public.profile set motivation = null where id = $1', [id]],
						email: [`update auth.users set email = 'anders-' || email where id = $1`, [id]],
						evidence: [
							`update public.local_government set email_domains = array_append(email_domains, $1)
								where slug = 'ocmw-gent'`,
							[domain]
						],
						language: [`update public.profile set locale = 'fr' where id = $1`, [id]],
						colleagues: [
							`update public.profile set full_name = full_name || ' Junior' where id =
								(select id from public.profile where status = 'approved' and id <> $1
									and local_government_id = (select local_government_id from public.profile where id = $1) limit 1)`,
							[id]
						],
						duplicates: [
							`update public.profile set full_name = $2 where id =
								(select id from public.profile where status = 'suspended' and id <> $1 limit 1)`,
							[id, marks['profile.full_name']]
						]
					},
					state: () => standing(id),
					race: [
						`update public.profile set job_title = 'Burgemeester' where id = $1
							returning status = 'approved' as decided`,
						[id]
					]
				};
			}
		},
		member: {
			done: 'done',
			refused: 'changed_meanwhile',
			make: async () => {
				const { id } = await person({});
				return {
					look: async () =>
						(
							await call(admin, 'members', {
								p_search: id,
								p_status: null,
								p_role: null,
								p_local_government_id: null,
								p_limit: 1,
								p_offset: 0
							})
						)[0]?.seen ?? null,
					decide: (seen) =>
						call(admin, 'change_account', {
							p_account_id: id,
							p_seen: seen,
							p_action: 'make_editor',
							p_reason: null
						}),
					changes: {
						name: [`update public.profile set full_name = 'Burgemeester Echt' where id = $1`, [id]],
						function: [`update public.profile set job_title = 'Burgemeester' where id = $1`, [id]],
						government: [
							`update public.profile set local_government_id =
								(select id from public.local_government where slug = 'gemeente-aalst') where id = $1`,
							[id]
						],
						email: [`update auth.users set email = 'anders-' || email where id = $1`, [id]],
						language: [`update public.profile set locale = 'fr' where id = $1`, [id]],
						status: ['update public.profile set paused_at = now() where id = $1', [id]],
						role: [`update public.profile set role = 'admin' where id = $1`, [id]],
						decisions: ['update public.account_decision set undone_at = now() where account_id = $1', [id]]
					},
					state: () =>
						query(
							`select count(*) as decisions from public.account_decision
								where account_id = $1 and decision = 'role_changed'`,
							[id]
						),
					race: [
						`update public.profile set job_title = 'Burgemeester' where id = $1 returning role = 'editor' as decided`,
						[id]
					]
				};
			}
		}
	};
}
