-- What is decided about, as it looks now: asked before it is read, so that nobody decides about what they did not see.

-- The fingerprints of changes, desks, themes and reports, as far as the caller decides about them.
-- Errors: P0001 INVALID, for anything else and for more than 200 at once.
create function private.fingerprints(p_of text, p_ids uuid[]) returns table (id uuid, seen text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if p_of is null or p_of not in ('change', 'desk', 'topic', 'desk_report', 'colleague_report')
    or pg_catalog.cardinality(p_ids) > 200
  then
    raise exception 'INVALID';
  end if;
  return query execute pg_catalog.format(
    'select * from (select asked, private.%I(asked) as seen from pg_catalog.unnest($1) as asked) as found '
      'where found.seen is not null',
    p_of || '_seen'
  ) using p_ids;
end;
$$;

call private.open_doors('authenticated', 'fingerprints');
