-- What the other files use: to become somebody, and to make rows. Stays in the database; run first, by its name.
begin;

create extension if not exists pgtap with schema extensions;

create schema if not exists tests;
grant usage on schema tests to anon, authenticated, service_role;

-- New functions are closed by default; those of pgTAP and of this schema are for everybody who is tested.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select member.objid::regprocedure
    from pg_depend as member
    join pg_extension on pg_extension.oid = member.refobjid and member.refclassid = 'pg_extension'::regclass
    where pg_extension.extname = 'pgtap' and member.classid = 'pg_proc'::regclass
  loop
    execute format('grant execute on function %s to anon, authenticated, service_role', v_function);
  end loop;
end;
$$;

-- From here to the end of the transaction the statements are those of a visitor without an account.
create or replace function tests.visit() returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', '{"role": "anon"}', true);
  perform set_config('role', 'anon', true);
end;
$$;

-- A session of an account that exists, as Auth makes one. Runs as the owner: whoever is tested may not.
create or replace function tests.open_session(p_user uuid) returns uuid
language sql security definer set search_path = '' as $$
  insert into auth.sessions (id, user_id, created_at, updated_at)
  select gen_random_uuid(), id, now(), now() from auth.users where id = p_user
  returning id;
$$;

-- … those of somebody who has signed in.
create or replace function tests.authenticate_as(p_user uuid) returns void language plpgsql as $$
begin
  perform tests.resume(p_user, tests.open_session(p_user));
end;
$$;

-- … those of somebody with the token of a session, which may have ended.
create or replace function tests.resume(p_user uuid, p_session uuid) returns void language plpgsql as $$
begin
  perform set_config(
    'request.jwt.claims',
    json_build_object('sub', p_user, 'role', 'authenticated', 'session_id', coalesce(p_session, gen_random_uuid()))::text,
    true
  );
  perform set_config('request.jwt.claim.sub', p_user::text, true);
  perform set_config('role', 'authenticated', true);
end;
$$;

-- … those of our server, with the secret key.
create or replace function tests.serve() returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', '{"role": "service_role"}', true);
  perform set_config('role', 'service_role', true);
end;
$$;

-- … those of the database's owner again, as in migrations and seeds.
create or replace function tests.own() returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', '', true);
  perform set_config('request.jwt.claim.sub', '', true);
  perform set_config('role', 'none', true);
end;
$$;

-- A municipality that does not exist.
create or replace function tests.make_municipality(p_nis text default '99001') returns text language sql as $$
  insert into public.municipality
    (nis_code, slug, name_nl, province_code, population, population_date, area_km2, lon, lat)
  values (p_nis, 'proefdorp-' || p_nis, 'Proefdorp', '40000', 1000, '2026-01-01', 10, 3.7, 51.0)
  returning nis_code;
$$;

-- Its gemeente. Takes part when a date is given.
create or replace function tests.make_local_government(
  p_nis text, p_since date default null, p_until date default null
) returns uuid language sql as $$
  insert into public.local_government
    (slug, kind, nis_code, name, email_domains, participating_since, participating_until)
  values
    ('gemeente-proefdorp-' || p_nis, 'gemeente', p_nis, 'Gemeente Proefdorp', '{proefdorp.example}', p_since, p_until)
  returning id;
$$;

-- A desk of it.
create or replace function tests.make_desk(p_owner uuid, p_slug text, p_published boolean) returns uuid
language sql as $$
  insert into public.volunteer_desk
    (slug, local_government_id, name, street, postcode, place, lon, lat, published)
  values (p_slug, p_owner, 'Proefloket', 'Dorpsstraat 1', '9999', 'Proefdorp', 3.7, 51.0, p_published)
  returning id;
$$;

-- An account is known by a name of one word; this is its id.
create or replace function tests.account(p_name text) returns uuid language sql immutable as $$
  select md5(p_name)::uuid;
$$;

-- What the registration form sends along.
create or replace function tests.form(p_name text, p_government uuid default null) returns jsonb language sql as $$
  select jsonb_build_object(
    'full_name', p_name, 'job_title', 'Vrijwilligerscoach', 'position', 'staff', 'local_government_id', p_government,
    'motivation', 'Ik wil meedoen', 'locale', 'nl', 'consent_version', '2026-11-21'
  );
