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
