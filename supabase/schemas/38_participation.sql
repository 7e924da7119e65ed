-- Whether a government takes part, and whose mail addresses prove that somebody works there. Its editors ask; administrators
-- say since when, until when, and which domains. What it was before stands in the audit trail.

create table public.participation_request (
  local_government_id uuid primary key references public.local_government (id) on delete cascade,
  asked_at timestamptz not null default now()
);

comment on table public.participation_request is 'Governments whose editors ask to take part, until an administrator says so.';

alter table public.participation_request enable row level security;
revoke all on public.participation_request from anon, authenticated, service_role;
grant select on public.participation_request to authenticated;
create policy "administrators and its editors read who asks to take part" on public.participation_request
  for select to authenticated
  using ((select private.is_admin()) or local_government_id = (select private.edited_government()));

-- For the government that the caller keeps. Asking again changes nothing.
-- Returns 'asked' or 'takes_part'. Errors: 42501 for who is no editor.
create function private.ask_to_take_part() returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government public.local_government;
begin
  select * into v_government
  from public.local_government
  where id = private.edited_government()
  for no key update;
  if not found then
    raise insufficient_privilege using message = 'EDITOR_ONLY';
  end if;
  if private.takes_part(v_government.participating_since, v_government.participating_until) then
    return 'takes_part';
  end if;
  insert into public.participation_request (local_government_id) values (v_government.id) on conflict do nothing;
  if found then
    perform private.record_audit('participation_asked', null, v_government.id);
    perform private.notify_administrators('new_request');
  end if;
  return 'asked';
end;
$$;

-- Whoever changes it, a person on a page or a file: the trail says what it was before, nobody asks any more, and it is not
-- invented any more. What is loaded with the database has no history.
create function private.record_participation() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.takes_part(new.participating_since, new.participating_until) then
    delete from public.participation_request where local_government_id = new.id;
  end if;
  if private.current_account_id() is not null then
    new.is_example := false;
    perform private.record_audit(
      'participation_changed', null, new.id,
      pg_catalog.jsonb_build_object(
        'since', new.participating_since, 'until', new.participating_until,
        'sinceBefore', old.participating_since, 'untilBefore', old.participating_until
      )
    );
  end if;
  return new;
end;
$$;

create trigger participation_is_recorded before update on public.local_government
  for each row when (
    (old.participating_since, old.participating_until) is distinct from
      (new.participating_since, new.participating_until)
  )
  execute function private.record_participation();

-- Since when a government takes part, and until when; both null for one that never did. `p_seen_since` and `p_seen_until` are
-- what was shown to who decides.
-- Returns 'done', 'unchanged', 'changed_meanwhile', 'not_a_period' (the end before the beginning, or a day to come) or
-- 'not_found'. Errors: 42501 ADMIN_ONLY.
create function private.set_participation(
  p_local_government_id uuid, p_since date, p_until date, p_seen_since date, p_seen_until date
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government public.local_government;
  v_today constant date := (pg_catalog.now() at time zone 'Europe/Brussels')::date;
begin
  perform private.require_admin();
  select * into v_government from public.local_government where id = p_local_government_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if (p_seen_since, p_seen_until) is distinct from
    (v_government.participating_since, v_government.participating_until)
  then
    return 'changed_meanwhile';
  end if;
  if p_since > v_today or p_until > v_today or p_until < p_since or (p_since is null and p_until is not null) then
    return 'not_a_period';
  end if;
  if private.takes_part(p_since, p_until) then
    delete from public.participation_request where local_government_id = p_local_government_id;
  end if;
  if (p_since, p_until) is not distinct from (v_government.participating_since, v_government.participating_until) then
    return 'unchanged';
  end if;
  update public.local_government set participating_since = p_since, participating_until = p_until
  where id = p_local_government_id;
  return 'done';
end;
$$;

-- Who has an address there is known to work there from now on. Only the server calls it, for the administrator `p_admin_id`:
-- it knows the providers where anybody gets an address, and what looks like the domain of another government.
-- Returns 'done', 'unchanged', 'taken' (by another municipality), 'not_a_domain' or 'not_found'. Errors: P0001 NO_ADMIN.
create function private.assign_domain(p_admin_id uuid, p_local_government_id uuid, p_domain text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government public.local_government;
begin
  perform from public.profile where id = p_admin_id and role = 'admin' and status = 'approved' for key share;
  if not found then
    raise exception 'NO_ADMIN';
  end if;
  -- One at a time: two governments are not to get the same one at the same moment.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('assign_domain'));
  select * into v_government from public.local_government where id = p_local_government_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if p_domain is null or pg_catalog.char_length(p_domain) > 253 or p_domain ~ '(^|\.)xn--'
    or p_domain !~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$'
  then
    return 'not_a_domain';
  end if;
  if p_domain = any (v_government.email_domains) then
    return 'unchanged';
  end if;
  if exists (
    select
    from public.local_government as other
    cross join lateral pg_catalog.unnest(other.email_domains) as held
    where other.nis_code <> v_government.nis_code
      and (p_domain = held or p_domain like '%.' || held or held like '%.' || p_domain)
  ) then
    return 'taken';
  end if;
  update public.local_government set email_domains = email_domains || p_domain where id = p_local_government_id;
  perform private.record_audit(
    'domain_assigned', null, p_local_government_id, pg_catalog.jsonb_build_object('domain', p_domain), p_admin_id
  );
  return 'done';
end;
$$;

-- Returns 'done', 'unchanged' (it is not one of its domains) or 'not_found'. Errors: 42501 ADMIN_ONLY.
create function private.withdraw_domain(p_local_government_id uuid, p_domain text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_domains text[];
begin
  perform private.require_admin();
  select email_domains into v_domains from public.local_government where id = p_local_government_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if p_domain is null or p_domain <> all (v_domains) then
    return 'unchanged';
  end if;
  update public.local_government
  set email_domains = pg_catalog.array_remove(email_domains, p_domain)
  where id = p_local_government_id;
  perform private.record_audit(
    'domain_withdrawn', null, p_local_government_id, pg_catalog.jsonb_build_object('domain', p_domain)
  );
  return 'done';
end;
$$;

call private.open_doors('authenticated', 'ask_to_take_part', 'set_participation', 'withdraw_domain');
call private.open_doors('service_role', 'assign_domain');
