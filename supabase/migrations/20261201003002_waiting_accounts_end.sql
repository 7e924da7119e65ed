-- Suspended accounts and requests that nobody decides have an end, which is told.

-- Who was told that their account goes, and for which wait: a decision in between begins another one.
create table private.ending_account (
  account_id uuid primary key references auth.users (id) on delete cascade,
  waits_since timestamptz not null,
  told smallint not null check (told in (1, 2)),
  told_at timestamptz not null
);

comment on table private.ending_account is 'Suspended accounts and undecided requests whose end has been told.';

-- What the privacy page promises: suspended accounts and proven requests that nobody decides go after so many days. It is
-- told twice, so many days before; however long the server was away, nobody goes sooner after a mail than it says.
-- An account that cannot go holds up no other; invented ones stay. Returns how many accounts went. Errors: P0001 UNKNOWN_PERIOD.
create function private.end_waiting_accounts(
  p_suspended_days integer, p_undecided_days integer, p_first_notice_days integer, p_last_notice_days integer
) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
  v_told private.ending_account;
  v_first constant interval := pg_catalog.make_interval(days => p_first_notice_days);
  v_last constant interval := pg_catalog.make_interval(days => p_last_notice_days);
  v_count integer := 0;
begin
  if (
    p_last_notice_days >= 1 and p_first_notice_days > p_last_notice_days
    and p_suspended_days > p_first_notice_days and p_undecided_days > p_first_notice_days
  ) is not true then
    raise exception 'UNKNOWN_PERIOD';
  end if;
  for v_account in
    select p.id, p.local_government_id, p.status, waits.since
    from public.profile as p
    join auth.users as u on u.id = p.id
    cross join lateral (
      select greatest(p.status_changed_at, u.email_confirmed_at) as since,
        case p.status when 'suspended' then p_suspended_days else p_undecided_days end as days
    ) as waits
    where not p.is_example
      and (p.status = 'suspended' or (p.status = 'pending' and u.email_confirmed_at is not null))
      and waits.since < pg_catalog.now() - pg_catalog.make_interval(days => waits.days) + v_first
    order by p.id
    for update of p, u
  loop
    begin
      select * into v_told from private.ending_account
      where account_id = v_account.id and waits_since = v_account.since;
      if v_told.told is null then
        perform private.tell_of_end(v_account.id, v_account.since, 1::smallint, v_account.status, v_first);
      elsif v_told.told = 1 and v_told.told_at <= pg_catalog.now() - v_first + v_last then
        perform private.tell_of_end(v_account.id, v_account.since, 2::smallint, v_account.status, v_last);
      elsif v_told.told = 2 and v_told.told_at <= pg_catalog.now() - v_last then
        perform private.record_audit(
          case v_account.status when 'suspended' then 'expired_suspended' else 'expired_undecided' end,
          v_account.id, v_account.local_government_id
        );
        delete from auth.users where id = v_account.id;
        v_count := v_count + 1;
      end if;
    exception when others then
      raise warning 'An account could not be ended: %', sqlstate;
    end;
  end loop;
  return v_count;
end;
$$;

create function private.tell_of_end(
  p_account_id uuid, p_waits_since timestamptz, p_told smallint, p_status text, p_ahead interval
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.ending_account (account_id, waits_since, told, told_at)
  values (p_account_id, p_waits_since, p_told, pg_catalog.now())
  on conflict (account_id) do update
  set waits_since = excluded.waits_since, told = excluded.told, told_at = excluded.told_at;
  select private.queue_mail(
    'account_ends', p_account_id,
    pg_catalog.jsonb_build_object(
      'status', p_status, 'on', pg_catalog.to_char(pg_catalog.now() + p_ahead, 'YYYY-MM-DD')
    )
  );
$$;

call private.open_doors('service_role', 'end_waiting_accounts');
