begin;
select no_plan();

select tests.make_municipality();
select tests.make_local_government('99001', '2024-01-01');
create function pg_temp.government() returns uuid language sql stable as $$
  select id from public.local_government where nis_code = '99001';
$$;
create function pg_temp.desk() returns public.volunteer_desk language sql stable security definer as $$
  select d from public.volunteer_desk as d where slug = 'loket';
$$;
select tests.make_desk(pg_temp.government(), 'loket', true);
select tests.make_account('eva', 'approved', 'editor', pg_temp.government());
-- What comes of saving the desk with another part or two.
create function pg_temp.save(p_subject text, p_parts jsonb, p_intent text default 'publish') returns text
language sql security definer as $$
  select public.save_change(
    p_subject, pg_temp.government(), case when p_subject <> 'government' then (pg_temp.desk()).id end, null,
    case when p_subject = 'government' then g.revision else (pg_temp.desk()).revision end,
    case when p_subject = 'government' then p_parts else private.desk_content(pg_temp.desk()) || p_parts end, p_intent, null
  ) ->> 'outcome'
  from public.local_government as g where g.id = pg_temp.government();
$$;
grant execute on all functions in schema pg_temp to authenticated;

-- What belongs to a subject
select has_function('private'::name, (subject || '_content')::name, array[kept_in::text], subject || ' has a content')
from private.edited_subject;
select has_function('private'::name, (action || '_' || subject)::name, arguments, subject || ' has its own way to ' || action)
from private.edited_subject, (values
  ('lock', '{uuid,uuid}'::name[]), ('read', '{uuid,uuid}'), ('publish', '{uuid,uuid,jsonb,boolean}')
) as needed (action, arguments);
select is(private.lock_subject('government', pg_temp.government(), null), 1, 'what is locked says its version');
select is(
  private.read_subject('desk', pg_temp.government(), (pg_temp.desk()).id), private.desk_content(pg_temp.desk()),
  'and what is read, its content'
);
select throws_ok(
  format('select private.%s(%L, null, null)', function, subject), 'P0001', 'INVALID', function || ' knows no ' || subject
)
from unnest(array['lock_subject', 'read_subject']) as function,
  unnest(array['event', 'subject', 'desk(null, null); drop table public.follow; --', '']) as subject;
select throws_ok($$ select private.lock_subject(null, null, null) $$, 'P0001', 'INVALID', 'nor none');

-- What a content is
select is_empty(
  $$
    select a.attname::text from pg_attribute as a
    where a.attrelid = 'public.volunteer_desk'::regclass and a.attnum > 0 and a.attnotnull and not a.atthasdef
      and a.attname not in ('local_government_id', 'slug') and a.attname <> all (private.content_columns('desk'))
  $$,
  'whatever a desk must have is in its content, but for whose it is and where its page is'
);
select is(
  private.whole_content('government', '{"phone": "+3291234567", "name": "Elders", "id": 1}'),
  '{"website": null, "phone": "+3291234567", "email": null, "description": null}',
  'what is said of anything else is left out, and what is not said is empty'
);

-- What is written
select tests.authenticate_as(tests.account('eva'));
select throws_ok($$ select pg_temp.save('event', '{}') $$, 'P0001', 'INVALID', 'only subjects are saved');
select throws_ok($$ select pg_temp.save('desk', '{"lon": "3.7"}') $$, 'P0001', 'INVALID', 'a number is a number');
select throws_ok($$ select pg_temp.save('desk', '{"published": "yes"}') $$, 'P0001', 'INVALID', 'yes or no is that');
select throws_ok($$ select pg_temp.save('desk', '{"languages": ["nl", 1]}') $$, 'P0001', 'INVALID', 'a list is one of texts');
select throws_ok($$ select pg_temp.save('desk', '{"name": {"nl": "x"}}') $$, 'P0001', 'INVALID', 'a text is a text');
select throws_ok(
  format('select pg_temp.save(%L, %L, %L)', 'desk', jsonb_build_object('description', repeat('x', 20000)), intent),
  '23514', 'CONTENT_TOO_LONG', 'nobody saves a book to ' || intent
)
from unnest(array['draft', 'publish']) as intent;
select is(
  pg_temp.save('desk', jsonb_build_object(
    'name', 'Anders', 'id', tests.account('x'), 'slug', 'elders', 'local_government_id', tests.account('x'), 'revision', 9,
    'is_example', true, 'unconfirmed_since', '2020-01-01', 'published', false
  )),
  'published', 'a desk is published with another name'
);
select tests.own();
select results_eq(
  $$
    select name, local_government_id, revision, is_example, published, verified_at = now(), unconfirmed_since is null
    from public.volunteer_desk where slug = 'loket'
  $$,
  $$ values ('Anders', pg_temp.government(), 2, false, true, true, true) $$,
  'and nothing that is not of its content has changed'
);
update private.edited_subject set max_bytes = 10 where subject = 'government';
select tests.authenticate_as(tests.account('eva'));
select throws_ok($$ select pg_temp.save('government', '{"phone": "+3291234567"}') $$, '23514', 'CONTENT_TOO_LONG', 'each subject has its own limit');
select is(pg_temp.save('desk', '{"phone": null}'), 'published', 'which is not that of another');

select * from finish();
rollback;
