-- Who was decided on before, and is decided on again: suspended, restored, given another role.

-- All that an administrator sees of a member, as a fingerprint; null for who is no administrator.
create function private.member_seen(p_account_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', p.full_name,
    'function', pg_catalog.jsonb_build_array(p.job_title, p.position),
    'government', pg_catalog.jsonb_build_array(p.local_government_id, government.name),
    'email', u.email,
    'language', p.locale,
    'status', pg_catalog.jsonb_build_array(
      p.status, extract(epoch from p.status_changed_at), extract(epoch from p.paused_at)
    ),
    'role', p.role,
    'decisions', (
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_array(d.id, d.reason, extract(epoch from d.undone_at)) order by d.decided_at, d.id
      )
      from public.account_decision as d where d.account_id = p.id
    )
  ))
  from public.profile as p
  join auth.users as u on u.id = p.id
  left join public.local_government as government on government.id = p.local_government_id
  where p.id = p_account_id and (select private.is_admin());
$$;

grant execute on function private.member_seen(uuid) to authenticated;

-- Suspends, restores or gives another role. A restored rejection waits for a decision again. `p_seen`: the fingerprint of
-- what was looked at, as `members` gives it.
-- Returns 'done', 'unchanged', 'changed_meanwhile', 'own_account', 'last_admin', 'incomplete' (no local government) or 'not_found'.
-- Errors: 42501 ADMIN_ONLY; P0001 REASON_REQUIRED, UNKNOWN_ACTION.
create function private.change_account(p_account_id uuid, p_seen text, p_action text, p_reason text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_account public.profile;
  v_role constant text := pg_catalog.substr(p_action, 6);
begin
  if p_action is null or p_action not in ('suspend', 'restore', 'make_member', 'make_editor', 'make_admin') then
    raise exception 'UNKNOWN_ACTION';
  end if;
  if p_action = 'suspend' and coalesce(pg_catalog.btrim(p_reason), '') = '' then
    raise exception 'REASON_REQUIRED';
  end if;
  select * into v_account from public.profile where id = p_account_id for update;
  if not found then
    return 'not_found';
  end if;
  if p_account_id = v_me then
    return 'own_account';
  end if;
  if p_seen is distinct from private.member_seen(p_account_id) then
    return 'changed_meanwhile';
  end if;
  -- Whoever stays or comes back as anything but an administrator belongs to a local government.
  if v_account.local_government_id is null
    and (v_account.status, p_action) in (('suspended', 'restore'), ('approved', 'make_member'), ('approved', 'make_editor'))
  then
    return 'incomplete';
  end if;
  if p_action = 'suspend' and v_account.status = 'approved' then
    perform private.decide(v_account, 'suspended', 'suspended', 'member', p_reason, 'account_suspended');
  elsif p_action = 'restore' and v_account.status = 'suspended' then
    perform private.decide(v_account, 'restored', 'approved', 'member', p_reason, 'account_restored');
  elsif p_action = 'restore' and v_account.status = 'rejected' then
    perform private.decide(v_account, 'restored', 'pending', 'member', p_reason, null);
  elsif p_action like 'make\_%' and v_account.status = 'approved' and v_account.role <> v_role then
    perform private.decide(v_account, 'role_changed', 'approved', v_role, p_reason, 'role_changed');
  else
    return 'unchanged';
  end if;
  return 'done';
exception
  when raise_exception then
    if sqlerrm = 'LAST_ADMIN' then
      return 'last_admin';
    end if;
    raise;
end;
$$;

-- It asks for itself whether the caller is an administrator.
call private.open_doors('authenticated', 'change_account');
