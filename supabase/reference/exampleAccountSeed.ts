import type { ExampleAccount } from './exampleAccounts.ts';
import { stage } from './sql.ts';

/** Date of the privacy statement that the invented people agreed to. */
const CONSENT_VERSION = '2026-11-21';

/** The part of `supabase/seeds/example.sql` with people: accounts, and the domains of those they work for. */
export function exampleAccountSeed(accounts: readonly ExampleAccount[]): string {
	const domains = new Map(accounts.map(({ employer }) => [employer.slug, employer.host]));
	return [
		stage(
			'example_domain',
			"government.slug, ''::text as domain from public.local_government as government",
			[...domains]
		),
		stage('example_account', columns, accounts.map(valuesOf)),
		stage(
			'example_expertise',
			"''::text as email, topic.slug as topic, said.direction, said.note\nfrom public.profile_expertise as said\njoin public.expertise_topic as topic on topic.id = said.topic_id",
			accounts.flatMap(({ email, expertise }) =>
				expertise.map(({ topic, direction, note }) => [email, topic, direction, note])
			)
		),
		merge
	].join('\n\n');
}

const columns = `government.slug as government, person.full_name, person.job_title, person.position, person.motivation, person.locale,
  person.status, person.role, person.phone, person.bio, person.listed, person.visible_fields,
  person.notifications, ''::text as email,
  true as confirmed, 0 as registered_hours_ago, 0 as paused_hours_ago
from public.profile as person
join public.local_government as government on government.id = person.local_government_id`;

const valuesOf = (account: ExampleAccount) => [
	account.employer.slug,
	account.fullName,
	account.jobTitle,
	account.position,
	account.motivation,
	account.locale,
	account.status,
	account.role,
	account.phone,
	account.bio,
	account.listed,
	account.visibleFields,
	account.notifications,
	account.email,
	account.confirmed,
	account.registeredHoursAgo,
	account.pausedHoursAgo
];

const merge = `alter table example_account
  add id uuid not null default gen_random_uuid(),
  add registered_at timestamptz;

do $$
begin
  if exists (
    select from example_domain
    join public.local_government as government using (slug)
    where example_domain.domain <> all (government.email_domains)
  ) then
    update public.local_government as government
    set email_domains = government.email_domains || example_domain.domain
    from example_domain
    where government.slug = example_domain.slug and example_domain.domain <> all (government.email_domains);
  end if;

  delete from example_account where email in (select lower(account.email) from auth.users as account);
  update example_account set registered_at = now() - make_interval(hours => registered_hours_ago);

  -- Without a password, and confirmed from the start: nobody signs in, and no administrator gets mail about it.
  insert into auth.users (
    id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at
  )
  select
    example.id, 'authenticated', 'authenticated', example.email,
    case when example.confirmed then example.registered_at + interval '10 minutes' end,
    '{"provider": "email", "providers": ["email"]}',
    jsonb_build_object(
      'full_name', example.full_name, 'job_title', example.job_title, 'position', example.position,
      'local_government_id', government.id, 'motivation', example.motivation, 'locale', example.locale,
      'consent_version', '${CONSENT_VERSION}'
    ),
    example.registered_at, example.registered_at
  from example_account as example
  join public.local_government as government on government.slug = example.government;

  update public.profile as person
  set is_example = true,
    status = example.status,
    role = example.role,
    phone = example.phone,
    bio = example.bio,
    listed = example.listed,
    visible_fields = example.visible_fields,
    notifications = example.notifications,
    paused_at = now() - make_interval(hours => example.paused_hours_ago),
    -- Otherwise their colleagues would be told that they are here.
    announced_at = example.registered_at,
    consented_at = example.registered_at,
    status_changed_at = example.registered_at,
    created_at = example.registered_at
  from example_account as example
  where person.id = example.id;

  -- A theme that merged meanwhile is what it became part of.
  insert into public.profile_expertise (profile_id, topic_id, direction, note, created_at)
  select example.id, topic.id, said.direction, said.note, example.registered_at
  from example_expertise as said
  join example_account as example using (email)
  join public.expertise_topic as topic on topic.id = private.topic_named(said.topic)
  on conflict do nothing;

  -- On a hosted project Auth looks for accounts by instance, and cannot read null in these.
  if exists (
    select from pg_attribute where attrelid = 'auth.users'::regclass and attname = 'instance_id' and not attisdropped
  ) then
    execute $hosted$
      update auth.users
      set instance_id = '00000000-0000-0000-0000-000000000000', confirmation_token = '', recovery_token = '',
        email_change = '', email_change_token_new = ''
      where id in (select id from example_account)
    $hosted$;
  end if;
end;
$$;`;

/** The part of `supabase/seeds/example_remove.sql` with people. */
export const exampleAccountRemoval = `do $$
begin
  if exists (select from public.profile where is_example) then
    delete from public.account_decision
    where account_id in (select id from public.profile where is_example);
    -- As when somebody leaves.
    delete from auth.users where id in (select id from public.profile where is_example);
  end if;
  -- No real domain ends in .example.
  if exists (
    select from public.local_government as government, unnest(government.email_domains) as domain
    where domain like '%.example'
  ) then
    update public.local_government as government
    set email_domains = array(
      select domain
      from unnest(government.email_domains) with ordinality as kept (domain, place)
      where domain not like '%.example'
      order by place
    )
    where exists (select from unnest(government.email_domains) as domain where domain like '%.example');
  end if;
end;
$$;`;
