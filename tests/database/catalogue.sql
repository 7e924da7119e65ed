-- Everything that the migrations make, a row a thing, in one order: two databases with the same rows here are the same.
with ours as (
  select oid, nspname from pg_namespace where nspname in ('public', 'private', 'plainly', 'gate')
),
-- What belongs to an extension comes with it.
extended as (
  select classid, objid from pg_depend where deptype = 'e'
),
things (kind, name, definition, rights, told) as (
  select 'schema', nspname, null, nspacl, obj_description(oid, 'pg_namespace')
  from pg_namespace where oid in (select oid from ours)

  union all
  select 'new ' || defaclobjtype::text || ' in', coalesce(defaclnamespace::regnamespace::text, 'any'), null, defaclacl, null
  from pg_default_acl

  union all
  select case c.relkind when 'v' then 'view' when 'S' then 'sequence' when 'c' then 'composite type' else 'table' end,
    c.oid::regclass::text,
    concat_ws(
      ' ', case when c.relrowsecurity then 'with row security' end, case when c.relforcerowsecurity then 'forced' end,
      c.reloptions::text, case when c.relkind = 'v' then pg_get_viewdef(c.oid) end
    ),
    c.relacl, obj_description(c.oid, 'pg_class')
  from pg_class as c
  where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'S', 'c')
    and c.oid not in (select objid from extended where classid = 'pg_class'::regclass)

  union all
  select 'column', a.attrelid::regclass::text || ' ' || to_char(a.attnum, '00') || ' ' || a.attname,
    concat_ws(
      ' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
      nullif('identity ' || a.attidentity::text, 'identity '), nullif('generated ' || a.attgenerated::text, 'generated '),
      pg_get_expr(d.adbin, d.adrelid)
    ),
    a.attacl, col_description(a.attrelid, a.attnum)
  from pg_attribute as a
  join pg_class as c on c.oid = a.attrelid
  left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'c') and a.attnum > 0 and not a.attisdropped
    and c.oid not in (select objid from extended where classid = 'pg_class'::regclass)

  union all
  select 'constraint', concat_ws(' ', nullif(conrelid, 0)::regclass::text, nullif(contypid, 0)::regtype::text, conname),
    pg_get_constraintdef(oid), null, obj_description(oid, 'pg_constraint')
  from pg_constraint
  where connamespace in (select oid from ours)
    and (conrelid = 0 or conrelid not in (select objid from extended where classid = 'pg_class'::regclass))

  union all
  select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid), null, null
  from pg_index
  join pg_class as c on c.oid = indrelid
  where c.relnamespace in (select oid from ours)
    and c.oid not in (select objid from extended where classid = 'pg_class'::regclass)

  union all
  select 'policy', concat_ws(' ', schemaname, tablename, policyname),
    concat_ws(' ', permissive, cmd, roles::text, 'using', qual, 'check', with_check), null, null
  from pg_policies where schemaname in (select nspname from ours)

  union all
  select case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure::text, pg_get_functiondef(p.oid), p.proacl, obj_description(p.oid, 'pg_proc')
  from pg_proc as p
  where p.pronamespace in (select oid from ours) and p.prokind in ('f', 'p')
    and p.oid not in (select objid from extended where classid = 'pg_proc'::regclass)

  union all
  -- Also those on the tables of Auth.
  select 'trigger', t.tgrelid::regclass::text || ' ' || t.tgname, pg_get_triggerdef(t.oid), null, null
  from pg_trigger as t
  join pg_proc as p on p.oid = t.tgfoid
  where not t.tgisinternal and p.pronamespace in (select oid from ours)

  union all
  select 'domain', t.oid::regtype::text,
    concat_ws(' ', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end, t.typdefault),
    t.typacl, obj_description(t.oid, 'pg_type')
  from pg_type as t
  where t.typnamespace in (select oid from ours) and t.typtype = 'd'
    and t.oid not in (select objid from extended where classid = 'pg_type'::regclass)
)
select concat_ws(
  E'\n  ', kind || ' ' || name, nullif(definition, ''),
  -- Null are the rights that everything of its kind begins with.
  case when rights is not null then 'rights: ' || coalesce(
    (select string_agg(one::text, ', ' order by one::text collate "C") from unnest(rights) as one), 'none'
  ) end,
  'comment: ' || told
) as line
from things
order by kind collate "C", name collate "C";
