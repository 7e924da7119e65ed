/** Every object of our schemas, as the database describes it itself, in an order that says nothing of how it was made. */
export const CATALOGUE: Readonly<Record<string, string>> = {
	columns: `
		select format('%s.%s.%s %s%s%s', c.table_schema, c.table_name, c.column_name, format_type(a.atttypid, a.atttypmod),
			case when a.attnotnull then ' not null' else '' end,
			coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
		from information_schema.columns as c
		join pg_attribute as a
			on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name
		left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where c.table_schema in ('public', 'private')`,
	constraints: `
		select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
		from pg_constraint where connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
	indexes: `
		select indexdef as line from pg_indexes where schemaname in ('public', 'private')`,
	policies: `
		select format('%s.%s %s %s %s to %s using (%s) check (%s)', schemaname, tablename, policyname, permissive, cmd,
			roles, qual, with_check) as line
		from pg_policies where schemaname in ('public', 'private')`,
	security: `
		select format('%s row security %s, forced %s', oid::regclass, relrowsecurity, relforcerowsecurity) as line
		from pg_class
		where relkind in ('r', 'v', 'm') and relnamespace in ('public'::regnamespace, 'private'::regnamespace)`,
	grants: `
		select format('%s.%s: %s to %s', table_schema, table_name, privilege_type, grantee) as line
		from information_schema.role_table_grants where table_schema in ('public', 'private')
		union all
		select format('%s.%s.%s: %s to %s', table_schema, table_name, column_name, privilege_type, grantee)
		from information_schema.column_privileges where table_schema in ('public', 'private')
		union all
		select format('%s: execute to %s', p.oid::regprocedure, coalesce(r.rolname, 'public'))
		from pg_proc as p
		cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as granted
		left join pg_roles as r on r.oid = granted.grantee
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)`,
	functions: `
		select pg_get_functiondef(p.oid) as line from pg_proc as p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prokind = 'f'
			and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')`,
	triggers: `
		select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
	types: `
		select format('%s %s %s', t.oid::regtype, t.typtype,
			coalesce((select string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname)
				from pg_constraint as c where c.contypid = t.oid), '')) as line
		from pg_type as t
		where t.typnamespace in ('public'::regnamespace, 'private'::regnamespace) and t.typtype in ('d', 'e', 'c')`,
	comments: `
		select format('%s %s: %s', classoid::regclass, pg_describe_object(classoid, objoid, objsubid), description) as line
		from pg_description
		where pg_describe_object(classoid, objoid, objsubid) ~ 'public|private'`
};
