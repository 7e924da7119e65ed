/** Who sees which data about a person, derived from the matrix: what the page "who sees what" says. */
import {
	FUNCTIONS,
	TABLES,
	type Actor,
	type FunctionVerdict,
	type Place,
	type TableVerdict
} from './matrix.ts';

/** Data as the person it is about thinks of it, with where it is kept. All places of one kind are seen by the same. */
export const KINDS = {
	email: ['auth.users.email'],
	password: ['auth.users.encrypted_password'],
	name: ['profile.full_name', 'profile.id'],
	government: ['profile.local_government_id'],
	function: ['profile.job_title', 'profile.position'],
	phone: ['profile.phone'],
	bio: ['profile.bio'],
	expertise: ['profile_expertise.topic_id', 'profile_expertise.direction', 'profile_expertise.note'],
	motivation: ['profile.motivation'],
	choices: [
		'profile.listed',
		'profile.visible_fields',
		'profile.announced_at',
		'profile.notifications',
		'profile.locale',
		'profile.paused_at'
	],
	standing: ['profile.status', 'profile.status_changed_at', 'profile.role'],
	registration: [
		'profile.consented_at',
		'profile.consent_version',
		'profile.created_at',
		'profile.updated_at',
		'profile.is_example'
	],
	decisions: ['account_decision.decision', 'account_decision.reason', 'account_decision.decided_at'],
	mail: ['email_outbox.to_address'],
	mailText: ['email_outbox.params'],
	trail: ['audit_entry.action', 'audit_entry.happened_at'],
	message: ['contact_message.message', 'contact_answer.answer'],
	report: ['desk_report.message'],
	follows: ['follow.topic_id', 'follow.province_code', 'follow.nis_code'],
	blocks: ['colleague_block.blocked_id'],
	reports: ['colleague_report.reason'],
	askedAbout: ['resource.contact_id']
} as const satisfies Readonly<Record<string, readonly Place[]>>;
export type Kind = keyof typeof KINDS;

/** What is about no person and open to everybody, as a contrast. */
export const PUBLIC_KINDS = {
	participants: ['local_government.name', 'municipality.name_nl'],
	desks: ['volunteer_desk.name', 'volunteer_desk.phone', 'volunteer_desk.email']
} as const satisfies Readonly<Record<string, readonly Place[]>>;
export type PublicKind = keyof typeof PUBLIC_KINDS;

/** `chosen`: of who chose to be seen, and as far as chosen. `kept`: only what is about the viewer's own desks. */
export type Sight = 'yes' | 'chosen' | 'kept' | 'no';

const tables: Readonly<Record<string, TableVerdict>> = TABLES;
const functions: readonly FunctionVerdict[] = Object.values(FUNCTIONS);

/** Whether somebody sees what is in a place about somebody else. */
export function sightOfOthers(place: Place, viewer: Actor): Sight {
	const rows = rowsSeen(place, viewer);
	if (rows === 'all' || rows === 'public') return 'yes';
	if (rows === 'kept') return rowsSeen(place, 'visitor') === 'public' ? 'yes' : 'kept';
	if (isTold(place, viewer, 'all')) return 'yes';
	return isTold(place, viewer, 'chosen') ? 'chosen' : 'no';
}

/** Whether somebody sees what is in a place about themselves. */
export function sightOfOwn(place: Place, viewer: Actor): Sight {
	return rowsSeen(place, viewer) !== 'none' || isTold(place, viewer, 'own') ? 'yes' : 'no';
}

function rowsSeen(place: Place, viewer: Actor): TableVerdict['rows'][Actor] {
	const [name = '', column = ''] = place.split('.');
	const table = tables[name];
	return table && !table.withheld.includes(column) ? table.rows[viewer] : 'none';
}

function isTold(place: Place, viewer: Actor, about: 'own' | 'chosen' | 'all'): boolean {
	return functions.some(
		({ callers, tells }) =>
			tells?.about === about &&
			callers.includes(viewer) &&
			(tells.places.includes(place) || tells.places.includes(place.replace(/[^.]+$/, '*')))
	);
}
