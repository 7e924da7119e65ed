/** For every decision: something to decide about, how each part of what is shown changes, and what must not happen then. */
import type { DecisionKind, ShownPart } from '../../src/lib/domain/access/decisions.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { clientWithKey, type AnyClient } from './actors.ts';
import { makePerson, type Person, type PersonOptions } from './people.ts';

type Statement = readonly [sql: string, parameters?: unknown[]];

/** As when the site let Auth do it. `$1`: the account. */
const OTHER_ADDRESS = `update auth.users set email = 'anders-' || email
	from (select private.permit_auth_change($1, 'email')) as permitted where id = $1`;

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

export function scenarios({ embedded, admin, editor, member, query }: Ground): {
	[Kind in DecisionKind]: Scenario<Kind>;
} {
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
						email: [OTHER_ADDRESS, [id]],
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
						email: [OTHER_ADDRESS, [id]],
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
		},
		change: {
			done: 'published',
			refused: 'conflict',
			make: async () => {
				const { id: desk, government } = await makeDesk();
				const author = await person({});
				const [{ content } = { content: {} }] = await query<{ content: object }>(
					'select private.desk_content(d) as content from public.volunteer_desk as d where id = $1',
					[desk]
				);
				const saved = await call(author, 'save_change', {
					p_subject: 'desk',
					p_local_government_id: government,
					p_desk_id: desk,
					p_change_id: null,
					p_base_revision: 1,
					p_content: { ...content, website: 'https://goed.example' },
					p_intent: 'publish',
					p_note: null
				});
				const id: string = saved.changeId;
				return {
					...looked('change', editor, id),
					decide: (seen) =>
						call(editor, 'review_change', {
							p_change_id: id,
							p_decision: 'approve',
							p_reason: null,
							p_seen: seen,
							p_kept: []
						}),
					changes: {
						proposal: [
							`update public.proposed_change set content = content || '{"website": "https://phishing.example"}'
								where id = $1`,
							[id]
						],
						note: [`update public.proposed_change set note = 'Iets anders' where id = $1`, [id]],
						author: [`update public.profile set full_name = 'Burgemeester Echt' where id = $1`, [author.id]],
						government: [
							`update public.local_government set name = name || ' 2' where id = $1`,
							[government]
						],
						published: ['update public.volunteer_desk set published = false where id = $1', [desk]],
						// What is no draft and no longer waits is decided already, and says that.
						status: [`update public.proposed_change set state = 'rejected' where id = $1`, [id]]
					},
					refusals: { status: 'already_decided' },
					state: () => query('select website from public.volunteer_desk where id = $1', [desk]),
					race: [
						`update public.proposed_change set content = content || '{"website": "https://phishing.example"}'
							where id = $1 returning state = 'published' as decided`,
						[id]
					]
				};
			}
		},
		desk: {
			done: 'merged',
			refused: 'changed_meanwhile',
			make: async () => {
				const [kept, gone] = [await makeDesk(), await makeDesk()];
				const { look } = looked('desk', admin, gone.id);
				const stays = (await looked('desk', admin, kept.id).look()) ?? '';
				const change = (what: string): Statement => [
					`update public.volunteer_desk set ${what} where id = $1`,
					[gone.id]
				];
				return {
					look,
					decide: (seen) =>
						call(admin, 'merge_desks', { p_keep: kept.id, p_remove: gone.id, p_seen: [stays, seen] }),
					changes: {
						name: change(`name = 'Een ander loket'`),
						government: [
							'update public.local_government set name = name || $2 where id = $1',
							[gone.government, ' 2']
						],
						content: change(`phone = '+3292100001'`),
						verified: change('verified_at = now()')
					},
					state: () =>
						query('select count(*) as desks from public.volunteer_desk where id = any ($1)', [
							[kept.id, gone.id]
						]),
					// A desk that is gone is met by no change.
					race: [
						`update public.volunteer_desk set phone = '+3292100001' where id = $1 returning false as decided`,
						[gone.id]
					]
				};
			}
		},
		kept_desk: {
			done: true,
			refused: 'CHANGED_MEANWHILE',
			make: async () => {
				const { id, government } = await makeDesk();
				const change = (what: string): Statement => [
					`update public.volunteer_desk set ${what} where id = $1`,
					[id]
				];
				return {
					...looked('desk', editor, id),
					decide: (seen) => call(editor, 'confirm_desk', { p_desk_id: id, p_seen: seen }),
					changes: {
						name: change(`name = 'Een ander loket'`),
						government: [
							'update public.local_government set name = name || $2 where id = $1',
							[government, ' 2']
						],
						content: change(`website = 'https://phishing.example'`),
						verified: change(`unconfirmed_since = '2026-01-01'`)
					},
					state: () => query('select verified_at from public.volunteer_desk where id = $1', [id]),
					race: [
						`update public.volunteer_desk set website = 'https://phishing.example' where id = $1
							returning verified_at is not null as decided`,
						[id]
					]
				};
			}
		},
		topic: {
			done: 0,
			refused: 'CHANGED_MEANWHILE',
			make: async () => {
				const [from, into] = [await makeTopic(), await makeTopic()];
				const stays = (await looked('topic', admin, into).look()) ?? '';
				return {
					...looked('topic', admin, from),
					decide: (seen) =>
						call(admin, 'merge_expertise_topics', { p_from: from, p_into: into, p_seen: [seen, stays] }),
					changes: {
						name: [`update public.expertise_topic set name_fr = name_fr || ' 2' where id = $1`, [from]],
						use: [
							`insert into public.profile_expertise (profile_id, topic_id, direction) values ($1, $2, 'offered')`,
							[member.id, from]
						]
					},
					state: () => query('select merged_into from public.expertise_topic where id = $1', [from]),
					race: [
						`update public.expertise_topic set name_fr = name_fr || ' 2' where id = $1
							returning merged_into is not null as decided`,
						[from]
					]
				};
			}
		},
		desk_report: {
			done: true,
			refused: 'CHANGED_MEANWHILE',
			make: async () => {
				const desk = await makeDesk();
				const [{ id } = { id: '' }] = await query<{ id: string }>(
					`insert into public.desk_report (desk_id, topic, message, locale)
						values ($1, 'hours', 'De deur was dicht.', 'nl') returning id`,
					[desk.id]
				);
				return {
					...looked('desk_report', editor, id),
					decide: (seen) =>
						call(editor, 'settle_desk_report', { p_report_id: id, p_done: true, p_seen: seen }),
					changes: {
						message: [`update public.desk_report set message = 'Het was iets anders.' where id = $1`, [id]],
						desk: [`update public.volunteer_desk set name = 'Een ander loket' where id = $1`, [desk.id]],
						status: [`update public.desk_report set state = 'done', handled_at = now() where id = $1`, [id]]
					},
					state: () => query('select state, handled_by from public.desk_report where id = $1', [id]),
					race: [
						`update public.desk_report set message = 'Het was iets anders.' where id = $1
							returning state = 'done' as decided`,
						[id]
					]
				};
			}
		},
		colleague_report: {
			done: true,
			refused: 'CHANGED_MEANWHILE',
			make: async () => {
				const [reporter, reported] = [await person({}), await person({})];
				const [{ id } = { id: '' }] = await query<{ id: string }>(
					`insert into public.colleague_report (reporter_id, reported_id, reason)
						values ($1, $2, 'Schrijft onbeleefd.') returning id`,
					[reporter.id, reported.id]
				);
				return {
					...looked('colleague_report', admin, id),
					decide: (seen) =>
						call(admin, 'settle_colleague_report', { p_report_id: id, p_done: true, p_seen: seen }),
					changes: {
						message: [
							`update public.colleague_report set reason = 'Het was iets anders.' where id = $1`,
							[id]
						],
						reported: [`update public.profile set full_name = 'Een ander' where id = $1`, [reported.id]],
						reporter: [`update public.profile set full_name = 'Een ander' where id = $1`, [reporter.id]],
						status: [
							`update public.colleague_report set state = 'done', handled_at = now() where id = $1`,
							[id]
						]
					},
					state: () => query('select state, handled_by from public.colleague_report where id = $1', [id]),
					race: [
						`update public.colleague_report set reason = 'Het was iets anders.' where id = $1
							returning state = 'done' as decided`,
						[id]
					]
				};
			}
		}
	};
}
