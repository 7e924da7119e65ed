-- Whom colleagues see, and who is told that somebody new can be seen.

-- Those who chose to be seen, with what they chose to show. Whatever finds, counts or suggests colleagues reads this and
-- never `profile` itself.
create view private.visible_colleague as
select
  p.id, p.full_name, p.position, p.local_government_id,
  case when 'job_title' = any (p.visible_fields) then p.job_title end as job_title,
  case when 'phone' = any (p.visible_fields) then p.phone end as phone,
  case when 'bio' = any (p.visible_fields) then p.bio end as bio,
  'expertise' = any (p.visible_fields) as shows_expertise,
  'first_message' = any (p.notifications) as takes_messages,
  p.announced_at, p.is_example
from public.profile as p
where p.status = 'approved' and p.listed and p.paused_at is null;

revoke all on private.visible_colleague from public, anon, authenticated, service_role;

-- For approved accounts; others get no row.
create function private.colleagues() returns table (
  id uuid, full_name text, "position" text, local_government_id uuid, job_title text, phone text, bio text
)
language sql
stable
security definer
set search_path = ''
as $$
  select v.id, v.full_name, v.position, v.local_government_id, v.job_title, v.phone, v.bio
  from private.visible_colleague as v
  where (select private.is_approved())
  order by pg_catalog.lower(v.full_name), v.id;
$$;

-- Who shows themselves for the first time is announced to the colleagues of the same government who asked for that. Not
-- earlier: an approval alone tells nobody that somebody is here. The mail waits, and goes when the person hides again.
create function private.announce_colleague() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_is_shown constant boolean := new.listed and new.status = 'approved' and new.paused_at is null;
begin
  if not v_is_shown then
    perform private.withdraw_announcement(new.id);
    -- Nor does it speak to who paused or is out.
    if new.status <> 'approved' or new.paused_at is not null then
      delete from public.email_outbox where recipient_id = new.id and topic in ('new_colleague', 'digest');
    end if;
    if old.announced_at is not null and pg_catalog.now() < old.announced_at + interval '10 minutes' then
      new.announced_at := null;
    end if;
  elsif new.announced_at is null then
    new.announced_at := pg_catalog.now();
    perform private.queue_mail(
      'new_colleague', colleague.id,
      pg_catalog.jsonb_build_object('colleague', new.full_name, 'colleagueId', new.id, 'government', government.name),
      'new_colleague', interval '10 minutes'
    )
    from public.profile as colleague
    join public.local_government as government on government.id = colleague.local_government_id
    where colleague.local_government_id = new.local_government_id and colleague.id <> new.id;
  end if;
  return new;
end;
$$;

-- Mail that waits no longer speaks of somebody, nor brings their words.
create function private.withdraw_announcement(p_account_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  delete from public.email_outbox
  where (template = 'new_colleague' and params ->> 'colleagueId' = p_account_id::text)
    or (template = 'first_message' and p_account_id::text in (params ->> 'senderId', params ->> 'recipientId'))
    or (template = 'first_message_copy' and params ->> 'recipientId' = p_account_id::text);
  -- What is left of a digest may be nothing: that is worth no mail.
  update public.email_outbox
  set params = params || pg_catalog.jsonb_build_object(
    'colleagueCount', (params ->> 'colleagueCount')::integer - 1,
    'colleagues', coalesce((
      select pg_catalog.jsonb_agg(colleague)
      from pg_catalog.jsonb_array_elements(params -> 'colleagues') as colleague
      where colleague ->> 'id' <> p_account_id::text
    ), '[]')
  )
  where template = 'digest'
    and params -> 'colleagues' @> pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('id', p_account_id));
  delete from public.email_outbox
  where template = 'digest'
    and params -> 'colleagues' = '[]' and params -> 'desks' = '[]' and params -> 'governments' = '[]';
$$;

create trigger profile_is_announced before update on public.profile
  for each row when (
    old.listed is distinct from new.listed or old.paused_at is distinct from new.paused_at
    or old.status is distinct from new.status
  )
  execute function private.announce_colleague();

call private.open_doors('authenticated', 'colleagues');
