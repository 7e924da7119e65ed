-- What an error of a constraint says to who comes through a door.
begin;
select no_plan();

create table private.canary (word text check (word <> 'no'), secret text default 'the whole row');
create function private.keep_word(p_word text) returns void language sql volatile security definer set search_path = '' as $$
  insert into private.canary (word) values (p_word);
$$;
create function private.keep_words(p_words text[]) returns setof text language sql volatile security definer
set search_path = '' as $$
  insert into private.canary (word) select * from pg_catalog.unnest(p_words) returning word;
$$;
create function private.tell_words(p_word text default 'yes') returns integer language plpgsql volatile security definer
set search_path = '' as $$
begin
  insert into private.canary (word) values (p_word);
  return 1;
end;
$$;
call private.open_doors('service_role', 'keep_word', 'keep_words', 'tell_words');

create function pg_temp.told(p_statement text) returns text[] language plpgsql as $$
declare
  v_code text;
  v_said text;
  v_detail text;
begin
  execute p_statement;
  return null;
exception when others then
  get stacked diagnostics v_code = returned_sqlstate, v_said = message_text, v_detail = pg_exception_detail;
  return array[v_code, v_said, v_detail];
end;
$$;

select is(
  pg_temp.told(statement),
  array['23514', 'new row for relation "canary" violates check constraint "canary_word_check"', ''],
  statement || ' says which constraint, and nothing of the row'
)
from unnest(array[
  $$select public.keep_word('no')$$, $$select public.keep_words(array['yes', 'no'])$$, $$select public.tell_words('no')$$
]) as statement;
select matches(
  (pg_temp.told($$select private.keep_word('no')$$))[3], 'the whole row', 'which the function itself would show'
);
select is(public.tell_words(), 1, 'what is not refused is as it was, defaults and all');
select results_eq($$select public.keep_words(array['a', 'b'])$$, $$values ('a'), ('b')$$, 'rows too');

select is(
  (
    select coalesce(string_agg(worker.proname, ', ' order by worker.proname), '')
    from pg_proc as worker
    join pg_proc as door on door.proname = worker.proname and door.pronamespace = 'public'::regnamespace
    where worker.pronamespace = 'private'::regnamespace and worker.provolatile = 'v' and worker.prosecdef
      and not exists (
        select from pg_depend as used
        join pg_proc as guard on guard.oid = used.refobjid and guard.pronamespace = 'plainly'::regnamespace
        where used.objid = door.oid and used.refclassid = 'pg_proc'::regclass and guard.proname = worker.proname
      )
  ),
  '',
  'every door to what writes for somebody leads past it'
);
select is(has_schema_privilege(role, 'plainly', 'usage'), false, role || ' has no business in schema plainly')
from unnest(array['anon', 'authenticated']) as role;

select * from finish();
rollback;
