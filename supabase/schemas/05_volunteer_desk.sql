-- Volunteer desks (vrijwilligersloketten). The public sees the published ones of governments that take part, editors also
-- what is not, or no longer, for the public.

create table public.volunteer_desk (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 250)
    -- Where the site has pages of its own, the page of a desk would not be found.
    constraint volunteer_desk_slug_is_no_page check (slug not in ('adres', 'gegevens', 'kaart', 'nakijken')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  -- One line each: in a card or a file a second one would be something else.
  name text not null check (
    char_length(name) between 1 and 150 and name = btrim(name) and name ~ '[[:alnum:]]' and private.is_one_line(name)
  ),
  street text not null check (
    char_length(street) between 1 and 150 and street = btrim(street) and private.is_one_line(street)
  ),
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}$'),
  place text not null check (
    char_length(place) between 1 and 100 and place = btrim(place) and private.is_one_line(place)
  ),
  -- WGS84 degrees, inside a generous box around Belgium: a pin in the sea off Africa is a mistake
  lon double precision not null check (lon between 2.3 and 6.6),
  lat double precision not null check (lat between 49.4 and 51.7),
  -- The municipality's point, until somebody sets the pin.
  location_approximate boolean not null default false,
  location extensions.geography (point, 4326) not null
    generated always as (extensions.st_setsrid(extensions.st_makepoint(lon, lat), 4326)::extensions.geography) stored,
  -- E.164, or a Belgian short number
  phone text check (phone ~ '^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$'),
  email text check (private.is_mail_address(email)),
  website text check (private.is_web_address(website)),
  -- OpenStreetMap `opening_hours` syntax
  opening_hours text check (char_length(opening_hours) between 1 and 1000 and private.is_one_line(opening_hours)),
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

insert into private.address_column (kept_in, column_name, on_leaving) values ('public.volunteer_desk', 'email', 'stays');

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
