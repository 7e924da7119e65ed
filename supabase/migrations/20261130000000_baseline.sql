-- What everything else stands on: extensions outside `public`, the schema that the Data API does not expose, and nothing
-- that can be called unless somebody says for whom.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;

-- Security-definer helpers and operational tables live here. Only the server enters, and the database's own roles.
create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to service_role;

-- What PUBLIC may do with new functions can only be taken away from everywhere at once: a revoke for one schema has no
-- effect by itself.
alter default privileges revoke execute on functions from public;
-- What Supabase grants on its own.
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- A language of the site.
create domain public.locale as text check (value in ('nl', 'fr', 'en'));

-- Without control characters, so on one line, or marks that turn the direction of what follows.
create domain public.one_line as text check (value !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]');

-- One place that knows how an update time is kept.
create function private.set_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := pg_catalog.now();
  return new;
end;
$$;

-- The doors of the Data API: for each of these functions of `private` one of the same name in `public`, which calls it and
-- does nothing else. Both are for `p_role` alone. The body is bound when it is made: who comes through needs no right to
-- use the schema `private`.
-- Errors: UNKNOWN_FUNCTION when there is none of that name, or more than one.
create procedure private.open_doors(p_role regrole, variadic p_names text[])
language plpgsql
set search_path = ''
as $$
declare
  v_name text;
  v_twin record;
