/**
 * Who may see and do what with the data: one verdict for every table and function of the database. The tests hold the
 * database against it, and the page "who sees what" is made of it. What is not named here fails the tests, so nobody adds
 * a table without deciding who sees it. Which pages are open to whom is in `routes.ts`.
 */

/** `visitor`: the publishable key alone. `keyless`: not even that. `signedOut`: the token of a session that has ended. */
export const ACTORS = [
	'visitor',
	'keyless',
	'signedOut',
	'pending',
	'rejected',
	'suspended',
	'member',
	'editorElsewhere',
	'editor',
	'admin'
] as const;
export type Actor = (typeof ACTORS)[number];

/** `server`: our own server, with the secret key. */
export type Caller = Actor | 'server';

/**
 * `own`: the rows about the person who asks. `public`: what anybody may read. `kept`: what the caller wrote, or keeps as an
 * editor; beside what is public.
 */
export type Rows = 'none' | 'own' | 'public' | 'kept' | 'all';

export interface TableVerdict {
	rows: Readonly<Record<Caller, Rows>>;
	/** Columns that none but the server reads, filters or sorts by, whatever rows there are to see. */
	withheld: readonly string[];
	/** Columns that people change, always in the row about themselves. Nobody inserts or deletes rows. */
	changes: { by: readonly Actor[]; columns: readonly string[] };
}

const SIGNED_IN: readonly Actor[] = [
	'pending',
	'rejected',
	'suspended',
	'member',
	'editorElsewhere',
	'editor',
	'admin'
];
const OPEN: readonly Actor[] = ['pending', 'member', 'editorElsewhere', 'editor', 'admin'];
const APPROVED: readonly Actor[] = ['member', 'editorElsewhere', 'editor', 'admin'];

const NO_ROWS: Readonly<Record<Caller, Rows>> = {
	visitor: 'none',
	keyless: 'none',
	signedOut: 'none',
	pending: 'none',
	rejected: 'none',
	suspended: 'none',
	member: 'none',
	editorElsewhere: 'none',
	editor: 'none',
	admin: 'none',
	server: 'none'
};
const PUBLIC_ROWS: Readonly<Record<Caller, Rows>> = {
	visitor: 'public',
	keyless: 'none',
	signedOut: 'public',
	pending: 'public',
	rejected: 'public',
	suspended: 'public',
	member: 'public',
	editorElsewhere: 'public',
	editor: 'public',
	admin: 'public',
	server: 'all'
};

const UNCHANGED = { by: [], columns: [] };
const PUBLIC: TableVerdict = { rows: PUBLIC_ROWS, withheld: [], changes: UNCHANGED };
const ADMINISTRATION: TableVerdict = {
	rows: { ...NO_ROWS, admin: 'all' },
	withheld: [],
	changes: UNCHANGED
};

/** Of what is not public, authors see their own, and editors what their government keeps. */
const KEPT: TableVerdict = {
	rows: { ...NO_ROWS, member: 'kept', editorElsewhere: 'kept', editor: 'kept', admin: 'kept' },
	withheld: [],
	changes: UNCHANGED
};

/** What visitors read a part of, members more, editors also what is not on the site, and our server as who asks. */
const CONTENT: TableVerdict = {
	rows: {
		...PUBLIC_ROWS,
		member: 'kept',
		editorElsewhere: 'kept',
		editor: 'kept',
		admin: 'all',
		server: 'none'
	},
	withheld: [],
	changes: UNCHANGED
};

/** What members keep for themselves alone, also from administrators. */
const OWN: TableVerdict = {
	rows: { ...NO_ROWS, member: 'own', editorElsewhere: 'own', editor: 'own', admin: 'own' },
	withheld: [],
	changes: UNCHANGED
};

