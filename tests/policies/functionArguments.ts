import { THEME } from './people.ts';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** What functions are tried on; what is left out does not exist. */
export interface Subjects {
	/** Of a request that waits. */
	applicantId?: string | undefined;
	/** Of somebody whom colleagues see. */
	colleagueId?: string | undefined;
	governmentId?: string;
	/** Of that government. */
	deskId?: string;
	/** Of that desk, and the one it has now. */
	revisionId?: number;
}

/** Arguments with which a function of the Data API can be called without harm. */
export function argumentsOf(name: string, subjects: Subjects = {}): Record<string, unknown> {
	const args = argumentsOn(subjects)[name] ?? ARGUMENTS[name];
	if (!args) throw new Error(`${name} has no arguments to try it with.`);
	return args;
}

const argumentsOn = ({
	applicantId = NOBODY,
	colleagueId = NOBODY,
	governmentId = NOBODY,
	deskId = NOBODY,
	revisionId = 0
}: Subjects): Readonly<Record<string, Record<string, unknown>>> => ({
	applicants: { p_account_ids: [applicantId] },
	colleague: { p_id: colleagueId },
	confirm_desk: { p_desk_id: deskId, p_seen: 'guessed' },
	fingerprints: { p_of: 'desk', p_ids: [deskId] },
	merge_desks: { p_keep: deskId, p_remove: deskId, p_seen: ['guessed', 'guessed'] },
	restore_revision: { p_revision_id: revisionId, p_seen_revision: 2 },
	save_change: {
		p_subject: 'government',
		p_local_government_id: governmentId,
		p_desk_id: null,
		p_change_id: null,
		p_base_revision: 1,
		p_content: {},
		p_intent: 'draft',
		p_note: null
	},
	set_review: { p_local_government_id: governmentId, p_on: true },
	show_desk: { p_desk_id: deskId, p_published: false, p_seen: 'guessed' },
	version_content: {
		p_subject: 'government',
		p_local_government_id: governmentId,
		p_desk_id: null,
		p_revision: 1
	}
});

