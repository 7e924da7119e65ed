/**
 * What people decide about somebody or something, each with all that it is shown. The database makes a fingerprint of that,
 * part by part; the page sends it along with the decision, and the database refuses when another one comes out by then. What
 * changes something without such a fingerprint stands below, with the reason. A test goes through all of it.
 */
import type { FUNCTIONS } from './matrix';

type DatabaseFunction = keyof typeof FUNCTIONS;

interface Decision {
	/** The parts of the fingerprint. */
	shown: readonly string[];
	carriedOutBy: readonly DatabaseFunction[];
	/** What hands out the fingerprint, together with what is shown or before it. */
	seenBy: readonly DatabaseFunction[];
	/** Where it is shown and sent. */
	routes: readonly string[];
}

export const DECISIONS = {
	/** Who asks to be let in: alone or many at once, each for itself. */
	request: {
		shown: [
			'name',
			'function',
			'government',
			'motivation',
			'email',
			'evidence',
			'language',
			'colleagues',
			'duplicates'
		],
		carriedOutBy: ['decide_accounts'],
		seenBy: ['account_requests', 'applicants'],
		routes: ['/beheer/aanvragen', '/beheer/aanvragen/beslissen']
	},
	/** Somebody who was decided on before. */
	member: {
		shown: ['name', 'function', 'government', 'email', 'language', 'status', 'role', 'decisions'],
		carriedOutBy: ['change_account'],
		seenBy: ['members'],
		routes: ['/beheer/leden/wijzigen']
	},
	/** What somebody suggests, or an editor publishes where a second person reviews. */
	change: {
		shown: ['proposal', 'note', 'author', 'government', 'published', 'status'],
		carriedOutBy: ['review_change'],
		seenBy: ['fingerprints'],
		routes: ['/mijn-bestuur/wijzigingen/[id]']
	},
	/** Two desks that become one; the same of each. */
	desk: {
		shown: ['name', 'government', 'content', 'verified'],
		carriedOutBy: ['merge_desks'],
		seenBy: ['fingerprints'],
		routes: ['/beheer/loketten/samenvoegen']
	},
	/** A desk that is still true, or goes on or off the site. */
	kept_desk: {
		shown: ['name', 'government', 'content', 'verified'],
		carriedOutBy: ['confirm_desk', 'show_desk', 'confirm_desk_by_link'],
		seenBy: ['fingerprints', 'desk_of_check'],
		routes: [
			'/mijn-bestuur/loketten/[id]/nakijken',
			'/mijn-bestuur/loketten/[id]/tonen',
			'/loketten/nakijken'
		]
	},
	/** Two themes that become one. */
	topic: {
		shown: ['name', 'use'],
		carriedOutBy: ['merge_expertise_topics'],
		seenBy: ['fingerprints'],
		routes: ['/beheer/themas/samenvoegen']
	},
	/** What a visitor says is wrong about a desk. */
	desk_report: {
		shown: ['message', 'desk', 'status'],
		carriedOutBy: ['settle_desk_report'],
		seenBy: ['fingerprints'],
		routes: ['/mijn-bestuur/meldingen']
	},
	/** What a member reports about another. */
	colleague_report: {
		shown: ['message', 'reported', 'reporter', 'status'],
		carriedOutBy: ['settle_colleague_report'],
		seenBy: ['fingerprints'],
		routes: ['/beheer/meldingen']
	}
} as const satisfies Readonly<Record<string, Decision>>;

/** What else is bound to what was shown, and by what. */
export const BOUND_OTHERWISE: Readonly<Partial<Record<DatabaseFunction, string>>> = {
	answer_contact_message: 'the revision of the message that was looked at',
	apply_import: 'every row keeps what its desk or government said when it was planned',
	handle_contact_message: 'the revision of the message that was looked at',
	restore_revision: 'the version that was public',
	save_change: 'the version that the author started from',
	save_expertise_topic: 'the edition that was looked at',
	set_participation: 'the days that were shown',
	sort_contact_message: 'the revision of the message that was looked at',
	undo_decision: 'a decision stays as it is, and the account must be as it left it',
	withdraw_domain: 'it takes away the domain that was shown, or nothing'
};

/** What decides about nothing that others change. */
export const NO_DECISIONS: Readonly<Partial<Record<DatabaseFunction, string>>> = {
	ask_desk_now: 'sends a question',
	ask_to_take_part: 'asks; an administrator decides',
	block_colleague: 'one’s own list',
	change_my_government: 'one’s own account',
	disown_registration: 'one’s own account',
	end_session: 'one’s own session',
	export_my_account: 'counts how often it is asked',
	follow: 'one’s own list',
	leave_account: 'one’s own account',
	pause_account: 'one’s own account',
	report_colleague: 'tells what somebody did',
	save_my_expertise: 'one’s own account',
	send_first_message: 'writes to somebody',
	send_mail_now: 'a mail that leaves anyhow',
	set_review: 'a switch',
	stage_import: 'writes nothing yet',
	unfollow: 'one’s own list',
	withdraw_change: 'one’s own suggestion'
};

export type DecisionKind = keyof typeof DECISIONS;
export type ShownPart<Kind extends DecisionKind = DecisionKind> = (typeof DECISIONS)[Kind]['shown'][number];

const parts = (seen: string): ReadonlyMap<string, string> =>
	new Map(seen.split(' ').map((part) => [part.slice(0, part.indexOf(':')), part]));

/**
 * What says something else by now.
 * @param seen the fingerprint that was sent; of one that is none, everything changed
 * @param now null once it is gone
 */
export function changedParts<Kind extends DecisionKind>(
	kind: Kind,
	seen: string,
	now: string | null
): ShownPart<Kind>[] {
	const [before, after] = [parts(seen), parts(now ?? '')];
	const shown: readonly ShownPart<Kind>[] = DECISIONS[kind].shown;
	return shown.filter((part) => !before.has(part) || before.get(part) !== after.get(part));
}
