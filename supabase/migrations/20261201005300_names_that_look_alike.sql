-- Requests that look like somebody known: by names that look the same, not only by those that are.

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

create or replace function private.applicants(p_account_ids uuid[]) returns setof public.account_request
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
