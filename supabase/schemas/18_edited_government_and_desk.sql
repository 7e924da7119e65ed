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

-- All that is shown of a desk, as a fingerprint.
create function private.desk_fingerprint(p_desk public.volunteer_desk) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', pg_catalog.jsonb_build_array(p_desk.name, p_desk.slug),
    'government', pg_catalog.jsonb_build_array(p_desk.local_government_id, government.name),
    'content', private.desk_content(p_desk) - 'name',
    'verified', pg_catalog.jsonb_build_array(
      extract(epoch from p_desk.verified_at), extract(epoch from p_desk.unconfirmed_since)
    )
  ))
  from public.local_government as government
  where government.id = p_desk.local_government_id;
$$;

-- Null for who does not read the desk: what is off the site is for who keeps it.
create function private.desk_seen(p_desk_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_fingerprint(desk)
  from public.volunteer_desk as desk
  where desk.id = p_desk_id and (
    private.edits(desk.local_government_id) or (desk.published and private.belongs_to(desk.local_government_id))
  );
$$;
