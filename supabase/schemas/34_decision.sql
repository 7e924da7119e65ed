-- What is decided about, as it looks now: asked before it is read, so that nobody decides about what they did not see.

-- The fingerprints of changes, desks, themes and reports; null for what the caller does not decide about.
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
    'select asked, private.%I(asked) from pg_catalog.unnest($1) as asked', p_of || '_seen'
  ) using p_ids;
end;
$$;

call private.open_doors('authenticated', 'fingerprints');