$$;

-- What Auth does when somebody registers. The address is <name>@proefdorp.example.
create or replace function tests.register(p_name text, p_form jsonb, p_confirmed_at timestamptz default null) returns uuid
language sql as $$
  insert into auth.users
    (id, aud, role, email, encrypted_password, email_confirmed_at, raw_user_meta_data, created_at, updated_at)
  values (
    tests.account(p_name), 'authenticated', 'authenticated', p_name || '@proefdorp.example', 'x', p_confirmed_at, p_form,
    now(), now()
  )
  returning id;
$$;

-- An account with a confirmed address, of a local government that exists unless told otherwise.
create or replace function tests.make_account(
  p_name text, p_status text default 'pending', p_role text default 'member', p_government uuid default null
) returns uuid language plpgsql as $$
declare
  v_government uuid := p_government;
begin
  if v_government is null then
    select id into v_government from public.local_government where nis_code = '99000';
    if not found then
      perform tests.make_municipality('99000');
      v_government := tests.make_local_government('99000', '2024-01-01');
    end if;
  end if;
  perform tests.register(p_name, tests.form(p_name, v_government), now());
  update public.profile set status = p_status, role = p_role where id = tests.account(p_name);
  return tests.account(p_name);
end;
$$;

-- Decides about requests and members as somebody does who looks just before.
create or replace function tests.decide_accounts(p_ids uuid[], p_decision text, p_reason text, p_undo_seconds integer)
returns setof public.decision_outcome language sql as $$
  select public.decide_accounts(
    p_ids,
    array(
      select request.seen
      from unnest(p_ids) with ordinality as asked (id, place)
      left join public.applicants(p_ids) as request on request.account_id = asked.id
      order by asked.place
    ),
    p_decision, p_reason, p_undo_seconds
  );
$$;
create or replace function tests.change_account(p_id uuid, p_action text, p_reason text) returns text language sql as $$
  select public.change_account(
    p_id, (select seen from public.members(p_id::text, null, null, null, 1, 0)), p_action, p_reason
  );
$$;

create or replace function tests.seen(p_of text, variadic p_ids uuid[]) returns text[] language sql as $$
  select array(
    select found.seen
    from unnest(p_ids) with ordinality as asked (id, place)
    left join public.fingerprints(p_of, p_ids) as found on found.id = asked.id
    order by asked.place
  );
$$;
create or replace function tests.settle_desk_report(p_id uuid, p_done boolean) returns boolean language sql as $$
  select public.settle_desk_report(p_id, p_done, (tests.seen('desk_report', p_id))[1]);
$$;
create or replace function tests.settle_colleague_report(p_id uuid, p_done boolean) returns boolean language sql as $$
  select public.settle_colleague_report(p_id, p_done, (tests.seen('colleague_report', p_id))[1]);
$$;
create or replace function tests.merge_desks(p_keep uuid, p_remove uuid) returns text language sql as $$
  select public.merge_desks(
    p_keep, p_remove, array[(tests.seen('desk', p_keep))[1], (tests.seen('desk', p_remove))[1]]
  );
$$;
create or replace function tests.merge_topics(p_from uuid, p_into uuid) returns integer language sql as $$
  select public.merge_expertise_topics(
    p_from, p_into, array[(tests.seen('topic', p_from))[1], (tests.seen('topic', p_into))[1]]
  );
$$;
create or replace function tests.review_change(
  p_id uuid, p_decision text, p_reason text, p_kept text[] default '{}'
) returns text language sql as $$
  select public.review_change(p_id, p_decision, p_reason, (tests.seen('change', p_id))[1], p_kept);
$$;

create or replace function tests.show_desk(p_id uuid, p_published boolean) returns boolean language sql as $$
  select public.show_desk(p_id, p_published, (tests.seen('desk', p_id))[1]);
$$;
create or replace function tests.confirm_desk(p_id uuid) returns boolean language sql as $$
  select public.confirm_desk(p_id, (tests.seen('desk', p_id))[1]);
$$;
create or replace function tests.confirm_by_link(p_token text) returns text language sql as $$
  select public.confirm_desk_by_link(p_token, (select seen from public.desk_of_check(p_token)));
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;

commit;

begin;
select no_plan();
select has_schema('tests', 'the helpers are there');
select * from finish();
rollback;