export const TABLES = {
	account_decision: ADMINISTRATION,
	audit_entry: ADMINISTRATION,
	colleague_block: OWN,
	// But for what is reported about themselves.
	colleague_report: ADMINISTRATION,
	contact_card: CONTENT,
	contact_answer: { ...ADMINISTRATION, rows: NO_ROWS },
	// Administrators read and answer them by functions.
	contact_message: { ...PUBLIC, rows: { ...NO_ROWS, server: 'all' } },
	content_version: PUBLIC,
	coverage_snapshot: ADMINISTRATION,
	desk_check_link: { ...ADMINISTRATION, rows: NO_ROWS },
	desk_report: { ...KEPT, rows: { ...NO_ROWS, editorElsewhere: 'kept', editor: 'kept', admin: 'all' } },
	desk_upkeep: { ...ADMINISTRATION, rows: NO_ROWS },
	directory_revision: KEPT,
	directory_version: PUBLIC,
	email_outbox: { ...ADMINISTRATION, withheld: ['params', 'lease'] },
	expertise_topic: PUBLIC,
	follow: OWN,
	former_desk_slug: PUBLIC,
	former_resource_slug: CONTENT,
	import_row: ADMINISTRATION,
	import_run: ADMINISTRATION,
	local_government: { ...PUBLIC, withheld: ['email_domains'] },
	municipality: PUBLIC,
	partner: CONTENT,
	participation_request: {
		...KEPT,
		rows: { ...NO_ROWS, editorElsewhere: 'kept', editor: 'kept', admin: 'all' }
	},
	postal_code: PUBLIC,
	profile: {
		rows: {
			...NO_ROWS,
			pending: 'own',
			member: 'own',
			editorElsewhere: 'own',
			editor: 'own',
			admin: 'all',
			server: 'all'
		},
		withheld: [],
		changes: {
			by: OPEN,
			columns: [
				'full_name',
				'job_title',
				'position',
				'phone',
				'bio',
				'listed',
				'visible_fields',
				'notifications',
				'locale'
			]
		}
	},
	profile_expertise: { ...OWN, rows: { ...OWN.rows, pending: 'own' } },
	proposed_change: KEPT,
	resource: { ...CONTENT, withheld: ['contact_id'] },
	resource_block: CONTENT,
	resource_link: CONTENT,
	resource_partner: CONTENT,
	resource_topic: CONTENT,
	resource_use: CONTENT,
	volunteer_desk: {
		...PUBLIC,
		rows: { ...PUBLIC_ROWS, editorElsewhere: 'kept', editor: 'kept', admin: 'all' }
	}
} as const satisfies Readonly<Record<string, TableVerdict>>;

/** A column of the database, with its schema where that is not the exposed one. */
export type Place = string;

export interface FunctionVerdict {
	/** For whom it does or tells something; others are refused, or told nothing. */
	callers: readonly Caller[];
	/** What it tells about people, and about whom: the caller, everybody, or who chose to be seen and as far as chosen. */
	tells?: { about: 'own' | 'chosen' | 'all'; places: readonly Place[] };
}

const EVERYONE: readonly Caller[] = ['visitor', 'signedOut', ...SIGNED_IN];
const ADMIN: readonly Caller[] = ['admin'];
const SERVER: readonly Caller[] = ['server'];

const REQUESTS: FunctionVerdict = {
	callers: ADMIN,
	tells: {
		about: 'all',
		places: [
			'profile.full_name',
			'profile.job_title',
			'profile.position',
			'profile.local_government_id',
			'profile.motivation',
			'profile.locale',
			'profile.created_at',
			'auth.users.email'
		]
	}
};

/** What a colleague shows, as far as chosen. */
const COLLEAGUE: FunctionVerdict = {
	callers: APPROVED,
	tells: {
		about: 'chosen',
		places: [
			'profile.id',
			'profile.full_name',
			'profile.position',
			'profile.local_government_id',
			'profile.job_title',
			'profile.phone',
			'profile.bio',
			'profile_expertise.topic_id',
			'profile_expertise.direction',
			'profile_expertise.note'
		]
	}
};

