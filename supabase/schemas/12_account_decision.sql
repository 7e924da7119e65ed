-- Who may in. Status, role, decision, audit entry and mail change in one transaction of one function, or not at all.

create table public.account_decision (
  id uuid primary key default gen_random_uuid(),
  -- No foreign keys: a decision outlives the account, without its personal data.
  account_id uuid not null,
  decision text not null check (decision in ('approved', 'rejected', 'suspended', 'restored', 'role_changed')),
  reason text check (char_length(reason) between 1 and 2000),
  previous_status text not null,
  previous_role text not null,
  new_status text not null,
  new_role text not null,
  decided_by uuid,
  decided_at timestamptz not null default clock_timestamp(),
  -- The mail that tells it, while it waits.
  mail_id uuid references public.email_outbox (id) on delete set null,
  mailed_at timestamptz,
  undone_at timestamptz,
  undone_by uuid
);

comment on table public.account_decision is 'What administrators decided about accounts, and whether its mail has left.';

create index account_decision_account on public.account_decision (account_id, decided_at);
create index account_decision_mail on public.account_decision (mail_id);

alter table public.account_decision enable row level security;
revoke all on public.account_decision from anon, authenticated, service_role;
grant select on public.account_decision to authenticated;
create policy "administrators read decisions" on public.account_decision
  for select to authenticated using ((select private.is_admin()));

-- Changes one account, and keeps and tells why. The caller has locked the row and judged that it may be so.
create function private.decide(
  p_account public.profile, p_decision text, p_status text, p_role text, p_reason text, p_template text,
  p_delay interval default '0'
) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_reason constant text := nullif(pg_catalog.btrim(p_reason), '');
  v_mail uuid;
  v_decision uuid;
begin
  update public.profile
  set status = p_status,
    role = p_role,
    status_changed_at = case when status = p_status then status_changed_at else pg_catalog.now() end
  where id = p_account.id;
  if p_template is not null then
    v_mail := private.queue_mail(
      p_template, p_account.id,
      pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object('reason', v_reason, 'role', p_role)),
      null, p_delay
    );
  end if;
  insert into public.account_decision (
    account_id, decision, reason, previous_status, previous_role, new_status, new_role, decided_by, mail_id
  )
  values (
    p_account.id, p_decision, v_reason, p_account.status, p_account.role, p_status, p_role,
    private.current_account_id(), v_mail
  )
  returning id into v_decision;
  perform private.record_audit(
    p_decision, p_account.id, p_account.local_government_id,
    case when p_role = p_account.role then '{}'::jsonb
      else pg_catalog.jsonb_build_object('from', p_account.role, 'to', p_role) end
  );
  return v_decision;
end;
$$;

create type public.decision_outcome as (
  account_id uuid,
  -- 'done', 'already_decided', 'changed_meanwhile', 'unconfirmed', 'incomplete', 'own_account' or 'not_found'
  outcome text,
  decision_id uuid,
  decision text,
  decided_by_name text,
  decided_at timestamptz,
  -- With 'changed_meanwhile': the fingerprint of what there is to look at now.
  seen text
);

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

-- Takes an approval or rejection back, as long as its mail has not left.
-- Returns 'undone', 'mail_left', 'already_undone', 'changed_since' or 'not_found'.
create function private.undo_decision(p_decision_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_decision public.account_decision;
  v_account public.profile;
  v_government uuid;
begin
  select * into v_decision
  from public.account_decision
  where id = p_decision_id and decision in ('approved', 'rejected');
  if not found then
    return 'not_found';
  end if;
  -- First the account, as the decision itself does.
  select * into v_account from public.profile where id = v_decision.account_id for update;
  if not found then
    return 'not_found';
  end if;
  select * into v_decision from public.account_decision where id = p_decision_id for update;
  if v_decision.undone_at is not null then
    return 'already_undone';
  end if;
  if v_account.status <> v_decision.new_status or v_account.role <> v_decision.new_role or exists (
    select from public.account_decision as later
    where later.account_id = v_account.id and later.decided_at > v_decision.decided_at
  ) then
    return 'changed_since';
  end if;
  if v_decision.mailed_at is not null then
    return 'mail_left';
  end if;
  if v_decision.mail_id is not null then
    -- One that was tried may have arrived.
    delete from public.email_outbox
    where id = v_decision.mail_id and status <> 'sending' and attempts = 0 and last_error is null;
    if not found then
      return 'mail_left';
    end if;
  end if;
  update public.profile
  set status = v_decision.previous_status, role = v_decision.previous_role, status_changed_at = pg_catalog.now()
  where id = v_account.id
  returning local_government_id into v_government;
  update public.account_decision set undone_at = pg_catalog.now(), undone_by = v_me, mail_id = null
  where id = p_decision_id;
  perform private.record_audit(
    'undone', v_account.id, v_government, pg_catalog.jsonb_build_object('decision', v_decision.decision)
  );
  return 'undone';
end;
$$;

-- For `export_my_account`: what was decided about somebody, and what they decided.
create function private.export_decisions(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'decisions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'reason', d.reason, 'at', d.decided_at, 'undoneAt', d.undone_at)
        order by d.decided_at
      )
      from public.account_decision as d where d.account_id = p_account_id
    ), '[]'),
    'decisionsByMe', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'at', d.decided_at)
        order by d.decided_at
      )
      from public.account_decision as d where d.decided_by = p_account_id
    ), '[]')
  );
$$;

-- Each asks for itself whether the caller is an administrator.
call private.open_doors('authenticated', 'decide_accounts', 'undo_decision');
