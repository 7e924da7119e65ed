-- One row per gemeente and per OCMW. Takes part = `participating_since` set and `participating_until` empty.

create table public.local_government (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('gemeente', 'ocmw')),
  nis_code text not null references public.municipality (nis_code),
  name text not null check (char_length(name) between 1 and 150 and name = btrim(name) and private.is_one_line(name)),
  -- Crossroads Bank for Enterprises: 10 digits, the last two = 97 minus the rest modulo 97
  kbo_number text unique check (
    kbo_number ~ '^[0-9]{10}$' and 97 - (left(kbo_number, 8)::bigint % 97) = right(kbo_number, 2)::bigint
  ),
  ovo_number text unique check (ovo_number ~ '^OVO[0-9]{6}$'),
  website text check (private.is_web_address(website)),
  -- General contact, for who finds no desk. E.164, or a Belgian short number
  phone text check (phone ~ '^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$'),
  email text check (private.is_mail_address(email)),
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
