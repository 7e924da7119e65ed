/** Decisions about people, and about what they say of one another. */
import type { DecisionKind } from '../../src/lib/domain/access/decisions.ts';
import type { Scenario, Tools } from './decisionTools.ts';

type Kinds = Extract<DecisionKind, 'request' | 'member' | 'topic' | 'colleague_report'>;

/** As when the site let Auth do it. `$1`: the account. */
const OTHER_ADDRESS = `update auth.users set email = 'anders-' || email
	from (select private.permit_auth_change($1, 'email')) as permitted where id = $1`;

export function decisionsOnPeople({ admin, call, looked, makeTopic, member, person, query }: Tools): {
	[Kind in Kinds]: Scenario<Kind>;
} {
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
