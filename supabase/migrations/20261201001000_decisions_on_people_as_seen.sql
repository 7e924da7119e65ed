-- Administrators decide about people as they looked at them: each decision brings a fingerprint of what was shown.

-- What somebody was shown, part by part (an object), as a text that tells which parts say something else by now, and not what
-- they say. A decision brings it along, and is refused when another text comes out of what is decided about.
create function private.fingerprint(p_shown jsonb) returns text
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.string_agg(
    part.key || ':' || pg_catalog.left(
      pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(part.value::text, 'UTF8')), 'hex'), 32
    ),
    ' ' order by part.key collate "C"
  )
  from pg_catalog.jsonb_each(p_shown) as part;
$$;

-- An address or a password that changes is told to the address that was known until now.
create or replace function private.tell_of_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.email is distinct from old.email then
    -- Whoever decides about this account has its row: either they know this address, or they have decided before it.
    perform from public.profile where id = new.id for update;
    perform private.record_audit('email_changed', new.id);
    insert into public.email_outbox (template, locale, recipient_id, to_address, params)
    select 'email_changed', p.locale, p.id, old.email, pg_catalog.jsonb_build_object(
      'name', p.full_name,
      'newAddress', pg_catalog.regexp_replace(new.email, '^(.)[^@]*', '\1…')
    )
    from public.profile as p
    where p.id = new.id;
  else
    perform private.record_audit('password_changed', new.id);
    perform private.queue_mail('password_changed', new.id);
  end if;
  return null;
end;
$$;

drop function public.account_requests(boolean, integer, integer);
drop function public.applicants(uuid[]);
drop function private.applicants(uuid[]);
drop function public.members(text, text, text, uuid, integer, integer);
drop function public.decide_accounts(uuid[], text, text, integer);
drop function private.decide_accounts(uuid[], text, text, integer);
drop function public.change_account(uuid, text, text);
drop function private.change_account(uuid, text, text);

alter type public.account_request add attribute seen text;
alter type public.decision_outcome add attribute seen text;

create function private.applicants(p_account_ids uuid[]) returns setof public.account_request
language sql
stable
security definer
set search_path = ''
as $$
  with account as materialized (
    select
      p.*, address.email, address.confirmed_at,
      pg_catalog.regexp_replace(pg_catalog.lower(address.email), '\+[^@]*@', '@') as mailbox
    from public.profile as p
    join private.account_addresses() as address on address.account_id = p.id
  ),
  domains as materialized (
    select private.fingerprint(pg_catalog.jsonb_object_agg(owner.domain, owner.local_government_ids)) as owned
    from (
      select domain, pg_catalog.array_agg(local_government_id order by local_government_id) as local_government_ids
      from private.email_domain_owners()
      group by domain
    ) as owner
  ),
  request as materialized (
    select
      p.id, p.full_name, p.job_title, p.position, p.local_government_id, p.motivation, p.email, p.locale, p.created_at,
      p.confirmed_at,
      array(
        select other.full_name
        from account as other
        where other.local_government_id = p.local_government_id and other.status = 'approved' and other.id <> p.id
        order by other.full_name, other.id
      ) as approved_there,
      coalesce((
        select pg_catalog.jsonb_agg(
          pg_catalog.jsonb_build_object('id', other.id, 'fullName', other.full_name, 'status', other.status)
          order by other.created_at, other.id
        )
        from account as other
        where other.id <> p.id
          and (pg_catalog.lower(other.full_name) = pg_catalog.lower(p.full_name) or other.mailbox = p.mailbox)
      ), '[]') as duplicates
    from account as p
    where p.id = any (p_account_ids) and p.status = 'pending'
  )
  select
    request.*,
    private.fingerprint(pg_catalog.jsonb_build_object(
      'name', request.full_name,
      'function', pg_catalog.jsonb_build_array(request.job_title, request.position),
      'government', pg_catalog.jsonb_build_array(request.local_government_id, government.name),
      'motivation', request.motivation,
      'email', request.email,
      'evidence', pg_catalog.jsonb_build_array(extract(epoch from request.confirmed_at), domains.owned),
      'language', request.locale,
      'colleagues', request.approved_there,
      'duplicates', request.duplicates
    ))
  from request
  cross join domains
  left join public.local_government as government on government.id = request.local_government_id
  order by request.created_at, request.id;
$$;

