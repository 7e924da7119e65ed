-- Whether what a desk says is still true. Who answers for it gets a mail with a link that is used once, and two reminders.
-- Without an answer everybody sees since when nobody confirmed it, and administrators follow it up.

create table public.desk_upkeep (
  desk_id uuid primary key references public.volunteer_desk (id) on delete cascade,
  -- Who answers for it; without, all editors of its local government do.
  owner_id uuid references public.profile (id) on delete set null,
  -- A round begins with the first question and ends when somebody confirms the desk or publishes a change of it.
  round_started_at timestamptz,
  asked smallint not null default 0 check (asked between 0 and 3),
  last_asked_at timestamptz,
  check ((asked = 0) = (round_started_at is null)),
  check (asked = 0 or last_asked_at is not null)
);

comment on table public.desk_upkeep is 'Who answers for a desk, and how often they were asked whether it is still true.';

create index desk_upkeep_owner on public.desk_upkeep (owner_id);

-- The link itself is in its mail, and nowhere else once that has left.
create table public.desk_check_link (
  token_hash bytea primary key,
  desk_id uuid not null references public.volunteer_desk (id) on delete cascade,
  -- Null for the address of the desk itself, or of a colleague without account.
  account_id uuid references public.profile (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '60 days',
  used_at timestamptz,
  -- `superseded`: somebody else confirmed the desk, or it was changed.
  outcome text check (outcome in ('confirmed', 'superseded')),
  check ((used_at is null) = (outcome is null))
);

comment on table public.desk_check_link is 'Links in mails that ask whether a desk is still true, by the hash of their token.';

create index desk_check_link_desk on public.desk_check_link (desk_id);
create index desk_check_link_account on public.desk_check_link (account_id);

alter table public.desk_upkeep enable row level security;
alter table public.desk_check_link enable row level security;
revoke all on public.desk_upkeep, public.desk_check_link from anon, authenticated, service_role;
create policy "no one reads or writes who answers for a desk" on public.desk_upkeep
  for all to anon, authenticated using (false) with check (false);
create policy "no one reads or writes links that check a desk" on public.desk_check_link
  for all to anon, authenticated using (false) with check (false);

-- Whoever confirms a desk or publishes a change of it has answered: for everybody who was asked.
create function private.end_desk_check() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.unconfirmed_since := null;
  update public.desk_upkeep set round_started_at = null, asked = 0 where desk_id = new.id and asked > 0;
  update public.desk_check_link set used_at = pg_catalog.now(), outcome = 'superseded'
  where desk_id = new.id and used_at is null;
  delete from public.email_outbox
  where template = 'desk_check' and params ->> 'deskId' = new.id::text and status <> 'sending';
  return new;
end;
$$;

create trigger volunteer_desk_was_checked before update on public.volunteer_desk
  for each row when (new.verified_at > coalesce(old.verified_at, '-infinity'))
  execute function private.end_desk_check();

-- Whom to ask: who answers for the desk; else the editors of its government; else the address that the desk itself shows.
-- Nobody who is paused, suspended or works elsewhere by now. `kind`: 'owner', 'editors' or 'address'.
create function private.desk_check_recipients(p_desk_id uuid) returns table (
  kind text, account_id uuid, address text
)
language sql
stable
security definer
set search_path = ''
as $$
  with desk as (
    select d.email, d.local_government_id, upkeep.owner_id
    from public.volunteer_desk as d
    left join public.desk_upkeep as upkeep on upkeep.desk_id = d.id
    where d.id = p_desk_id
  ),
  possible as (
    select case when p.id = desk.owner_id then 1 else 2 end as rank, p.id, null as address
    from desk
    join public.profile as p on p.local_government_id = desk.local_government_id
    where p.status = 'approved' and p.paused_at is null and (p.role = 'editor' or p.id = desk.owner_id)
    union all
    select 3, null, desk.email from desk where desk.email is not null
  )
  select (array['owner', 'editors', 'address'])[possible.rank], possible.id, possible.address
  from possible
  where possible.rank = (select min(rank) from possible);
$$;

-- One mail with a link of its own. `p_round`: 'first', 'second', 'last' or 'handed_over'.
create function private.send_desk_check(p_desk_id uuid, p_account_id uuid, p_address text, p_round text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_token constant text := pg_catalog.replace(
    pg_catalog.gen_random_uuid()::text || pg_catalog.gen_random_uuid()::text, '-', ''
  );
  v_params jsonb;
begin
  insert into public.desk_check_link (token_hash, desk_id, account_id)
  values (pg_catalog.sha256(pg_catalog.convert_to(v_token, 'UTF8')), p_desk_id, p_account_id);
  select pg_catalog.jsonb_build_object(
    'deskId', desk.id, 'desk', desk.name, 'government', government.name, 'token', v_token, 'round', p_round
  )
  into v_params
  from public.volunteer_desk as desk
  join public.local_government as government on government.id = desk.local_government_id
  where desk.id = p_desk_id;
  if p_account_id is null then
    insert into public.email_outbox (template, locale, to_address, params)
    values ('desk_check', 'nl', p_address, v_params);
  else
    perform private.queue_mail('desk_check', p_account_id, v_params);
  end if;
end;
$$;

-- The next question of a round, or the first one of a new round. The caller has locked the desk. Returns how many mails
-- that makes; with nobody to ask it counts as asked all the same.
create function private.ask_desk(p_desk_id uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_asked smallint;
  v_mails integer;
begin
  insert into public.desk_upkeep as upkeep (desk_id, round_started_at, asked, last_asked_at)
  values (p_desk_id, pg_catalog.now(), 1, pg_catalog.now())
  on conflict (desk_id) do update
  set asked = upkeep.asked % 3 + 1,
    round_started_at = case when upkeep.asked % 3 = 0 then pg_catalog.now() else upkeep.round_started_at end,
    last_asked_at = pg_catalog.now()
  returning upkeep.asked into v_asked;
  perform private.send_desk_check(
    p_desk_id, recipient.account_id, recipient.address, (array['first', 'second', 'last'])[v_asked]
  )
  from private.desk_check_recipients(p_desk_id) as recipient;
  get diagnostics v_mails = row_count;
  return v_mails;
end;
$$;

-- Asks about published desks that nobody confirmed for `p_after_days`, reminds after `p_reminder_days`, twice, and after as
-- many days again tells the public since when nobody confirmed them. At most 200 desks at once: call it until it returns 0.
-- Several servers may do so at the same moment. Example desks are left alone: nobody is there to ask.
-- Returns how many desks were asked about or given up. Errors: P0001 UNKNOWN_PERIOD.
create function private.ask_desk_checks(p_after_days integer, p_reminder_days integer) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_pause constant interval := pg_catalog.make_interval(days => p_reminder_days);
  v_due record;
  v_count integer := 0;
begin
  if p_after_days is null or p_after_days < 1 or p_reminder_days is null or p_reminder_days < 1 then
    raise exception 'UNKNOWN_PERIOD';
  end if;
  delete from public.desk_check_link where expires_at < pg_catalog.now() - interval '90 days';
  for v_due in
    select desk.id, upkeep.asked, upkeep.last_asked_at
    from public.volunteer_desk as desk
    join public.local_government as government on government.id = desk.local_government_id
    left join public.desk_upkeep as upkeep on upkeep.desk_id = desk.id
    where desk.published and not desk.is_example
      and private.takes_part(government.participating_since, government.participating_until)
      and case coalesce(upkeep.asked, 0)
        when 0 then coalesce(desk.verified_at, desk.created_at)
          < pg_catalog.now() - pg_catalog.make_interval(days => p_after_days)
        when 3 then desk.unconfirmed_since is null and upkeep.last_asked_at < pg_catalog.now() - v_pause
        else upkeep.last_asked_at < pg_catalog.now() - v_pause
      end
    order by desk.id
    limit 200
    for no key update of desk skip locked
  loop
    -- Another server that was quicker held the lock until now.
    continue when exists (
      select from public.desk_upkeep as upkeep
      where upkeep.desk_id = v_due.id
        and (upkeep.asked, upkeep.last_asked_at) is distinct from (coalesce(v_due.asked, 0), v_due.last_asked_at)
    );
    begin
      if v_due.asked = 3 then
        update public.volunteer_desk set unconfirmed_since = coalesce(verified_at, created_at) where id = v_due.id;
      else
        perform private.ask_desk(v_due.id);
      end if;
      v_count := v_count + 1;
    exception when others then
      raise warning 'Nobody could be asked about a desk: %', sqlstate;
    end;
  end loop;
  return v_count;
end;
$$;

-- For `export_my_account`: the desks that somebody answers for.
create function private.export_desk_upkeep(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'desks', coalesce((
      select pg_catalog.jsonb_agg(desk.name order by desk.name)
      from public.desk_upkeep as upkeep
      join public.volunteer_desk as desk on desk.id = upkeep.desk_id
      where upkeep.owner_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('service_role', 'ask_desk_checks');
