-- Everything that is held on the caller (GDPR, articles 15 and 20). Not an address that waits to be confirmed: that it is
-- there would tell that it is nobody else's.
-- Errors: 42501 NO_ACCOUNT.
create function private.export_my_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_email text;
  v_export jsonb;
begin
  select u.email into v_email from auth.users as u where u.id = v_me;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  select pg_catalog.jsonb_build_object(
    'exportedAt', pg_catalog.now(),
    'signIn', pg_catalog.jsonb_build_object(
      'id', u.id, 'email', u.email, 'registeredAt', u.created_at,
      'emailConfirmedAt', u.email_confirmed_at, 'lastSignInAt', u.last_sign_in_at
    ),
    'sessions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('since', s.created_at, 'browser', s.user_agent, 'address', s.ip)
        order by s.created_at
      )
      from auth.sessions as s where s.user_id = v_me
    ), '[]'),
    'profile', pg_catalog.to_jsonb(p),
    'localGovernment', (
      select government.name from public.local_government as government where government.id = p.local_government_id
    ),
    'decisions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'reason', d.reason, 'at', d.decided_at, 'undoneAt', d.undone_at)
        order by d.decided_at
      )
      from public.account_decision as d where d.account_id = v_me
    ), '[]'),
    'decisionsByMe', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'at', d.decided_at) order by d.decided_at
      )
      from public.account_decision as d where d.decided_by = v_me
    ), '[]'),
    'history', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('action', entry.action, 'at', entry.happened_at, 'byMe', entry.actor_id = v_me)
        order by entry.id
      )
      from public.audit_entry as entry where v_me in (entry.account_id, entry.actor_id)
    ), '[]'),
    'expertise', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'direction', e.direction, 'note', e.note, 'since', e.created_at
        )
        order by topic.name_nl
      )
      from public.profile_expertise as e
      join public.expertise_topic as topic on topic.id = e.topic_id
      where e.profile_id = v_me
    ), '[]'),
    'follows', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'province', f.province_code, 'municipality', place.name_nl, 'since', f.created_at
        )
        order by f.created_at
      )
      from public.follow as f
      left join public.expertise_topic as topic on topic.id = f.topic_id
      left join public.municipality as place on place.nis_code = f.nis_code
      where f.profile_id = v_me
    ), '[]'),
    -- Whom somebody blocked or reported is known to them; whoever did it to them is not told.
    'blocked', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', block.blocked_id, 'since', block.created_at) order by block.created_at
      )
      from public.colleague_block as block where block.blocker_id = v_me
    ), '[]'),
    'colleagueReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', report.reported_id, 'reason', report.reason, 'at', report.created_at)
        order by report.created_at
      )
      from public.colleague_report as report where report.reporter_id = v_me
    ), '[]'),
    'desks', coalesce((
      select pg_catalog.jsonb_agg(desk.name order by desk.name)
      from public.desk_upkeep as upkeep
      join public.volunteer_desk as desk on desk.id = upkeep.desk_id
      where upkeep.owner_id = v_me
    ), '[]'),
    'changes', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'subject', change.subject, 'localGovernment', government.name, 'desk', desk.name, 'content', change.content,
          'note', change.note, 'state', change.state, 'reason', change.reason, 'reviewedAt', change.reviewed_at,
          'createdAt', change.created_at, 'updatedAt', change.updated_at
        )
        order by change.created_at
      )
      from public.proposed_change as change
      join public.local_government as government on government.id = change.local_government_id
      left join public.volunteer_desk as desk on desk.id = change.desk_id
      where change.author_id = v_me
    ), '[]'),
    'waitingMail', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('template', mail.template, 'to', mail.to_address, 'contents', mail.params - 'token')
        order by mail.created_at
      )
      from public.email_outbox as mail where mail.recipient_id = v_me
    ), '[]'),
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', message.name, 'message', message.message, 'at', message.created_at)
        order by message.created_at
      )
      from public.contact_message as message
      where pg_catalog.lower(message.email) = pg_catalog.lower(v_email) and u.email_confirmed_at is not null
    ), '[]'),
    'deskReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('desk', desk.name, 'message', report.message, 'at', report.created_at)
        order by report.created_at
      )
      from public.desk_report as report
      join public.volunteer_desk as desk on desk.id = report.desk_id
      where pg_catalog.lower(report.email) = pg_catalog.lower(v_email) and u.email_confirmed_at is not null
    ), '[]')
  )
  into v_export
  from auth.users as u
  join public.profile as p on p.id = u.id
  where u.id = v_me;
  -- Once a day says enough.
  if not exists (
    select from public.audit_entry
    where account_id = v_me and action = 'exported' and happened_at > pg_catalog.now() - interval '1 day'
  ) then
    perform private.record_audit('exported', v_me);
  end if;
  return v_export;
end;
$$;

call private.open_doors('authenticated', 'export_my_account');
