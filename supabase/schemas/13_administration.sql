-- What administrators read: requests with their evidence, members, the audit trail. Others get no row.

-- Addresses stay with Auth; only administrators see whose they are.
create function private.account_addresses() returns table (
  account_id uuid, email text, confirmed_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select u.id, u.email::text, u.email_confirmed_at
  from auth.users as u
  where (select private.is_admin());
$$;

-- Which e-mail domain belongs to which local government.
create function private.email_domain_owners() returns table (domain text, local_government_id uuid)
language sql
stable
security definer
set search_path = ''
as $$
  select domain, government.id
  from public.local_government as government
  cross join lateral pg_catalog.unnest(government.email_domains) as domain
  where (select private.is_admin());
$$;

-- What is left of a name when its case, accents, spaces and marks, what nobody sees, and letters that look like others are
-- taken away: names that a hasty reader takes for one another are one. The letters of other alphabets are those of the npm
-- package `confusables`, as far as somebody would mix them with Latin ones; a test compares the two.
create function private.name_skeleton(p_name text) returns text
language sql
immutable
set search_path = ''
return pg_catalog.translate(
  pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.translate(
      pg_catalog.regexp_replace(
        pg_catalog.normalize(pg_catalog.lower(pg_catalog.normalize(p_name, 'NFKD')), 'NFKD'),
        '[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F' ||
          '\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g'
      ),
      'ðøþđħıĸłŋŧƀƃƅƈƌƒƙƚƛƞƥƨƫƭƴƶƺƻƽƿǀǝǥȝȥȵȶȷȼȿɀɇɉɋɍɏɐɑɒɓɖɗɘəɛɠɡɢɣɥ'
      'ɦɧɨɩɪɫɭɮɯɱɲɳɴɵɼɽɾʀʁʂʃʄʅʆʇʈʉʊʋʌʍʎʏʐʑʒʓʖʗʘʙʛʜʝʞʟʠαβγεηθικλνοπρ'
      'ςστυφχωϗϙϛϝϳϻабвгдезиклмнопрстухцчшщъьяђєѕіјћѡѣѳѵѻѿҁҋҍҏґғҙқҝ'
      'ҟҡңҥҫҭүұҳҷҹһҽҿӄӈӊӎӏәӡөӽԁԃԉԋԍԑԛԝաբգդեզէժիլծհձղմյոռսրցւքօֆᴀᴃᴄᴅ'
      'ᴆᴇᴊᴋᴍᴎᴏᴑᴒᴘᴙᴚᴛᴜᴟᴠᴡᴢᴣᴤᴦᴨᴩᴻᵭᵮᵯᵰᵲᵶᵽᵾᶀᶁᶂᶃᶄᶆᶇᶉᶊᶌᶍᶎᶏᶐᶑᶒᶖᶙᶚẝỿↁↄⱡⱥⱨⱪⱬ'
      'ⱳꙇꚕꜧꜱꝁꝗꝡꞓꞕꞙꞟꞵꟻꬲꬵꬽꭇꭈꭎꭒꭓꭕꭚ',
      'oobdhlklntbbbcdfklanp2ttyz325pleg3zntjcszejqryaaabddeeegggyh'
      'hhilillbwmnnnorcrrrsffljttuuuamyyzz33jcobghjkldabyenolkavonp'
      'cotupxwkocfjma6brae3nknmhonpctyxu4wwbbrhesijnwbovowcnbprf3kk'
      'kkhhctyyx44heekhhmle3oxddnhgeqwwfqntqtdhlohanujnnupglposabcd'
      'dejkmnoonprrtu3vwz32rnpndfmnrzpubdfgkmnrsyxzaadeiu3fydclahkz'
      'wihhskqwehfubfeforruuxxy'
    ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
  -- Within ASCII; and what is no letter or digit.
  '1i0 !"#$%&''()*+,-./:;<=>?@[]^_`{|}~’‘´‐‑–—·', 'llo'
);

-- The requests that wait among these, oldest first, with what the database knows about each. A duplicate has a name that
-- looks the same, or the same mailbox: what follows a plus sign does not count.
create type public.account_request as (
  account_id uuid,
  full_name text,
  job_title text,
  "position" text,
  local_government_id uuid,
  motivation text,
  email text,
  locale text,
  registered_at timestamptz,
  confirmed_at timestamptz,
  approved_there text[],
  duplicates jsonb,
  -- A fingerprint of all of it, and of whose the domains of e-mail addresses are.
  seen text
);

create function private.applicants(p_account_ids uuid[]) returns setof public.account_request
language sql
stable
security definer
set search_path = ''
as $$
  with account as materialized (
    select
      p.*, address.email, address.confirmed_at,
      pg_catalog.regexp_replace(pg_catalog.lower(address.email), '\+[^@]*@', '@') as mailbox,
      private.name_skeleton(p.full_name) as skeleton
    from public.profile as p
    join private.account_addresses() as address on address.account_id = p.id
  ),
  domains as materialized (
    select private.fingerprint(pg_catalog.jsonb_object_agg(owner.domain, owner.local_government_ids)) as owned
    from (
      select domain, pg_catalog.array_agg(local_government_id order by local_government_id) as local_government_ids
      from private.email_domain_owners()
      group by domain
    ) as owner
  ),
  request as materialized (
    select
      p.id, p.full_name, p.job_title, p.position, p.local_government_id, p.motivation, p.email, p.locale, p.created_at,
      p.confirmed_at,
      array(
        select other.full_name
        from account as other
        where other.local_government_id = p.local_government_id and other.status = 'approved' and other.id <> p.id
        order by other.full_name, other.id
      ) as approved_there,
      coalesce((
        select pg_catalog.jsonb_agg(
          pg_catalog.jsonb_build_object('id', other.id, 'fullName', other.full_name, 'status', other.status)
          order by other.created_at, other.id
        )
        from account as other
        where other.id <> p.id
          and (other.skeleton = p.skeleton or other.mailbox = p.mailbox)
      ), '[]') as duplicates
    from account as p
    where p.id = any (p_account_ids) and p.status = 'pending'
  )
  select
    request.*,
    private.fingerprint(pg_catalog.jsonb_build_object(
      'name', request.full_name,
      'function', pg_catalog.jsonb_build_array(request.job_title, request.position),
      'government', pg_catalog.jsonb_build_array(request.local_government_id, government.name),
      'motivation', request.motivation,
      'email', request.email,
      'evidence', pg_catalog.jsonb_build_array(extract(epoch from request.confirmed_at), domains.owned),
      'language', request.locale,
      'colleagues', request.approved_there,
      'duplicates', request.duplicates
    ))
  from request
  cross join domains
  left join public.local_government as government on government.id = request.local_government_id
  order by request.created_at, request.id;
$$;

-- A page of the requests that wait, oldest first: with a proved address, without, or (null) all. `total` counts them on
-- every page.
create function public.account_requests(p_confirmed boolean, p_limit integer, p_offset integer) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, motivation text,
  email text, locale text, registered_at timestamptz, confirmed_at timestamptz, approved_there text[],
  duplicates jsonb, seen text, total bigint
)
language sql
stable
set search_path = ''
begin atomic
  with page as materialized (
    select p.id, count(*) over () as total
    from public.profile as p
    join private.account_addresses() as address on address.account_id = p.id
    where (select private.is_admin())
      and p.status = 'pending'
      and (p_confirmed is null or p_confirmed = (address.confirmed_at is not null))
    order by p.created_at, p.id
    limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0)
  )
  select request.*, page.total
  from private.applicants(array(select page.id from page)) as request
  join page on page.id = request.account_id
  order by request.registered_at, request.account_id;
