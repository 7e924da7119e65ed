const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** Arguments with which a function of the Data API can be called without harm. @param applicantId of a request that waits */
export function argumentsOf(name: string, applicantId: string): Record<string, unknown> {
	if (name === 'applicants') return { p_account_ids: [applicantId] };
	const args = ARGUMENTS[name];
	if (!args) throw new Error(`${name} has no arguments to try it with.`);
	return args;
}

const ARGUMENTS: Readonly<Record<string, Record<string, unknown>>> = {
	account_requests: { p_confirmed: null, p_limit: 200, p_offset: 0 },
	audit_log: { p_before: null, p_action: null, p_account_id: null, p_limit: 200 },
	change_account: { p_account_id: NOBODY, p_action: 'make_admin', p_reason: null },
	change_my_government: { p_local_government_id: NOBODY },
	claim_mail: { p_limit: 1, p_lease_seconds: 1 },
	colleagues: {},
	count_attempt: { p_action: 'sign_in', p_address_key: 'address', p_email_key: 'mailbox' },
	decide_accounts: { p_account_ids: [NOBODY], p_decision: 'approved', p_reason: null, p_undo_seconds: 0 },
	delete_expired_accounts: {},
	delete_expired_contact_data: {},
	email_domain_owners: {},
	export_my_account: {},
	forget_unconfirmed_account: { p_email: 'nobody@voorbeeld.example' },
	grant_admin: { p_email: 'nobody@voorbeeld.example' },
	leave_account: {},
	members: {
		p_search: null,
		p_status: null,
		p_role: null,
		p_local_government_id: null,
		p_limit: 200,
		p_offset: 0
	},
	my_account: {},
	next_mail_at: {},
	pause_account: { p_paused: false },
	queue_already_registered_mail: { p_email: 'nobody@voorbeeld.example', p_locale: 'nl' },
	send_mail_now: { p_mail_id: NOBODY },
	settle_mail: { p_mail_id: NOBODY, p_lease: NOBODY, p_error: null },
	submit_contact_message: {
		p_name: 'Noor',
		p_email: 'n@v.example',
		p_message: 'Tien tekens.',
		p_locale: 'nl',
		p_sender_key: 'x'
	},
	undo_decision: { p_decision_id: NOBODY },
	unsubscribe: { p_account_id: NOBODY, p_topic: 'new_request' }
};