/** Functions that the Data API offers. */
export const FUNCTIONS = {
	account_requests: REQUESTS,
	applicants: REQUESTS,
	answer_contact_message: { callers: ADMIN },
	apply_import: { callers: ADMIN },
	ask_desk_checks: { callers: SERVER },
	ask_desk_now: { callers: ADMIN },
	end_session: { callers: SIGNED_IN },
	keep_sessions: { callers: SERVER },
	audit_log: {
		callers: ADMIN,
		tells: { about: 'all', places: ['profile.full_name', 'audit_entry.action', 'audit_entry.details'] }
	},
	block_colleague: { callers: APPROVED },
	ask_to_take_part: { callers: ['editorElsewhere', 'editor'] },
	assign_domain: { callers: SERVER },
	change_account: { callers: ADMIN },
	change_my_government: { callers: OPEN },
	claim_mail: { callers: SERVER },
	colleague: COLLEAGUE,
	colleagues: {
		callers: APPROVED,
		tells: {
			about: 'chosen',
			places: [
				'profile.id',
				'profile.full_name',
				'profile.position',
				'profile.local_government_id',
				'profile.job_title',
				'profile.phone',
				'profile.bio'
			]
		}
	},
	// Also who answers for the desk without being an editor.
	confirm_desk: { callers: ['editor', 'admin'] },
	confirm_desk_by_link: { callers: SERVER },
	contact_messages: {
		callers: ADMIN,
		tells: {
			about: 'all',
			places: [
				'contact_message.name',
				'contact_message.email',
				'contact_message.message',
				'contact_answer.answer',
				'profile.full_name'
			]
		}
	},
	count_attempt: { callers: SERVER },
	decide_accounts: { callers: ADMIN },
	delete_expired_accounts: { callers: SERVER },
	disown_registration: { callers: SIGNED_IN },
	end_waiting_accounts: { callers: SERVER },
	delete_expired_contact_data: { callers: SERVER },
	delete_old_changes: { callers: SERVER },
	delete_old_imports: { callers: SERVER },
	desk_of_check: { callers: SERVER },
	desks_to_follow_up: { callers: ADMIN, tells: { about: 'all', places: ['profile.full_name'] } },
	email_domain_owners: { callers: ADMIN },
	export_my_account: {
		callers: SIGNED_IN,
		tells: {
			about: 'own',
			places: [
				'profile.*',
				'auth.users.email',
				'auth.sessions.ip',
				'account_decision.decision',
				'account_decision.reason',
				'account_decision.decided_at',
				'audit_entry.action',
				'audit_entry.happened_at',
				'email_outbox.to_address',
				'email_outbox.params',
				'colleague_block.blocked_id',
				'colleague_report.reason',
				'contact_message.message',
				'contact_answer.answer',
				'desk_report.message',
				'follow.topic_id',
				'follow.province_code',
				'follow.nis_code',
				'profile_expertise.topic_id',
				'profile_expertise.direction',
				'profile_expertise.note',
				'resource.contact_id',
				'proposed_change.content',
				'proposed_change.note',
				'proposed_change.reason'
			]
		}
	},
	// Of what the caller decides about: here a desk that is off the site, which is for who keeps it.
	fingerprints: { callers: ['editor', 'admin'] },
	follow: { callers: APPROVED },
	forget_unconfirmed_account: { callers: SERVER },
	government_expertise: {
		callers: APPROVED,
		tells: { about: 'chosen', places: ['profile_expertise.topic_id', 'profile_expertise.direction'] }
	},
	grant_admin: { callers: SERVER },
	hand_over_desk: { callers: SERVER },
	handle_contact_message: { callers: ADMIN },
	leave_account: { callers: SIGNED_IN },
	members: {
		callers: ADMIN,
		tells: {
			about: 'all',
			places: [
				'profile.full_name',
				'profile.job_title',
				'profile.position',
				'profile.local_government_id',
				'profile.status',
				'profile.role',
				'profile.paused_at',
				'profile.created_at',
				'profile.status_changed_at',
				'auth.users.email',
				'account_decision.reason'
			]
		}
	},
	merge_desks: { callers: ADMIN },
	merge_expertise_topics: { callers: ADMIN },
	my_account: {
		callers: SIGNED_IN,
		tells: {
			about: 'own',
			places: [
				'profile.id',
				'profile.status',
				'profile.role',
				'profile.full_name',
				'profile.job_title',
				'profile.position',
				'profile.local_government_id',
				'profile.phone',
				'profile.bio',
				'profile.motivation',
				'profile.listed',
				'profile.visible_fields',
				'profile.notifications',
				'profile.locale',
				'profile.paused_at',
				'profile.consented_at',
				'profile.created_at',
				'auth.users.email'
			]
		}
	},
	late_mail: { callers: SERVER },
	my_sessions: { callers: SIGNED_IN, tells: { about: 'own', places: ['auth.sessions.user_agent'] } },
	next_mail_at: { callers: SERVER },
	pause_account: { callers: OPEN },
	permit_auth_change: { callers: SERVER },
	queue_already_registered_mail: { callers: SERVER },
	queue_auth_mail: { callers: SERVER },
	mail_is_slow: { callers: SERVER },
	disown_password: { callers: SERVER },
	queue_digests: { callers: SERVER },
	record_coverage: { callers: SERVER },
	report_colleague: { callers: APPROVED },
	resource_contact: { callers: APPROVED, tells: { about: 'chosen', places: ['profile.id'] } },
	// With the rights of who asks.
	resource_page: { callers: EVERYONE },
	// Of what visitors read before: whether, and nothing else.
	resource_was_taken_off: { callers: SERVER },
	restore_revision: { callers: ['editor', 'admin'] },
	review_change: { callers: ['editorElsewhere', 'editor', 'admin'] },
	save_change: { callers: ['member', 'editor', 'admin'] },
	save_expertise_topic: { callers: ADMIN },
	save_my_expertise: { callers: OPEN },
	search_colleagues: COLLEAGUE,
	// Of what the caller may read, and not who is asked about it.
	search_resources: { callers: EVERYONE },
	send_first_message: { callers: APPROVED },
	send_mail_now: { callers: ADMIN },
	set_participation: { callers: ADMIN },
	set_review: { callers: ['editor', 'admin'] },
	settle_colleague_report: { callers: ADMIN },
	settle_desk_report: { callers: ['editorElsewhere', 'editor', 'admin'] },
	settle_mail: { callers: SERVER },
	show_desk: { callers: ['editor', 'admin'] },
	sought_expertise: {
		callers: ADMIN,
		tells: { about: 'chosen', places: ['profile_expertise.topic_id', 'profile_expertise.direction'] }
	},
	sort_contact_message: { callers: ADMIN },
	stage_import: { callers: ADMIN },
	submit_contact_message: { callers: SERVER },
	submit_desk_report: { callers: SERVER },
	topic_use: { callers: ADMIN },
	try_write: { callers: SERVER },
	undo_decision: { callers: ADMIN },
	unfollow: { callers: APPROVED },
	withdraw_domain: { callers: ADMIN },
	// Of a desk that is hidden: the municipality, and nothing else.
	withdrawn_desk: { callers: SERVER },
	unsubscribe: { callers: SERVER },
	version_content: { callers: ['member', 'editor', 'admin'] },
	withdraw_change: { callers: APPROVED },
	work_waiting: { callers: ADMIN }
} as const satisfies Readonly<Record<string, FunctionVerdict>>;

/** Schemas that the Data API must not hand out, whatever is in them. */
export const HIDDEN_SCHEMAS = [
	'private',
	'plainly',
	'gate',
	'auth',
	'extensions',
	'supabase_migrations',
	'pg_catalog',
	'information_schema'
] as const;
