-- What is one line holds nothing that nobody sees, and addresses keep to the rule of the forms. Rows of before are cleaned:
-- what is no address then goes, for no form would have taken it.

-- The classes below are written out: what POSIX calls a control character or a space follows the locale of the database.

-- Without control characters and line ends, marks that turn the direction of what follows, or anything else that nobody
-- sees: all that Unicode calls Default_Ignorable_Code_Point. `onOneLine` of src/lib/domain/text/text.ts leaves nothing else.
create function private.is_one_line(p_text text) returns boolean
language sql
immutable
set search_path = ''
return p_text !~
  '[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]';

-- The same rule as `isEmailAddress` of src/lib/domain/account/emailAddress.ts.
create function private.is_mail_address(p_text text) returns boolean
language sql
immutable
set search_path = ''
return pg_catalog.char_length(p_text) <= 254 and p_text ~
  pg_catalog.replace(
    '^(?=[^@]{1,64}@)PART(\.PART)*@PART(\.PART)+$', 'PART',
    '[^\u0001-\u0020"(),.:;<>@[\\\]\u007F-\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+'
  );

-- As `toWebAddress` of src/lib/domain/text/webAddress.ts writes it: nothing in it could be read as anything but an address.
create function private.is_web_address(p_text text) returns boolean
language sql
immutable
set search_path = ''
return pg_catalog.char_length(p_text) <= 300 and p_text ~
  '^https?://[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?(:[0-9]{1,5})?([/?#][][!#$%&''()*+,./0-9:;=?@A-Z_a-z~-]*)?$';

-- Constraints ask with the rights of who writes.
grant execute on function private.is_one_line(text), private.is_mail_address(text), private.is_web_address(text)
  to authenticated, service_role;

create function pg_temp.one_line(p_text text) returns text language sql as $$
  select pg_catalog.btrim(pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(p_text, '[\u0009-\u000D\u0085\u2028\u2029]+', ' ', 'g'),
    '[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g'
  ));
$$;
create function pg_temp.mail_address(p_text text) returns text language sql as $$
  select case when private.is_mail_address(pg_temp.one_line(p_text)) then pg_temp.one_line(p_text) end;
$$;
-- What stands for a character in an address that may not stand there itself.
create function pg_temp.web_address(p_text text) returns text language sql as $$
  with parts as (
    select pg_catalog.regexp_match(pg_temp.one_line(p_text), '^([Hh][Tt][Tt][Pp][Ss]?://[^/?#]*)(.*)$') as part
  ), address as (
    select pg_catalog.lower(part[1]) || coalesce((
      select pg_catalog.string_agg(
        case when letter ~ '[][!#$%&''()*+,./0-9:;=?@A-Z_a-z~-]' then letter
          else pg_catalog.regexp_replace(
            pg_catalog.upper(pg_catalog.encode(pg_catalog.convert_to(letter, 'UTF8'), 'hex')), '(..)', '%\1', 'g'
          )
        end, '' order by place
      )
      from pg_catalog.regexp_split_to_table(part[2], '') with ordinality as letters (letter, place)
      where letter <> ''
    ), '') as text
    from parts
  )
  select case when private.is_web_address(text) then text end from address;
$$;

alter domain public.one_line drop constraint one_line_check;

-- Their editors see what was cleaned in the history, as any other change.
update public.volunteer_desk
set name = coalesce(nullif(pg_temp.one_line(name), ''), slug), street = coalesce(nullif(pg_temp.one_line(street), ''), place),
  place = coalesce(nullif(pg_temp.one_line(place), ''), postcode), email = pg_temp.mail_address(email),
  website = pg_temp.web_address(website), opening_hours = nullif(pg_temp.one_line(opening_hours), '')
where not private.is_one_line(name || street || place || coalesce(opening_hours, ''))
  or name <> btrim(name) or street <> btrim(street) or place <> btrim(place)
  or not private.is_mail_address(email) or not private.is_web_address(website);
update public.volunteer_desk set name = slug where name !~ '[[:alnum:]]';
update public.local_government
set name = coalesce(nullif(pg_temp.one_line(name), ''), slug), email = pg_temp.mail_address(email),
  website = pg_temp.web_address(website)
where not private.is_one_line(name) or name <> btrim(name)
  or not private.is_mail_address(email) or not private.is_web_address(website);