-- A page of the requests that wait, oldest first: with a proved address, without, or (null) all. `total` counts them on
-- every page.
create function public.account_requests(p_confirmed boolean, p_limit integer, p_offset integer) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, motivation text,
  email text, locale text, registered_at timestamptz, confirmed_at timestamptz, approved_there text[],
  duplicates jsonb, seen text, total bigint
)
language sql
stable
set search_path = ''
begin atomic
  with page as materialized (
    select p.id, count(*) over () as total
    from public.profile as p
    join private.account_addresses() as address on address.account_id = p.id
    where (select private.is_admin())
      and p.status = 'pending'
      and (p_confirmed is null or p_confirmed = (address.confirmed_at is not null))
    order by p.created_at, p.id
    limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0)
  )
  select request.*, page.total
  from private.applicants(array(select page.id from page)) as request
  join page on page.id = request.account_id
  order by request.registered_at, request.account_id;
end;

-- Approves or rejects requests, at most 200 at once, each as it was looked at: `p_seen` has their fingerprints, as `applicants`
-- gives them, in the same order. The mail leaves after `p_undo_seconds` (at most 3600): until then
-- `undo_decision` takes it back. A request that somebody else decided is left as it is, with who did what.
-- Errors: 42501 ADMIN_ONLY; P0001 REASON_REQUIRED, UNKNOWN_DECISION, TOO_MANY.
create function private.decide_accounts(
  p_account_ids uuid[], p_seen text[], p_decision text, p_reason text, p_undo_seconds integer
) returns setof public.decision_outcome
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_delay constant interval := pg_catalog.make_interval(secs => greatest(0, least(p_undo_seconds, 3600)));
  v_id uuid;
  v_seen text;
  v_now jsonb;
  v_account public.profile;
  v_confirmed boolean;
  v_outcome public.decision_outcome;
begin
  if p_decision is null or p_decision not in ('approved', 'rejected') then
    raise exception 'UNKNOWN_DECISION';
  end if;
  if p_decision = 'rejected' and coalesce(pg_catalog.btrim(p_reason), '') = '' then
    raise exception 'REASON_REQUIRED';
  end if;
  if pg_catalog.cardinality(p_account_ids) > 200 then
    raise exception 'TOO_MANY';
  end if;
  -- In one order, so that two administrators with the same pile never wait for each other; and all of them before the first
  -- decision, which changes what there is to see of the next one.
  perform from public.profile where id = any (p_account_ids) order by id for update;
  select coalesce(pg_catalog.jsonb_object_agg(request.account_id, request.seen), '{}') into v_now
  from private.applicants(p_account_ids) as request;
  for v_id, v_seen in
    select distinct on (asked.id) asked.id, asked.seen
    from rows from (pg_catalog.unnest(p_account_ids), pg_catalog.unnest(p_seen)) as asked (id, seen)
    where asked.id is not null
    order by asked.id, asked.seen
  loop
    v_outcome := (v_id, 'not_found', null, null, null, null, null);
    select * into v_account from public.profile where id = v_id;
    if not found then
      return next v_outcome;
      continue;
    end if;
    select email_confirmed_at is not null into v_confirmed from auth.users where id = v_id;
    if v_id = v_me then
      v_outcome.outcome := 'own_account';
    elsif v_account.status <> 'pending' then
      v_outcome.outcome := 'already_decided';
    elsif v_seen is distinct from v_now ->> v_id::text then
      v_outcome.outcome := 'changed_meanwhile';
      v_outcome.seen := v_now ->> v_id::text;
    elsif p_decision = 'approved' and not v_confirmed then
      v_outcome.outcome := 'unconfirmed';
    elsif p_decision = 'approved' and v_account.local_government_id is null then
      v_outcome.outcome := 'incomplete';
    else
      v_outcome.decision_id := private.decide(
        v_account, p_decision, p_decision, 'member', p_reason,
        case when v_confirmed then 'account_' || p_decision end, v_delay
      );
      v_outcome.outcome := 'done';
    end if;
    if v_outcome.outcome in ('done', 'already_decided') then
      select d.id, d.decision, p.full_name, d.decided_at
      into v_outcome.decision_id, v_outcome.decision, v_outcome.decided_by_name, v_outcome.decided_at
      from public.account_decision as d
      left join public.profile as p on p.id = d.decided_by
      where d.account_id = v_id and d.undone_at is null
      order by d.decided_at desc
      limit 1;
    end if;
    return next v_outcome;
  end loop;
end;
$$;