end;

-- Accounts that were decided on. A null filter filters nothing; `p_search` looks in name, address and
-- function, or is the whole id.
create function public.members(
  p_search text, p_status text, p_role text, p_local_government_id uuid, p_limit integer, p_offset integer
) returns table (
  account_id uuid, full_name text, job_title text, "position" text, local_government_id uuid, email text, status text,
  role text, paused_at timestamptz, registered_at timestamptz, status_changed_at timestamptz, last_reason text,
  seen text, total bigint
)
language sql
stable
set search_path = ''
begin atomic
  select
    p.id, p.full_name, p.job_title, p.position, p.local_government_id, address.email, p.status, p.role, p.paused_at,
    p.created_at, p.status_changed_at,
    (
      select d.reason from public.account_decision as d
      where d.account_id = p.id and d.undone_at is null
      order by d.decided_at desc
      limit 1
    ),
    private.member_seen(p.id),
    count(*) over ()
  from public.profile as p
  join private.account_addresses() as address on address.account_id = p.id
  where (select private.is_admin())
    and p.status <> 'pending'
    and (p_status is null or p.status = p_status)
    and (p_role is null or p.role = p_role)
    and (p_local_government_id is null or p.local_government_id = p_local_government_id)
    and (
      p_search is null
      or position(lower(p_search) in lower(concat_ws(' ', p.full_name, address.email, p.job_title))) > 0
      or p.id::text = lower(p_search)
    )
  order by lower(p.full_name), p.id
  limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0);
end;

-- The audit trail, newest first, with the names of who is still there.
create function public.audit_log(p_before bigint, p_action text, p_account_id uuid, p_limit integer) returns table (
  id bigint, happened_at timestamptz, action text, actor_id uuid, actor_name text, account_id uuid,
  account_name text, local_government_id uuid, details jsonb
)
language sql
stable
set search_path = ''
begin atomic
  select
    entry.id, entry.happened_at, entry.action, entry.actor_id, actor.full_name, entry.account_id, account.full_name,
    entry.local_government_id, entry.details
  from public.audit_entry as entry
  left join public.profile as actor on actor.id = entry.actor_id
  left join public.profile as account on account.id = entry.account_id
  where (select private.is_admin())
    and (p_before is null or entry.id < p_before)
    and (p_action is null or entry.action = p_action)
    and (p_account_id is null or entry.account_id = p_account_id or entry.actor_id = p_account_id)
  order by entry.id desc
  limit least(greatest(p_limit, 1), 200);
end;

grant execute on function
  private.account_addresses(),
  public.account_requests(boolean, integer, integer),
  public.members(text, text, text, uuid, integer, integer),
  public.audit_log(bigint, text, uuid, integer)
  to authenticated;

call private.open_doors('authenticated', 'applicants', 'email_domain_owners');
