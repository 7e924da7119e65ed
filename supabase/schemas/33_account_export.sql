-- Everything that is held on somebody, for that person (GDPR, articles 15 and 20). What else a subject holds is told by its
-- own `export_…`, with which a new one joins here.

-- How somebody signs in, and who they are here.
create function private.export_account(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'signIn', pg_catalog.jsonb_build_object(
      'id', u.id, 'email', u.email, 'registeredAt', u.created_at,
      'emailConfirmedAt', u.email_confirmed_at, 'lastSignInAt', u.last_sign_in_at
    ),
    'sessions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('since', s.created_at, 'browser', s.user_agent, 'address', s.ip)
        order by s.created_at
      )
      from auth.sessions as s where s.user_id = u.id
    ), '[]'),
    'profile', pg_catalog.to_jsonb(p),
    'localGovernment', (
      select government.name from public.local_government as government where government.id = p.local_government_id
    )
  )
  from auth.users as u
  join public.profile as p on p.id = u.id
  where u.id = p_account_id;
$$;

-- Not an address that waits to be confirmed: that it is there would tell that it is nobody else's.
-- Errors: 42501 NO_ACCOUNT.
create function private.export_my_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_export jsonb;
begin
  if v_me is null then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  v_export := pg_catalog.jsonb_build_object('exportedAt', pg_catalog.now())
    || private.export_account(v_me)
    || private.export_proven_addresses(v_me)
    || private.export_history(v_me)
    || private.export_mail(v_me)
    || private.export_decisions(v_me)
    || private.export_contact_messages(v_me)
    || private.export_contact_answers(v_me)
    || private.export_changes(v_me)
    || private.export_desk_reports(v_me)
    || private.export_desk_upkeep(v_me)
    || private.export_expertise(v_me)
    || private.export_blocks_and_reports(v_me)
    || private.export_follows(v_me)
    || private.export_resources(v_me);
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
