-- Puts the rows of a test database back to how they were at a kept moment, in milliseconds: only tables that changed
-- since are emptied and filled again. Rows only; a test that changes structure has a database of its own.
create schema ground;

-- What every kept level has of every table. Level 0 is the database as it was made; level 1 what a file of tests made of it.
create table ground.kept (
	level integer not null,
	relation regclass not null,
	-- Where the rows are; null on level 1 for a table that is as it was on level 0.
	copy text,
	-- Those that can be written.
	columns text not null,
	row_count bigint not null,
	primary key (level, relation)
);
create table ground.kept_sequence (level integer, name text, value bigint, is_called boolean not null);
-- Rows of a transaction from this one on are newer than what was last kept or put back.
-- So many parts has the structure: one that is taken away leaves no row that is newer.
create table ground.state (since bigint not null, parts bigint);
insert into ground.state (since) values (0);
create table ground.kept_structure (part text primary key);

-- Every table that rows of ours or of Auth live in. The version of the directory only ever rises: the site keeps a copy
-- by its number.
create view ground.relation as
	select c.oid::regclass as relation, n.nspname || '__' || c.relname as copy,
		(select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute as a
			where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
	from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
	where c.relkind in ('r', 'p') and not c.relispartition
		and n.nspname not in ('pg_catalog', 'information_schema', 'ground', 'ground_0', 'ground_1')
		and n.nspname not like 'pg\_%'
		and c.oid <> 'public.directory_version'::regclass
		and not exists (select from pg_depend as d
			where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e');

create function ground.take_note() returns void language sql as $$
	update ground.state set since = pg_current_xact_id()::text::bigint + 1
$$;

-- Makes the function that names the tables of which the rows differ from a level, or might. One statement, planned once
-- a session: looking costs a few milliseconds.
create function ground.make_looker(p_level integer) returns void
language plpgsql as $$
begin
	execute format('create or replace function ground.changed_%s() returns setof regclass language plpgsql as $f$
		declare v_since bigint := (select since from ground.state);
		begin return query %s; end $f$',
		p_level,
		(select string_agg(
			format('select %L::regclass from %s as t having count(*) <> %s or bool_or(t.xmin::text::bigint >= v_since)',
				relation, relation, row_count), ' union all ')
			from ground.kept where level = p_level));
end;
$$;

-- What is not rows, and may not change between tests.
create view ground.structure as
	select concat_ws(' ', 'function', oid::regprocedure, md5(prosrc), proacl) as part from pg_proc
		where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
	union all select concat_ws(' ', 'constraint', conname, 'on', conrelid::regclass, pg_get_constraintdef(oid))
		from pg_constraint where conrelid <> 0 and connamespace <> 'ground'::regnamespace
	union all select concat_ws(' ', 'trigger', tgname, 'on', tgrelid::regclass, tgenabled) from pg_trigger where not tgisinternal
	union all select concat_ws(' ', 'policy', polname, 'on', polrelid::regclass) from pg_policy
	union all select concat_ws(' ', 'column', attrelid::regclass, attname, atttypid::regtype, attacl) from pg_attribute
		where attrelid in (select relation from ground.kept) and attnum > 0 and not attisdropped;

create function ground.parts() returns bigint language sql as $$
	select (select count(*) from pg_proc where pronamespace <> 'ground'::regnamespace)
		+ (select count(*) from pg_constraint) + (select count(*) from pg_trigger) + (select count(*) from pg_policy)
		+ (select count(*) from pg_attribute
			where attrelid in (select relation from ground.kept where level = 0) and attnum > 0 and not attisdropped)
$$;

-- Rows can be put back, structure cannot: whoever changes it would meet every later test. A trigger that was switched off
-- and on again is as it was.
create function ground.refuse_other_structure() returns void
language plpgsql as $$
declare
	v_since bigint := (select since from ground.state);
	v_what text;
begin
	-- Comparing takes long: only when a catalogue was written to.
	if ground.parts() = (select parts from ground.state)
		and not exists (select from pg_proc where xmin::text::bigint >= v_since and pronamespace <> 'ground'::regnamespace)
		and not exists (select from pg_constraint where xmin::text::bigint >= v_since)
		and not exists (select from pg_trigger where xmin::text::bigint >= v_since)
		and not exists (select from pg_policy where xmin::text::bigint >= v_since) then
		return;
	end if;
	select string_agg(found.what, ', ') into v_what from (
		(select 'more: ' || part as what from ground.structure except select 'more: ' || part from ground.kept_structure)
		union all
		(select 'gone: ' || part from ground.kept_structure except select 'gone: ' || part from ground.structure)
	) as found;
	if v_what is not null then
		raise exception 'A test changed the structure of a database that others go on with: %', v_what
			using hint = 'Undo it in the test, or ask bootForTests for a database of its own.';
	end if;
end;
$$;

-- Remembers the database as it is now. On level 1 only what differs from level 0 is copied.
create function ground.keep(p_level integer) returns void
language plpgsql as $$
declare
	v_changed regclass[];
	r record;
	v_count bigint;
begin
	if p_level > 0 then
		perform ground.refuse_other_structure();
		v_changed := array(select ground.changed_0());
	end if;
	execute format('drop schema if exists ground_%s cascade', p_level);
	execute format('create schema ground_%s', p_level);
	delete from ground.kept where level = p_level;
	delete from ground.kept_sequence where level = p_level;
	for r in select * from ground.relation loop
		execute format('select count(*) from %s', r.relation) into v_count;
		if p_level = 0 or r.relation = any (v_changed) then
			execute format('create table ground_%s.%I as select %s from %s', p_level, r.copy, r.columns, r.relation);
			insert into ground.kept values (p_level, r.relation, format('ground_%s.%I', p_level, r.copy), r.columns, v_count);
		else
			insert into ground.kept values (p_level, r.relation, null, r.columns, v_count);
		end if;
	end loop;
	insert into ground.kept_sequence
		select p_level, format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value is not null
		from pg_sequences;
	perform ground.make_looker(p_level);
	if p_level = 0 then
		insert into ground.kept_structure select distinct part from ground.structure;
		update ground.state set parts = ground.parts();
	end if;
	perform ground.take_note();
end;
$$;

-- Puts back what was kept. Returns the tables that had to be filled again.
create function ground.restore(p_level integer) returns text[]
language plpgsql as $$
declare
	v_changed regclass[] := '{}';
	v_relation regclass;
	v_columns text;
	v_copy text;
begin
	-- A transaction gets a number when it writes: none since then, nothing written.
	if (select since from ground.state) < pg_snapshot_xmax(pg_current_snapshot())::text::bigint then
		perform ground.refuse_other_structure();
		execute format('select array(select ground.changed_%s())', p_level) into v_changed;
	end if;
	if p_level = 0 then
		-- What the file had made, when the next one begins.
		v_changed := array(
			select unnest(v_changed) union select relation from ground.kept where level = 1 and copy is not null
		);
	end if;
	if cardinality(v_changed) > 0 then
		-- No trigger and no foreign key looks at rows that were right before.
		perform set_config('session_replication_role', 'replica', true);
		foreach v_relation in array v_changed loop
			execute format('delete from %s', v_relation);
		end loop;
		foreach v_relation in array v_changed loop
			select columns, copy into v_columns, v_copy from ground.kept where relation = v_relation and level <= p_level and copy is not null
				order by level desc limit 1;
			execute format('insert into %s (%s) overriding system value select %s from %s',
				v_relation, v_columns, v_columns, v_copy);
		end loop;
		perform set_config('session_replication_role', 'origin', true);
		-- As a new version, as writing to these tables makes it: nobody goes on from a copy that a test has made.
		if exists (select from pg_trigger
			where tgrelid = any (v_changed) and tgfoid = 'private.raise_directory_version'::regproc) then
			update public.directory_version set version = version + 1;
		end if;
		perform ground.take_note();
	end if;
	perform setval(kept.name::regclass, kept.value, kept.is_called)
	from ground.kept_sequence as kept
	join pg_sequences as now on format('%I.%I', now.schemaname, now.sequencename) = kept.name
	where kept.level = p_level
		and (coalesce(now.last_value, now.start_value), now.last_value is not null)
			is distinct from (kept.value, kept.is_called);
	if p_level = 0 then
		drop schema if exists ground_1 cascade;
		delete from ground.kept where level = 1;
		delete from ground.kept_sequence where level = 1;
	end if;
	return array(select unnest(v_changed)::text order by 1);
end;
$$;