update public.profile
set full_name = coalesce(nullif(pg_temp.one_line(full_name), ''), '?')::public.one_line,
  job_title = coalesce(nullif(pg_temp.one_line(job_title), ''), '?')::public.one_line
where not private.is_one_line(full_name) or not private.is_one_line(job_title);
update public.expertise_topic
set name_nl = pg_temp.one_line(name_nl), name_fr = pg_temp.one_line(name_fr), name_en = pg_temp.one_line(name_en)
where not private.is_one_line(concat(name_nl, name_fr, name_en));
update public.profile_expertise set note = nullif(pg_temp.one_line(note), '') where not private.is_one_line(note);
update public.contact_message
set name = coalesce(nullif(pg_temp.one_line(name), ''), '?'), email = coalesce(pg_temp.mail_address(email), 'onbekend@voorbeeld.example')
where not private.is_one_line(name) or not private.is_mail_address(email);
update public.desk_report set email = pg_temp.mail_address(email) where not private.is_mail_address(email);

alter domain public.one_line add constraint one_line_check check (private.is_one_line(value));
alter table public.local_government
  drop constraint local_government_name_check, drop constraint local_government_website_check,
  drop constraint local_government_email_check,
  add check (char_length(name) between 1 and 150 and name = btrim(name) and private.is_one_line(name)),
  add check (private.is_web_address(website)),
  add check (private.is_mail_address(email));
alter table public.volunteer_desk
  drop constraint volunteer_desk_name_check, drop constraint volunteer_desk_street_check,
  drop constraint volunteer_desk_place_check, drop constraint volunteer_desk_website_check,
  drop constraint volunteer_desk_email_check, drop constraint volunteer_desk_opening_hours_check,
  add check (char_length(name) between 1 and 150 and name = btrim(name) and name ~ '[[:alnum:]]' and private.is_one_line(name)),
  add check (char_length(street) between 1 and 150 and street = btrim(street) and private.is_one_line(street)),
  add check (char_length(place) between 1 and 100 and place = btrim(place) and private.is_one_line(place)),
  add check (private.is_web_address(website)),
  add check (private.is_mail_address(email)),
  add check (char_length(opening_hours) between 1 and 1000 and private.is_one_line(opening_hours));
alter table public.contact_message
  drop constraint contact_message_name_check, drop constraint contact_message_email_check,
  add check (char_length(btrim(name)) between 1 and 100 and private.is_one_line(name)),
  add check (private.is_mail_address(email));
alter table public.desk_report
  drop constraint desk_report_email_check,
  add check (private.is_mail_address(email));

create or replace function private.send_first_message(p_to uuid, p_subject text, p_message text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_membership();
  v_letter jsonb;
begin
  if p_to is null or p_subject is null or p_message is null
    or pg_catalog.char_length(pg_catalog.btrim(p_subject)) not between 3 and 120
    or not private.is_one_line(p_subject)
    or pg_catalog.char_length(pg_catalog.btrim(p_message)) not between 20 and 3000
    or pg_catalog.translate(p_message, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_MESSAGE';
  end if;
  if not private.may_write_to(p_to) then
    raise exception 'NOT_REACHABLE';
  end if;
  if private.hit_pause('first_message:' || v_me.id || ':' || p_to, interval '1 minute') > 0 then
    raise exception 'JUST_SENT';
  end if;
  if private.hit_rate_limit('first_message:' || v_me.id, 10, interval '1 day') > 0 then
    raise exception 'TOO_MANY';
  end if;
  select pg_catalog.jsonb_build_object(
    'sender', v_me.full_name, 'senderId', v_me.id, 'senderEmail', u.email, 'senderGovernment', government.name,
    'subject', pg_catalog.btrim(p_subject), 'message', pg_catalog.btrim(p_message),
    'recipient', v.full_name, 'recipientId', v.id, 'recipientGovernment', theirs.name
  )
  into v_letter
  from auth.users as u
  left join public.local_government as government on government.id = v_me.local_government_id
  cross join private.visible_colleague as v
  left join public.local_government as theirs on theirs.id = v.local_government_id
  where u.id = v_me.id and v.id = p_to;
  -- Whoever has left, or switched messages off, at this moment gets none.
  if private.queue_mail('first_message', p_to, v_letter, 'first_message') is null then
    raise exception 'NOT_REACHABLE';
  end if;
  perform private.queue_mail('first_message_copy', v_me.id, v_letter);
end;
$$;

drop function pg_temp.web_address(text), pg_temp.mail_address(text), pg_temp.one_line(text);
