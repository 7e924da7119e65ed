-- Desks that were on the site and are no longer: their posters still hang somewhere.

-- Where the desk was that had its page at this address: the NIS code of its municipality. Null for a desk that is public, or
-- never was; what it said and was called stays hidden.
create function private.withdrawn_desk(p_slug text) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select owner.nis_code
  from public.volunteer_desk as desk
  join public.local_government as owner on owner.id = desk.local_government_id
  where desk.slug = p_slug
    and not (desk.published and private.takes_part(owner.participating_since, owner.participating_until))
    and (
      desk.published
      or exists (
        select from public.directory_revision as version
        where version.desk_id = desk.id and (version.content ->> 'published')::boolean
      )
    );
$$;

call private.open_doors('service_role', 'withdrawn_desk');