-- All that an administrator sees of a member, as a fingerprint; null for who is no administrator.
create function private.member_seen(p_account_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', p.full_name,
    'function', pg_catalog.jsonb_build_array(p.job_title, p.position),
    'government', pg_catalog.jsonb_build_array(p.local_government_id, government.name),
    'email', u.email,
    'language', p.locale,
    'status', pg_catalog.jsonb_build_array(
      p.status, extract(epoch from p.status_changed_at), extract(epoch from p.paused_at)
    ),
    'role', p.role,
    'decisions', (
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_array(d.id, d.reason, extract(epoch from d.undone_at)) order by d.decided_at, d.id
      )
      from public.account_decision as d where d.account_id = p.id
    )
  ))
  from public.profile as p
  join auth.users as u on u.id = p.id
  left join public.local_government as government on government.id = p.local_government_id
  where p.id = p_account_id and (select private.is_admin());
$$;

grant execute on function private.member_seen(uuid) to authenticated;

-- Suspends, restores or gives another role. A restored rejection waits for a decision again. `p_seen`: the fingerprint of
-- what was looked at, as `members` gives it.
-- Returns 'done', 'unchanged', 'changed_meanwhile', 'own_account', 'last_admin', 'incomplete' (no local government) or 'not_found'.
-- Errors: 42501 ADMIN_ONLY; P0001 REASON_REQUIRED, UNKNOWN_ACTION.
create function private.change_account(p_account_id uuid, p_seen text, p_action text, p_reason text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_account public.profile;
  v_role constant text := pg_catalog.substr(p_action, 6);
begin
  if p_action is null or p_action not in ('suspend', 'restore', 'make_member', 'make_editor', 'make_admin') then
    raise exception 'UNKNOWN_ACTION';
  end if;
  if p_action = 'suspend' and coalesce(pg_catalog.btrim(p_reason), '') = '' then
    raise exception 'REASON_REQUIRED';
  end if;
  select * into v_account from public.profile where id = p_account_id for update;
  if not found then
    return 'not_found';
  end if;
  if p_account_id = v_me then
    return 'own_account';
  end if;
  if p_seen is distinct from private.member_seen(p_account_id) then
    return 'changed_meanwhile';
  end if;
  -- Whoever stays or comes back as anything but an administrator belongs to a local government.
  if v_account.local_government_id is null
    and (v_account.status, p_action) in (('suspended', 'restore'), ('approved', 'make_member'), ('approved', 'make_editor'))
  then
    return 'incomplete';
  end if;
  if p_action = 'suspend' and v_account.status = 'approved' then
    perform private.decide(v_account, 'suspended', 'suspended', 'member', p_reason, 'account_suspended');
  elsif p_action = 'restore' and v_account.status = 'suspended' then
    perform private.decide(v_account, 'restored', 'approved', 'member', p_reason, 'account_restored');
  elsif p_action = 'restore' and v_account.status = 'rejected' then
    perform private.decide(v_account, 'restored', 'pending', 'member', p_reason, null);
  elsif p_action like 'make\_%' and v_account.status = 'approved' and v_account.role <> v_role then
    perform private.decide(v_account, 'role_changed', 'approved', v_role, p_reason, 'role_changed');
  else
    return 'unchanged';
  end if;
  return 'done';
exception
  when raise_exception then
    if sqlerrm = 'LAST_ADMIN' then
      return 'last_admin';
    end if;
    raise;
end;
$$;

-- Accounts that were decided on. A null filter filters nothing; `p_search` looks in name, address and
-- function, or is the whole id.
create function public.members(
  p_search text, p_status text, p_role text, p_local_government_id uuid, p_limit integer, p_offset integer
) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, email text, status text,
  role text, paused_at timestamptz, registered_at timestamptz, status_changed_at timestamptz, last_reason text,
  seen text, total bigint
)
language sql
stable
set search_path = ''
begin atomic
  select
    p.id, p.full_name, p.job_title, p.position, p.local_government_id, address.email, p.status, p.role, p.paused_at,
    p.created_at, p.status_changed_at,
    (
      select d.reason from public.account_decision as d
      where d.account_id = p.id and d.undone_at is null
      order by d.decided_at desc
      limit 1
    ),
    private.member_seen(p.id),
    count(*) over ()
  from public.profile as p
  join private.account_addresses() as address on address.account_id = p.id
  where (select private.is_admin())
    and p.status <> 'pending'
    and (p_status is null or p.status = p_status)
    and (p_role is null or p.role = p_role)
    and (p_local_government_id is null or p.local_government_id = p_local_government_id)
    and (
      p_search is null
      or position(lower(p_search) in lower(concat_ws(' ', p.full_name, address.email, p.job_title))) > 0
      or p.id::text = lower(p_search)
    )
  order by lower(p.full_name), p.id
  limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0);
end;

grant execute on function
  public.account_requests(boolean, integer, integer),
  public.members(text, text, text, uuid, integer, integer)
  to authenticated;

call private.open_doors('authenticated', 'applicants', 'decide_accounts', 'change_account');
