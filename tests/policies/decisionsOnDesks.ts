/** Decisions about desks, and about what is suggested or reported of them. */
import type { DecisionKind } from '../../src/lib/domain/access/decisions.ts';
import type { Scenario, Statement, Tools } from './decisionTools.ts';

type Kinds = Extract<DecisionKind, 'change' | 'desk' | 'kept_desk' | 'desk_report'>;

export function decisionsOnDesks({ admin, call, editor, looked, makeDesk, person, query }: Tools): {
	[Kind in Kinds]: Scenario<Kind>;
} {
	return {
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
		}
	};
}