begin
  foreach v_name in array p_names loop
    begin
      select p.oid, p.provolatile, p.proretset, p.proargnames[1:p.pronargs] as arguments into strict v_twin
      from pg_catalog.pg_proc as p
      where p.pronamespace = 'private'::regnamespace and p.proname = v_name and p.prokind = 'f';
    exception when no_data_found or too_many_rows then
      raise exception 'UNKNOWN_FUNCTION' using detail = v_name;
    end;
    execute pg_catalog.format(
      'create function public.%1$I(%2$s) returns %3$s language sql %4$s set search_path = '''' '
        'begin atomic select %5$s private.%1$I(%6$s); end',
      v_name, pg_catalog.pg_get_function_arguments(v_twin.oid), pg_catalog.pg_get_function_result(v_twin.oid),
      case v_twin.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when v_twin.proretset then '* from' else '' end,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(name), ', ' order by place)
        from pg_catalog.unnest(v_twin.arguments) with ordinality as argument (name, place))
    );
    -- Whatever the defaults of who runs this are.
    execute pg_catalog.format(
      'revoke all on function public.%1$I(%2$s) from public, anon, authenticated',
      v_name, pg_catalog.pg_get_function_identity_arguments(v_twin.oid)
    );
    execute pg_catalog.format(
      'grant execute on function public.%1$I(%2$s), private.%1$I(%2$s) to %3$s',
      v_name, pg_catalog.pg_get_function_identity_arguments(v_twin.oid), p_role
    );
  end loop;
end;
$$;

-- Municipalities of Flanders and Brussels with their history, and the postcodes that lead to them.
-- Reference data from official sources: read by everyone, written only by the operator (seeds run as the owner).

create table public.municipality (
  nis_code text primary key check (nis_code ~ '^[0-9]{5}$'),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_nl text not null check (char_length(name_nl) between 1 and 100),
  name_fr text check (char_length(name_fr) between 1 and 100),
  name_en text check (char_length(name_en) between 1 and 100),
  -- NIS code of the province; the Brussels-Capital Region (04000) stands in its place.
  province_code text not null check (province_code in ('10000', '20001', '30000', '40000', '70000', '04000')),
  population integer check (population >= 0),
  population_date date,
  area_km2 numeric(8, 2) check (area_km2 > 0),
  -- Centre of the main town, WGS84 degrees. Always inside the municipality, not a geometric centroid.
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  location extensions.geography (point, 4326)
    generated always as (extensions.st_setsrid(extensions.st_makepoint(lon, lat), 4326)::extensions.geography) stored,
  -- null = before these records start
  valid_from date,
  -- null = still in force
  valid_to date,
  succeeded_by text references public.municipality (nis_code),
  -- NIS codes of the municipalities that share a border, from the boundary topology
  neighbours text[] not null default '{}',
  check (valid_to is null or valid_from is null or valid_from < valid_to),
  -- a former municipality always leads somewhere, a current one nowhere
  check ((valid_to is null) = (succeeded_by is null)),
  check (succeeded_by <> nis_code),
  -- a current municipality can be shown on the map
  check (valid_to is not null or (lon is not null and lat is not null and population is not null))
);

comment on table public.municipality is
  'Municipalities of Flanders and the Brussels-Capital Region, current and merged (REFNIS, Statbel).';

-- A merged municipality may share its name, and so its slug, with its successor (Lokeren, Tielt).
create unique index municipality_current_slug on public.municipality (slug) where valid_to is null;
create index municipality_succeeded_by on public.municipality (succeeded_by);
create index municipality_location on public.municipality using gist (location);

alter table public.municipality enable row level security;
revoke all on public.municipality from anon, authenticated;
grant select on public.municipality to anon, authenticated;
create policy "everyone reads municipalities" on public.municipality
  for select to anon, authenticated using (true);

create table public.postal_code (
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}$'),
  place_name text not null check (char_length(place_name) between 1 and 100),
  nis_code text not null references public.municipality (nis_code),
  -- language of the place name
  lang text not null default 'nl' check (lang in ('nl', 'fr')),
  -- gemeente: the municipality's own name; plaats: a part of it; bijzonder: a large organisation's own code
  kind text not null check (kind in ('gemeente', 'plaats', 'bijzonder')),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  primary key (postcode, place_name, lang)
);

comment on table public.postal_code is 'Postcodes with their place names, each leading to its current municipality.';

create index postal_code_nis_code on public.postal_code (nis_code);

alter table public.postal_code enable row level security;
revoke all on public.postal_code from anon, authenticated;
grant select on public.postal_code to anon, authenticated;
create policy "everyone reads postcodes" on public.postal_code
  for select to anon, authenticated using (true);

-- One row per gemeente and per OCMW. Takes part = `participating_since` set and `participating_until` empty.

create table public.local_government (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('gemeente', 'ocmw')),
  nis_code text not null references public.municipality (nis_code),
  name text not null check (char_length(name) between 1 and 150),
  -- Crossroads Bank for Enterprises: 10 digits, the last two = 97 minus the rest modulo 97
  kbo_number text unique check (
    kbo_number ~ '^[0-9]{10}$' and 97 - (left(kbo_number, 8)::bigint % 97) = right(kbo_number, 2)::bigint
  ),
  ovo_number text unique check (ovo_number ~ '^OVO[0-9]{6}$'),
  website text check (website ~ '^https?://' and char_length(website) <= 300),
  -- General contact, for who finds no desk. E.164
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and char_length(email) <= 254),
  description text check (char_length(description) <= 2000),
  -- Evidence for administrators when they judge an account; not for the public.
  email_domains text[] not null default '{}',
  participating_since date,
  participating_until date,
  -- Invented participation, to show the directory; never on a public installation.
  is_example boolean not null default false,
  -- A change of its page or desks waits for a second pair of eyes.
  review_changes boolean not null default false,
  -- Rises with every change of what its editors keep.
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  unique (nis_code, kind),
  -- A comparison with nothing is not false, and only what is false is refused.
  check (participating_until is null or (participating_since is not null and participating_since <= participating_until))
);

comment on table public.local_government is
  'A gemeente or an OCMW, whether or not it takes part in Lokaal Vrijwilligen.';

-- Whether it takes part, by its columns `participating_since` and `participating_until`.
create function private.takes_part(p_since date, p_until date) returns boolean
language sql
immutable
set search_path = ''
return p_since is not null and p_until is null;

-- Policies run with the rights of who asks.
grant execute on function private.takes_part(date, date) to anon, authenticated;

create trigger local_government_updated_at before update on public.local_government
  for each row execute function private.set_updated_at();

alter table public.local_government enable row level security;
revoke all on public.local_government from anon, authenticated;

-- Everything but `email_domains`.
grant select (
  id, slug, kind, nis_code, name, kbo_number, ovo_number, website, phone, email, description, participating_since,
  participating_until, is_example, review_changes, revision, updated_at
) on public.local_government to anon, authenticated;
create policy "everyone reads local governments" on public.local_government
  for select to anon, authenticated using (true);

-- Who has an account: a person of a local government, waiting for approval or approved. Nobody but that person and the
-- administrators reads the row; colleagues get what the person chose to show through `colleagues()`.

create table public.profile (
  id uuid primary key references auth.users (id) on delete cascade,
  -- With something to read.
  full_name public.one_line not null check (
    char_length(full_name) between 1 and 100 and full_name = btrim(full_name) and full_name ~ '[[:alnum:]]'
  ),
  job_title public.one_line not null check (
    char_length(job_title) between 1 and 150 and job_title = btrim(job_title) and job_title ~ '[[:alnum:]]'
  ),
  -- medewerker or politiek mandataris
  position text not null check (position in ('staff', 'elected')),
  local_government_id uuid references public.local_government (id),
  -- E.164
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- As the lines above, but more of them.
  bio text check (
    char_length(bio) between 1 and 2000
    and translate(bio, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  -- Written for the administrators, with the request.
  motivation text check (
    char_length(motivation) between 1 and 2000
    and translate(motivation, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'suspended')),
  role text not null default 'member' check (role in ('member', 'editor', 'admin')),
  -- Shown to colleagues at all; only what is in `visible_fields`, beside name and government.
  listed boolean not null default false,
  -- When colleagues of the same government were told; once only.
  announced_at timestamptz,
  visible_fields text[] not null default '{job_title,expertise}' check (
    visible_fields <@ array['job_title', 'phone', 'bio', 'expertise'] and cardinality(visible_fields) <= 4
  ),
  notifications text[] not null default '{new_request,desk_work,first_message,digest}' check (
    notifications <@ array['new_request', 'new_colleague', 'desk_work', 'first_message', 'digest']
    and cardinality(notifications) <= 5
  ),
  locale public.locale not null default 'nl',
  -- Invisible to colleagues and without notifications, until resumed.
  paused_at timestamptz,
  consented_at timestamptz not null default now(),
  -- The date of the privacy statement that was agreed to.
  consent_version text not null check (consent_version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- Invented, to show a queue and a membership; never on a public installation.
  is_example boolean not null default false,
  status_changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Nobody is let in without a government, but an administrator of the platform.
  check (local_government_id is not null or role = 'admin' or status <> 'approved'),
  -- Rights go with approval.
  check (role = 'member' or status = 'approved')
);

comment on table public.profile is 'The person behind an account; one per auth user, made by a trigger.';

create index profile_local_government on public.profile (local_government_id);
create index profile_status on public.profile (status, created_at);

create trigger profile_updated_at before update on public.profile
  for each row execute function private.set_updated_at();

-- Who is asking. An access token stays valid for an hour after signing out; its session does not.
create function private.current_account_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select session.user_id
  from auth.sessions as session
  where session.id = nullif(auth.jwt() ->> 'session_id', '')::uuid
    and session.user_id = auth.uid()
    and (session.not_after is null or session.not_after > pg_catalog.now());
$$;

-- Status and role are read from the row on every statement, never from the token.
create function private.is_approved() returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.profile where id = private.current_account_id() and status = 'approved'
  );
$$;

create function private.is_admin() returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.profile
    where id = private.current_account_id() and status = 'approved' and role = 'admin'
  );
$$;

-- For functions that only administrators may run.
-- Errors: 42501 for anybody else.
create function private.require_admin() returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not private.is_admin() then
    raise insufficient_privilege using message = 'ADMIN_ONLY';
  end if;
  return private.current_account_id();
end;
$$;

-- The local government whose page and desks the caller keeps; null for who is no editor. An administrator keeps all.
create function private.edited_government() returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select local_government_id
  from public.profile
  where id = private.current_account_id() and status = 'approved' and role = 'editor';
$$;

create function private.edits(p_local_government_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select private.is_admin() or coalesce(private.edited_government() = p_local_government_id, false);
$$;

-- Whoever works there may suggest.
create function private.belongs_to(p_local_government_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select private.is_admin() or exists (
    select from public.profile
    where id = private.current_account_id() and status = 'approved' and local_government_id = p_local_government_id
  );
$$;

-- Policies run with the rights of who asks.
grant execute on function
  private.current_account_id(),
  private.is_approved(),
  private.is_admin(),
  private.edited_government(),
  private.edits(uuid)
  to authenticated;

alter table public.profile enable row level security;
revoke all on public.profile from anon, authenticated;
grant select on public.profile to authenticated;

-- Never status, role, government, consent or id.
grant update (
  full_name, job_title, position, phone, bio, listed, visible_fields, notifications, locale
) on public.profile to authenticated;
create policy "people read their own profile, administrators all" on public.profile
  for select to authenticated
  using (
    (id = (select private.current_account_id()) and status in ('pending', 'approved'))
    or (select private.is_admin())
  );
create policy "people change their own profile" on public.profile
  for update to authenticated
  using (id = (select private.current_account_id()) and status in ('pending', 'approved'))
  with check (id = (select private.current_account_id()) and status in ('pending', 'approved'));

-- There is always somebody who can approve. Holds for every way in which an administrator can go: leaving, a change of
-- role or status, a deleted auth user. Invented accounts do not count: nobody signs in to them.
-- Errors: P0001 LAST_ADMIN.
create function private.keep_last_admin() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.role = 'admin' and new.status = 'approved' then
    return new;
  end if;
  -- Two administrators who go at the same moment do so one after the other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('profile.last_admin'));
  if not exists (
    select from public.profile where role = 'admin' and status = 'approved' and not is_example and id <> old.id
  ) then
    raise exception 'LAST_ADMIN';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end;
$$;

create trigger profile_keeps_last_admin before update or delete on public.profile
  for each row when (old.role = 'admin' and old.status = 'approved' and not old.is_example)
  execute function private.keep_last_admin();

-- Your own account, whatever its status: the server asks this with every request of somebody who is signed in.
create type public.own_account as (
  id uuid,
  email text,
  status text,
  role text,
  full_name text,
  job_title text,
  "position" text,
  local_government_id uuid,
  phone text,
  bio text,
  motivation text,
  listed boolean,
  visible_fields text[],
  notifications text[],
  locale text,
  paused_at timestamptz,
  consented_at timestamptz,
  created_at timestamptz
);

create function private.my_account() returns setof public.own_account
language sql
stable
security definer
set search_path = ''
as $$
  select
    p.id, u.email::text, p.status, p.role, p.full_name, p.job_title, p.position,
    p.local_government_id, p.phone, p.bio, p.motivation, p.listed, p.visible_fields, p.notifications, p.locale,
    p.paused_at, p.consented_at, p.created_at
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.id = private.current_account_id();
$$;

call private.open_doors('authenticated', 'my_account');

-- Volunteer desks (vrijwilligersloketten). The public sees the published ones of governments that take part, editors also
-- what is not, or no longer, for the public.

create table public.volunteer_desk (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 250)
    -- Where the site has pages of its own, the page of a desk would not be found.
    constraint volunteer_desk_slug_is_no_page check (slug not in ('adres', 'gegevens', 'kaart', 'nakijken')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  -- One line each: in a card or a file a second one would be something else.
  name text not null check (char_length(btrim(name)) between 1 and 150 and name !~ '[[:cntrl:]]'),
  street text not null check (char_length(btrim(street)) between 1 and 150 and street !~ '[[:cntrl:]]'),
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}$'),
  place text not null check (char_length(btrim(place)) between 1 and 100 and place !~ '[[:cntrl:]]'),
  -- WGS84 degrees, inside a generous box around Belgium: a pin in the sea off Africa is a mistake
  lon double precision not null check (lon between 2.3 and 6.6),
  lat double precision not null check (lat between 49.4 and 51.7),
  -- The municipality's point, until somebody sets the pin.
  location_approximate boolean not null default false,
  location extensions.geography (point, 4326) not null
    generated always as (extensions.st_setsrid(extensions.st_makepoint(lon, lat), 4326)::extensions.geography) stored,
  -- E.164
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and char_length(email) <= 254),
  website text check (website ~ '^https?://' and char_length(website) <= 300),
  -- OpenStreetMap `opening_hours` syntax
  opening_hours text check (char_length(opening_hours) between 1 and 1000),
  -- BCP 47 tags: what is none, nobody can read the name of
  languages text[] not null default '{nl}' check (
    cardinality(languages) = 0 or (
      cardinality(languages) <= 20
      and array_ndims(languages) = 1
      and ' ' || array_to_string(languages, ' ', '?') ~ '^( [a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})+$'
    )
  ),
  wheelchair text check (wheelchair in ('yes', 'limited', 'no')),
  description text check (char_length(description) <= 2000),
  published boolean not null default false,
  verified_at timestamptz,
  -- Set when its owner did not answer the question whether all of this is still true.
  unconfirmed_since timestamptz,
  -- Rises with every change of what its editors keep.
  revision integer not null default 1,
  -- Invented desk, to show the directory; never on a public installation.
  is_example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.volunteer_desk is 'A place or number where volunteers are received by a local government.';

create index volunteer_desk_local_government on public.volunteer_desk (local_government_id);
create index volunteer_desk_location on public.volunteer_desk using gist (location);

create trigger volunteer_desk_updated_at before update on public.volunteer_desk
  for each row execute function private.set_updated_at();

alter table public.volunteer_desk enable row level security;
revoke all on public.volunteer_desk from anon, authenticated;
grant select on public.volunteer_desk to anon, authenticated;
create policy "visitors read published desks of participants" on public.volunteer_desk
  for select to anon
  using (
    published
    and exists (
      select 1
      from public.local_government as owner
      where owner.id = local_government_id
        and private.takes_part(owner.participating_since, owner.participating_until)
    )
  );
create policy "accounts read those too, editors all of their own" on public.volunteer_desk
  for select to authenticated
  using (
    (
      published
      and exists (
        select 1
        from public.local_government as owner
        where owner.id = local_government_id
          and private.takes_part(owner.participating_since, owner.participating_until)
      )
    )
    or local_government_id = (select private.edited_government())
    or (select private.is_admin())
  );

-- One number that rises with every change of a public row. The server keeps a copy of the directory per version, so a
-- public visit costs no query while nothing changed.

create table public.directory_version (
  -- a table of one row
  only_row boolean primary key default true check (only_row),
  version bigint not null default 1,
  changed_at timestamptz not null default now()
);

comment on table public.directory_version is 'Version of the public directory; basis of every ETag.';

insert into public.directory_version default values;

alter table public.directory_version enable row level security;
revoke all on public.directory_version from anon, authenticated;
grant select on public.directory_version to anon, authenticated;
create policy "everyone reads the directory's version" on public.directory_version
  for select to anon, authenticated using (true);

-- Whoever may change a public row may, through this trigger only, raise the version.
create function private.raise_directory_version() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.directory_version
  set version = version + 1, changed_at = pg_catalog.clock_timestamp()
  where only_row;
  return null;
end;
$$;

create trigger municipality_raises_version
  after insert or update or delete or truncate on public.municipality
  for each statement execute function private.raise_directory_version();
create trigger postal_code_raises_version
  after insert or update or delete or truncate on public.postal_code
  for each statement execute function private.raise_directory_version();
create trigger local_government_raises_version
  after insert or update or delete or truncate on public.local_government
  for each statement execute function private.raise_directory_version();
create trigger volunteer_desk_raises_version
  after insert or update or delete or truncate on public.volunteer_desk
  for each statement execute function private.raise_directory_version();

-- How often something may happen, for who has no account and for who has one.

-- Fixed windows per key. The key is a keyed hash made by the server: no address of a visitor is kept.
create table private.rate_limit (
  key text not null check (char_length(key) between 1 and 200),
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

comment on table private.rate_limit is 'Hits per hashed key and time window; shared by all server processes.';

create index rate_limit_window_start on private.rate_limit (window_start);

-- Counts one hit. Returns 0 when it is allowed, otherwise the seconds until the window ends.
create function private.hit_rate_limit(p_key text, p_limit integer, p_window interval) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_seconds constant double precision := extract(epoch from p_window);
  v_start constant timestamptz := pg_catalog.to_timestamp(
    pg_catalog.floor(extract(epoch from pg_catalog.now()) / v_seconds) * v_seconds
  );
  v_hits integer;
begin
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
  insert into private.rate_limit as r (key, window_start) values (p_key, v_start)
  on conflict (key, window_start) do update set hits = r.hits + 1
  returning r.hits into v_hits;
  if v_hits <= p_limit then
    return 0;
  end if;
  return greatest(1, pg_catalog.ceil(extract(epoch from (v_start + p_window - pg_catalog.now()))))::integer;
end;
$$;

grant execute on function private.hit_rate_limit(text, integer, interval) to service_role;
-- Counts one hit, when the last one that was allowed is long enough ago: to the moment, unlike a window. Returns 0 when it
-- is allowed, otherwise the seconds to wait.
create function private.hit_pause(p_key text, p_pause interval) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_last timestamptz;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext(p_key));
  select max(window_start) into v_last from private.rate_limit where key = p_key;
  if v_last + p_pause > pg_catalog.now() then
    return pg_catalog.ceil(extract(epoch from (v_last + p_pause - pg_catalog.now())));
  end if;
  insert into private.rate_limit (key, window_start) values (p_key, pg_catalog.now()) on conflict do nothing;
  return 0;
end;
$$;

-- Messages from the contact form, and the limit that keeps it usable. Written by the server only (service_role): a
-- visitor holding the publishable key cannot get round the limit. Nobody reads messages through the API yet.

create table public.contact_message (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 100),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and char_length(email) <= 254),
  message text not null check (char_length(btrim(message)) between 10 and 5000),
  locale public.locale not null,
  created_at timestamptz not null default now()
);

comment on table public.contact_message is 'What people wrote in the contact form, for the administrators.';

create index contact_message_created_at on public.contact_message (created_at);

alter table public.contact_message enable row level security;
revoke all on public.contact_message from anon, authenticated;
grant insert, select on public.contact_message to service_role;
create policy "no one reads or writes contact messages" on public.contact_message
  for all to anon, authenticated using (false) with check (false);

-- What the privacy page promises: messages go after a year, rate-limit counters after two days, reports about desks and
-- colleagues 90 days after they were handled, and after a year anyway. Cleaned up with every message that comes in, and by
-- the server once a day, so that a quiet form forgets too.
create function private.delete_expired_contact_data() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.contact_message where created_at < pg_catalog.now() - interval '1 year';
  delete from public.desk_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.desk_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from public.colleague_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.colleague_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
end;
$$;

-- Stores a message, or says after how many seconds the sender may try again. `p_sender_key` identifies the sender
-- without naming them. 5 messages an hour per sender.
create function public.submit_contact_message(
  p_name text, p_email text, p_message text, p_locale text, p_sender_key text
) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_wait constant integer := private.hit_rate_limit('contact:' || p_sender_key, 5, interval '1 hour');
begin
  perform private.delete_expired_contact_data();
  if v_wait = 0 then
    insert into public.contact_message (name, email, message, locale)
    values (pg_catalog.btrim(p_name), pg_catalog.btrim(p_email), pg_catalog.btrim(p_message), p_locale);
  end if;
  return v_wait;
end;
$$;

grant execute on function public.submit_contact_message(text, text, text, text, text) to service_role;

-- For `export_my_account`: what came from an address that is proved to be theirs.
create function private.export_contact_messages(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', message.name, 'message', message.message, 'at', message.created_at)
        order by message.created_at
      )
      from public.contact_message as message
      join auth.users as u on pg_catalog.lower(u.email) = pg_catalog.lower(message.email)
      where u.id = p_account_id and u.email_confirmed_at is not null
    ), '[]')
  );
$$;

call private.open_doors('service_role', 'delete_expired_contact_data');

-- What happened to accounts, by whom, when. Written by functions of this database only, and by nobody ever changed. Holds
-- ids, never a name or an address: once an account is gone, its id leads nowhere.

create table public.audit_entry (
  id bigint primary key generated always as identity,
  happened_at timestamptz not null default clock_timestamp(),
  action text not null check (action in (
    'registered', 'confirmed', 'approved', 'rejected', 'undone', 'suspended', 'restored', 'role_changed', 'paused',
    'resumed', 'left', 'government_changed', 'email_changed', 'password_changed', 'exported', 'expired_unconfirmed',
    'expired_rejected', 'admin_granted', 'mail_resent', 'renamed', 'superseded',
    'imported', 'desks_merged', 'topic_created', 'topic_renamed', 'topics_merged'
  )),
  -- Who did it; null is the server or the database itself. No foreign keys: entries outlive accounts.
  actor_id uuid,
  -- Whom it is about.
  account_id uuid,
  local_government_id uuid,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object')
);

comment on table public.audit_entry is 'Append-only trail of what happened to accounts, without personal data.';

create index audit_entry_account on public.audit_entry (account_id, id);
create index audit_entry_actor on public.audit_entry (actor_id, id);

create function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'APPEND_ONLY' using errcode = 'insufficient_privilege';
end;
$$;

create trigger audit_entry_is_append_only before update or delete on public.audit_entry
  for each row execute function private.refuse_change();
create trigger audit_entry_is_never_emptied before truncate on public.audit_entry
  for each statement execute function private.refuse_change();

alter table public.audit_entry enable row level security;
revoke all on public.audit_entry from anon, authenticated, service_role;

-- How far it has counted is told to nobody.
revoke all on sequence public.audit_entry_id_seq from anon, authenticated, service_role;
grant select on public.audit_entry to authenticated;
create policy "administrators read the audit trail" on public.audit_entry
  for select to authenticated using ((select private.is_admin()));

create function private.record_audit(
  p_action text, p_account_id uuid, p_local_government_id uuid default null, p_details jsonb default '{}'
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_entry (action, actor_id, account_id, local_government_id, details)
  values (p_action, private.current_account_id(), p_account_id, p_local_government_id, p_details);
$$;

-- For `export_my_account`.
create function private.export_history(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'history', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('action', entry.action, 'at', entry.happened_at, 'byMe', entry.actor_id = p_account_id)
        order by entry.id
      )
      from public.audit_entry as entry where p_account_id in (entry.account_id, entry.actor_id)
    ), '[]')
  );
$$;

-- Mail that must not get lost: written in the transaction of what it tells about, sent by the server afterwards. A row goes
-- once its mail is sent, so an address stays here no longer than it is needed.

create table public.email_outbox (
  id uuid primary key default gen_random_uuid(),
  template text not null check (template in (
    'already_registered', 'account_approved', 'account_rejected', 'account_suspended', 'account_restored', 'role_changed',
    'email_changed', 'password_changed', 'account_left', 'new_request', 'new_colleague', 'change_waiting',
    'change_reviewed', 'desk_report', 'desk_check', 'first_message', 'first_message_copy', 'colleague_report', 'digest'
  )),
  locale public.locale not null,
  -- Mail to somebody who leaves goes with them; null for mail that must reach an address without account.
  recipient_id uuid references auth.users (id) on delete cascade,
  to_address text not null check (char_length(to_address) <= 320),
  params jsonb not null default '{}',
  -- What the recipient can switch off; null for mail about the account itself.
  topic text check (topic in ('new_request', 'new_colleague', 'desk_work', 'first_message', 'digest')),
  status text not null default 'queued' check (status in ('queued', 'sending', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Of the server that is sending it now.
  lease uuid,
  locked_until timestamptz,
  last_error text check (char_length(last_error) <= 500),
  created_at timestamptz not null default now(),
  check ((status = 'sending') = (lease is not null and locked_until is not null))
);

comment on table public.email_outbox is 'Mail waiting to be sent; one row a mail, gone once sent.';

create index email_outbox_recipient on public.email_outbox (recipient_id);
create index email_outbox_due on public.email_outbox (next_attempt_at) where status = 'queued';

-- Many requests in a few minutes are one mail to each administrator. Not the one that was tried before and waits again.
create unique index email_outbox_one_new_request on public.email_outbox (recipient_id)
  where template = 'new_request' and status = 'queued' and attempts = 0;

alter table public.email_outbox enable row level security;
revoke all on public.email_outbox from anon, authenticated, service_role;
grant select (
  id, template, locale, recipient_id, to_address, topic, status, attempts, next_attempt_at, locked_until, last_error,
  created_at
) on public.email_outbox to authenticated;
create policy "administrators read the outbox" on public.email_outbox
  for select to authenticated using ((select private.is_admin()));

-- Mail to an account, in its language. Returns the row, or null for a notification that is not wanted.
create function private.queue_mail(
  p_template text, p_account_id uuid, p_params jsonb default '{}', p_topic text default null,
  p_delay interval default '0'
) returns uuid
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select
    p_template, p.locale, p.id, u.email,
    pg_catalog.jsonb_build_object('name', p.full_name) || p_params, p_topic, pg_catalog.now() + p_delay
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.id = p_account_id
    and (p_topic is null or (p_topic = any (p.notifications) and p.paused_at is null and p.status = 'approved'))
  returning id;
$$;

-- Hands due mail to one server, for as long as the lease lasts; a server that dies loses nothing. A mail that no server
-- ever came back from is left for an administrator: it may be what ends them.
create function private.claim_mail(p_limit integer, p_lease_seconds integer) returns table (
  id uuid, lease uuid, template text, locale text, to_address text, params jsonb, topic text, recipient_id uuid,
  attempts integer
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.email_outbox as mail
  set status = 'dead', lease = null, locked_until = null, last_error = 'Its server did not come back.'
  where mail.status = 'sending' and mail.locked_until < pg_catalog.now() and mail.attempts > 5;

  perform private.freshen_digests();

  return query
  update public.email_outbox as mail
  set status = 'sending',
    attempts = mail.attempts + 1,
    lease = pg_catalog.gen_random_uuid(),
    locked_until = pg_catalog.now() + pg_catalog.make_interval(secs => p_lease_seconds)
  -- An array is made once; a plain subquery may be run, and lock its limit of rows, again and again.
  where mail.id = any (array(
    select waiting.id
    from public.email_outbox as waiting
    where (waiting.status = 'queued' and waiting.next_attempt_at <= pg_catalog.now())
      or (waiting.status = 'sending' and waiting.locked_until < pg_catalog.now())
    order by waiting.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ))
  returning mail.id, mail.lease, mail.template, mail.locale::text, mail.to_address, mail.params, mail.topic,
    mail.recipient_id, mail.attempts;
end;
$$;

-- `p_error` null or empty: sent. Otherwise tried again after 1, 5 and 30 minutes, 2 and 8 hours, and then left for an
-- administrator. Returns 'sent', 'retry', 'dead', or 'lost' when another server has the mail by now.
create function private.settle_mail(p_mail_id uuid, p_lease uuid, p_error text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_pauses constant interval[] := array['1 minute', '5 minutes', '30 minutes', '2 hours', '8 hours'];
  v_attempts integer;
begin
  -- First the decision, as whoever undoes it or leaves does: nobody waits for one another.
  perform from public.account_decision where mail_id = p_mail_id for update;
  select attempts into v_attempts
  from public.email_outbox
  where id = p_mail_id and lease = p_lease and status = 'sending'
  for update;
  if not found then
    return 'lost';
  end if;
  if coalesce(p_error, '') = '' then
    update public.account_decision set mailed_at = pg_catalog.now(), mail_id = null where mail_id = p_mail_id;
    delete from public.email_outbox where id = p_mail_id;
    return 'sent';
  end if;
  update public.email_outbox
  set status = case when v_attempts > pg_catalog.cardinality(v_pauses) then 'dead' else 'queued' end,
    next_attempt_at = pg_catalog.now() + coalesce(v_pauses[v_attempts], '0'),
    lease = null,
    locked_until = null,
    last_error = pg_catalog.left(p_error, 500)
  where id = p_mail_id;
  return case when v_attempts > pg_catalog.cardinality(v_pauses) then 'dead' else 'retry' end;
end;
$$;

-- When the next mail is due; null when none waits.
create function private.next_mail_at() returns timestamptz
language sql
stable
security definer
set search_path = ''
as $$
  select min(case when status = 'queued' then next_attempt_at else locked_until end)
  from public.email_outbox
  where status <> 'dead';
$$;

-- Sends now what waits or was given up. False when it is gone or on its way.
create function private.send_mail_now(p_mail_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account uuid;
begin
  perform private.require_admin();
  update public.email_outbox
  set status = 'queued',
    -- The ones that gather what comes in have 0, and there may be one.
    attempts = case when template in ('new_request', 'desk_report') then 1 else 0 end,
    next_attempt_at = pg_catalog.now()
  where id = p_mail_id and status in ('queued', 'dead')
  returning recipient_id into v_account;
  if not found then
    return false;
  end if;
  perform private.record_audit('mail_resent', v_account);
  return true;
end;
$$;

-- From the link in a notification: no session, so the server answers for the signature of the link.
create function private.unsubscribe(p_account_id uuid, p_topic text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.email_outbox where recipient_id = p_account_id and topic = p_topic and status <> 'sending';
  update public.profile set notifications = pg_catalog.array_remove(notifications, p_topic) where id = p_account_id;
  return found;
end;
$$;

-- Somebody registers with an address that has an account: the mail tells its owner, the page tells nobody.
create function private.queue_already_registered_mail(p_email text, p_locale text) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox (template, locale, recipient_id, to_address)
  select 'already_registered', p_locale, u.id, u.email
  from auth.users as u
  where pg_catalog.lower(u.email) = pg_catalog.lower(p_email) and u.email_confirmed_at is not null;
$$;

-- For `export_my_account`: mail that waits, without what lets somebody in.
create function private.export_mail(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'waitingMail', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('template', mail.template, 'to', mail.to_address, 'contents', mail.params - 'token')
        order by mail.created_at
      )
      from public.email_outbox as mail where mail.recipient_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'service_role',
  'claim_mail', 'settle_mail', 'next_mail_at', 'unsubscribe', 'queue_already_registered_mail'
);
call private.open_doors('authenticated', 'send_mail_now');

-- From Auth to a profile: what happens when somebody registers, proves an address, or changes address or password.

-- What the registration form sent comes through `raw_user_meta_data`. It is judged again here, and goes from there: Auth
-- would keep it, and put it in every token.
-- Errors: whatever the constraints of `profile` refuse; UNKNOWN_GOVERNMENT.
create function private.create_profile() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_data constant jsonb := coalesce(new.raw_user_meta_data, '{}');
  v_government constant uuid := nullif(v_data ->> 'local_government_id', '')::uuid;
begin
  if v_government is not null and not exists (
    select
    from public.local_government as government
    join public.municipality on municipality.nis_code = government.nis_code
    where government.id = v_government and municipality.valid_to is null
  ) then
    raise exception 'UNKNOWN_GOVERNMENT';
  end if;
  insert into public.profile
    (id, full_name, job_title, position, local_government_id, motivation, locale, consent_version)
  values (
    new.id, pg_catalog.btrim(v_data ->> 'full_name'), pg_catalog.btrim(v_data ->> 'job_title'),
    v_data ->> 'position', v_government, nullif(pg_catalog.btrim(v_data ->> 'motivation'), ''),
    coalesce(v_data ->> 'locale', 'nl'), v_data ->> 'consent_version'
  );
  perform private.record_audit('registered', new.id, v_government);
  update auth.users set raw_user_meta_data = '{}' where id = new.id;
  return null;
end;
$$;

create trigger profile_is_created after insert on auth.users
  for each row execute function private.create_profile();

-- Nor does it stay beside the way to sign in.
create function private.keep_identity_bare() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.identity_data := (
    select coalesce(pg_catalog.jsonb_object_agg(field.key, field.value), '{}')
    from pg_catalog.jsonb_each(new.identity_data) as field
    where field.key in ('sub', 'email', 'email_verified')
  );
  return new;
end;
$$;

create trigger identity_is_kept_bare before insert or update on auth.identities
  for each row execute function private.keep_identity_bare();

-- The request is one from now on: tell the administrators.
create function private.announce_request() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government uuid;
begin
  select local_government_id into v_government from public.profile where id = new.id;
  perform private.record_audit('confirmed', new.id, v_government);
  perform private.notify_administrators();
  return null;
end;
$$;

-- One waiting mail each; what comes in before it leaves is counted in it.
create function private.notify_administrators() returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox as mail
    (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select 'new_request', p.locale, p.id, u.email, pg_catalog.jsonb_build_object('name', p.full_name, 'count', 1),
    'new_request', pg_catalog.now() + interval '5 minutes'
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.role = 'admin' and p.status = 'approved' and p.paused_at is null and 'new_request' = any (p.notifications)
  order by p.id
  -- An administrator who leaves at this moment is waited for, and skipped.
  for key share of u
  on conflict (recipient_id) where template = 'new_request' and status = 'queued' and attempts = 0
    do update set params = pg_catalog.jsonb_set(
      mail.params, '{count}', pg_catalog.to_jsonb((mail.params ->> 'count')::integer + 1)
    );
$$;

create trigger request_is_announced after update on auth.users
  for each row when (old.email_confirmed_at is null and new.email_confirmed_at is not null)
  execute function private.announce_request();

-- An address or a password that changes is told to the address that was known until now.
create function private.tell_of_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.email is distinct from old.email then
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

create trigger change_is_told after update on auth.users
  for each row when (
    old.email_confirmed_at is not null
    and (new.email is distinct from old.email or new.encrypted_password is distinct from old.encrypted_password)
  )
  execute function private.tell_of_change();

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
  -- 'done', 'already_decided', 'unconfirmed', 'incomplete', 'own_account' or 'not_found'
  outcome text,
  decision_id uuid,
  decision text,
  decided_by_name text,
  decided_at timestamptz
);

-- Approves or rejects requests, at most 200 at once. The mail leaves after `p_undo_seconds` (at most 3600): until then
-- `undo_decision` takes it back. A request that somebody else decided is left as it is, with who did what.
-- Errors: 42501 ADMIN_ONLY; P0001 REASON_REQUIRED, UNKNOWN_DECISION, TOO_MANY.
create function private.decide_accounts(
  p_account_ids uuid[], p_decision text, p_reason text, p_undo_seconds integer
) returns setof public.decision_outcome
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_delay constant interval := pg_catalog.make_interval(secs => greatest(0, least(p_undo_seconds, 3600)));
  v_id uuid;
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
  -- In one order, so that two administrators with the same pile never wait for each other.
  for v_id in select distinct requested from pg_catalog.unnest(p_account_ids) as requested order by 1 loop
    v_outcome := (v_id, 'not_found', null, null, null, null);
    select * into v_account from public.profile where id = v_id for update;
    if not found then
      return next v_outcome;
      continue;
    end if;
    select email_confirmed_at is not null into v_confirmed from auth.users where id = v_id;
    if v_id = v_me then
      v_outcome.outcome := 'own_account';
    elsif v_account.status <> 'pending' then
      v_outcome.outcome := 'already_decided';
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

-- Suspends, restores or gives another role. A restored rejection waits for a decision again.
-- Returns 'done', 'unchanged', 'own_account', 'last_admin', 'incomplete' (no local government) or 'not_found'.
-- Errors: 42501 ADMIN_ONLY; P0001 REASON_REQUIRED, UNKNOWN_ACTION.
create function private.change_account(p_account_id uuid, p_action text, p_reason text) returns text
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
call private.open_doors('authenticated', 'decide_accounts', 'undo_decision', 'change_account');

-- What administrators read: requests with their evidence, members, the audit trail. Others get no row.

-- Addresses stay with Auth; only administrators see whose they are.
create function private.account_addresses() returns table (
  account_id uuid, email text, confirmed_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select u.id, u.email::text, u.email_confirmed_at
  from auth.users as u
  where (select private.is_admin());
$$;

-- The requests that wait among these, oldest first, with what the database knows about each. A duplicate has the same name,
-- or the same mailbox: what follows a plus sign does not count.
create type public.account_request as (
  account_id uuid,
  full_name text,
  job_title text,
  "position" text,
  local_government_id uuid,
  motivation text,
  email text,
  locale text,
  registered_at timestamptz,
  confirmed_at timestamptz,
  approved_there text[],
  duplicates jsonb
);

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
  )
  select
    p.id, p.full_name, p.job_title, p.position, p.local_government_id, p.motivation, p.email, p.locale, p.created_at,
    p.confirmed_at,
    array(
      select other.full_name
      from account as other
      where other.local_government_id = p.local_government_id and other.status = 'approved' and other.id <> p.id
      order by other.full_name
    ),
    coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('id', other.id, 'fullName', other.full_name, 'status', other.status)
        order by other.created_at
      )
      from account as other
      where other.id <> p.id
        and (pg_catalog.lower(other.full_name) = pg_catalog.lower(p.full_name) or other.mailbox = p.mailbox)
    ), '[]')
  from account as p
  where p.id = any (p_account_ids) and p.status = 'pending'
  order by p.created_at, p.id;
$$;

-- A page of the requests that wait, oldest first: with a proved address, without, or (null) all. `total` counts them on
-- every page.
create function public.account_requests(p_confirmed boolean, p_limit integer, p_offset integer) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, motivation text,
  email text, locale text, registered_at timestamptz, confirmed_at timestamptz, approved_there text[],
  duplicates jsonb, total bigint
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

-- Which e-mail domain belongs to which local government.
create function private.email_domain_owners() returns table (domain text, local_government_id uuid)
language sql
stable
security definer
set search_path = ''
as $$
  select domain, government.id
  from public.local_government as government
  cross join lateral pg_catalog.unnest(government.email_domains) as domain
  where (select private.is_admin());
$$;

-- Accounts that were decided on. A null filter filters nothing; `p_search` looks in name, address and
-- function, or is the whole id.
create function public.members(
  p_search text, p_status text, p_role text, p_local_government_id uuid, p_limit integer, p_offset integer
) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, email text, status text,
  role text, paused_at timestamptz, registered_at timestamptz, status_changed_at timestamptz, last_reason text,
  total bigint
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

-- The audit trail, newest first, with the names of who is still there.
create function public.audit_log(p_before bigint, p_action text, p_account_id uuid, p_limit integer) returns table (
  id bigint, happened_at timestamptz, action text, actor_id uuid, actor_name text, account_id uuid,
  account_name text, local_government_id uuid, details jsonb
)
language sql
stable
set search_path = ''
begin atomic
  select
    entry.id, entry.happened_at, entry.action, entry.actor_id, actor.full_name, entry.account_id, account.full_name,
    entry.local_government_id, entry.details
  from public.audit_entry as entry
  left join public.profile as actor on actor.id = entry.actor_id
  left join public.profile as account on account.id = entry.account_id
  where (select private.is_admin())
    and (p_before is null or entry.id < p_before)
    and (p_action is null or entry.action = p_action)
    and (p_account_id is null or entry.account_id = p_account_id or entry.actor_id = p_account_id)
  order by entry.id desc
  limit least(greatest(p_limit, 1), 200);
end;

grant execute on function
  private.account_addresses(),
  public.account_requests(boolean, integer, integer),
  public.members(text, text, text, uuid, integer, integer),
  public.audit_log(bigint, text, uuid, integer)
  to authenticated;

call private.open_doors('authenticated', 'applicants', 'email_domain_owners');

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

-- What people do with their own account: pause, move, take everything along, leave.

-- Under which name somebody is known is seen by others, so the trail says that it changed. Not into what.
create function private.record_rename() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.record_audit('renamed', new.id, new.local_government_id);
  return null;
end;
$$;

create trigger rename_is_recorded after update on public.profile
  for each row when (old.full_name <> new.full_name and new.status = 'approved')
  execute function private.record_rename();

-- The caller's own row, locked; only while the account is open.
-- Errors: 42501 NO_ACCOUNT.
create function private.lock_own_profile() returns public.profile
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_profile public.profile;
begin
  select * into v_profile
  from public.profile
  where id = private.current_account_id() and status in ('pending', 'approved')
  for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  return v_profile;
end;
$$;

-- Nobody fills the trail, which is never emptied. What is refused here is undone, but for what was allowed before.
-- Errors: P0001 TOO_OFTEN.
create function private.hold_back(p_account_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.hit_rate_limit('own:' || p_account_id, 20, interval '1 hour') > 0 then
    raise exception 'TOO_OFTEN';
  end if;
end;
$$;

-- At most 20 changes an hour, with those of `change_my_government`.
-- Errors: 42501 NO_ACCOUNT; P0001 TOO_OFTEN.
create function private.pause_account(p_paused boolean) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
begin
  if p_paused is null or p_paused = (v_me.paused_at is not null) then
    return;
  end if;
  perform private.hold_back(v_me.id);
  update public.profile set paused_at = case when p_paused then pg_catalog.now() end where id = v_me.id;
  perform private.record_audit(case when p_paused then 'paused' else 'resumed' end, v_me.id, v_me.local_government_id);
end;
$$;

-- Works for another government: the approval was for the old one, so an administrator looks again. An administrator of
-- the platform stays one.
-- Returns 'changed', 'pending_again' or 'unchanged'. Errors: 42501 NO_ACCOUNT; P0001 UNKNOWN_GOVERNMENT, TOO_OFTEN.
create function private.change_my_government(p_local_government_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
  v_asks_again constant boolean := v_me.status = 'approved' and v_me.role <> 'admin';
begin
  if p_local_government_id is not distinct from v_me.local_government_id then
    return 'unchanged';
  end if;
  if not exists (
    select
    from public.local_government as government
    join public.municipality on municipality.nis_code = government.nis_code
    where government.id = p_local_government_id and municipality.valid_to is null
  ) then
    raise exception 'UNKNOWN_GOVERNMENT';
  end if;
  perform private.hold_back(v_me.id);
  update public.profile
  set local_government_id = p_local_government_id,
    status = case when v_asks_again then 'pending' else status end,
    role = case when v_asks_again then 'member' else role end,
    status_changed_at = case when v_asks_again then pg_catalog.now() else status_changed_at end
  where id = v_me.id;
  perform private.record_audit('government_changed', v_me.id, p_local_government_id);
  if not v_asks_again then
    return 'changed';
  end if;
  perform private.notify_administrators();
  return 'pending_again';
end;
$$;

-- With the auth user, all that hangs on it goes, and what administrators wrote about the person and what the person wrote
-- to us: whoever deletes it. What remains are ids that lead nowhere.
create function private.forget_traces() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.account_decision set reason = null where account_id = old.id;
  perform private.withdraw_announcement(old.id);
  delete from public.contact_message
  where old.email_confirmed_at is not null and pg_catalog.lower(email) = pg_catalog.lower(old.email);
  -- Who wrote whom stands in these keys for two days.
  delete from private.rate_limit where key like '%' || old.id || '%';
  -- Auth keeps a log of its own, with addresses, and the steps of signing in.
  delete from auth.audit_log_entries where payload ->> 'actor_id' = old.id::text;
  delete from auth.flow_state where user_id = old.id;
  return old;
end;
$$;

create trigger traces_are_forgotten before delete on auth.users
  for each row execute function private.forget_traces();

-- At once and for good, whatever the status of the account.
-- Errors: 42501 NO_ACCOUNT; P0001 LAST_ADMIN.
create function private.leave_account() returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me public.profile;
begin
  select * into v_me from public.profile where id = private.current_account_id() for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  -- The last mail goes to an address; the account is gone by then.
  insert into public.email_outbox (template, locale, to_address, params)
  select 'account_left', v_me.locale, u.email, pg_catalog.jsonb_build_object('name', v_me.full_name)
  from auth.users as u
  where u.id = v_me.id and u.email_confirmed_at is not null;
  perform private.record_audit('left', v_me.id, v_me.local_government_id);
  delete from auth.users where id = v_me.id;
end;
$$;

call private.open_doors('authenticated', 'pause_account', 'change_my_government', 'leave_account');

-- What the server does for accounts: hold back who tries too often, forget in time, appoint the first administrator.

-- Counts one attempt against the sender, and then, unless that has to wait, against the mailbox: who is refused uses up
-- nobody else's limit. An empty mailbox key counts nothing. Returns 0 when it is allowed, otherwise the seconds to wait.
-- Keys are keyed hashes, made by the server.
-- Errors: P0001 UNKNOWN_ACTION.
create function private.count_attempt(p_action text, p_address_key text, p_email_key text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_limit record;
  v_wait integer;
begin
  for v_limit in
    select allowed, period, p_action || ':' || scope || ':' || case scope
      when 'address' then p_address_key
      when 'both' then p_address_key || ':' || p_email_key
      else p_email_key
    end as key
    -- Whole town halls share an address; nobody shares a mailbox. Nobody keeps somebody else from signing in either:
    -- from one place to one mailbox is what is held back soon.
    from (values
      ('sign_up', 1, 'address', 20, interval '1 hour'),
      ('sign_up', 2, 'email', 3, interval '1 hour'),
      ('sign_in', 1, 'address', 60, interval '15 minutes'),
      ('sign_in', 2, 'both', 10, interval '15 minutes'),
      ('sign_in', 3, 'email', 100, interval '15 minutes'),
      ('reset', 1, 'address', 20, interval '1 hour'),
      ('reset', 2, 'email', 5, interval '1 hour'),
      ('magic_link', 1, 'address', 20, interval '1 hour'),
      ('magic_link', 2, 'email', 5, interval '1 hour'),
      ('change_email', 1, 'address', 20, interval '1 hour'),
      ('change_email', 2, 'email', 5, interval '1 hour'),
      ('confirm', 1, 'address', 60, interval '15 minutes'),
      ('desk_check', 1, 'address', 60, interval '15 minutes'),
      ('hand_over', 1, 'address', 20, interval '1 hour'),
      ('hand_over', 2, 'email', 5, interval '1 hour')
    ) as limits (action, step, scope, allowed, period)
    where action = p_action and (scope = 'address' or p_email_key <> '')
    order by step
  loop
    v_wait := private.hit_rate_limit(v_limit.key, v_limit.allowed, v_limit.period);
    if v_wait > 0 then
      return v_wait;
    end if;
  end loop;
  if not found then
    raise exception 'UNKNOWN_ACTION';
  end if;
  -- Longer than the minute in which Auth mails nobody twice: when it is Auth that says so, that tells whether the address
  -- asked for is free.
  if p_action = 'change_email' and p_email_key <> '' then
    return private.hit_pause('change_email:pause:' || p_email_key, interval '65 seconds');
  end if;
  return 0;
end;
$$;

-- What the privacy page promises: addresses that were never confirmed go after 30 days, rejected requests after a year,
-- mail that has not left after 30 days. An account that cannot go holds up no other. Returns how many accounts went.
create function private.delete_expired_accounts() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
  v_count integer := 0;
begin
  for v_account in
    select p.id, p.local_government_id,
      case when p.status = 'rejected' then 'expired_rejected' else 'expired_unconfirmed' end as action
    from public.profile as p
    join auth.users as u on u.id = p.id
    where (p.status = 'pending' and u.email_confirmed_at is null and p.created_at < pg_catalog.now() - interval '30 days')
      or (p.status = 'rejected' and p.status_changed_at < pg_catalog.now() - interval '1 year')
    for update of p, u
  loop
    begin
      perform private.record_audit(v_account.action, v_account.id, v_account.local_government_id);
      delete from auth.users where id = v_account.id;
      v_count := v_count + 1;
    exception when others then
      raise warning 'An expired account could not be deleted: %', sqlstate;
    end;
  end loop;
  delete from public.email_outbox where created_at < pg_catalog.now() - interval '30 days';
  return v_count;
end;
$$;

-- Whoever registers starts anew: an address that was never proved may have been given, with a password, by somebody else.
create function private.forget_unconfirmed_account(p_email text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
begin
  for v_account in
    select p.id, p.local_government_id
    from public.profile as p
    join auth.users as u on u.id = p.id
    where pg_catalog.lower(u.email) = pg_catalog.lower(p_email) and u.email_confirmed_at is null
    for update of p, u
  loop
    perform private.record_audit('superseded', v_account.id, v_account.local_government_id);
    delete from auth.users where id = v_account.id;
  end loop;
end;
$$;

-- Appoints an administrator from outside: the first one, by whoever holds the secret key.
-- Returns 'granted', 'already', 'unconfirmed' or 'not_found'.
create function private.grant_admin(p_email text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account public.profile;
  v_confirmed boolean;
begin
  select u.email_confirmed_at is not null into v_confirmed
  from auth.users as u where pg_catalog.lower(u.email) = pg_catalog.lower(p_email);
  select p.* into v_account
  from public.profile as p
  join auth.users as u on u.id = p.id
  where pg_catalog.lower(u.email) = pg_catalog.lower(p_email)
  for update of p;
  if not found then
    return 'not_found';
  end if;
  if not v_confirmed then
    return 'unconfirmed';
  end if;
  if v_account.role = 'admin' and v_account.status = 'approved' then
    return 'already';
  end if;
  perform private.decide(v_account, 'role_changed', 'approved', 'admin', null, null);
  perform private.record_audit('admin_granted', v_account.id, v_account.local_government_id);
  return 'granted';
end;
$$;

call private.open_doors(
  'service_role',
  'count_attempt', 'delete_expired_accounts', 'forget_unconfirmed_account', 'grant_admin'
);

-- What editors keep of the directory, subject by subject: what a content is, and how it gets to where the public reads it.

-- A subject is a row here, and four functions that are found by its name: `<subject>_content` of a row of its table, and
-- `lock_<subject>`, `read_<subject>` and `publish_<subject>`.
create table private.edited_subject (
  subject text primary key check (subject ~ '^[a-z]+$'),
  kept_in regclass not null,
  -- Whether a local government has several, each with an id.
  is_many boolean not null,
  -- The part that names it in a mail; without, its government does.
  title text,
  -- Of a content, written as text.
  max_bytes integer not null check (max_bytes > 0)
);

comment on table private.edited_subject is 'What editors change through drafts and reviews, with the limit of a content.';

insert into private.edited_subject (subject, kept_in, is_many, title, max_bytes) values
  ('government', 'public.local_government', false, null, 20000),
  ('desk', 'public.volunteer_desk', true, 'name', 20000);

-- Only a text that stands in that table becomes part of a statement.
-- Errors: P0001 INVALID.
create function private.known_subject(p_subject text) returns private.edited_subject
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_subject private.edited_subject;
begin
  select * into v_subject from private.edited_subject where subject = p_subject;
  if not found then
    raise exception 'INVALID';
  end if;
  return v_subject;
end;
$$;

-- What editors keep of a desk, as it stands in drafts and in the history: all columns but these.
create function private.desk_content(p_desk public.volunteer_desk) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.to_jsonb(p_desk) - array[
    'id', 'slug', 'local_government_id', 'location', 'verified_at', 'unconfirmed_since', 'revision', 'is_example',
    'created_at', 'updated_at'
  ];
$$;

create function private.government_content(p_government public.local_government) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.to_jsonb(p_government) - array[
    'id', 'slug', 'kind', 'nis_code', 'name', 'kbo_number', 'ovo_number', 'email_domains', 'participating_since',
    'participating_until', 'is_example', 'review_changes', 'revision', 'updated_at'
  ];
$$;

-- The columns of a content.
create function private.content_columns(p_subject text) returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_subject constant private.edited_subject := private.known_subject(p_subject);
  v_columns text[];
begin
  execute pg_catalog.format(
    'select array(select pg_catalog.jsonb_object_keys(private.%I(pg_catalog.jsonb_populate_record(null::%s, ''{}''))))',
    v_subject.subject || '_content', v_subject.kept_in
  ) into v_columns;
  return v_columns;
end;
$$;

-- What is read and chosen as one: half an address of each of two people is nobody's.
create function private.part_of(p_key text) returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_key in ('street', 'postcode', 'place') then 'address'
    when p_key in ('lon', 'lat', 'location_approximate') then 'pin'
    else p_key
  end;
$$;

-- Whether every value is of the kind that people are shown: what a reviewer cannot see must not be published.
create function private.is_readable_content(p_subject text, p_content jsonb) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(pg_catalog.jsonb_typeof(p_content) = 'object', false) and not exists (
    select
    from pg_catalog.jsonb_each(case pg_catalog.jsonb_typeof(p_content) when 'object' then p_content else '{}' end) as part
    left join (
      select a.attname, t.typcategory
      from private.edited_subject as s
      join pg_catalog.pg_attribute as a on a.attrelid = s.kept_in and a.attnum > 0 and not a.attisdropped
      join pg_catalog.pg_type as t on t.oid = a.atttypid
      where s.subject = p_subject
    ) as kept on kept.attname = part.key
    where part.value <> 'null' and case kept.typcategory
      when 'N' then pg_catalog.jsonb_typeof(part.value) <> 'number'
      when 'B' then pg_catalog.jsonb_typeof(part.value) <> 'boolean'
      when 'A' then pg_catalog.jsonb_typeof(part.value) <> 'array'
        or pg_catalog.jsonb_path_exists(part.value, 'strict $[*] ? (@.type() != "string")')
      else pg_catalog.jsonb_typeof(part.value) <> 'string'
    end
  );
$$;

-- The one way in which contents get where the public reads them, whoever sends them: all rows in one statement, over those
-- with the same id, or as new ones. `p_rows`: an array of objects named as the columns, which say everything; `p_also`: what
-- is written beside the content. Returns the ids.
-- Errors: P0001 INVALID; those of the tables' own constraints.
create function private.write_rows(p_subject text, p_rows jsonb, p_are_new boolean, p_also text[] default '{}')
returns setof uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_table constant regclass := (private.known_subject(p_subject)).kept_in;
  v_columns text;
  v_assignments text;
begin
  select
    pg_catalog.string_agg(pg_catalog.quote_ident(name), ', '),
    pg_catalog.string_agg(pg_catalog.format('%1$I = wanted.%1$I', name), ', ')
  into v_columns, v_assignments
  from pg_catalog.unnest(private.content_columns(p_subject) || p_also) as name;
  if p_are_new then
    return query execute pg_catalog.format(
      'insert into %1$s (%2$s) select %2$s from pg_catalog.jsonb_populate_recordset(null::%1$s, $1) returning id',
      v_table, v_columns
    ) using p_rows;
  else
    return query execute pg_catalog.format(
      'update %1$s as kept set %2$s from pg_catalog.jsonb_populate_recordset(null::%1$s, $1) as wanted '
        'where kept.id = wanted.id returning kept.id',
      v_table, v_assignments
    ) using p_rows;
  end if;
end;
$$;

-- A content with all its columns and nothing else: what it does not say is empty.
create function private.whole_content(p_subject text, p_content jsonb) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(pg_catalog.jsonb_object_agg(name, p_content -> name), '{}')
  from pg_catalog.unnest(private.content_columns(p_subject)) as name;
$$;

-- The subjects: how each is locked, read and published. `p_id` is null for the page of a government, and for a desk that is
-- not there yet. What locks returns the version that the public reads now, until the end of the transaction; null when it
-- is gone. `p_is_seen`: somebody has just looked at all of it; a version that is brought back says nothing about today.

create function private.lock_government(p_local_government_id uuid, p_id uuid) returns integer
language sql
security definer
set search_path = ''
as $$
  select revision from public.local_government where id = p_local_government_id for no key update;
$$;

create function private.read_government(p_local_government_id uuid, p_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select private.government_content(g) from public.local_government as g where g.id = p_local_government_id;
$$;

create function private.publish_government(
  p_local_government_id uuid, p_id uuid, p_content jsonb, p_is_seen boolean, out published_id uuid, out slug text
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.write_rows(
    'government',
    pg_catalog.jsonb_build_array(
      private.whole_content('government', p_content) || pg_catalog.jsonb_build_object('id', p_local_government_id)
    ),
    false
  );
end;
$$;

-- 0 for one that is not there yet. The government first, as everybody does.
create function private.lock_desk(p_local_government_id uuid, p_id uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_government(p_local_government_id, null);
  if p_id is null then
    return 0;
  end if;
  return (
    select revision
    from public.volunteer_desk
    where id = p_id and local_government_id = p_local_government_id
    for no key update
  );
end;
$$;

create function private.read_desk(p_local_government_id uuid, p_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_content(d) from public.volunteer_desk as d where d.id = p_id;
$$;

-- The first free one of loket, loket-2, loket-3 …
create function private.free_desk_slug(p_slug text) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select candidate
  from (
    select p_slug || case when n = 1 then '' else '-' || n end as candidate, n
    from pg_catalog.generate_series(1, (select count(*)::integer + 2 from public.volunteer_desk)) as n
  ) as candidates
  where candidate not in ('adres', 'gegevens', 'kaart', 'nakijken')
    and not exists (select from public.volunteer_desk where slug = candidate)
  order by n
  limit 1;
$$;

-- What holds for a desk unless its content says otherwise.
create function private.desk_with_defaults(p_content jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_content || '{"location_approximate": false, "languages": ["nl"], "published": false}'
    || pg_catalog.jsonb_strip_nulls(p_content);
$$;

create function private.publish_desk(
  p_local_government_id uuid, p_id uuid, p_content jsonb, p_is_seen boolean, out published_id uuid, out slug text
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- Only who keeps the desk can confirm it.
  v_verified_at constant timestamptz :=
    case when p_is_seen and private.edited_government() = p_local_government_id then pg_catalog.now() end;
  v_content constant jsonb := private.desk_with_defaults(private.whole_content('desk', p_content));
  v_desk public.volunteer_desk;
begin
  if p_id is null then
    slug := private.free_desk_slug(p_content ->> 'slug');
    published_id := private.write_rows(
      'desk',
      pg_catalog.jsonb_build_array(v_content || pg_catalog.jsonb_build_object(
        'slug', slug, 'local_government_id', p_local_government_id, 'published', true, 'verified_at', v_verified_at
      )),
      true, '{slug,local_government_id,verified_at}'
    );
    return;
  end if;
  select * into v_desk from public.volunteer_desk as d where d.id = p_id;
  slug := v_desk.slug;
  published_id := p_id;
  -- Whether it is on the site is decided elsewhere.
  perform private.write_rows(
    'desk',
    pg_catalog.jsonb_build_array(v_content || pg_catalog.jsonb_build_object(
      'id', p_id, 'published', v_desk.published, 'verified_at', coalesce(v_verified_at, v_desk.verified_at),
      'unconfirmed_since', case when v_verified_at is null then v_desk.unconfirmed_since end
    )),
    false, '{verified_at,unconfirmed_since}'
  );
end;
$$;

-- The same for any subject. Errors: P0001 INVALID for none of them.
create function private.lock_subject(p_subject text, p_local_government_id uuid, p_id uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_revision integer;
begin
  execute pg_catalog.format('select private.%I($1, $2)', 'lock_' || (private.known_subject(p_subject)).subject)
  into v_revision using p_local_government_id, p_id;
  return v_revision;
end;
$$;

create function private.read_subject(p_subject text, p_local_government_id uuid, p_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_content jsonb;
begin
  execute pg_catalog.format('select private.%I($1, $2)', 'read_' || (private.known_subject(p_subject)).subject)
  into v_content using p_local_government_id, p_id;
  return v_content;
end;
$$;

-- Errors: those of the tables' own constraints, too.
create function private.publish_subject(
  p_subject text, p_local_government_id uuid, p_id uuid, p_content jsonb, p_is_seen boolean,
  out published_id uuid, out slug text
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  execute pg_catalog.format(
    'select * from private.%I($1, $2, $3, $4)', 'publish_' || (private.known_subject(p_subject)).subject
  )
  into published_id, slug using p_local_government_id, p_id, p_content, p_is_seen;
end;
$$;

-- Every version of what editors keep, and whom to tell about it.

create table public.directory_revision (
  id bigint primary key generated always as identity,
  subject text not null check (subject in ('government', 'desk')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  desk_id uuid references public.volunteer_desk (id) on delete cascade,
  revision integer not null,
  content jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  -- Null: the server, the database itself, or somebody who left.
  changed_by uuid references public.profile (id) on delete set null,
  check ((subject = 'desk') = (desk_id is not null)),
  unique nulls not distinct (local_government_id, desk_id, revision)
);

comment on table public.directory_revision is 'Every version of what editors keep, written by triggers; to look back and restore.';

create index directory_revision_desk on public.directory_revision (desk_id, revision);
create index directory_revision_changed_by on public.directory_revision (changed_by);

alter table public.directory_revision enable row level security;
revoke all on public.directory_revision from anon, authenticated, service_role;
revoke all on sequence public.directory_revision_id_seq from anon, authenticated, service_role;
grant select on public.directory_revision to authenticated;
create policy "editors read the history of what they keep" on public.directory_revision
  for select to authenticated
  using (local_government_id = (select private.edited_government()) or (select private.is_admin()));

create function private.raise_desk_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.desk_content(old) is distinct from private.desk_content(new) then
    new.revision := old.revision + 1;
  end if;
  return new;
end;
$$;

create function private.raise_government_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.government_content(old) is distinct from private.government_content(new) then
    new.revision := old.revision + 1;
  end if;
  return new;
end;
$$;

create trigger volunteer_desk_revision before update on public.volunteer_desk
  for each row execute function private.raise_desk_revision();
create trigger local_government_revision before update on public.local_government
  for each row execute function private.raise_government_revision();

-- With the first change the version before it is kept too: what was seeded has no history until then.
create function private.keep_revision(
  p_subject text, p_government uuid, p_desk uuid, p_old_revision integer, p_old jsonb, p_old_at timestamptz,
  p_revision integer, p_content jsonb
) returns void
-- Called for each row of an import: PL/pgSQL plans its statements once, SQL every time.
language plpgsql
security definer
set search_path = ''
as $$
begin
  if p_old is not null then
    insert into public.directory_revision (subject, local_government_id, desk_id, revision, content, changed_at)
    values (p_subject, p_government, p_desk, p_old_revision, p_old, p_old_at)
    on conflict do nothing;
  end if;
  insert into public.directory_revision (subject, local_government_id, desk_id, revision, content, changed_by)
  values (p_subject, p_government, p_desk, p_revision, p_content, private.current_account_id());
end;
$$;

create function private.keep_desk_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.keep_revision(
      'desk', new.local_government_id, new.id, null, null, null, new.revision, private.desk_content(new)
    );
  else
    perform private.keep_revision(
      'desk', new.local_government_id, new.id, old.revision, private.desk_content(old), old.updated_at,
      new.revision, private.desk_content(new)
    );
  end if;
  return null;
end;
$$;

create function private.keep_government_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.keep_revision(
    'government', new.id, null, old.revision, private.government_content(old), old.updated_at,
    new.revision, private.government_content(new)
  );
  return null;
end;
$$;

create trigger volunteer_desk_is_kept after update on public.volunteer_desk
  for each row when (old.revision <> new.revision) execute function private.keep_desk_revision();

-- By a person; what is loaded with the database has no history.
create trigger volunteer_desk_is_kept_from_the_start after insert on public.volunteer_desk
  for each row when (private.current_account_id() is not null) execute function private.keep_desk_revision();
create trigger local_government_is_kept after update on public.local_government
  for each row when (old.revision <> new.revision) execute function private.keep_government_revision();

-- Mail to who keeps the pages of a government; where nobody does, or wants it, to the administrators.
create function private.tell_editors(
  p_template text, p_local_government_id uuid, p_params jsonb, p_except uuid default null
) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  select count(private.queue_mail(p_template, p.id, p_params, 'desk_work')) into v_count
  from public.profile as p
  where p.local_government_id = p_local_government_id and p.role = 'editor' and p.status = 'approved'
    and p.id is distinct from p_except;
  if v_count = 0 then
    perform private.queue_mail(p_template, p.id, p_params, 'desk_work')
    from public.profile as p
    where p.role = 'admin' and p.status = 'approved' and p.id is distinct from p_except;
  end if;
end;
$$;

-- Drafts, changes that wait for a second pair of eyes, and the one way in which editors change the directory.

create table public.proposed_change (
  id uuid primary key default gen_random_uuid(),
  subject text not null check (subject in ('government', 'desk')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  -- Null for a desk that is not there yet.
  desk_id uuid references public.volunteer_desk (id) on delete cascade,
  author_id uuid not null references public.profile (id) on delete cascade,
  -- The version that the author started from; 0 for a new desk.
  base_revision integer not null check (base_revision >= 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  note text check (char_length(note) <= 1000),
  state text not null default 'draft' check (state in ('draft', 'waiting', 'published', 'rejected')),
  reason text check (char_length(reason) <= 2000),
  reviewed_by uuid references public.profile (id) on delete set null,
  reviewed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (subject = 'desk' or desk_id is null)
);

comment on table public.proposed_change is 'What somebody wants a desk or a government''s page to say, until it is public or refused.';

create index proposed_change_government on public.proposed_change (local_government_id, state);
create index proposed_change_desk on public.proposed_change (desk_id);
create index proposed_change_author on public.proposed_change (author_id);
create index proposed_change_reviewed_by on public.proposed_change (reviewed_by);

-- One at a time of each person about each thing; of new desks as many as wanted.
create unique index proposed_change_one_open on public.proposed_change (author_id, local_government_id, subject, desk_id)
  nulls not distinct
  where state in ('draft', 'waiting') and (subject = 'government' or desk_id is not null);

create trigger proposed_change_updated_at before update on public.proposed_change
  for each row execute function private.set_updated_at();

alter table public.proposed_change enable row level security;
revoke all on public.proposed_change from anon, authenticated, service_role;
grant select on public.proposed_change to authenticated;
create policy "authors and editors read proposed changes" on public.proposed_change
  for select to authenticated
  using (
    (author_id = (select private.current_account_id()) and (select private.is_approved()))
    -- A draft is its author's alone.
    or (state <> 'draft' and local_government_id = (select private.edited_government()))
    or (state <> 'draft' and (select private.is_admin()))
  );

-- The parts of a content that its author changed, on top of what the public reads by now: what others published meanwhile
-- stays. All of it where nobody knows what the author started from.
create function private.rebased_content(p_change public.proposed_change) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with base as (
    select content
    from public.directory_revision
    where subject = p_change.subject and local_government_id = p_change.local_government_id
      and desk_id is not distinct from p_change.desk_id and revision = p_change.base_revision
  ),
  current_content as (
    select private.read_subject(p_change.subject, p_change.local_government_id, p_change.desk_id) as content
  ),
  changed as (
    select distinct private.part_of(own.key) as part
    from pg_catalog.jsonb_each(p_change.content) as own, base
    where own.value is distinct from coalesce(base.content -> own.key, 'null')
  )
  select case
    when current_content.content is null or not exists (select from base) then p_change.content
    else current_content.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(own.key, own.value)
        from pg_catalog.jsonb_each(p_change.content) as own
        where private.part_of(own.key) in (select part from changed)
      ),
      '{}'
    )
  end
  from current_content;
$$;

-- What a version said, for who suggests: with it, what others changed meanwhile can be told from what they changed
-- themselves. Not who wrote it. Null for a version that is not kept, and for one of a desk that was not on the site.
-- Errors: 42501 NOT_YOURS.
create function private.version_content(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_revision integer
) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not private.belongs_to(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return (
    select version.content
    from public.directory_revision as version
    left join public.volunteer_desk as desk on desk.id = version.desk_id
    where version.subject = p_subject and version.local_government_id = p_local_government_id
      and version.desk_id is not distinct from p_desk_id and version.revision = p_revision
      and (
        p_subject = 'government'
        or (desk.published and (version.content ->> 'published')::boolean)
        or private.edits(p_local_government_id)
      )
  );
end;
$$;

-- For `export_my_account`.
create function private.export_changes(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
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
      where change.author_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('authenticated', 'version_content');

-- The ways in which people save, judge and take back a change, and put things on and off the site.

-- Saves what somebody wants a desk (`p_desk_id` null: a new one) or a government's page to say. As a draft, or to publish:
-- an editor's is public at once unless changes are reviewed there; anybody else's waits. Nothing is written over a version
-- that the author has not seen.
-- `p_base_revision`: the version seen; 0 for a new desk. `p_change_id`: the draft that goes on; null for none.
-- `p_intent`: 'draft', 'publish', or 'restore', which publishes without confirming.
-- Returns { outcome: 'draft' | 'published' | 'waiting' | 'conflict' | 'gone', changeId, deskId, slug, revision }.
-- Errors: 42501 NOT_YOURS; P0001 INVALID, TOO_OFTEN; 23514 CONTENT_TOO_LONG, and the like for content that the tables
-- refuse.
create function private.save_change(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_change_id uuid, p_base_revision integer,
  p_content jsonb, p_intent text, p_note text
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_revision integer;
  v_change public.proposed_change;
  v_was_waiting boolean;
  v_subject private.edited_subject;
  v_published record;
begin
  if not private.belongs_to(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  v_subject := private.known_subject(p_subject);
  if p_intent is null or p_intent not in ('draft', 'publish', 'restore') or p_base_revision is null
    or (p_desk_id is not null and not v_subject.is_many)
    or not private.is_readable_content(p_subject, p_content)
  then
    raise exception 'INVALID';
  end if;
  if pg_catalog.octet_length(p_content::text) > v_subject.max_bytes then
    raise check_violation using message = 'CONTENT_TOO_LONG';
  end if;
  if private.hit_rate_limit('edit:' || v_me, 200, interval '1 hour') > 0 then
    raise exception 'TOO_OFTEN';
  end if;

  v_revision := private.lock_subject(p_subject, p_local_government_id, p_desk_id);
  select * into v_change
  from public.proposed_change
  where author_id = v_me and local_government_id = p_local_government_id and subject = p_subject
    and desk_id is not distinct from p_desk_id and state in ('draft', 'waiting')
    and (id = p_change_id or p_desk_id is not null or not v_subject.is_many)
  for update;
  -- Decided or thrown away meanwhile: sent again it would make a second desk.
  if v_revision is null
    or (v_change.id is null and p_change_id is not null and p_desk_id is null and v_subject.is_many)
  then
    return pg_catalog.jsonb_build_object('outcome', 'gone');
  end if;
  if p_intent <> 'draft' and p_base_revision <> v_revision then
    return pg_catalog.jsonb_build_object('outcome', 'conflict', 'revision', v_revision);
  end if;

  if p_intent <> 'draft' and private.edits(p_local_government_id) and (
    private.is_admin()
    or not (select review_changes from public.local_government where id = p_local_government_id)
  ) then
    v_published := private.publish_subject(
      p_subject, p_local_government_id, p_desk_id, p_content, p_intent = 'publish'
    );
    delete from public.proposed_change where id = v_change.id;
    return pg_catalog.jsonb_build_object(
      'outcome', 'published', 'deskId', v_published.published_id, 'slug', v_published.slug,
      'revision', private.lock_subject(p_subject, p_local_government_id, v_published.published_id)
    );
  end if;

  v_was_waiting := coalesce(v_change.state = 'waiting', false);
  if v_change.id is null then
    insert into public.proposed_change (subject, local_government_id, desk_id, author_id, base_revision, content, note)
    values (p_subject, p_local_government_id, p_desk_id, v_me, p_base_revision, p_content, nullif(pg_catalog.btrim(p_note), ''))
    returning * into v_change;
  end if;
  update public.proposed_change
  set content = p_content, base_revision = p_base_revision, note = nullif(pg_catalog.btrim(p_note), ''),
    state = case p_intent when 'draft' then 'draft' else 'waiting' end
  where id = v_change.id
  returning * into v_change;
  if v_change.state = 'waiting' and not v_was_waiting then
    perform private.tell_editors(
      'change_waiting', p_local_government_id,
      pg_catalog.jsonb_build_object(
        'changeId', v_change.id,
        'government', (select name from public.local_government where id = p_local_government_id),
        'what', p_content ->> v_subject.title
      ),
      v_me
    );
  end if;
  return pg_catalog.jsonb_build_object(
    'outcome', v_change.state, 'changeId', v_change.id, 'deskId', p_desk_id, 'revision', v_revision
  );
end;
$$;

-- A second person decides: another editor, or an administrator. `p_seen_revision` is the public version that the change
-- was compared with.
-- Returns 'published', 'rejected', 'conflict' (it is another version by now), 'already_decided', 'own_change', 'not_found'
-- or 'gone'.
-- Errors: 42501 NOT_YOURS; P0001 REASON_REQUIRED, INVALID; 23514 and the like for content that the tables refuse.
create function private.review_change(p_change_id uuid, p_decision text, p_reason text, p_seen_revision integer)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_reason constant text := nullif(pg_catalog.btrim(p_reason), '');
  v_change public.proposed_change;
  v_revision integer;
begin
  if not private.is_admin() and private.edited_government() is null then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  select * into v_change from public.proposed_change where id = p_change_id;
  if not found or v_change.state = 'draft' or not private.edits(v_change.local_government_id) then
    return 'not_found';
  end if;
  if p_decision is null or p_decision not in ('approve', 'reject') then
    raise exception 'INVALID';
  end if;
  if v_change.author_id = v_me then
    return 'own_change';
  end if;
  -- The subject before the change, as who saves does: nobody waits for one another.
  v_revision := private.lock_subject(v_change.subject, v_change.local_government_id, v_change.desk_id);
  select * into v_change from public.proposed_change where id = p_change_id for update;
  if not found then
    return 'gone';
  end if;
  if v_change.state <> 'waiting' then
    return 'already_decided';
  end if;
  if p_decision = 'reject' then
    if v_reason is null then
      raise exception 'REASON_REQUIRED';
    end if;
  else
    if v_revision is null then
      return 'gone';
    end if;
    if v_revision is distinct from p_seen_revision then
      return 'conflict';
    end if;
    v_change.desk_id := (
      private.publish_subject(
        v_change.subject, v_change.local_government_id, v_change.desk_id, private.rebased_content(v_change), true
      )
    ).published_id;
  end if;
  update public.proposed_change
  set state = case p_decision when 'approve' then 'published' else 'rejected' end, reason = v_reason,
    reviewed_by = v_me, reviewed_at = pg_catalog.now(), desk_id = v_change.desk_id
  where id = p_change_id;
  perform private.queue_mail(
    'change_reviewed', v_change.author_id,
    pg_catalog.jsonb_build_object(
      'changeId', p_change_id,
      'decision', p_decision,
      'reason', coalesce(v_reason, ''),
      'government', (select name from public.local_government where id = v_change.local_government_id),
      'what', v_change.content ->> (private.known_subject(v_change.subject)).title
    )
  );
  return case p_decision when 'approve' then 'published' else 'rejected' end;
end;
$$;

-- Throws away one's own draft, or takes back what waits. False when it is decided or gone.
-- Errors: 42501 NOT_YOURS.
create function private.withdraw_change(p_change_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  delete from public.proposed_change
  where id = p_change_id and author_id = private.current_account_id() and state in ('draft', 'waiting');
  return found;
end;
$$;

-- Brings back what a version said, as a change like any other. Answers and errors as `save_change`; 42501 NOT_YOURS also
-- for a version that is not there.
create function private.restore_revision(p_revision_id bigint, p_seen_revision integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_version public.directory_revision;
begin
  select * into v_version from public.directory_revision where id = p_revision_id;
  if not found or not private.edits(v_version.local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return private.save_change(
    v_version.subject, v_version.local_government_id, v_version.desk_id, null, p_seen_revision, v_version.content,
    'restore', null
  );
end;
$$;

-- Takes a desk off the site, or puts it back. False when nothing changed.
-- Errors: 42501 NOT_YOURS.
create function private.show_desk(p_desk_id uuid, p_published boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government uuid;
begin
  select local_government_id into v_government from public.volunteer_desk where id = p_desk_id;
  if not private.edits(v_government) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  update public.volunteer_desk set published = p_published where id = p_desk_id and published <> p_published;
  return found;
end;
$$;

-- An editor may ask for a second pair of eyes; only an administrator may do without again. False when nothing changed.
-- Errors: 42501 NOT_YOURS, ADMIN_ONLY.
create function private.set_review(p_local_government_id uuid, p_on boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.edits(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  if not p_on then
    perform private.require_admin();
  end if;
  update public.local_government set review_changes = p_on
  where id = p_local_government_id and review_changes <> p_on;
  return found;
end;
$$;

-- What was decided is history after a year; a draft that nobody came back to in that time is none of anybody's.
create function private.delete_old_changes() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.proposed_change
  where state <> 'waiting' and updated_at < pg_catalog.now() - interval '1 year';
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;

call private.open_doors(
  'authenticated',
  'save_change', 'review_change', 'withdraw_change', 'restore_revision', 'show_desk', 'set_review'
);
call private.open_doors('service_role', 'delete_old_changes');

-- "Klopt er iets niet?": what visitors tell about a desk, for those who keep it. Written by the server only, so that nobody
-- gets round the limit.

create table public.desk_report (
  id uuid primary key default gen_random_uuid(),
  desk_id uuid not null references public.volunteer_desk (id) on delete cascade,
  topic text not null check (topic in ('address', 'hours', 'contact', 'closed', 'other')),
  message text not null check (char_length(btrim(message)) between 10 and 2000),
  -- Only to answer; who gives none gets no answer.
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and char_length(email) <= 254),
  locale public.locale not null,
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'done')),
  handled_by uuid references public.profile (id) on delete set null,
  handled_at timestamptz,
  check ((state = 'done') = (handled_at is not null))
);

comment on table public.desk_report is 'What visitors say is wrong about a desk, for the editors of its government.';

create index desk_report_desk on public.desk_report (desk_id);
create index desk_report_created_at on public.desk_report (created_at);
create index desk_report_handled_by on public.desk_report (handled_by);
create index desk_report_handled_at on public.desk_report (handled_at) where state = 'done';

-- Whether the caller keeps this desk, published or not.
create function private.edits_desk(p_desk_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    (select private.edits(desk.local_government_id) from public.volunteer_desk as desk where desk.id = p_desk_id), false
  );
$$;

alter table public.desk_report enable row level security;
revoke all on public.desk_report from anon, authenticated, service_role;
grant select on public.desk_report to authenticated;
create policy "who keeps a desk reads what is reported about it" on public.desk_report
  for select to authenticated using (private.edits_desk(desk_id));

-- Many reports in a few minutes are one mail to each. Not the one that was tried before and waits again.
create unique index email_outbox_one_desk_report on public.email_outbox (recipient_id)
  where template = 'desk_report' and status = 'queued' and attempts = 0;

-- Tells the editors of the desk's government; where none of them gets such mail, the administrators.
create function private.announce_desk_report(p_desk_id uuid, p_topic text) returns void
language sql
security definer
set search_path = ''
as $$
  with reached as (
    select p.id, p.full_name, p.locale, u.email, desk.name as desk, p.role = 'editor' as keeps_desk
    from public.volunteer_desk as desk
    join public.profile as p
      on p.role = 'admin' or (p.role = 'editor' and p.local_government_id = desk.local_government_id)
    join auth.users as u on u.id = p.id
    where desk.id = p_desk_id
      and p.status = 'approved' and p.paused_at is null and 'desk_work' = any (p.notifications)
    order by p.id
    -- Somebody who leaves at this moment is waited for, and skipped.
    for key share of u
  )
  insert into public.email_outbox as mail
    (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select 'desk_report', locale, id, email,
    pg_catalog.jsonb_build_object('name', full_name, 'desk', desk, 'topic', p_topic, 'count', 1),
    'desk_work', pg_catalog.now() + interval '5 minutes'
  from reached
  where keeps_desk or not exists (select from reached where keeps_desk)
  order by id
  on conflict (recipient_id) where template = 'desk_report' and status = 'queued' and attempts = 0
    do update set params = pg_catalog.jsonb_set(
      mail.params, '{count}', pg_catalog.to_jsonb((mail.params ->> 'count')::integer + 1)
    );
$$;

-- Stores a report about a desk that the public sees, or says after how many seconds the sender may try again.
-- `p_sender_key` identifies the sender without naming them. 5 reports an hour per sender.
-- Errors: P0001 UNKNOWN_DESK.
create function private.submit_desk_report(
  p_desk_id uuid, p_topic text, p_message text, p_email text, p_locale text, p_sender_key text
) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_wait integer;
begin
  if not exists (
    select
    from public.volunteer_desk as desk
    join public.local_government as owner on owner.id = desk.local_government_id
    where desk.id = p_desk_id and desk.published
      and private.takes_part(owner.participating_since, owner.participating_until)
  ) then
    raise exception 'UNKNOWN_DESK';
  end if;
  v_wait := private.hit_rate_limit('desk_report:' || p_sender_key, 5, interval '1 hour');
  perform private.delete_expired_contact_data();
  if v_wait = 0 then
    insert into public.desk_report (desk_id, topic, message, email, locale)
    values (
      p_desk_id, p_topic, pg_catalog.btrim(p_message), nullif(pg_catalog.btrim(p_email), ''), p_locale
    );
    perform private.announce_desk_report(p_desk_id, p_topic);
  end if;
  return v_wait;
end;
$$;

-- Handled, or open again. False when there is no such report for the caller. Who did it first stays named.
-- Errors: 42501 EDITORS_ONLY.
create function private.settle_desk_report(p_report_id uuid, p_done boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not exists (
    select from public.profile where id = v_me and status = 'approved' and role in ('editor', 'admin')
  ) then
    raise insufficient_privilege using message = 'EDITORS_ONLY';
  end if;
  update public.desk_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id and p_done is not null and private.edits_desk(desk_id);
  return found;
end;
$$;

-- Who leaves takes their address along. What they said about a desk is about the desk, and stays until it has had its time.
create function private.forget_reporter() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.desk_report set email = null
  where old.email_confirmed_at is not null and pg_catalog.lower(email) = pg_catalog.lower(old.email);
  return old;
end;
$$;

create trigger reporter_is_forgotten before delete on auth.users
  for each row execute function private.forget_reporter();

grant execute on function private.edits_desk(uuid) to authenticated;

-- For `export_my_account`: what came from an address that is proved to be theirs.
create function private.export_desk_reports(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'deskReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('desk', desk.name, 'message', report.message, 'at', report.created_at)
        order by report.created_at
      )
      from public.desk_report as report
      join public.volunteer_desk as desk on desk.id = report.desk_id
      join auth.users as u on pg_catalog.lower(u.email) = pg_catalog.lower(report.email)
      where u.id = p_account_id and u.email_confirmed_at is not null
    ), '[]')
  );
$$;

call private.open_doors('service_role', 'submit_desk_report');
call private.open_doors('authenticated', 'settle_desk_report');

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

-- What people answer when they are asked whether a desk is still true, and how administrators follow up who does not.

-- 'open', 'used', 'expired', or 'unknown' for no link. A link goes with the right to answer for the desk.
create function private.desk_check_state(p_link public.desk_check_link) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select case
    when p_link.token_hash is null then 'unknown'
    when p_link.used_at is not null then 'used'
    when p_link.expires_at < pg_catalog.now() then 'expired'
    when p_link.account_id is not null and not exists (
      select
      from public.profile as p
      join public.volunteer_desk as desk on desk.local_government_id = p.local_government_id
      where p.id = p_link.account_id and desk.id = p_link.desk_id and p.status = 'approved'
    ) then 'expired'
    else 'open'
  end;
$$;

-- What a link is about, without changing anything. `state`: 'open', 'used', 'expired', or 'unknown' without a desk.
create function private.desk_of_check(p_token text) returns table (state text, desk_id uuid, has_account boolean)
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_check_state(link), link.desk_id, link.account_id is not null
  from (select) as always
  left join public.desk_check_link as link
    on link.token_hash = pg_catalog.sha256(pg_catalog.convert_to(p_token, 'UTF8'));
$$;

-- The link with its desk, both locked: the desk first, as everybody does. Null when there is no such link.
create function private.lock_desk_check(p_token text) returns public.desk_check_link
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_hash constant bytea := pg_catalog.sha256(pg_catalog.convert_to(p_token, 'UTF8'));
  v_link public.desk_check_link;
begin
  perform from public.volunteer_desk
  where id = (select desk_id from public.desk_check_link where token_hash = v_hash)
  for no key update;
  select * into v_link from public.desk_check_link where token_hash = v_hash for update;
  return v_link;
end;
$$;

-- All of it is still true. Returns 'confirmed', 'used', 'expired' or 'unknown'.
create function private.confirm_desk_by_link(p_token text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_link constant public.desk_check_link := private.lock_desk_check(p_token);
  v_state constant text := private.desk_check_state(v_link);
begin
  if v_state <> 'open' then
    return v_state;
  end if;
  update public.desk_check_link set used_at = pg_catalog.now(), outcome = 'confirmed'
  where token_hash = v_link.token_hash;
  update public.volunteer_desk set verified_at = pg_catalog.clock_timestamp() where id = v_link.desk_id;
  return 'confirmed';
end;
$$;

-- A colleague looks after it: somebody with an approved account at that government, who answers for the desk from now on,
-- or any address of one of its e-mail domains. Whoever it is gets a link; any other address gets nothing. The answer is the
-- same, and the link stays as it is: who has an account is told to nobody.
-- Returns 'passed_on', 'too_often' (5 a day with one link), 'used', 'expired' or 'unknown'.
create function private.hand_over_desk(p_token text, p_email text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_email constant text := pg_catalog.lower(pg_catalog.btrim(p_email));
  v_link constant public.desk_check_link := private.lock_desk_check(p_token);
  v_state constant text := private.desk_check_state(v_link);
  v_government public.local_government;
  v_colleague public.profile;
begin
  if v_state <> 'open' then
    return v_state;
  end if;
  if private.hit_rate_limit(
    'hand_over:' || pg_catalog.encode(v_link.token_hash, 'hex'), 5, interval '1 day'
  ) > 0 then
    return 'too_often';
  end if;
  select government.* into v_government
  from public.local_government as government
  join public.volunteer_desk as desk on desk.local_government_id = government.id
  where desk.id = v_link.desk_id;
  select p.* into v_colleague
  from public.profile as p
  join auth.users as u on u.id = p.id
  where pg_catalog.lower(u.email) = v_email;
  if v_colleague.status = 'approved' and v_colleague.local_government_id = v_government.id then
    insert into public.desk_upkeep as upkeep (desk_id, owner_id) values (v_link.desk_id, v_colleague.id)
    on conflict (desk_id) do update
    -- The reminders are for the new one, who has as much time as the last one had.
    set owner_id = excluded.owner_id,
      last_asked_at = case when upkeep.asked > 0 then pg_catalog.now() else upkeep.last_asked_at end;
    perform private.send_desk_check(v_link.desk_id, v_colleague.id, null, 'handed_over');
  elsif coalesce(v_colleague.status, 'pending') = 'pending'
    and v_email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]+$'
    and pg_catalog.split_part(v_email, '@', 2) = any (v_government.email_domains)
  then
    perform private.send_desk_check(v_link.desk_id, null, v_email, 'handed_over');
  end if;
  return 'passed_on';
end;
$$;

-- All of it is still true, says who is signed in: an editor of its government, who answers for it, or an administrator.
-- Errors: 42501 NOT_YOURS.
create function private.confirm_desk(p_desk_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.volunteer_desk as desk
  set verified_at = pg_catalog.clock_timestamp()
  where desk.id = p_desk_id
    and (
      private.edits(desk.local_government_id)
      or (
        private.belongs_to(desk.local_government_id)
        and exists (
          select from public.desk_upkeep as upkeep
          where upkeep.desk_id = desk.id and upkeep.owner_id = private.current_account_id()
        )
      )
    );
  if not found then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return true;
end;
$$;

-- Asks now, whenever the last time was; also about an example desk.
-- Returns 'asked', 'nobody' (there is none to ask), 'offline' or 'not_found'. Errors: 42501 ADMIN_ONLY.
create function private.ask_desk_now(p_desk_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_desk public.volunteer_desk;
begin
  perform private.require_admin();
  select * into v_desk from public.volunteer_desk where id = p_desk_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if not v_desk.published then
    return 'offline';
  end if;
  if not exists (select from private.desk_check_recipients(p_desk_id)) then
    return 'nobody';
  end if;
  perform private.ask_desk(p_desk_id);
  return 'asked';
end;
$$;

-- Desks for administrators, with who answers for each: 'unconfirmed' (those that the public sees as such, longest first),
-- 'approximate' (nobody has set the pin), 'offline' or, for any other `p_view`, all. `p_search` looks in the names of
-- municipality, government and desk, and in place and postcode. `asked_whom` as in `desk_check_recipients`, or null.
create function private.desks_to_follow_up(
  p_view text, p_search text, p_limit integer, p_offset integer
) returns table (
  desk_id uuid, slug text, name text, place text, local_government_id uuid, published boolean,
  location_approximate boolean, verified_at timestamptz, unconfirmed_since timestamptz, created_at timestamptz,
  asked smallint, last_asked_at timestamptz, asked_whom text, answers text[], total bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  with page as materialized (
    select desk.*, municipality.name_nl as municipality_name, count(*) over () as total
    from public.volunteer_desk as desk
    join public.local_government as government on government.id = desk.local_government_id
    join public.municipality on municipality.nis_code = government.nis_code
    where (select private.is_admin())
      and case p_view
        when 'unconfirmed' then desk.published and desk.unconfirmed_since is not null
        when 'approximate' then desk.location_approximate
        when 'offline' then not desk.published
        else true
      end
      and (
        p_search is null
        or position(
          pg_catalog.lower(p_search) in pg_catalog.lower(pg_catalog.concat_ws(
            ' ', municipality.name_nl, municipality.name_fr, government.name, desk.name, desk.postcode, desk.place
          ))
        ) > 0
      )
    order by desk.unconfirmed_since, municipality.name_nl, desk.name, desk.id
    limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0)
  )
  select
    page.id, page.slug, page.name, page.place, page.local_government_id, page.published, page.location_approximate,
    page.verified_at, page.unconfirmed_since, page.created_at, coalesce(upkeep.asked, 0::smallint),
    upkeep.last_asked_at, whom.kind, whom.answers, page.total
  from page
  left join public.desk_upkeep as upkeep on upkeep.desk_id = page.id
  cross join lateral (
    select min(recipient.kind) as kind,
      coalesce(
        array_agg(coalesce(p.full_name, recipient.address) order by p.full_name) filter (where recipient.kind is not null),
        '{}'
      ) as answers
    from private.desk_check_recipients(page.id) as recipient
    left join public.profile as p on p.id = recipient.account_id
  ) as whom
  order by page.unconfirmed_since, page.municipality_name, page.name, page.id;
$$;

call private.open_doors('service_role', 'desk_of_check', 'confirm_desk_by_link', 'hand_over_desk');
call private.open_doors('authenticated', 'confirm_desk', 'ask_desk_now', 'desks_to_follow_up');

-- Files with desks or governments: what they would change is kept until an administrator carries it out, all or nothing.

create table public.import_run (
  id uuid primary key default gen_random_uuid(),
  created_by uuid references public.profile (id) on delete set null,
  kind text not null check (kind in ('loketten', 'besturen')),
  file_name text not null check (char_length(file_name) between 1 and 200),
  -- The names of the columns, and those that said nothing.
  header jsonb not null check (jsonb_typeof(header) = 'array'),
  ignored_columns jsonb not null default '[]' check (jsonb_typeof(ignored_columns) = 'array'),
  -- How many rows had which outcome.
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  -- Of the directory, when this was planned.
  directory_version bigint not null,
  created_at timestamptz not null default now(),
  applied_at timestamptz
);

comment on table public.import_run is 'What a file would change in the directory, until it is carried out or forgotten.';

create index import_run_created_by on public.import_run (created_by);
create index import_run_created_at on public.import_run (created_at);

create table public.import_row (
  import_id uuid not null references public.import_run (id) on delete cascade,
  -- As a spreadsheet numbers it.
  "row" integer not null check ("row" >= 2),
  outcome text not null check (outcome in ('refused', 'likely_duplicate', 'new', 'changed', 'unchanged')),
  label text not null,
  -- The desk or government that changes. No foreign key: that it is gone is something to say.
  subject_id uuid,
  -- Columns and their new values; and what they said when this was planned.
  content jsonb check (jsonb_typeof(content) = 'object'),
  seen jsonb check (jsonb_typeof(seen) = 'object'),
  -- For who reads it.
  changes jsonb not null default '[]',
  problems jsonb not null default '[]',
  warnings jsonb not null default '[]',
  cells jsonb,
  primary key (import_id, "row"),
  check (outcome not in ('new', 'changed') or content is not null),
  check (outcome <> 'changed' or (subject_id is not null and seen is not null))
);

comment on table public.import_row is 'One row of a file, and what it would change.';

create index import_row_outcome on public.import_row (import_id, outcome, "row");

alter table public.import_run enable row level security;
alter table public.import_row enable row level security;
revoke all on public.import_run, public.import_row from anon, authenticated, service_role;
grant select on public.import_run, public.import_row to authenticated;
create policy "administrators read imports" on public.import_run
  for select to authenticated using ((select private.is_admin()));
create policy "administrators read the rows of imports" on public.import_row
  for select to authenticated using ((select private.is_admin()));

-- Applied ones stay a month, to look back at; the others a week.
create function private.delete_old_imports() returns integer
language sql
security definer
set search_path = ''
as $$
  with gone as (
    delete from public.import_run
    where created_at < pg_catalog.now() - interval '30 days'
      or (applied_at is null and created_at < pg_catalog.now() - interval '7 days')
    returning 1
  )
  select count(*)::integer from gone;
$$;

-- Keeps what a file would change. `p_rows`: an array of objects named as the columns of `import_row`. Returns its id.
-- Errors: 42501 ADMIN_ONLY; those of the constraints.
create function private.stage_import(p_kind text, p_file_name text, p_header jsonb, p_ignored_columns jsonb, p_counts jsonb, p_rows jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_import uuid;
begin
  insert into public.import_run (created_by, kind, file_name, header, ignored_columns, counts, directory_version)
  select v_me, p_kind, p_file_name, p_header, p_ignored_columns, p_counts, version
  from public.directory_version
  returning id into v_import;
  insert into public.import_row (
    import_id, "row", outcome, label, subject_id, content, seen, changes, problems, warnings, cells
  )
  select
    v_import, one."row", one.outcome, one.label, one.subject_id, nullif(one.content, 'null'), nullif(one.seen, 'null'),
    coalesce(one.changes, '[]'), coalesce(one.problems, '[]'), coalesce(one.warnings, '[]'), nullif(one.cells, 'null')
  from pg_catalog.jsonb_to_recordset(p_rows) as one (
    "row" integer, outcome text, label text, subject_id uuid, content jsonb, seen jsonb, changes jsonb, problems jsonb,
    warnings jsonb, cells jsonb
  );
  return v_import;
end;
$$;

-- Whether any of these columns says something else by now.
create function private.has_moved_on(p_seen jsonb, p_now jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
  select exists (
    select from pg_catalog.jsonb_each(p_seen) as seen (key, value) where p_now -> seen.key is distinct from seen.value
  );
$$;

-- Carries a planned import out, or nothing of it. `p_same`: what is likely a desk that exists is that desk.
-- Returns {"outcome": "applied", "created": n, "changed": n}, or an outcome 'not_found', 'already_applied' or 'outdated':
-- what it touches has changed since, so that somebody has to look again.
-- Errors: 42501 ADMIN_ONLY; those of the constraints.
create function private.apply_import(p_import_id uuid, p_same boolean) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_outcomes constant text[] := case when p_same then '{changed,likely_duplicate}' else '{changed}' end;
  v_run public.import_run;
  v_changed integer := 0;
  v_created integer := 0;
  v_planned integer;
  v_current integer;
begin
  select * into v_run from public.import_run where id = p_import_id for update;
  if not found then
    return pg_catalog.jsonb_build_object('outcome', 'not_found');
  end if;
  if v_run.applied_at is not null then
    return pg_catalog.jsonb_build_object('outcome', 'already_applied');
  end if;
  select count(*) into v_planned
  from public.import_row
  where import_id = p_import_id and outcome = any (v_outcomes) and content is not null;
  if v_run.kind = 'besturen' then
    -- In one order, so that no two wait for each other.
    perform from public.local_government
    where id in (select subject_id from public.import_row where import_id = p_import_id)
    order by id for no key update;
    select count(*) into v_current
    from public.import_row as planned
    join public.local_government as subject on subject.id = planned.subject_id
    where planned.import_id = p_import_id and planned.outcome = any (v_outcomes) and planned.content is not null
      and not private.has_moved_on(planned.seen, pg_catalog.to_jsonb(subject));
    if v_current <> v_planned then
      return pg_catalog.jsonb_build_object('outcome', 'outdated');
    end if;
    select count(*) into v_changed
    from private.write_rows(
      'government',
      (
        select pg_catalog.jsonb_agg(
          private.government_content(before)
            || pg_catalog.jsonb_build_object(
              'participating_since', before.participating_since, 'participating_until', before.participating_until
            )
            || planned.content || pg_catalog.jsonb_build_object('id', before.id)
        )
        from public.import_row as planned
        join public.local_government as before on before.id = planned.subject_id
        where planned.import_id = p_import_id and planned.outcome = any (v_outcomes) and planned.content is not null
      ),
      false, '{participating_since,participating_until}'
    );
  else
    -- Whose desks are new, so that nobody makes the same one at this moment. The governments first, as who saves does.
    perform from public.local_government
    where id in (
      select (content ->> 'local_government_id')::uuid
      from public.import_row where import_id = p_import_id and outcome = 'new'
    )
    order by id for no key update;
    perform from public.volunteer_desk
    where id in (select subject_id from public.import_row where import_id = p_import_id)
    order by id for no key update;
    select count(*) into v_current
    from public.import_row as planned
    join public.volunteer_desk as subject on subject.id = planned.subject_id
    where planned.import_id = p_import_id and planned.outcome = any (v_outcomes) and planned.content is not null
      and not private.has_moved_on(planned.seen, pg_catalog.to_jsonb(subject));
    -- A desk that somebody made meanwhile may be the one that this would make.
    if v_current <> v_planned or exists (
      select
      from public.import_row as planned
      join public.volunteer_desk as other on other.slug = planned.content ->> 'slug'
      where planned.import_id = p_import_id and planned.outcome = 'new'
    ) or exists (
      select
      from public.volunteer_desk as other
      where other.created_at > v_run.created_at and other.local_government_id in (
        select (planned.content ->> 'local_government_id')::uuid
        from public.import_row as planned
        where planned.import_id = p_import_id and planned.outcome = 'new'
      )
    ) or exists (
      select
      from public.import_row as planned
      left join public.local_government as owner on owner.id = (planned.content ->> 'local_government_id')::uuid
      where planned.import_id = p_import_id and planned.outcome = 'new' and owner.id is null
    ) then
      return pg_catalog.jsonb_build_object('outcome', 'outdated');
    end if;
    select count(*) into v_changed
    from private.write_rows(
      'desk',
      (
        select pg_catalog.jsonb_agg(
          private.desk_content(before) || planned.content || pg_catalog.jsonb_build_object('id', before.id)
        )
        from public.import_row as planned
        join public.volunteer_desk as before on before.id = planned.subject_id
        where planned.import_id = p_import_id and planned.outcome = any (v_outcomes) and planned.content is not null
      ),
      false
    );
    select count(*) into v_created
    from private.write_rows(
      'desk',
      (
        select pg_catalog.jsonb_agg(private.desk_with_defaults(planned.content) order by planned."row")
        from public.import_row as planned
        where planned.import_id = p_import_id and planned.outcome = 'new'
      ),
      true, '{slug,local_government_id}'
    );
  end if;
  update public.import_run set applied_at = pg_catalog.now() where id = p_import_id;
  perform private.record_audit(
    'imported', v_me, null, pg_catalog.jsonb_build_object('kind', v_run.kind, 'created', v_created, 'changed', v_changed)
  );
  return pg_catalog.jsonb_build_object('outcome', 'applied', 'created', v_created, 'changed', v_changed);
end;
$$;

call private.open_doors('authenticated', 'stage_import', 'apply_import');
call private.open_doors('service_role', 'delete_old_imports');

-- Two desks that turn out to be one.

-- Where the page of a desk was, before it and another one were made one.
create table public.former_desk_slug (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  desk_id uuid not null references public.volunteer_desk (id) on delete cascade,
  created_at timestamptz not null default now()
);

comment on table public.former_desk_slug is 'Addresses of desks that were merged into another one.';

create index former_desk_slug_desk on public.former_desk_slug (desk_id);

alter table public.former_desk_slug enable row level security;
revoke all on public.former_desk_slug from anon, authenticated;
grant select on public.former_desk_slug to anon, authenticated;
create policy "everyone reads where a desk went" on public.former_desk_slug
  for select to anon, authenticated using (true);

-- Makes two desks one: the first stays as it is and gets the reports and the former addresses of the second, which goes.
-- Its drafts go with it, and what it said stays in the audit trail.
-- Returns 'merged', 'same_desk', 'changes_waiting' (for the second) or 'not_found'.
-- Errors: 42501 for who is no administrator.
create function private.merge_desks(p_keep uuid, p_remove uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_keep public.volunteer_desk;
  v_remove public.volunteer_desk;
begin
  perform private.require_admin();
  -- In one order, so that two who merge them the other way round never wait for each other.
  perform from public.volunteer_desk where id in (p_keep, p_remove) order by id for update;
  select * into v_keep from public.volunteer_desk where id = p_keep;
  select * into v_remove from public.volunteer_desk where id = p_remove;
  if v_keep.id is null or v_remove.id is null then
    return 'not_found';
  end if;
  if p_keep = p_remove then
    return 'same_desk';
  end if;
  -- They would go with the desk, and nobody would know.
  if exists (select from public.proposed_change where desk_id = p_remove and state = 'waiting') then
    return 'changes_waiting';
  end if;
  update public.desk_report set desk_id = p_keep where desk_id = p_remove;
  update public.desk_upkeep as kept
  set owner_id = gone.owner_id
  from public.desk_upkeep as gone
  where kept.desk_id = p_keep and gone.desk_id = p_remove and kept.owner_id is null;
  insert into public.desk_upkeep (desk_id, owner_id)
  select p_keep, owner_id from public.desk_upkeep where desk_id = p_remove
  on conflict do nothing;
  update public.former_desk_slug set desk_id = p_keep where desk_id = p_remove;
  delete from public.email_outbox
  where template = 'desk_check' and params ->> 'deskId' = p_remove::text and status <> 'sending';
  delete from public.volunteer_desk where id = p_remove;
  insert into public.former_desk_slug (slug, desk_id) values (v_remove.slug, p_keep)
  on conflict (slug) do update set desk_id = excluded.desk_id;
  perform private.record_audit(
    'desks_merged', private.current_account_id(), v_keep.local_government_id,
    pg_catalog.jsonb_build_object(
      'kept', v_keep.slug, 'removed', v_remove.slug, 'content', private.desk_content(v_remove)
    )
  );
  return 'merged';
end;
$$;

call private.open_doors('authenticated', 'merge_desks');

-- What officials know about and what they look for: a controlled list of themes, and who offers or seeks which of them.

create table public.expertise_topic (
  id uuid primary key default gen_random_uuid(),
  -- Stands in addresses, and stays when the theme gets another name.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  name_nl public.one_line not null check (char_length(btrim(name_nl)) between 2 and 80),
  name_fr public.one_line not null check (char_length(btrim(name_fr)) between 2 and 80),
  name_en public.one_line not null check (char_length(btrim(name_en)) between 2 and 80),
  -- Old addresses lead to the theme it became part of.
  merged_into uuid references public.expertise_topic (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (merged_into <> id)
);

comment on table public.expertise_topic is 'Themes of expertise, in three languages; one that merged leads to another.';

create index expertise_topic_merged_into on public.expertise_topic (merged_into);

-- No two themes that people can choose look the same in any language.
create unique index expertise_topic_name_nl on public.expertise_topic (lower(name_nl)) where merged_into is null;
create unique index expertise_topic_name_fr on public.expertise_topic (lower(name_fr)) where merged_into is null;
create unique index expertise_topic_name_en on public.expertise_topic (lower(name_en)) where merged_into is null;

create trigger expertise_topic_updated_at before update on public.expertise_topic
  for each row execute function private.set_updated_at();

alter table public.expertise_topic enable row level security;
revoke all on public.expertise_topic from anon, authenticated;
grant select on public.expertise_topic to anon, authenticated;
create policy "everyone reads the themes" on public.expertise_topic
  for select to anon, authenticated using (true);

insert into public.expertise_topic (slug, name_nl, name_fr, name_en) values
  ('beleid', 'Vrijwilligersbeleid', 'Politique du volontariat', 'Volunteering policy'),
  ('loket-oprichten', 'Vrijwilligersloket oprichten', 'Créer un guichet du volontariat', 'Founding a volunteer desk'),
  ('werven', 'Vrijwilligers werven', 'Recruter des volontaires', 'Recruiting volunteers'),
  ('onthaal-en-vorming', 'Onthaal en vorming', 'Accueil et formation', 'Welcoming and training'),
  ('waardering', 'Waardering', 'Reconnaissance', 'Recognition'),
  ('verzekering-en-onkosten', 'Verzekering en onkosten', 'Assurance et défraiement', 'Insurance and expenses'),
  ('statuut-en-wetgeving', 'Statuut en wetgeving', 'Statut et législation', 'Legal status'),
  ('kwetsbare-vrijwilligers', 'Kwetsbare vrijwilligers', 'Volontaires fragilisés', 'Vulnerable volunteers'),
  ('nieuwkomers', 'Nieuwkomers en vluchtelingen', 'Primo-arrivants et réfugiés', 'Newcomers and refugees'),
  ('intercultureel', 'Intercultureel vrijwilligen', 'Volontariat interculturel', 'Intercultural volunteering'),
  ('jongeren', 'Jongeren', 'Jeunes', 'Young people'),
  ('digitale-tools', 'Digitale tools', 'Outils numériques', 'Digital tools'),
  ('verenigingen', 'Verenigingen ondersteunen', 'Soutenir les associations', 'Supporting associations'),
  ('crisis', 'Vrijwilligers bij een crisis', 'Volontaires en cas de crise', 'Volunteers in a crisis'),
  ('evaluatie', 'Meten en evalueren', 'Mesurer et évaluer', 'Measuring and evaluating');

create table public.profile_expertise (
  profile_id uuid not null references public.profile (id) on delete cascade,
  topic_id uuid not null references public.expertise_topic (id),
  direction text not null check (direction in ('offered', 'sought')),
  -- One sentence, on one line.
  note public.one_line check (char_length(note) between 1 and 300 and note = btrim(note)),
  -- Since when in this direction.
  created_at timestamptz not null default now(),
  primary key (profile_id, topic_id)
);

comment on table public.profile_expertise is 'Per person and theme: can offer, or looks for, with a sentence.';

create index profile_expertise_topic on public.profile_expertise (topic_id, direction);

alter table public.profile_expertise enable row level security;
revoke all on public.profile_expertise from anon, authenticated, service_role;
grant select on public.profile_expertise to authenticated;

-- Colleagues get it through `search_colleagues()`, of who chose to show it.
create policy "people read their own expertise" on public.profile_expertise
  for select to authenticated
  using (
    profile_id = (
      select id from public.profile
      where id = (select private.current_account_id()) and status in ('pending', 'approved')
    )
  );

-- The theme that a slug means today; null for none. A merged one means what it became part of.
create function private.topic_named(p_slug text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  with recursive step as (
    select id, merged_into from public.expertise_topic where slug = p_slug
    union
    select topic.id, topic.merged_into
    from public.expertise_topic as topic join step on topic.id = step.merged_into
  )
  select id from step where merged_into is null;
$$;

-- Replaces all that the caller offers and seeks: `[{"topic": slug, "direction": "offered" | "sought", "note": text}]`.
-- Errors: 42501 NO_ACCOUNT; P0001 UNKNOWN_TOPIC, TOPIC_TWICE; 23502 and 23514 for what a row may not hold.
create function private.save_my_expertise(p_entries jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
begin
  if pg_catalog.jsonb_typeof(p_entries) is distinct from 'array' or pg_catalog.jsonb_array_length(p_entries) > 200 then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  -- Not while an administrator merges two of them.
  perform from public.expertise_topic where merged_into is null order by id for key share;
  if exists (
    select from pg_catalog.jsonb_array_elements(p_entries) as entry
    where private.topic_named(entry ->> 'topic') is null
  ) then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if exists (
    select from pg_catalog.jsonb_array_elements(p_entries) as entry
    group by private.topic_named(entry ->> 'topic') having count(*) > 1
  ) then
    raise exception 'TOPIC_TWICE';
  end if;
  delete from public.profile_expertise
  where profile_id = v_me.id
    and topic_id not in (
      select private.topic_named(entry ->> 'topic') from pg_catalog.jsonb_array_elements(p_entries) as entry
    );
  insert into public.profile_expertise as kept (profile_id, topic_id, direction, note)
  select v_me.id, private.topic_named(entry ->> 'topic'), entry ->> 'direction',
    nullif(pg_catalog.btrim(entry ->> 'note'), '')
  from pg_catalog.jsonb_array_elements(p_entries) as entry
  on conflict (profile_id, topic_id) do update
  set direction = excluded.direction,
    note = excluded.note,
    created_at = case when kept.direction = excluded.direction then kept.created_at else pg_catalog.now() end;
end;
$$;

-- Makes a theme (`p_id` null), or gives one other names over the edition that was looked at (`p_seen`, its `updated_at`).
-- Returns the slug. Errors: 42501 ADMIN_ONLY; P0001 UNKNOWN_TOPIC, OUTDATED; 23505 when another theme has that name; 23514.
create function private.save_expertise_topic(
  p_id uuid, p_seen timestamptz, p_slug text, p_name_nl text, p_name_fr text, p_name_en text
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_old public.expertise_topic;
  v_names constant jsonb := pg_catalog.jsonb_build_object('nl', p_name_nl, 'fr', p_name_fr, 'en', p_name_en);
  v_slug text := p_slug;
begin
  perform private.require_admin();
  if p_id is null then
    -- A slug that a merged theme has is taken as well.
    for v_number in 2..100 loop
      exit when not exists (select from public.expertise_topic where slug = v_slug);
      v_slug := p_slug || '-' || v_number;
    end loop;
    insert into public.expertise_topic (slug, name_nl, name_fr, name_en) values (v_slug, p_name_nl, p_name_fr, p_name_en);
    perform private.record_audit(
      'topic_created', null, null, pg_catalog.jsonb_build_object('topic', v_slug, 'names', v_names)
    );
    return v_slug;
  end if;
  select * into v_old from public.expertise_topic where id = p_id and merged_into is null for update;
  if not found then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if v_old.updated_at is distinct from p_seen then
    raise exception 'OUTDATED';
  end if;
  if (v_old.name_nl, v_old.name_fr, v_old.name_en) is distinct from (p_name_nl, p_name_fr, p_name_en) then
    update public.expertise_topic set name_nl = p_name_nl, name_fr = p_name_fr, name_en = p_name_en where id = p_id;
    perform private.record_audit(
      'topic_renamed', null, null,
      pg_catalog.jsonb_build_object(
        'topic', v_old.slug, 'names', v_names,
        'before', pg_catalog.jsonb_build_object('nl', v_old.name_nl, 'fr', v_old.name_fr, 'en', v_old.name_en)
      )
    );
  end if;
  return v_old.slug;
end;
$$;

-- Makes one theme part of another: who had the first has the second from now on, and who follows it too. Who had both keeps
-- what stood with the second, and both sentences as far as they fit. Old addresses go on working.
-- Returns how many people had the first. Errors: 42501 ADMIN_ONLY; P0001 UNKNOWN_TOPIC.
create function private.merge_expertise_topics(p_from uuid, p_into uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
  v_into text;
  v_people integer;
begin
  perform private.require_admin();
  perform from public.expertise_topic where id in (p_from, p_into) order by id for update;
  select slug into v_from from public.expertise_topic where id = p_from and merged_into is null;
  select slug into v_into from public.expertise_topic where id = p_into and merged_into is null;
  if v_from is null or v_into is null or p_from = p_into then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  select count(*) into v_people from public.profile_expertise where topic_id = p_from;
  update public.profile_expertise as kept
  set note = case
    when kept.note is null then gone.note
    when gone.note is null or pg_catalog.char_length(kept.note) + pg_catalog.char_length(gone.note) > 297 then kept.note
    else kept.note || ' – ' || gone.note
  end
  from public.profile_expertise as gone
  where kept.topic_id = p_into and gone.topic_id = p_from and gone.profile_id = kept.profile_id;
  update public.profile_expertise as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.profile_expertise as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
    );
  delete from public.profile_expertise where topic_id = p_from;
  perform private.move_follows(p_from, p_into);
  update public.expertise_topic set merged_into = p_into where id = p_from;
  perform private.record_audit(
    'topics_merged', null, null,
    pg_catalog.jsonb_build_object('topic', v_from, 'into', v_into, 'people', v_people)
  );
  return v_people;
end;
$$;

-- How many people offer and seek each theme, whoever sees it: for administrators, before they merge.
create function private.topic_use() returns table (topic_id uuid, offered bigint, sought bigint)
language sql
stable
security definer
set search_path = ''
as $$
  select e.topic_id, count(*) filter (where e.direction = 'offered'), count(*) filter (where e.direction = 'sought')
  from public.profile_expertise as e
  where (select private.is_admin())
  group by e.topic_id;
$$;

-- For `export_my_account`.
create function private.export_expertise(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'expertise', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'direction', e.direction, 'note', e.note, 'since', e.created_at
        )
        order by topic.name_nl
      )
      from public.profile_expertise as e
      join public.expertise_topic as topic on topic.id = e.topic_id
      where e.profile_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'authenticated',
  'save_my_expertise', 'save_expertise_topic', 'merge_expertise_topics', 'topic_use'
);

-- The first message from one colleague to another: passed on, never kept. And how somebody keeps others away.

create table public.colleague_block (
  blocker_id uuid not null references public.profile (id) on delete cascade,
  blocked_id uuid not null references public.profile (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);

comment on table public.colleague_block is 'Whose messages somebody does not want; the other is not told.';

create index colleague_block_blocked on public.colleague_block (blocked_id);

alter table public.colleague_block enable row level security;
revoke all on public.colleague_block from anon, authenticated, service_role;
grant select on public.colleague_block to authenticated;
create policy "people read whom they blocked" on public.colleague_block
  for select to authenticated
  using (blocker_id = (select private.current_account_id()) and (select private.is_approved()));

create table public.colleague_report (
  id uuid primary key default gen_random_uuid(),
  -- What somebody told goes when they leave.
  reporter_id uuid not null references public.profile (id) on delete cascade,
  reported_id uuid not null references public.profile (id) on delete cascade,
  reason text not null check (
    char_length(btrim(reason)) between 10 and 2000
    and translate(reason, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'done')),
  handled_by uuid references public.profile (id) on delete set null,
  handled_at timestamptz,
  check ((state = 'done') = (handled_at is not null))
);

comment on table public.colleague_report is 'What members report about how another member writes, for administrators.';

create index colleague_report_reporter on public.colleague_report (reporter_id);
create index colleague_report_reported on public.colleague_report (reported_id);
create index colleague_report_handled_by on public.colleague_report (handled_by);
create index colleague_report_created_at on public.colleague_report (created_at);
create index colleague_report_handled_at on public.colleague_report (handled_at) where state = 'done';

alter table public.colleague_report enable row level security;
revoke all on public.colleague_report from anon, authenticated, service_role;
grant select on public.colleague_report to authenticated;

-- Not what is reported about themselves.
create policy "administrators read reports about others" on public.colleague_report
  for select to authenticated
  using ((select private.is_admin()) and reported_id <> (select private.current_account_id()));

-- Whether the caller may write to somebody. No to all of these looks the same: not visible, wants no messages, blocked the
-- caller, or is the caller.
create function private.may_write_to(p_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select
    from private.visible_colleague as v
    where v.id = p_id and v.takes_messages and v.id <> private.current_account_id()
  ) and not exists (
    select from public.colleague_block where blocker_id = p_id and blocked_id = private.current_account_id()
  );
$$;

-- Approved and not paused: the caller's row, locked, so that two calls count one after the other.
-- Errors: 42501 MEMBERS_ONLY; P0001 PAUSED.
create function private.lock_own_membership() returns public.profile
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me public.profile;
begin
  select * into v_me from public.profile where id = private.current_account_id() and status = 'approved' for update;
  if not found then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if v_me.paused_at is not null then
    raise exception 'PAUSED';
  end if;
  return v_me;
end;
$$;

-- Hands a message on as mail, with the sender's address to answer to, and a copy to the sender. The text is nowhere but in
-- that mail. Ten a day, and not twice in a minute to the same person.
-- Errors: 42501 MEMBERS_ONLY; P0001 PAUSED, BAD_MESSAGE, NOT_REACHABLE, JUST_SENT, TOO_MANY.
create function private.send_first_message(p_to uuid, p_subject text, p_message text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_membership();
  v_letter jsonb;
begin
  if p_to is null or p_subject is null or p_message is null
    or pg_catalog.char_length(pg_catalog.btrim(p_subject)) not between 3 and 120
    or p_subject ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
    or pg_catalog.char_length(pg_catalog.btrim(p_message)) not between 20 and 3000
    or pg_catalog.translate(p_message, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_MESSAGE';
  end if;
  if not private.may_write_to(p_to) then
    raise exception 'NOT_REACHABLE';
  end if;
  if private.hit_pause('first_message:' || v_me.id || ':' || p_to, interval '1 minute') > 0 then
    raise exception 'JUST_SENT';
  end if;
  if private.hit_rate_limit('first_message:' || v_me.id, 10, interval '1 day') > 0 then
    raise exception 'TOO_MANY';
  end if;
  select pg_catalog.jsonb_build_object(
    'sender', v_me.full_name, 'senderId', v_me.id, 'senderEmail', u.email, 'senderGovernment', government.name,
    'subject', pg_catalog.btrim(p_subject), 'message', pg_catalog.btrim(p_message),
    'recipient', v.full_name, 'recipientId', v.id, 'recipientGovernment', theirs.name
  )
  into v_letter
  from auth.users as u
  left join public.local_government as government on government.id = v_me.local_government_id
  cross join private.visible_colleague as v
  left join public.local_government as theirs on theirs.id = v.local_government_id
  where u.id = v_me.id and v.id = p_to;
  -- Whoever has left, or switched messages off, at this moment gets none.
  if private.queue_mail('first_message', p_to, v_letter, 'first_message') is null then
    raise exception 'NOT_REACHABLE';
  end if;
  perform private.queue_mail('first_message_copy', v_me.id, v_letter);
end;
$$;

-- Wants no messages of somebody any more, or again. Also takes back what is on its way.
-- Errors: 42501 MEMBERS_ONLY.
create function private.block_colleague(p_id uuid, p_blocked boolean) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if not p_blocked then
    delete from public.colleague_block where blocker_id = private.current_account_id() and blocked_id = p_id;
    return;
  end if;
  insert into public.colleague_block (blocker_id, blocked_id)
  select private.current_account_id(), p.id
  from public.profile as p
  where p.id = p_id and p.id <> private.current_account_id()
  for key share of p
  on conflict do nothing;
  delete from public.email_outbox
  where template = 'first_message' and recipient_id = private.current_account_id()
    and params ->> 'senderId' = p_id::text;
end;
$$;

-- Tells the administrators about somebody. Ten a day. The same answer whether or not there is such an account.
-- Errors: 42501 MEMBERS_ONLY; P0001 BAD_REASON, TOO_OFTEN.
create function private.report_colleague(p_id uuid, p_reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  -- Before anybody is looked up, so that the answer says nothing about who there is.
  if p_reason is null or pg_catalog.char_length(pg_catalog.btrim(p_reason)) not between 10 and 2000
    or pg_catalog.translate(p_reason, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_REASON';
  end if;
  if private.hit_rate_limit('colleague_report:' || v_me, 10, interval '1 day') > 0 then
    raise exception 'TOO_OFTEN';
  end if;
  insert into public.colleague_report (reporter_id, reported_id, reason)
  select v_me, p.id, pg_catalog.btrim(p_reason)
  from public.profile as p
  where p.id = p_id and p.id <> v_me
  for key share of p;
  if found then
    perform private.queue_mail('colleague_report', p.id, '{}', 'new_request')
    from public.profile as p
    where p.role = 'admin' and p.status = 'approved' and p.id <> p_id;
  end if;
end;
$$;

-- Handled, or open again. False when there is no such report. Nobody settles a report about themselves.
-- Errors: 42501 ADMIN_ONLY.
create function private.settle_colleague_report(p_report_id uuid, p_done boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
begin
  update public.colleague_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id and p_done is not null and reported_id <> v_me;
  return found;
end;
$$;

-- For `export_my_account`: whom somebody blocked or reported is known to them; whoever did it to them is not told.
create function private.export_blocks_and_reports(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'blocked', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', block.blocked_id, 'since', block.created_at)
        order by block.created_at
      )
      from public.colleague_block as block where block.blocker_id = p_account_id
    ), '[]'),
    'colleagueReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', report.reported_id, 'reason', report.reason, 'at', report.created_at)
        order by report.created_at
      )
      from public.colleague_report as report where report.reporter_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'authenticated',
  'send_first_message', 'block_colleague', 'report_colleague', 'settle_colleague_report'
);

-- Who has done this before: colleagues by theme, place, kind and words, with the counts of every filter. Only what people
-- chose to show is found, matched or counted.

-- The themes and sentences of each person as one text, for looking words up in: making it anew for everybody with every
-- search takes longer than the search. Whether it may be looked in is decided by the search.
create table private.expertise_text (
  profile_id uuid primary key references public.profile (id) on delete cascade,
  text text not null
);

comment on table private.expertise_text is 'Themes in three languages, and sentences, a row a person.';

create function private.keep_expertise_text() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_people uuid[];
begin
  if tg_table_name = 'expertise_topic' then
    v_people := array(select e.profile_id from public.profile_expertise as e where e.topic_id = new.id);
  elsif tg_op = 'DELETE' then
    v_people := array[old.profile_id];
  else
    v_people := array[new.profile_id];
  end if;
  delete from private.expertise_text where profile_id = any (v_people);
  insert into private.expertise_text (profile_id, text)
  select e.profile_id, pg_catalog.string_agg(
    pg_catalog.concat_ws(E'\n', topic.name_nl, topic.name_fr, topic.name_en, e.note), E'\n'
  )
  from public.profile_expertise as e
  join public.expertise_topic as topic on topic.id = e.topic_id
  where e.profile_id = any (v_people)
  group by e.profile_id;
  return null;
end;
$$;

create trigger expertise_text_is_kept after insert or update or delete on public.profile_expertise
  for each row execute function private.keep_expertise_text();
create trigger renamed_topic_is_found after update of name_nl, name_fr, name_en on public.expertise_topic
  for each row execute function private.keep_expertise_text();

-- A pattern that finds a word without regard to marks; together with an operator that disregards capitals. Looking for
-- it in a text is ten times as fast as taking the marks off that text.
create function private.word_pattern(p_word text) returns text
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.string_agg(
    case
      when letter ~ '[aàáâãäå]' then '[aàáâãäå]'
      when letter ~ '[cç]' then '[cç]'
      when letter ~ '[eèéêë]' then '[eèéêë]'
      when letter ~ '[iìíîï]' then '[iìíîï]'
      when letter ~ '[nñ]' then '[nñ]'
      when letter ~ '[oòóôõö]' then '[oòóôõö]'
      when letter ~ '[uùúûü]' then '[uùúûü]'
      when letter ~ '[yýÿ]' then '[yýÿ]'
      when letter ~ '[[:alnum:]]' then letter
      else E'\\' || letter
    end, '' order by place
  )
  from pg_catalog.regexp_split_to_table(pg_catalog.lower(p_word), '') with ordinality as part (letter, place);
$$;

-- Where the caller works: the NIS code, null for an administrator of the platform.
create function private.my_nis_code() returns text
language sql
stable
security definer
set search_path = ''
as $$
  select government.nis_code
  from public.profile as p
  join public.local_government as government on government.id = p.local_government_id
  where p.id = private.current_account_id();
$$;

-- What one colleague shows of expertise: [{"topic": slug, "direction": …, "note": …}].
create function private.shown_expertise(p_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    pg_catalog.jsonb_agg(
      pg_catalog.jsonb_build_object('topic', topic.slug, 'direction', e.direction, 'note', e.note) order by topic.slug
    ), '[]'
  )
  from private.visible_colleague as v
  join public.profile_expertise as e on e.profile_id = v.id
  join public.expertise_topic as topic on topic.id = e.topic_id
  where v.id = p_id and v.shows_expertise;
$$;

-- One page of the colleagues that answer all filters, the counts that each choice would give (those of one filter with the
-- other filters on), and where they work: also outside the municipality asked for. The caller is in none of it. A null filter filters nothing. Sizes are
-- numbers from 1, by where `p_size_starts` says each begins; distances are kilometres from the caller's municipality. Words
-- are looked for in name, government, and the function, text, themes and sentences that the person shows.
-- Nothing for who is not approved. Sorted by name, or nearest first.
create function private.search_colleagues(
  p_words text[], p_topics text[], p_direction text, p_provinces text[], p_kinds text[], p_positions text[],
  p_sizes integer[], p_size_starts integer[], p_within_km integer, p_distances_km integer[], p_nis_code text,
  p_sort text, p_limit integer, p_offset integer
) returns table (total bigint, colleagues jsonb, facets jsonb, places jsonb)
language sql
stable
security definer
set search_path = ''
as $$
  with asked_topic as materialized (
    select private.topic_named(slug) as id from pg_catalog.unnest(p_topics) as slug
  ), pattern as materialized (
    select private.word_pattern(word) as text from pg_catalog.unnest(p_words) as word where word <> ''
  ), here as materialized (
    select m.location from public.municipality as m where m.nis_code = private.my_nis_code()
  ), employer as materialized (
    select government.id, government.kind, government.name, m.nis_code, m.province_code,
      pg_catalog.width_bucket(m.population, p_size_starts) as size,
      extensions.st_distance(m.location, (select location from here), false) as metres
    from public.municipality as m
    join public.local_government as government on government.nis_code = m.nis_code
    where m.valid_to is null
  ), asked as materialized (
    -- Whether it may count is said by `shows_expertise` of the person.
    select distinct e.profile_id
    from public.profile_expertise as e
    where (p_topics is not null or p_direction is not null)
      and (p_direction is null or e.direction = p_direction)
      and (p_topics is null or e.topic_id in (select asked_topic.id from asked_topic))
  ), counted as materialized (
    -- One filter's own counts leave that filter out: who fails two is in none.
    select * from (
      select person.*, (not has_topic)::integer + (not in_province)::integer + (not of_kind)::integer
        + (not in_position)::integer + (not of_size)::integer + (not is_near)::integer
        + (not in_place)::integer as misses
      from (
        select v.id, v.full_name, v.position, v.shows_expertise,
          employer.kind, employer.nis_code, employer.province_code, employer.size, employer.metres,
          (p_topics is null and p_direction is null) or (v.shows_expertise and asked.profile_id is not null) as has_topic,
          p_provinces is null or employer.province_code = any (p_provinces) as in_province,
          p_kinds is null or employer.kind = any (p_kinds) as of_kind,
          p_positions is null or v.position = any (p_positions) as in_position,
          p_sizes is null or employer.size = any (p_sizes) as of_size,
          p_within_km is null or coalesce(employer.metres <= p_within_km * 1000, false) as is_near,
          p_nis_code is null or employer.nis_code = p_nis_code as in_place
        from private.visible_colleague as v
        join employer on employer.id = v.local_government_id
        left join asked on asked.profile_id = v.id
        left join private.expertise_text as said on said.profile_id = v.id and v.shows_expertise and p_words is not null
        where v.id <> (select private.current_account_id())
          -- As a choice, because for a pattern alone the planner expects next to nothing and joins row by row.
          and case
            when p_words is null then true
            else pg_catalog.concat_ws(E'\n', v.full_name, employer.name, v.job_title, v.bio, said.text)
              operator(pg_catalog.~*) all (array(select pattern.text from pattern))
          end
      ) as person
    ) as missing
    where misses <= 1
  ), found as materialized (
    select counted.id, counted.full_name, counted.metres from counted where misses = 0
  ), page as materialized (
    select found.id, found.metres, pg_catalog.row_number() over (
      order by case when p_sort = 'distance' then found.metres end nulls last, pg_catalog.lower(found.full_name), found.id
    ) as place
    from found
    order by place
    limit least(greatest(p_limit, 0), 100) offset greatest(p_offset, 0)
  ), shown as (
    select e.profile_id, e.topic_id, e.direction
    from counted
    join public.profile_expertise as e on e.profile_id = counted.id
    where counted.shows_expertise and counted.misses = (not counted.has_topic)::integer
  )
  select
    (select count(*) from found),
    (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'id', v.id, 'fullName', v.full_name, 'position', v.position, 'jobTitle', v.job_title, 'phone', v.phone,
          'bio', v.bio, 'localGovernmentId', v.local_government_id, 'metres', page.metres,
          'expertise', private.shown_expertise(v.id), 'mayWrite', private.may_write_to(v.id)
        )
        order by page.place
      ), '[]')
      from page join private.visible_colleague as v on v.id = page.id
    ),
    pg_catalog.jsonb_build_object(
      'topics', (
        select coalesce(pg_catalog.jsonb_object_agg(topic.slug, n.people), '{}')
        from (
          select topic_id, count(*) as people from shown
          where p_direction is null or direction = p_direction group by topic_id
        ) as n
        join public.expertise_topic as topic on topic.id = n.topic_id
      ),
      'directions', (
        select coalesce(pg_catalog.jsonb_object_agg(n.direction, n.people), '{}')
        from (
          select direction, count(distinct profile_id) as people from shown
          where p_topics is null or topic_id in (select asked_topic.id from asked_topic) group by direction
        ) as n
      ),
      'provinces', (
        select coalesce(pg_catalog.jsonb_object_agg(n.province_code, n.people), '{}')
        from (
          select province_code, count(*) as people from counted
          where misses = (not in_province)::integer group by province_code
        ) as n
      ),
      'kinds', (
        select coalesce(pg_catalog.jsonb_object_agg(n.kind, n.people), '{}')
        from (select kind, count(*) as people from counted where misses = (not of_kind)::integer group by kind) as n
      ),
      'positions', (
        select coalesce(pg_catalog.jsonb_object_agg(n.position, n.people), '{}')
        from (
          select counted.position, count(*) as people from counted
          where misses = (not in_position)::integer group by counted.position
        ) as n
      ),
      'sizes', (
        select coalesce(pg_catalog.jsonb_object_agg(n.size, n.people), '{}')
        from (select size, count(*) as people from counted where misses = (not of_size)::integer group by size) as n
      ),
      'distances', (
        select coalesce(pg_catalog.jsonb_object_agg(n.km, n.people), '{}')
        from (
          select km, count(*) filter (where counted.metres <= km * 1000) as people
          from counted cross join pg_catalog.unnest(p_distances_km) as km
          where misses = (not is_near)::integer group by km
        ) as n
      )
    ),
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.nis_code, n.people), '{}')
      from (
        select nis_code, count(*) as people from counted where misses = (not in_place)::integer group by nis_code
      ) as n
    )
  -- Anybody may call this past the page: more than a page ever asks is answered with nothing, before any of it is done.
  where (select private.is_approved())
    and coalesce(pg_catalog.cardinality(p_words), 0) <= 20
    and not exists (select from pg_catalog.unnest(p_words) as word where pg_catalog.char_length(word) > 100)
    and coalesce(pg_catalog.cardinality(p_topics), 0) <= 200
    and coalesce(pg_catalog.cardinality(p_provinces), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_kinds), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_positions), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_sizes), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_size_starts), 0) between 1 and 20
    and coalesce(pg_catalog.cardinality(p_distances_km), 0) <= 20;
$$;

-- One visible colleague; no row for who is not, or for a caller who is not approved.
create function private.colleague(p_id uuid) returns table (
  id uuid, full_name text, "position" text, local_government_id uuid, job_title text, phone text, bio text,
  expertise jsonb, may_write boolean
)
language sql
stable
security definer
set search_path = ''
as $$
  select v.id, v.full_name, v.position, v.local_government_id, v.job_title, v.phone, v.bio,
    private.shown_expertise(v.id), private.may_write_to(v.id)
  from private.visible_colleague as v
  where v.id = p_id and (select private.is_approved());
$$;

-- How many visible colleagues, the caller not among them, offer and seek each theme at each local government.
create function private.government_expertise() returns table (
  local_government_id uuid, topic text, offered bigint, sought bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  select v.local_government_id, topic.slug,
    count(*) filter (where e.direction = 'offered'), count(*) filter (where e.direction = 'sought')
  from private.visible_colleague as v
  join public.profile_expertise as e on e.profile_id = v.id
  join public.expertise_topic as topic on topic.id = e.topic_id
  where v.shows_expertise and v.id <> (select private.current_account_id()) and (select private.is_approved())
  group by v.local_government_id, topic.slug;
$$;

call private.open_doors('authenticated', 'search_colleagues', 'colleague', 'government_expertise');

-- Themes and areas that members follow.

create table public.follow (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public.profile (id) on delete cascade,
  -- With a theme: colleagues only. Without: colleagues, desks and governments of the area.
  topic_id uuid references public.expertise_topic (id),
  province_code text check (province_code in ('10000', '20001', '30000', '40000', '70000', '04000')),
  nis_code text references public.municipality (nis_code),
  created_at timestamptz not null default now(),
  check (topic_id is not null or province_code is not null or nis_code is not null),
  check (province_code is null or nis_code is null),
  unique nulls not distinct (profile_id, topic_id, province_code, nis_code)
);

comment on table public.follow is 'What a member wants to hear about: a theme, an area, or a theme in an area.';

create index follow_topic on public.follow (topic_id);
create index follow_nis_code on public.follow (nis_code);

alter table public.follow enable row level security;
revoke all on public.follow from anon, authenticated, service_role;
grant select on public.follow to authenticated;
create policy "people read what they follow" on public.follow
  for select to authenticated
  using (profile_id = (select private.current_account_id()) and (select private.is_approved()));

-- Returns the id; again the same one for what is followed already. At most 30.
-- Errors: 42501 MEMBERS_ONLY; P0001 UNKNOWN_TOPIC, UNKNOWN_AREA, TOO_MANY; 23514 for neither theme nor area, or two areas.
create function private.follow(p_topic text, p_province_code text, p_nis_code text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me uuid;
  v_topic uuid;
  v_id uuid;
begin
  -- Not while an administrator merges two of them.
  perform from public.expertise_topic where merged_into is null order by id for key share;
  v_topic := private.topic_named(p_topic);
  select id into v_me from public.profile where id = private.current_account_id() and status = 'approved' for update;
  if not found then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if p_topic is not null and v_topic is null then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if p_nis_code is not null
    and not exists (select from public.municipality where nis_code = p_nis_code and valid_to is null) then
    raise exception 'UNKNOWN_AREA';
  end if;
  select id into v_id
  from public.follow
  where profile_id = v_me and topic_id is not distinct from v_topic
    and province_code is not distinct from p_province_code and nis_code is not distinct from p_nis_code;
  if found then
    return v_id;
  end if;
  if (select count(*) from public.follow where profile_id = v_me) >= 30 then
    raise exception 'TOO_MANY';
  end if;
  insert into public.follow (profile_id, topic_id, province_code, nis_code)
  values (v_me, v_topic, p_province_code, p_nis_code)
  returning id into v_id;
  -- Who follows for the first time hears of what comes from now on.
  insert into private.digest (profile_id) values (v_me) on conflict do nothing;
  return v_id;
end;
$$;

-- False when the caller does not follow that.
create function private.unfollow(p_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  delete from public.follow where id = p_id and profile_id = v_me;
  if not found then
    return false;
  end if;
  -- Who follows nothing begins anew one day.
  delete from private.digest
  where profile_id = v_me and not exists (select from public.follow where profile_id = v_me);
  return true;
end;
$$;

-- What followed one theme follows the other, once.
create function private.move_follows(p_from uuid, p_into uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update public.follow as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.follow as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
        and other.province_code is not distinct from moved.province_code
        and other.nis_code is not distinct from moved.nis_code
    );
  delete from public.follow where topic_id = p_from;
$$;

-- For `export_my_account`.
create function private.export_follows(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
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
      where f.profile_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('authenticated', 'follow', 'unfollow');

-- The weekly mail about what is new in what members follow.

-- How far the mail of each follower has come.
create table private.digest (
  profile_id uuid primary key references public.profile (id) on delete cascade,
  covered_until timestamptz not null default now()
);

comment on table private.digest is 'Until when each follower was told what is new.';

-- Since when the public sees a desk, or that a government takes part. As exact as the upkeep runs often: a day.
create table private.first_public (
  id uuid primary key,
  first_seen_at timestamptz not null default now()
);

comment on table private.first_public is 'When a desk or a taking part was first seen by the upkeep.';

-- Remembers what has become public since the last time, and forgets what is gone.
create function private.note_first_public() returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.first_public (id)
  select government.id
  from public.local_government as government
  where private.takes_part(government.participating_since, government.participating_until)
  union all
  select desk.id
  from public.volunteer_desk as desk
  join public.local_government as owner on owner.id = desk.local_government_id
  where desk.published and private.takes_part(owner.participating_since, owner.participating_until)
  on conflict do nothing;

  delete from private.first_public
  where id not in (select government.id from public.local_government as government)
    and id not in (select desk.id from public.volunteer_desk as desk);
$$;

-- What is new for one follower after a moment, in their language: at most 20 of each, with how many there are in all.
create function private.news_for(p_profile_id uuid, p_locale text, p_after timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with colleague as (
    select distinct on (v.id) v.id, v.full_name, government.name as government
    from public.follow as f
    join private.visible_colleague as v on v.id <> p_profile_id and not v.is_example
    join public.local_government as government on government.id = v.local_government_id
    join public.municipality as place on place.nis_code = government.nis_code
    left join public.profile_expertise as e on e.profile_id = v.id and e.topic_id = f.topic_id and v.shows_expertise
    where f.profile_id = p_profile_id
      and (f.topic_id is null or e.profile_id is not null)
      and (f.province_code is null or f.province_code = place.province_code)
      and (f.nis_code is null or f.nis_code = place.nis_code)
      and (v.announced_at > p_after or e.created_at > p_after)
  ), area as (
    select distinct place.nis_code
    from public.follow as f
    join public.municipality as place on place.province_code = f.province_code or place.nis_code = f.nis_code
    where f.profile_id = p_profile_id and f.topic_id is null and place.valid_to is null
  ), government as (
    select g.id, g.name, place.slug
    from area
    join public.local_government as g using (nis_code)
    join public.municipality as place using (nis_code)
    join private.first_public as seen on seen.id = g.id and seen.first_seen_at > p_after
    where private.takes_part(g.participating_since, g.participating_until) and not g.is_example
  ), desk as (
    select d.id, d.name, d.slug, owner.name as government
    from area
    join public.local_government as owner using (nis_code)
    join public.volunteer_desk as d on d.local_government_id = owner.id
    join private.first_public as seen on seen.id = d.id and seen.first_seen_at > p_after
    where d.published and not d.is_example and private.takes_part(owner.participating_since, owner.participating_until)
  )
  select pg_catalog.jsonb_build_object(
    'colleagues', (
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
        'id', shown.id, 'name', shown.full_name, 'government', shown.government,
        'topics', (
          select coalesce(pg_catalog.jsonb_agg(
            case p_locale when 'fr' then topic.name_fr when 'en' then topic.name_en else topic.name_nl end
            order by topic.slug
          ), '[]')
          from private.visible_colleague as v
          join public.profile_expertise as e on e.profile_id = v.id
          join public.expertise_topic as topic on topic.id = e.topic_id
          where v.id = shown.id and v.shows_expertise
            and e.topic_id in (select f.topic_id from public.follow as f where f.profile_id = p_profile_id)
        )
      ) order by pg_catalog.lower(shown.full_name), shown.id), '[]')
      from (select * from colleague order by pg_catalog.lower(full_name), id limit 20) as shown
    ),
    'colleagueCount', (select count(*) from colleague),
    'governments', (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', shown.name, 'slug', shown.slug) order by shown.name
      ), '[]')
      from (select * from government order by name limit 20) as shown
    ),
    'governmentCount', (select count(*) from government),
    'desks', (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', shown.name, 'slug', shown.slug, 'government', shown.government)
        order by shown.name
      ), '[]')
      from (select * from desk order by name, id limit 20) as shown
    ),
    'deskCount', (select count(*) from desk)
  );
$$;

-- Takes out of the mail that is due whoever has hidden since, and the themes of who hides those: a digest may have been
-- written while somebody was leaving, and may have waited.
create function private.freshen_digests() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.email_outbox as mail
  set params = mail.params || pg_catalog.jsonb_build_object(
    'colleagues', fresh.colleagues,
    'colleagueCount', (mail.params ->> 'colleagueCount')::integer
      - (pg_catalog.jsonb_array_length(mail.params -> 'colleagues') - pg_catalog.jsonb_array_length(fresh.colleagues))
  )
  from (
    select waiting.id, (
      select coalesce(pg_catalog.jsonb_agg(
        case when v.shows_expertise then told.colleague else told.colleague || '{"topics": []}' end order by told.place
      ), '[]')
      from pg_catalog.jsonb_array_elements(waiting.params -> 'colleagues') with ordinality as told (colleague, place)
      join private.visible_colleague as v on v.id = (told.colleague ->> 'id')::uuid
    ) as colleagues
    from public.email_outbox as waiting
    where waiting.template = 'digest' and waiting.status = 'queued' and waiting.next_attempt_at <= pg_catalog.now()
  ) as fresh
  where mail.id = fresh.id and mail.params -> 'colleagues' <> fresh.colleagues;
  delete from public.email_outbox
  where template = 'digest' and status = 'queued'
    and params @> '{"colleagueCount": 0, "governmentCount": 0, "deskCount": 0}';
end;
$$;

-- Puts the mail of every follower whose last one is long enough ago in the outbox; nothing where nothing is new. Servers that
-- do so at the same moment do not tell anybody twice. Returns how many mails there are.
create function private.queue_digests(p_after_days integer) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_due record;
  v_news jsonb;
  v_count integer := 0;
begin
  perform private.note_first_public();
  for v_due in
    select digest.profile_id, digest.covered_until, p.locale
    from private.digest
    join public.profile as p on p.id = digest.profile_id
    -- A daily task is some moments early or late: an hour less, or a week becomes eight days.
    where digest.covered_until
      <= pg_catalog.now() - pg_catalog.make_interval(days => greatest(p_after_days, 1)) + interval '1 hour'
      and p.status = 'approved' and p.paused_at is null and 'digest' = any (p.notifications)
    order by digest.profile_id
    for update of digest skip locked
  loop
    v_news := private.news_for(v_due.profile_id, v_due.locale, v_due.covered_until);
    update private.digest set covered_until = pg_catalog.now() where profile_id = v_due.profile_id;
    if v_news @> '{"colleagueCount": 0, "governmentCount": 0, "deskCount": 0}' then
      continue;
    end if;
    if private.queue_mail('digest', v_due.profile_id, v_news, 'digest') is not null then
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;

call private.open_doors('service_role', 'queue_digests');

-- White spots: where there is no desk yet, what nobody offers, and how that changed month by month. For administrators.

create table public.coverage_snapshot (
  -- The first day of the month that it is about; counted anew until the month ends.
  month date not null check (month = date_trunc('month', month)::date),
  province_code text not null check (province_code in ('10000', '20001', '30000', '40000', '70000', '04000')),
  municipalities integer not null check (municipalities >= 0),
  -- Of which gemeente, OCMW or both take part.
  participating integer not null check (participating between 0 and municipalities),
  -- Of which the public sees a desk.
  with_desk integer not null check (with_desk between 0 and participating),
  is_example boolean not null default false,
  primary key (month, province_code)
);

comment on table public.coverage_snapshot is 'Per month and province: how many municipalities take part, and have a desk.';

alter table public.coverage_snapshot enable row level security;
revoke all on public.coverage_snapshot from anon, authenticated, service_role;
grant select on public.coverage_snapshot to authenticated;
create policy "administrators read the coverage" on public.coverage_snapshot
  for select to authenticated using ((select private.is_admin()));

-- Counts the municipalities of today for the month of today, in Brussels.
create function private.record_coverage() returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.coverage_snapshot as kept (month, province_code, municipalities, participating, with_desk)
  select
    pg_catalog.date_trunc('month', pg_catalog.now() at time zone 'Europe/Brussels')::date, place.province_code,
    count(*), count(*) filter (where place.participates), count(*) filter (where place.has_desk)
  from (
    select m.province_code,
      exists (
        select from public.local_government as government
        where government.nis_code = m.nis_code
          and private.takes_part(government.participating_since, government.participating_until)
      ) as participates,
      exists (
        select
        from public.local_government as government
        join public.volunteer_desk as desk on desk.local_government_id = government.id
        where government.nis_code = m.nis_code and desk.published
          and private.takes_part(government.participating_since, government.participating_until)
      ) as has_desk
    from public.municipality as m
    where m.valid_to is null
  ) as place
  group by place.province_code
  on conflict (month, province_code) do update
  set municipalities = excluded.municipalities, participating = excluded.participating,
    with_desk = excluded.with_desk, is_example = false;
$$;

-- Which themes visible colleagues of a municipality look for, and how many visible colleagues offer them in its province.
create function private.sought_expertise() returns table (
  nis_code text, topic text, sought bigint, offered_in_province bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  with shown as materialized (
    select place.nis_code, place.province_code, e.topic_id, e.direction
    from private.visible_colleague as v
    join public.local_government as government on government.id = v.local_government_id
    join public.municipality as place on place.nis_code = government.nis_code
    join public.profile_expertise as e on e.profile_id = v.id
    where v.shows_expertise and (select private.is_admin())
  ), offer as materialized (
    select province_code, topic_id, count(*) as people from shown where direction = 'offered' group by province_code, topic_id
  )
  select shown.nis_code, topic.slug, count(*), coalesce(max(offer.people), 0)
  from shown
  join public.expertise_topic as topic on topic.id = shown.topic_id
  left join offer on offer.province_code = shown.province_code and offer.topic_id = shown.topic_id
  where shown.direction = 'sought'
  group by shown.nis_code, topic.slug;
$$;

call private.open_doors('service_role', 'record_coverage');
call private.open_doors('authenticated', 'sought_expertise');

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
    || private.export_history(v_me)
    || private.export_mail(v_me)
    || private.export_decisions(v_me)
    || private.export_contact_messages(v_me)
    || private.export_changes(v_me)
    || private.export_desk_reports(v_me)
    || private.export_desk_upkeep(v_me)
    || private.export_expertise(v_me)
    || private.export_blocks_and_reports(v_me)
    || private.export_follows(v_me);
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