const ARGUMENTS: Readonly<Record<string, Record<string, unknown>>> = {
	account_requests: { p_confirmed: null, p_limit: 200, p_offset: 0 },
	permit_auth_change: { p_account_id: NOBODY, p_change: 'password' },
	my_sessions: {},
	end_session: { p_session_id: NOBODY },
	keep_sessions: { p_admin_hours: 12, p_other_days: 30 },
	answer_contact_message: { p_message_id: NOBODY, p_seen_revision: 1, p_answer: 'Bedankt voor je bericht.' },
	apply_import: { p_import_id: NOBODY, p_same: false },
	ask_desk_checks: { p_after_days: 36500, p_reminder_days: 14 },
	ask_desk_now: { p_desk_id: NOBODY },
	audit_log: { p_before: null, p_action: null, p_account_id: null, p_limit: 200 },
	block_colleague: { p_id: NOBODY, p_blocked: true },
	change_account: { p_account_id: NOBODY, p_seen: 'guessed', p_action: 'make_admin', p_reason: null },
	change_my_government: { p_local_government_id: NOBODY },
	claim_mail: { p_limit: 1, p_lease_seconds: 1 },
	colleagues: {},
	confirm_desk_by_link: { p_token: 'guessed', p_seen: 'guessed' },
	contact_messages: { p_id: null, p_state: null, p_limit: 200, p_offset: 0 },
	count_attempt: { p_action: 'sign_in', p_address_key: 'address', p_email_key: 'mailbox' },
	decide_accounts: {
		p_account_ids: [NOBODY],
		p_seen: ['guessed'],
		p_decision: 'approved',
		p_reason: null,
		p_undo_seconds: 0
	},
	delete_expired_accounts: {},
	disown_registration: {},
	end_waiting_accounts: {
		p_suspended_days: 36500,
		p_undecided_days: 36500,
		p_first_notice_days: 30,
		p_last_notice_days: 7
	},
	delete_expired_contact_data: {},
	delete_old_changes: {},
	delete_old_imports: {},
	desk_of_check: { p_token: 'guessed' },
	desks_to_follow_up: { p_view: 'all', p_search: null, p_limit: 25, p_offset: 0 },
	email_domain_owners: {},
	export_my_account: {},
	// What everybody follows already.
	follow: { p_topic: THEME, p_province_code: null, p_nis_code: null },
	forget_unconfirmed_account: { p_email: 'nobody@voorbeeld.example' },
	government_expertise: {},
	grant_admin: { p_email: 'nobody@voorbeeld.example' },
	hand_over_desk: { p_token: 'guessed', p_email: 'nobody@voorbeeld.example' },
	handle_contact_message: { p_message_id: NOBODY, p_seen_revision: 1, p_state: 'closed' },
	leave_account: {},
	members: {
		p_search: null,
		p_status: null,
		p_role: null,
		p_local_government_id: null,
		p_limit: 200,
		p_offset: 0
	},
	merge_expertise_topics: { p_from: NOBODY, p_into: NOBODY, p_seen: ['guessed', 'guessed'] },
	my_account: {},
	late_mail: { p_seconds: 900 },
	next_mail_at: {},
	pause_account: { p_paused: false },
	queue_auth_mail: {
		p_type: 'confirmation',
		p_email: 'nobody@voorbeeld.example',
		p_to: 'nobody@voorbeeld.example',
		p_token: 'a1'.repeat(28),
		p_new_address: null,
		p_locale: 'nl'
	},
	mail_is_slow: {},
	disown_password: { p_account_id: NOBODY },
	queue_already_registered_mail: { p_email: 'nobody@voorbeeld.example', p_locale: 'nl' },
	queue_digests: { p_after_days: 36500 },
	record_coverage: {},
	report_colleague: { p_id: NOBODY, p_reason: 'Schrijft onbeleefde berichten.' },
	review_change: {
		p_change_id: NOBODY,
		p_decision: 'approve',
		p_reason: null,
		p_seen: 'guessed',
		p_kept: ['phone']
	},
	save_expertise_topic: {
		p_id: NOBODY,
		p_seen: '2026-01-01T00:00:00Z',
		p_slug: 'thema',
		p_name_nl: 'Thema',
		p_name_fr: 'Thème',
		p_name_en: 'Theme'
	},
	save_my_expertise: { p_entries: [{ topic: 'bestaat-niet', direction: 'offered' }] },
	resource_contact: { p_slug: 'bestaat-niet' },
	resource_page: { p_slug: 'bestaat-niet' },
	resource_was_taken_off: { p_slug: 'bestaat-niet' },
	search_colleagues: {
		p_words: null,
		p_topics: null,
		p_direction: null,
		p_provinces: null,
		p_kinds: null,
		p_positions: null,
		p_sizes: null,
		p_size_starts: [0, 10_000, 20_000, 50_000, 100_000],
		p_within_km: null,
		p_distances_km: [10, 25, 50],
		p_nis_code: null,
		p_sort: 'name',
		p_limit: 20,
		p_offset: 0
	},
	search_resources: {
		p_words: null,
		p_kinds: null,
		p_topics: null,
		p_outcomes: null,
		p_nis_code: null,
		p_provinces: null,
		p_languages: null,
		p_used_nis_code: null,
		p_literal: false,
		p_sort: 'newest',
		p_limit: 20,
		p_offset: 0
	},
	send_first_message: {
		p_to: NOBODY,
		p_subject: 'Jullie loket',
		p_message: 'Hoe zijn jullie eraan begonnen?'
	},
	ask_to_take_part: {},
	assign_domain: { p_admin_id: NOBODY, p_local_government_id: NOBODY, p_domain: 'voorbeeld.example' },
	set_participation: {
		p_local_government_id: NOBODY,
		p_since: null,
		p_until: null,
		p_seen_since: null,
		p_seen_until: null
	},
	withdraw_domain: { p_local_government_id: NOBODY, p_domain: 'voorbeeld.example' },
	withdrawn_desk: { p_slug: 'bestaat-niet' },
	send_mail_now: { p_mail_id: NOBODY },
	settle_colleague_report: { p_report_id: NOBODY, p_done: true, p_seen: 'guessed' },
	settle_mail: { p_mail_id: NOBODY, p_lease: NOBODY, p_error: null },
	sort_contact_message: { p_message_id: NOBODY, p_seen_revision: 1, p_kind: 'privacy' },
	sought_expertise: {},
	stage_import: {
		p_kind: 'loketten',
		p_file_name: 'loketten.csv',
		p_header: [],
		p_ignored_columns: [],
		p_counts: {},
		p_rows: []
	},
	submit_contact_message: {
		p_name: 'Noor',
		p_email: 'n@v.example',
		p_message: 'Tien tekens.',
		p_locale: 'nl',
		p_sender_key: 'x'
	},
	settle_desk_report: { p_report_id: NOBODY, p_done: true, p_seen: 'guessed' },
	submit_desk_report: {
		p_desk_id: NOBODY,
		p_topic: 'hours',
		p_message: 'Tien tekens.',
		p_email: null,
		p_locale: 'nl',
		p_sender_key: 'x'
	},
	topic_use: {},
	try_write: {},
	undo_decision: { p_decision_id: NOBODY },
	unfollow: { p_id: NOBODY },
	unsubscribe: { p_account_id: NOBODY, p_topic: 'new_request' },
	withdraw_change: { p_change_id: NOBODY },
	work_waiting: {}
};
