/** Roles of the database that requests run as. */
export type DatabaseRole = 'anon' | 'authenticated' | 'service_role';

const ACCOUNTS: readonly DatabaseRole[] = ['authenticated'];
const SERVER_ROLE: readonly DatabaseRole[] = ['service_role'];
const DATABASE_ONLY: readonly DatabaseRole[] = [];

/**
 * Functions of schema `private`, with the roles that may execute them: through a policy or a function of the exposed
 * schema, for only `service_role` may use the schema itself.
 */
export const PRIVATE_FUNCTIONS: Readonly<Record<string, readonly DatabaseRole[]>> = {
	account_addresses: ACCOUNTS,
	announce_colleague: DATABASE_ONLY,
	announce_request: DATABASE_ONLY,
	applicants: ACCOUNTS,
	change_account: ACCOUNTS,
	change_my_government: ACCOUNTS,
	claim_mail: SERVER_ROLE,
	colleagues: ACCOUNTS,
	count_attempt: SERVER_ROLE,
	create_profile: DATABASE_ONLY,
	current_account_id: ACCOUNTS,
	decide: DATABASE_ONLY,
	decide_accounts: ACCOUNTS,
	delete_expired_accounts: SERVER_ROLE,
	delete_expired_contact_data: SERVER_ROLE,
	email_domain_owners: ACCOUNTS,
	export_my_account: ACCOUNTS,
	forget_traces: DATABASE_ONLY,
	forget_unconfirmed_account: SERVER_ROLE,
	grant_admin: SERVER_ROLE,
	hit_pause: DATABASE_ONLY,
	hit_rate_limit: SERVER_ROLE,
	hold_back: DATABASE_ONLY,
	is_admin: ACCOUNTS,
	is_approved: ACCOUNTS,
	keep_identity_bare: DATABASE_ONLY,
	keep_last_admin: DATABASE_ONLY,
	leave_account: ACCOUNTS,
	lock_own_profile: DATABASE_ONLY,
	my_account: ACCOUNTS,
	next_mail_at: SERVER_ROLE,
	notify_administrators: DATABASE_ONLY,
	pause_account: ACCOUNTS,
	queue_already_registered_mail: SERVER_ROLE,
	queue_mail: DATABASE_ONLY,
	raise_directory_version: DATABASE_ONLY,
	record_audit: DATABASE_ONLY,
	record_rename: DATABASE_ONLY,
	refuse_change: DATABASE_ONLY,
	require_admin: DATABASE_ONLY,
	send_mail_now: ACCOUNTS,
	set_updated_at: DATABASE_ONLY,
	settle_mail: SERVER_ROLE,
	tell_of_change: DATABASE_ONLY,
	undo_decision: ACCOUNTS,
	unsubscribe: SERVER_ROLE,
	withdraw_announcement: DATABASE_ONLY
};
